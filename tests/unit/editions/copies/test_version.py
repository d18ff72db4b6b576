"""The version of an explainer: what changes its code, and how it is read again from a copy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import MakeLibrary
from tests.unit.editions.conftest import FILES

from tlumach.editions.copies.code_words import count
from tlumach.editions.copies.version import Version, version_in, version_of
from tlumach.languages.messages import Messages, load_messages
from tlumach.tracking import Tracker

LAND = "land/index.md"


def number_of(make_library: MakeLibrary, **changed: str) -> int:
    files = FILES | {name.replace("__", "/") + ".md": text for name, text in changed.items()}
    return version_of(LAND, Tracker(make_library(files))).number


@pytest.mark.parametrize("file", ["ru/land/index.md", "uk/land/index.md", "ru/land/more.md", "uk/glossary/mountain.md"])
def test_a_word_anywhere_in_it_makes_another_version(make_library: MakeLibrary, file: str) -> None:
    changed = {file.removesuffix(".md").replace("/", "__"): FILES[file] + "\nЩе.\n"}
    assert number_of(make_library) != number_of(make_library, **changed)


def test_other_pages_and_line_ends_make_none(make_library: MakeLibrary) -> None:
    before = number_of(make_library)
    assert before == number_of(make_library, ru__about="# О сайте\n\nДругие.\n")
    assert before == number_of(make_library, ru__land__more=FILES["ru/land/more.md"].replace("\n", "\r\n"))


@pytest.fixture(scope="module")
def words() -> dict[str, Messages]:
    return {language: load_messages(language) for language in ("uk", "fr", "de", "tr", "kk")}


@given(
    st.integers(0, count() - 1), st.sampled_from(["2026-12-03", ""]), st.sampled_from(["uk", "fr", "de", "tr", "kk"])
)
def test_what_a_copy_says_is_read_again(words: dict[str, Messages], number: int, day: str, language: str) -> None:
    version = Version(day, number)
    said = version.said(words[language])
    assert version_in(f"Vorher 2026-01-01. {said} Danach.") == version
    assert version_in(said.replace(" ", "\n   ")) == version  # a program folded the line


def test_what_is_no_version() -> None:
    assert version_in("2026-12-03: six words that are no code") is None
    assert version_in("") is None
