from tlumach.checks.pairs.typography.each_page import once_a_page
from tlumach.problems import Code, Level, Problem

A, B = "docs/uk/a.md", "docs/uk/b.md"


def hyphen(path: str, line: int, words: str = "слово - слово") -> Problem:
    return Problem(path, line, Code.DASHES, f"a hyphen where a dash (—) is meant: “{words}”.")


def test_what_a_page_has_many_times_is_said_once_with_its_count_and_lines() -> None:
    found = once_a_page([*(hyphen(A, line) for line in (3, 5, 5, 7, 9, 11, 13, 15)), hyphen(B, 3)])
    assert [(each.path, each.line) for each in found] == [(A, 3), (B, 3)]
    assert found[0].message == (
        "a hyphen where a dash (—) is meant: “слово - слово”. It stands 8 times: also line 5, line 7, line 9, line 11, line 13 and 1 more."
    )
    assert found[1] == hyphen(B, 3)


def test_another_kind_level_or_rule_is_another_finding() -> None:
    others = [
        hyphen(A, 3),
        Problem(A, 4, Code.DASHES, "a hyphen in a range, where a dash (–) is meant: “10-15”."),
        Problem(A, 5, Code.DASHES, "–, where Ukrainian has —: “а – б”.", Level.INFO),
        Problem(A, 6, Code.DASHES, "–, where Ukrainian has —: “а – б”."),
        Problem(A, 7, Code.DOUBLED, "two spaces: “а  б”."),
        Problem(A, 8, Code.DOUBLED, "two spaces: “а  б”."),
    ]
    assert once_a_page(others) == others


def test_findings_keep_their_order() -> None:
    doubled = Problem(A, 4, Code.DOUBLED, "two spaces: “а  б”.")
    assert [each.line for each in once_a_page([hyphen(A, 9), doubled, hyphen(A, 3)])] == [9, 4]
