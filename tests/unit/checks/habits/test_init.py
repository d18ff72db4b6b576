from collections.abc import Callable

from tlumach.checks.habits import habits_once
from tlumach.library import Library
from tlumach.problems import Code, Level, Problem

MakeLibrary = Callable[..., Library]


def page(name: str, language: str = "uk") -> str:
    return f"docs/{language}/{name}.md"


def hyphen(path: str, line: int = 3) -> Problem:
    return Problem(path, line, Code.DASHES, "a hyphen where a dash (—) is meant: “слово - слово”.")


def library_of(make_library: MakeLibrary, *names: str) -> Library:
    return make_library({f"{language}/{name}.md": "# А" for name in names for language in ("ru", "uk", "en")})


def test_a_habit_of_a_page_is_said_once_with_its_count_and_places(make_library: MakeLibrary) -> None:
    library = library_of(make_library, "a", "b")
    found = habits_once(
        [*(hyphen(page("a"), line) for line in (3, 5, 5, 7, 9, 11, 13, 15)), hyphen(page("b"))], library
    )
    assert [(each.path, each.line) for each in found] == [(page("a"), 3), (page("b"), 3)]
    others = ", ".join(f"docs/uk/a.md:{line}" for line in (5, 7, 9, 11, 13))
    assert found[0].message == f"{hyphen('', 0).message} It stands 8 times: also {others} and 1 more."
    assert found[1] == hyphen(page("b"))


def test_a_habit_that_many_pages_of_a_language_share_is_said_once_for_it(make_library: MakeLibrary) -> None:
    names = "abcdef"
    library = library_of(make_library, *names)
    some = [
        hyphen(page(name, language)) for language in ("uk", "en") for name in names if (language, name) != ("en", "f")
    ]
    found = habits_once(some, library)
    assert [each.path for each in found] == [page("a"), *(page(name, "en") for name in "abcde")]
    assert "It stands 6 times on 6 pages: also docs/uk/b.md:3," in found[0].message


def test_another_kind_level_or_rule_is_another_finding(make_library: MakeLibrary) -> None:
    path = page("a")
    others = [
        hyphen(path),
        Problem(path, 4, Code.DASHES, "a hyphen in a range, where a dash (–) is meant: “10-15”."),
        Problem(path, 5, Code.DASHES, "–, where Ukrainian has —: “а – б”.", Level.INFO),
        Problem(path, 6, Code.DASHES, "–, where Ukrainian has —: “а – б”."),
        Problem(path, 7, Code.DOUBLED, "two spaces: “а  б”."),
        Problem(path, 8, Code.DOUBLED, "two spaces: “а  б”."),
        Problem(path, 9, Code.QUOTATION_MARKS, "« is not closed: “«а”."),
        Problem(path, 10, Code.QUOTATION_MARKS, "« is not closed: “«б”."),
    ]
    assert habits_once(others, library_of(make_library, "a")) == others
    marks = [Problem(path, line, Code.QUOTATION_MARKS, '" is no quotation mark of Ukrainian: “а”.') for line in (3, 4)]
    assert len(habits_once(marks, library_of(make_library, "a"))) == 1


def test_findings_keep_their_order(make_library: MakeLibrary) -> None:
    path = page("a")
    doubled = Problem(path, 4, Code.DOUBLED, "two spaces: “а  б”.")
    found = habits_once([hyphen(path, 9), doubled, hyphen(path)], library_of(make_library, "a"))
    assert [each.line for each in found] == [9, 4]


def left(path: str, line: int) -> Problem:
    return Problem(path, line, Code.UNTRANSLATED, f"this is not translated: “Word {line}”.", Level.ERROR)


def test_a_page_that_was_left_in_its_source_s_language_is_said_once(make_library: MakeLibrary) -> None:
    text = "\n\n".join(f"Абзац {number}." for number in range(9))
    library = make_library({f"{language}/{name}.md": text for name in "abc" for language in ("ru", "uk", "en")})
    most, many = ([left(page(name), line) for line in lines] for name, lines in (("a", range(6)), ("b", range(4))))
    found = habits_once([*most, *many], library)
    assert found[0].message.startswith(
        f"{most[0].message} So are 6 texts of this page; the others stand on lines 1, 2,"
    )
    assert found[1:] == many
    assert len(habits_once([left(page("c"), line) for line in range(12)], library)) == 1


def test_two_spaces_are_a_habit_where_a_page_has_many(make_library: MakeLibrary) -> None:
    library = library_of(make_library, "a", "b")
    some, few = (
        [Problem(page(name), line, Code.DOUBLED, f"two spaces: “{line}”.") for line in lines]
        for name, lines in (("a", range(1, 8)), ("b", range(1, 4)))
    )
    twice = [Problem(page("a"), line, Code.DOUBLED, "“а” stands twice: “а а”.") for line in range(10, 18)]
    found = habits_once([*some, *few, *twice], library)
    assert found[1:] == [*few, *twice] and "It stands 7 times" in found[0].message
