from collections.abc import Callable

from tlumach.checks.citations import check_citations
from tlumach.library import Library
from tlumach.problems import Problem

MakeLibrary = Callable[..., Library]
FRONT = "---\nsources:\n  ria-2022:\n    title: РИА\n    url: https://ria.example\n---\n"


def problems_of(make_library: MakeLibrary, **pages: str) -> list[Problem]:
    return list(check_citations(make_library({f"{language}/a.md": text for language, text in pages.items()})))


def places(problems: list[Problem]) -> list[tuple[str, int, str]]:
    return [(found.path, found.line, found.code) for found in problems]


def test_marks_with_a_footnote_or_a_source_are_good_in_every_language(make_library: MakeLibrary) -> None:
    own = "\n\n[^n]: Слово.\n"
    assert not problems_of(
        make_library, ru=f"{FRONT}Раз[^ria-2022] и два[^n].{own}", uk=f"Раз[^n] і два[^ria-2022].{own}"
    )


def test_a_source_may_be_cited_in_a_footnote_or_in_a_box(make_library: MakeLibrary) -> None:
    assert not problems_of(
        make_library, ru=f"{FRONT}Раз[^n].\n\n[^n]: Слово[^ria-2022].\n", uk="!!! note\n\n    Раз[^ria-2022]."
    )


def test_an_unknown_mark_has_its_line_and_the_nearest_known_one(make_library: MakeLibrary) -> None:
    (problem,) = problems_of(make_library, ru=f"{FRONT}А[^ria-2022].\n\nБ[^ria-2002].\n")
    assert places([problem]) == [("docs/ru/a.md", 9, "unknown-footnote")]
    assert "Did you mean `[^ria-2022]`?" in problem.message


def test_an_unknown_mark_that_is_like_no_other_is_told_where_to_go(make_library: MakeLibrary) -> None:
    (problem,) = problems_of(make_library, uk="А[^x].")
    assert places([problem]) == [("docs/uk/a.md", 1, "unknown-footnote")]
    assert "docs/ru/a.md" in problem.message


def test_a_footnote_that_nothing_refers_to(make_library: MakeLibrary) -> None:
    (problem,) = problems_of(make_library, ru="А.\n\n[^x]: Слово.\n")
    assert places([problem]) == [("docs/ru/a.md", 3, "unused-footnote")]


def test_a_source_that_is_not_cited_is_named_on_its_own_line_in_the_source_and_on_each_page(
    make_library: MakeLibrary,
) -> None:
    problems = problems_of(make_library, ru=f"{FRONT}А.", uk="Ж.")
    assert places(problems) == [("docs/ru/a.md", 3, "unused-source"), ("docs/uk/a.md", 1, "unused-source")]
    assert all("[^ria-2022]" in found.message for found in problems)


def test_marks_in_code_do_not_count(make_library: MakeLibrary) -> None:
    assert not problems_of(make_library, ru="`[^x]`\n\n```\n[^y]: z\n```\n")
