"""How much of an explainer a language has, and which languages get editions of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from tlumach.editions.downloads import without_editions
from tlumach.editions.shared.translated import languages_of, share
from tlumach.library import Library
from tlumach.tracking import Tracker

MakeLibrary = Callable[[Mapping[str, str]], Library]
FILES = {
    "ru/a/index.md": "# А\n\nБ.\n\nВ.",
    "ru/a/more.md": "# Г\n",
    "uk/a/index.md": "# А\n\nБ.\n\nВ.\n\nЗайве.",
    "en/a/more.md": "# D\n",
}


@pytest.mark.parametrize(("language", "expected"), [("ru", 1.0), ("uk", 0.75), ("en", 0.25)])
def test_what_is_there_is_counted_by_blocks(make_library: MakeLibrary, language: str, expected: float) -> None:
    assert share("a/index.md", language, Tracker(make_library(FILES))) == expected


@pytest.mark.parametrize(
    ("least", "languages"), [(50, ["ru", "uk"]), (0, ["ru", "uk", "en"]), (25, ["ru", "uk", "en"]), (100, ["ru"])]
)
def test_the_source_and_what_has_enough_get_editions(
    make_library: MakeLibrary, least: int, languages: list[str]
) -> None:
    library = make_library(FILES)
    library = replace(library, settings=replace(library.settings, least_translated=least))
    tracker = Tracker(library)
    assert languages_of("a/index.md", tracker) == languages
    assert without_editions(tracker) == {
        "download.too_little": [each for each in ("ru", "uk", "en") if each not in languages],
        "download.in_preparation": [],
    }


def test_a_language_in_preparation_gets_none_and_another_reason_is_given(make_library: MakeLibrary) -> None:
    tracker = Tracker(replace(make_library(FILES), in_preparation={"uk": 40}))
    assert languages_of("a/index.md", tracker) == ["ru"]
    assert without_editions(tracker) == {"download.too_little": ["en"], "download.in_preparation": ["uk"]}
