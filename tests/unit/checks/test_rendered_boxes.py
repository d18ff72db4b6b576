from collections.abc import Callable
from dataclasses import replace

import pytest

from tlumach.checks.rendered_blocks import check_box_titles
from tlumach.library import Library

MakeLibrary = Callable[..., Library]


def lines(make_library: MakeLibrary, box: str, pages: str = "mkdocs", language: str = "uk") -> list[int]:
    library = make_library({f"{language}/a.md": f"---\ntitle: А\n---\n# А\n\n{box}\n\n    Текст\n"})
    settings = replace(library.settings, pages=pages, box_titles={"uk": frozenset({"note", "tip big"})})
    return [problem.line for problem in check_box_titles(replace(library, settings=settings))]


@pytest.mark.parametrize(
    "box", ["!!! note inline end", "??? note inline", "???+ Note inline", "    !!! note inline end  "]
)
def test_a_title_that_stays_in_english_is_found(make_library: MakeLibrary, box: str) -> None:
    assert lines(make_library, box) == [6]


@pytest.mark.parametrize(
    "box",
    [
        "!!! note",
        '!!! note inline end "Так"',
        '!!! note inline ""',
        "!!! warning inline end",
        "!!! tip big",
        "note inline end",
    ],
)
def test_what_has_a_title_is_left(make_library: MakeLibrary, box: str) -> None:
    assert lines(make_library, box) == []


def test_only_of_pages_and_languages_that_it_concerns(make_library: MakeLibrary) -> None:
    assert lines(make_library, "!!! note inline end", pages="tlumach") == []
    assert lines(make_library, "!!! note inline end", language="en") == []
