"""What the templates are given to show beside a page's text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from tlumach.addresses import Alternate, absolute, alternates, between, hreflang, site_path
from tlumach.editions.reader.parts import file_name
from tlumach.freshness import State
from tlumach.glossary import Term, term_of
from tlumach.headings import plain
from tlumach.library import Library
from tlumach.markup import Counterpart
from tlumach.pages import GLOSSARY_INDEX, Page
from tlumach.settings import Settings
from tlumach.term_uses import name_of, term_links
from tlumach.tracking import NOT_CURRENT, Tracked, Tracker

READERS = "read"


@dataclass(frozen=True)
class Nearby:
    """A page of the same explainer: its title, its address within the site, and whether it is the one that is shown."""

    title: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class TermCard:
    """A term as it is shown where it is used: its name in ids, its heading, definition, other names, and its entry's address."""

    name: str
    language: str
    term: str
    short: str
    definition: str
    others: Sequence[tuple[str, str]]
    url: str


class TermCards:
    """The cards of the terms, each made once for each language of a reader."""

    def __init__(self, library: Library) -> None:
        """Make cards of the terms of that library."""
        self._library = library
        self._cards: dict[tuple[str, str], TermCard | None] = {}

    def of(self, path: str, language: str) -> TermCard | None:
        """Return the card of the term of that path; None where there is no such page."""
        if (path, language) not in self._cards:
            page = self._library.page(language, path) or self._library.page(self._library.settings.source, path)
            term = term_of(self._library, page) if page else None
            self._cards[path, language] = self._made(term, language) if term else None
        return self._cards[path, language]

    def _made(self, term: Term, language: str) -> TermCard:
        settings = self._library.settings
        pages = (self._library.page(other, term.path) for other in settings.languages if other != term.language)
        others = [(other.language, other.term) for page in pages if page and (other := term_of(self._library, page))]
        named = [*others, ("kk", term.kazakh)] if term.kazakh else others
        url = site_path(term.path, language, settings)
        return TermCard(name_of(term.path), term.language, term.term, term.short, plain(term.definition), named, url)


@dataclass(frozen=True)
class PageView:
    """A page as its template sees it. ``language`` is the reader's: where it is not the page's, the page is not translated."""

    page: Page
    language: str
    tracker: Tracker
    cards: TermCards

    @property
    def library(self) -> Library:
        """The pages of the site."""
        return self.tracker.library

    @property
    def is_untranslated(self) -> bool:
        """Whether the source stands here for a translation that is not there."""
        return self.page.language != self.language

    @property
    def is_translation(self) -> bool:
        """Whether the page was translated from another language."""
        return self.page.language != self.library.settings.source

    @cached_property
    def tracked(self) -> Tracked | None:
        """The translation beside its source."""
        return self.tracker.track(self.page.language, self.page.path)

    @property
    def outdated(self) -> int:
        """How many blocks are not what the original says now."""
        return self.tracked.count(NOT_CURRENT) if self.tracked else 0

    @property
    def unconfirmed(self) -> int:
        """How many blocks nobody has confirmed."""
        return self.tracked.count((State.UNCONFIRMED,)) if self.tracked else 0

    @cached_property
    def terms(self) -> list[TermCard]:
        """The terms that the page uses, in the order of first use; none on the glossary's own list."""
        paths = () if self.page.path == GLOSSARY_INDEX else dict.fromkeys(term_links(self.page).values())
        return [card for path in paths if (card := self.cards.of(path, self.language))]

    @property
    def switch(self) -> list[Alternate]:
        """The page in every language of the site, the source standing in where it is not translated."""
        settings = self.library.settings
        return [Alternate.of(self.page.path, language, settings) for language in settings.languages]

    @property
    def hreflang(self) -> list[tuple[str, str]]:
        """The pairs of language and absolute address for search engines; none for a page that is not translated."""
        if self.is_untranslated:
            return []
        return hreflang(alternates(self.page.path, self.library), self.library.settings.source)

    @property
    def canonical(self) -> str:
        """The absolute address of the page, or of the source that stands in for it."""
        return absolute(self.page.path, self.page.language, self.library.settings)

    @property
    def original(self) -> Alternate:
        """The page in the source language."""
        return Alternate.of(self.page.path, self.library.settings.source, self.library.settings)

    @property
    def reader(self) -> str:
        """The address within the site of the explainer's one file with all languages; empty on other pages."""
        return f"{READERS}/{file_name(self.page.path)}" if self.page.is_explainer else ""

    @property
    def date(self) -> str:
        """The date of an explainer's text (ISO 8601), or an empty text."""
        source = self.library.source_of(self.page)
        return str(source.meta.get("date", "")) if source else ""

    @cached_property
    def nearby(self) -> list[Nearby]:
        """The pages of the explainer that this page belongs to, its first page first; none on other pages."""
        folder = PurePosixPath(self.page.path).parent.as_posix()
        first = f"{folder}/index.md"
        shown = {path: page for path in self.library.folders.get(folder, ()) if (page := self._shown(path))}
        if folder == "." or first not in shown or not shown[first].is_explainer:
            return []
        return [self._nearby(shown[path]) for path in sorted(shown, key=lambda path: (path != first, path))]

    def _shown(self, path: str) -> Page | None:
        return self.library.page(self.language, path) or self.library.page(self.library.settings.source, path)

    def _nearby(self, page: Page) -> Nearby:
        url = site_path(page.path, self.language, self.library.settings)
        return Nearby(page.title, url, page.path == self.page.path)


def counterparts(path: str, language: str, tracker: Tracker) -> list[Counterpart]:
    """Return the same page in the other languages that have it, for links from block to block."""
    library = tracker.library
    pages = [page for other in library.settings.languages if other != language and (page := library.page(other, path))]
    return [
        Counterpart(
            page.language,
            library.settings.language_names[page.language],
            between(path, language, page.language, library.settings),
            frozenset(tracker.ids(page)),
        )
        for page in pages
    ]


def missing_page_name(language: str, settings: Settings) -> str:
    """Return the file of a language's page for what was not found, such as ``uk/404.html``."""
    return f"{settings.prefix(language)}404.html"


def sitemap(library: Library) -> list[Mapping[str, object]]:
    """Return an entry for each page in each language: its address, and the pairs of language and address of all."""
    entries: list[Mapping[str, object]] = []
    for path in library.paths:
        found = alternates(path, library)
        pairs = hreflang(found, library.settings.source)
        entries += ({"address": alternate.absolute, "hreflang": pairs} for alternate in found)
    return entries
