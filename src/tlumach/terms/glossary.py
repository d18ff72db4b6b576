"""The terms of the glossary: each is a page under `glossary/`, in every language."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from tlumach.blocks import BlockKind
from tlumach.front_matter import iso_date
from tlumach.library import Library
from tlumach.library.pages import Page

FORMER, FORMER_LANGUAGE = "kazakh", "kk"
"""The key under which a term had its name in one other language, and that language."""
KINDS = ("person", "organisation", "place", "notion")


@dataclass(frozen=True)
class Avoided:
    """A rendering to avoid, and why."""

    form: str
    why: str


@dataclass(frozen=True)
class Term:
    """A term in one language. ``kind``, ``names`` and ``as_of`` stand on the source-language page and hold for all.

    ``names``: what it is called in languages that are none of the site's, by their codes.
    """

    language: str
    path: str
    term: str
    short: str
    forms: tuple[str, ...]
    avoid: tuple[Avoided, ...]
    definition: str
    kind: str
    names: Mapping[str, str]
    as_of: str

    @property
    def name(self) -> str:
        """The term's name in links and files: ``csto`` of ``glossary/csto.md``."""
        return PurePosixPath(self.path).stem


def terms_in(library: Library, language: str, with_definitions: bool = True) -> list[Term]:
    """Return the terms that have a page in the language, by path; without definitions, front matter tells all of most."""
    return [term for page in library.in_language(language) if (term := term_of(library, page, with_definitions))]


def term_of(library: Library, page: Page, with_definition: bool = True) -> Term | None:
    """Return the term that a page defines; None when the page is no term's. Without its definition, none is read from the page."""
    if not page.is_term:
        return None
    shared: Mapping[str, Any] = source.meta if (source := library.source_of(page)) else {}
    return Term(
        language=page.language,
        path=page.path,
        term=str(page.meta.get("term") or page.title),
        short=str(page.meta.get("short") or ""),
        forms=tuple(str(form) for form in _list(page.meta.get("forms"))),
        avoid=tuple(_avoided(entry) for entry in _list(page.meta.get("avoid")) if isinstance(entry, Mapping)),
        definition=definition_of(page) if with_definition else "",
        kind=kind if (kind := shared.get("kind")) in list(KINDS) else "",
        names=_names(shared, library),
        as_of=iso_date(shared.get("as_of")),
    )


def definition_of(page: Page) -> str:
    """Return the Markdown of a term's definition; empty where its page has none."""
    at = definition_at(page)
    return "" if at is None else page.blocks[at].text


def definition_at(page: Page) -> int | None:
    """Return the index of the block that defines a term: the first paragraph of its page; None where it has none."""
    return next((at for at, block in enumerate(page.blocks) if block.kind is BlockKind.PARAGRAPH), None)


def _names(shared: Mapping[str, Any], library: Library) -> Mapping[str, str]:
    """Return the names in other languages than the site's; `kazakh:` is what `names: {kk: …}` was written as before."""
    given = shared.get("names")
    named = {str(code): str(name) for code, name in given.items()} if isinstance(given, Mapping) else {}
    every = ({FORMER_LANGUAGE: str(shared[FORMER])} if shared.get(FORMER) else {}) | named
    return {code: name for code, name in every.items() if name.strip() and code not in library.settings.languages}


def _avoided(entry: Mapping[str, Any]) -> Avoided:
    return Avoided(str(entry.get("form", "")), str(entry.get("why", "")))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
