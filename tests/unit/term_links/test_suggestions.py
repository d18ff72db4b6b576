"""Uses of terms that are not linked: where they are found, and what writing the links changes."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import NAMES, MakeLibrary

from tlumach.blocks import split
from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.settings import Settings
from tlumach.term_links.suggestions import Standing, Unlinked, unlinked, with_links
from tlumach.terms.site_matchers import TermWords
from tlumach.tracking import Tracker

PATH = "story/index.md"
TERMS = {
    "csto": {"ru": "ОДКБ", "uk": "ОДКБ", "en": "CSTO"},
    "decree": {"ru": "указ", "uk": "указ", "en": "decree"},
    "nick": {"ru": "«российское НАТО»", "uk": "«російське НАТО»", "en": "“Russian NATO”"},
}
GLOSSARY = {
    f"{language}/glossary/{name}.md": f"---\nterm: {term}\n---\n# А\n\nБ.\n"
    for name, terms in TERMS.items()
    for language, term in terms.items()
}
LINK = re.compile(r"\[([^\[\]]*)\]\((?:\.\./)?glossary/[a-z]+\.md\)")


def library_of(pages: Mapping[str, str], path: str = PATH) -> Library:
    files = {**GLOSSARY, **{f"{language}/{path}": text for language, text in pages.items()}}
    parsed = {}
    for name, text in files.items():
        language, _, rest = name.partition("/")
        parsed[language, rest] = parse_page(text, language, rest)[0]
    return Library(Settings(tuple(NAMES), "https://tlumach.example/", NAMES, NAMES), parsed)


@cache
def words() -> TermWords:
    """The words of the terms above, for all tests: to read the dictionaries takes long."""
    return TermWords(library_of({}))


def found_on(pages: Mapping[str, str], asked: list[str] | None = None, path: str = PATH) -> list[Unlinked]:
    library = library_of(pages, path)
    return unlinked(Tracker(library), words(), path, asked or list(NAMES))


def fixed(pages: Mapping[str, str]) -> dict[str, str]:
    """The pages after links were written wherever that keeps the languages in step."""
    found = [each for each in found_on(pages) if each.in_step]
    return {
        language: with_links(text, [each for each in found if each.language == language])
        for language, text in pages.items()
    }


@pytest.mark.cases("terms_check/linking")
def test_what_is_not_linked(case: dict[str, Any]) -> None:
    found = found_on(case["pages"], case.get("asked"))
    said = [f"{each.language}:{each.line} {each.surface}{'' if each.in_step else ' by hand'}" for each in found]
    assert sorted(said) == sorted(case["found"])
    for each in found:
        assert case["pages"][each.language][each.offset :].startswith(each.surface)


@pytest.mark.cases("terms_check/linking")
def test_a_second_run_writes_nothing(case: dict[str, Any]) -> None:
    once = fixed(case["pages"])
    twice = fixed(once)  # without a record, a link that was written may change which blocks are paired: then once more
    assert fixed(twice) == twice


@pytest.mark.parametrize(
    ("path", "target"),
    [("a.md", "glossary/csto.md"), (PATH, "../glossary/csto.md"), ("glossary/index.md", "csto.md"), ("a/b/c.md", "../../glossary/csto.md")],
)  # fmt: skip
def test_the_link_is_relative_to_the_page(path: str, target: str) -> None:
    assert [each.link for each in found_on({"ru": "Вот ОДКБ.\n"}, path=path)] == [f"[ОДКБ]({target})"]


def test_what_the_other_languages_have_there_is_said() -> None:
    pages = {"ru": "Вот ОДКБ.\n", "uk": "Ось [ОДКБ](../glossary/csto.md).\n", "en": "There is the CSTO.\n"}
    russian, english = found_on(pages)
    assert [(each.file, each.line, each.standing) for each in russian.beside] == [
        (f"docs/uk/{PATH}", 1, Standing.LINKED),
        (f"docs/en/{PATH}", 1, Standing.UNLINKED),
    ]
    assert [each.standing for each in english.beside] == [Standing.UNLINKED, Standing.LINKED]
    assert found_on({"ru": "Вот ОДКБ.\n", "uk": "Ось.\n"})[0].beside[0].standing is Standing.UNKNOWN


def test_a_page_of_the_glossary_does_not_link_itself_nor_from_its_definition(make_library: MakeLibrary) -> None:
    text = "---\nterm: указ\n---\n# Указ\n\nУказ — не ОДКБ.\n\nУказ и ОДКБ.\n"
    library = make_library({**GLOSSARY, "ru/glossary/decree.md": text})
    found = unlinked(Tracker(library), words(), "glossary/decree.md", ["ru"])
    assert [(each.line, each.surface) for each in found] == [(8, "ОДКБ")]


def test_links_are_written_into_every_language_together() -> None:
    pages = {"ru": "Указ ОДКБ.\n", "uk": "Указ ОДКБ.\n", "en": "A decree of the CSTO.\n"}
    assert fixed(pages) == {
        "ru": "[Указ](../glossary/decree.md) [ОДКБ](../glossary/csto.md).\n",
        "uk": "[Указ](../glossary/decree.md) [ОДКБ](../glossary/csto.md).\n",
        "en": "A [decree](../glossary/decree.md) of the [CSTO](../glossary/csto.md).\n",
    }


PIECES = st.sampled_from(
    [
        "ОДКБ", "указом", "«российским НАТО»", "Указ", "слово", "`указ`", "[указ](b.md)", "[ОДКБ](../glossary/csto.md)", "«Указ и право»",
        "*", "**", "«", "»", "(", ")", "[", "]", "!", "\\", "<b>", "</b>", "[^n]", "$", "|", ".", ",", "—", ":",
    ]
)  # fmt: skip
GAPS = st.sampled_from(
    [" ", "\n", "\n\n", "\r\n", "\n\n- ", "\n\n> ", "\n> ", "\n\n# ", "\n\n    ", "\n\n!!! note\n    ", ""]
)
TEXTS = st.lists(st.tuples(PIECES, GAPS), max_size=25).map(
    lambda found: "".join(one + gap for one, gap in found) + "\n"
)


@given(TEXTS, TEXTS)
def test_only_links_are_written_and_nothing_more_by_a_second_run(russian: str, ukrainian: str) -> None:
    pages = {"ru": russian, "uk": ukrainian}
    once = fixed(pages)
    for language, text in pages.items():
        written = [each for each in found_on(pages) if each.language == language and each.in_step]
        assert len(once[language]) - len(text) == sum(len(each.link) - len(each.surface) for each in written)
        assert LINK.sub(r"\1", once[language]) == LINK.sub(r"\1", text)
        kinds = [[block.kind for block in split(each)[0]] for each in (text, once[language])]
        assert kinds[0] == kinds[1]
    twice = fixed(once)  # without a record, a link that was written may change which blocks are paired: then once more
    assert fixed(twice) == twice
