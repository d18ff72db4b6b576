from collections.abc import Callable
from dataclasses import replace

import pytest

from tlumach.checks import check_library
from tlumach.checks.navigation import check_navigation, check_there_are_pages
from tlumach.library import Library

MakeLibrary = Callable[..., Library]


def found(library: Library, *names: str) -> list[tuple[str, int, str]]:
    named = tuple((name, number) for number, name in enumerate(names, 10))
    library = replace(library, settings=replace(library.settings, navigation=named))
    return [(problem.path, problem.line, problem.code) for problem in check_navigation(library)]


def test_each_name_that_is_no_file_of_the_source_language_is_a_problem_of_its_line(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": "# А", "uk/b.md": "# Б"})
    assert found(library, "a.md", "b.md", "x/c.md") == [
        ("mkdocs.yml", 11, "navigation"),
        ("mkdocs.yml", 12, "navigation"),
    ]


@pytest.mark.parametrize("name", ["https://example.org/a.md", "mailto:a@example.org", "/feed.xml", "//example.org/a"])
def test_an_address_is_no_file(make_library: MakeLibrary, name: str) -> None:
    assert found(make_library({"ru/a.md": "# А"}), name) == []


@pytest.mark.parametrize("name", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_an_address_that_no_page_may_lead_to_is_a_problem(make_library: MakeLibrary, name: str) -> None:
    assert found(make_library({"ru/a.md": "# А"}), name) == [("mkdocs.yml", 10, "navigation")]


@pytest.mark.parametrize("name", ["https://[", "http://[x"])
def test_what_is_no_whole_address_is_no_traceback(make_library: MakeLibrary, name: str) -> None:
    found(make_library({"ru/a.md": "# А"}), name)


def test_a_page_that_cannot_be_read_and_a_file_are_there(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": b"\xff", "ru/map.pdf": b"%PDF"})
    assert found(library, "a.md", "map.pdf") == []


def test_the_nearest_page_is_named(make_library: MakeLibrary) -> None:
    library = make_library({"ru/guide/install.md": "# А"})
    named = replace(library.settings, navigation=(("guide/instal.md", 3),))
    (problem,) = check_navigation(replace(library, settings=named))
    assert "Did you mean `guide/install.md`?" in problem.message


def test_of_a_site_of_nothing_one_thing_is_said(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.png": ""})
    library = replace(library, settings=replace(library.settings, navigation=(("index.md", 3), ("about.md", 4))))
    assert [problem.code for problem in check_library(library)] == ["no-pages"]


def test_a_site_of_nothing_says_what_to_write(make_library: MakeLibrary) -> None:
    (problem,) = check_there_are_pages(make_library({"ru/a.png": ""}))
    assert (problem.path, problem.code) == ("mkdocs.yml", "no-pages")
    assert "docs/ru/index.md" in problem.message and "tlumach new" in problem.message
    assert list(check_there_are_pages(make_library({"uk/a.md": "# Один"}))) == []
