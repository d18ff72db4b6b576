"""A page beside itself in other languages: what it links, what it could link, which blocks belong together."""

from collections.abc import Iterator
from functools import cache

import pytest
from tests.conftest import MakeLibrary

from tlumach.languages.lemmas import Lemmatizer
from tlumach.library.pages import Page, parse_page
from tlumach.term_links.sides import Side, linked_terms, rows_of, side_of
from tlumach.terms.matcher import Matcher
from tlumach.tracking import Tracker

CSTO, DECREE = "glossary/csto.md", "glossary/decree.md"
LINK = "[CSTO](../glossary/csto.md)"


@cache
def matcher() -> Matcher:
    return Matcher({CSTO: ["CSTO"], DECREE: ["decree"]}, "en", Lemmatizer())


def page_of(text: str, path: str = "story/index.md") -> Page:
    return parse_page(text, "en", path)[0]


def side(text: str, path: str = "story/index.md") -> Side:
    return side_of(page_of(text, path), matcher())


def places(side: Side) -> Iterator[tuple[str, int, int]]:
    for term, uses in side.uses.items():
        yield from ((term, *side.place(at, use)) for at, use in uses.items())


def test_a_term_that_is_linked_anywhere_is_not_looked_for() -> None:
    found = side(f"# A\n\nThe CSTO.\n\nA decree of the {LINK}.\n\nDecrees.\n")
    assert found.links == {CSTO: [2]}
    assert {term: list(uses) for term, uses in found.uses.items()} == {DECREE: [2, 3]}


def test_a_block_gives_its_first_use() -> None:
    assert [use.start for use in side("A decree, two decrees.\n").uses[DECREE].values()] == [2]


@pytest.mark.parametrize(
    "block",
    ["# A decree", "    decree", "[^a]: A decree.", "See “The Decree of May”.", "A ![decree](a.png).", "Stop!decree"],
)
def test_some_uses_have_no_link(block: str) -> None:
    assert side(f"Text.\n\n{block}\n").uses == {}


def test_a_term_links_neither_itself_nor_anything_in_its_definition() -> None:
    found = side("# CSTO\n\nThe CSTO signed a decree.\n\nThe CSTO has a decree.\n", CSTO)
    assert {term: list(uses) for term, uses in found.uses.items()} == {DECREE: [2]}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_use_has_its_line_and_its_offset_in_the_file(end: str) -> None:
    text = end.join(["---", "date: '2026-11-22'", "---", "# A", "", "One", "and a decree", "", "- x\u2028y", "- CSTO"])
    found = list(places(side(text)))
    assert [(term, line) for term, line, _ in found] == [(DECREE, 7), (CSTO, 10)]
    assert [text[offset:][:4] for _, _, offset in found] == ["decr", "CSTO"]


def test_the_links_of_each_block_have_their_lines() -> None:
    page = page_of(f"{LINK}\n\nNothing.\n\n- a\n- {LINK} and {LINK}, [d](../glossary/decree.md)\n")
    assert linked_terms(page) == {0: {CSTO: 1}, 2: {CSTO: 6, DECREE: 6}}


def test_a_headline_of_another_text_is_marked() -> None:
    found = side("A decree\n{ .headline }\n\nA decree\n{ .wide }\n")
    assert [found.is_headline(at) for at in (0, 1)] == [True, False]


def test_rows_are_the_blocks_of_all_languages(make_library: MakeLibrary) -> None:
    library = make_library(
        {
            "ru/a.md": "# А\n\nРаз.\n\n- Два.\n",
            "uk/a.md": "# А\n\nРаз.\n",
            "en/a.md": "# A\n\nOne.\n\n- Two.\n\n```\n```\n",
        }
    )
    pages = {language: library.pages[language, "a.md"] for language in ("ru", "uk", "en")}
    assert rows_of(Tracker(library), pages) == [
        {"ru": 0, "uk": 0, "en": 0},
        {"ru": 1, "uk": 1, "en": 1},
        {"ru": 2, "en": 2},
        {"en": 3},
    ]


def test_without_a_source_each_language_has_rows_of_its_own(make_library: MakeLibrary) -> None:
    library = make_library({"uk/a.md": "# А\n", "en/a.md": "# A\n"})
    pages = {language: library.pages[language, "a.md"] for language in ("uk", "en")}
    assert rows_of(Tracker(library), pages) == [{"uk": 0}, {"en": 0}]
