from collections.abc import Callable

import pytest

from tlumach.checks.file_names import check_file_names
from tlumach.library import Library

MakeLibrary = Callable[..., Library]


def test_ordinary_names_are_good(make_library: MakeLibrary) -> None:
    names = ["ru/глава-1/index.md", "uk/a_b.c.md", "en/img/map (2).png", "en/a,b.webp", "ru/отчёт.pdf", "ru/карта.svg"]
    assert not list(check_file_names(make_library(dict.fromkeys(names, "# А"))))


@pytest.mark.parametrize(
    "name",
    ['"onload="x.md', "<b>.md", "a'b.md", "a&b.md", "a#b.png", "a?b.md", "a%2e.md", "a:b.md", "a\\b.md", "a\nb.md"],
)
def test_a_name_with_signs_that_mean_something_else(make_library: MakeLibrary, name: str) -> None:
    (problem,) = check_file_names(make_library({f"ru/{name}": "# А"}))
    assert (problem.path, problem.code) == (f"docs/ru/{name}", "unsafe-name")


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "x/a.js", "a.xhtml", "a.svgz", "a.xml"])
def test_a_file_that_a_browser_would_run(make_library: MakeLibrary, name: str) -> None:
    (problem,) = check_file_names(make_library({f"uk/{name}": "x"}))
    assert (problem.path, problem.code) == (f"docs/uk/{name}", "unsafe-file")
