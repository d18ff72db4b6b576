from collections.abc import Callable

import pytest

from tlumach.checks.shape import check_shape
from tlumach.library import Library

MakeLibrary = Callable[..., Library]


def test_a_page_with_text_and_one_title_is_good(make_library: MakeLibrary) -> None:
    assert not list(check_shape(make_library({"ru/a.md": "# А\n\n## Б\n\n```\n# в\n```\n", "uk/a.md": "А\n=\n\nб"})))


@pytest.mark.parametrize("text", ["", "\n \n", "---\ntitle: А\n---\n\n"])
def test_an_empty_page(make_library: MakeLibrary, text: str) -> None:
    (problem,) = check_shape(make_library({"uk/x/a.md": text}))
    assert (problem.path, problem.line, problem.code) == ("docs/uk/x/a.md", 1, "empty-page")


def test_a_page_without_a_first_heading(make_library: MakeLibrary) -> None:
    (problem,) = check_shape(make_library({"ru/a.md": "---\ndescription: А\n---\n\nТекст.\n\n## Б\n"}))
    assert (problem.path, problem.line, problem.code) == ("docs/ru/a.md", 5, "no-title")
    assert "# Title" in problem.message


def test_every_first_heading_after_the_first_is_one_too_many(make_library: MakeLibrary) -> None:
    problems = list(check_shape(make_library({"en/a.md": "# A\n\ntext\n\n# B\n\n# C\n"})))
    assert [(found.path, found.line, found.code) for found in problems] == [
        ("docs/en/a.md", 5, "two-titles"),
        ("docs/en/a.md", 7, "two-titles"),
    ]
    assert "“B”" in problems[0].message and "line 1" in problems[0].message
