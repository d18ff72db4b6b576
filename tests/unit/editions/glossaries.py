"""Small glossaries, odd ones, and the project's own; shared by the tests of the term base."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml
from hypothesis import strategies as st
from lxml import etree
from tests.project import ROOT

from tlumach.editions.termbase.collecting import concepts_of
from tlumach.editions.termbase.concepts import Concept
from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.library.pages import parse_page
from tlumach.settings import Settings

LANGUAGES = {"ru": "Русский", "uk": "Українська", "en": "English"}
SETTINGS = Settings(tuple(LANGUAGES), "https://tlumach.example/", {**LANGUAGES, "ru": "Тлумач"}, LANGUAGES)
GRAMMARS = ROOT / "tests" / "cases" / "termbase"

RU = """---
term: Организация Договора
short: ОДКБ
forms: [Ташкентский пакт, ОДКБ]
kind: organisation
kazakh: ҰҚШҰ
as_of: '2024-12-04'
sources:
  wiki: {title: {ru: Википедия, en: Wikipedia}, url: 'https://example.org/w?a=1&b=2', date: '2022-11', weak: wiki}
  unread: {title: Заметка., url: 'https://example.org/n', by_content: '2021'}
---
# ОДКБ

Военный *союз*[^wiki] — см. [НАТО](nato.md).

Ещё абзац[^unread].
"""
UK = "---\nterm: Організація Договору\nshort: ОДКБ\n---\n# ОДКБ\n\nВійськовий союз[^wiki].\n"
EN = """---
term: Treaty Organization
short: CSTO
forms: [ODKB, Treaty Organisation]
avoid:
  - {form: ODKB, why: A transliteration; the English one is CSTO.}
  - {form: CSTO, why: never}
---
# CSTO

A military alliance.[^wiki]
"""
NATO = "---\nterm: НАТО\nkind: organisation\nas_of: '2025'\n---\n# НАТО\n\nСоюз.\n"
INDEX = "# Глоссарий\n\nТермины.\n"
PAGES = {
    "ru/glossary/csto.md": RU,
    "uk/glossary/csto.md": UK,
    "en/glossary/csto.md": EN,
    "ru/glossary/nato.md": NATO,
    "ru/glossary/index.md": INDEX,
    "ru/about.md": "# О сайте",
}

ODD = st.text(
    st.one_of(
        st.sampled_from(
            "=+-@'\"<>&]/\\\r\n\t;,|{}[]()!*_`^\u2028\u2029\u200f\u202e\u2066\x00\x0b\x85\xa0\ufeff\ufffe\ud800"
        ),
        st.characters(),
    ),
    max_size=20,
)
"""Any text, and often what means something to one of the formats or to none."""


def library(files: Mapping[str, str] = PAGES, settings: Settings = SETTINGS) -> Library:
    pages = {}
    for name, text in files.items():
        language, _, path = name.partition("/")
        pages[language, path] = parse_page(text, language, path)[0]
    return Library(settings, pages)


def concepts(files: Mapping[str, str] = PAGES) -> list[Concept]:
    return concepts_of(library(files))


@cache
def own_library() -> Library:
    """The project's own pages."""
    found, _ = read_library(ROOT)
    assert found
    return found


@st.composite
def odd_libraries(draw: st.DrawFn) -> Library:
    """A glossary whose texts hold anything at all."""
    source = {"title": draw(ODD), "url": draw(ODD), "date": draw(ODD), "weak": draw(ODD)}
    shared = {"kind": draw(ODD), "kazakh": draw(ODD), "as_of": draw(ODD), "sources": {"key": source}}
    files = {
        "ru/glossary/odd.md": _page(_term(draw) | shared, draw(ODD)),
        "en/glossary/odd.md": _page(_term(draw), draw(ODD)),
    }
    return library(files | {"ru/glossary/index.md": f"# {draw(ODD)}"})


def _term(draw: st.DrawFn) -> dict[str, Any]:
    avoid = [{"form": draw(ODD), "why": draw(ODD)}]
    return {"term": draw(ODD), "short": draw(ODD), "forms": draw(st.lists(ODD, max_size=3)), "avoid": avoid}


def _page(meta: Mapping[str, Any], definition: str) -> str:
    return f"---\n{yaml.safe_dump(meta)}---\n\n{definition}[^key]\n"


def texts_of(element: etree._Element) -> list[str]:
    """The texts in an XML tree, in order, without the white space between elements."""
    return [text for text in element.itertext() if text.strip()]


def validate(document: bytes, version: int) -> None:
    """Fail where the document is not what the grammar of that version of TBX-Basic allows."""
    grammar = etree.RelaxNG(etree.parse(GRAMMARS / f"tbx-basic-{version}.rng"))
    grammar.assertValid(etree.fromstring(document))
