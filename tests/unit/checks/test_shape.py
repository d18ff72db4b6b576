from collections.abc import Callable
from dataclasses import replace

import pytest

from tlumach.checks.shape import check_pictures, check_shape
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


@pytest.mark.parametrize(
    "text",
    [
        "![](map.png)",
        "![ ](map.png)",
        "![][map]\n\n[map]: map.png",
        "[![](map.png)](b.md)",
        "![Map.png](img/map.png)",
        "![map](map.png)",
    ],
)
def test_a_picture_without_a_description(make_library: MakeLibrary, text: str) -> None:
    (problem,) = check_pictures(make_library({"ru/a.md": f"---\ndescription: А\n---\n# А\n\nТекст.\n{text}\n"}))
    assert (problem.path, problem.line, problem.code) == ("docs/ru/a.md", 7, "picture-without-description")
    assert "What it shows" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "![Карта](map.png)",
        "![Карта][map]\n\n[map]: map.png",
        "`![](map.png)`",
        "```\n![](map.png)\n```",
        "\\![](map.png)",
        '<img src="map.png">',
    ],
)
def test_a_picture_that_is_described_or_shown_as_code(make_library: MakeLibrary, text: str) -> None:
    assert not list(check_pictures(make_library({"ru/a.md": f"# А\n\n{text}\n"})))


def test_a_guest_s_pictures_in_html_say_what_they_show_or_that_they_decorate(make_library: MakeLibrary) -> None:
    library = make_library(
        {"ru/a.md": '# А\n\n<img src="a.png" alt="А"><img alt="" src="b.png">\n\n<img\n  src="c.png">\n'}
    )
    guest = replace(library, settings=replace(library.settings, pages="mkdocs"))
    (problem,) = check_pictures(guest)
    assert problem.line == 5 and 'alt=""' in problem.message


def test_mkdocs_has_a_title_for_a_page_without_one(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "Текст.\n"})
    assert [problem.code for problem in check_shape(library)] == ["no-title"]
    assert not list(check_shape(replace(library, settings=replace(library.settings, pages="mkdocs"))))
