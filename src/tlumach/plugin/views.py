"""What the templates are given to show beside a page's text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from tlumach.blocks.plain_text import plain
from tlumach.editions.reader.anchors import came_from
from tlumach.editions.reader.parts import READERS, file_name
from tlumach.editions.republish.places import offer_place
from tlumach.editions.shared.translated import languages_of
from tlumach.languages.profiles import direction
from tlumach.library import Library
from tlumach.library.byline import Byline, byline_of
from tlumach.library.changes import changes_page
from tlumach.library.pages import GLOSSARY, GLOSSARY_INDEX, Page
from tlumach.library.urls import Alternate, absolute, alternates, between, encoded, hreflang, site_path
from tlumach.plugin.metadata.article import disclosure_of
from tlumach.plugin.metadata.cards import card_path
from tlumach.rendering.extension import Counterpart
from tlumach.settings import Settings
from tlumach.terms.glossary import Term, term_of
from tlumach.terms.uses import name_of, term_links
from tlumach.tracking import NOT_CURRENT, Tracked, Tracker
from tlumach.tracking.definitions import defining
from tlumach.tracking.provenance import provenance_of


@dataclass(frozen=True)
class Nearby:
    """A page of the same explainer: its title, its address within the site, and whether it is the one that is shown."""

    title: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class TermCard:
    """A term as it is shown where it is used: its name in ids, its heading, definition, other names, and its entry's address.

    ``others``: the language, the name, and its direction where that is another than the card's.
    """

    name: str
    language: str
    term: str
    short: str
    definition: str
    others: tuple[tuple[str, str, str], ...]
    url: str


class TermCards:
    """The cards of the terms, each made once for each language of a reader."""

    def __init__(self, tracker: Tracker) -> None:
        """Make cards of the terms of that tracker's library."""
        self._tracker, self._library = tracker, tracker.library
        self._cards: dict[tuple[str, str], TermCard | None] = {}

    def of(self, path: str, language: str) -> TermCard | None:
        """Return the card of the term of that path; None where there is no such page."""
        if (path, language) not in self._cards:
            page = self._library.shown_page(language, path)
            term = term_of(self._library, defining(self._tracker, page)) if page else None
            self._cards[path, language] = self._made(term, language) if term else None
        return self._cards[path, language]

    def _made(self, term: Term, language: str) -> TermCard:
        settings = self._library.settings
        pages = (self._library.page(other, term.path) for other in self._library.offered if other != term.language)
        others = [(other.language, other.term) for page in pages if page and (other := term_of(self._library, page))]
        here = direction(term.language)
        named = [
            (code, name, way if (way := direction(code)) != here else "")
            for code, name in [*others, *term.names.items()]
        ]
        url = encoded(site_path(term.path, language, settings))
        return TermCard(
            name_of(term.path), term.language, term.term, term.short, plain(term.definition), tuple(named), url
        )


@dataclass(frozen=True)
class ShownPage:
    """What a template asks of a page itself."""

    path: str
    language: str
    title: str
    is_term: bool
    is_explainer: bool

    @property
    def direction(self) -> str:
        """The direction of the page's text: ``rtl`` or ``ltr``."""
        return direction(self.language)


@dataclass(frozen=True)
class Freshness:
    """How many blocks are not what the original says now, and since when (ISO 8601, or empty).

    ``with_originals``: at some of them the original stands first, or alone.
    """

    outdated: int
    known_until: str
    with_originals: bool = False


@dataclass(frozen=True)
class PageView:
    """A page as its template sees it: plain values, of which a built page is made and nothing else.

    ``language`` is the reader's: where it is not the page's, the page is not translated.
    """

    page: ShownPage
    language: str
    url: str
    """The address within the site."""
    is_untranslated: bool
    """Whether the source stands here for a translation that is not there."""
    in_preparation: int | None
    """How much of the language is current, in percent, where it is not offered yet; else None."""
    is_translation: bool
    """Whether the page was translated from another language."""
    freshness: Freshness
    terms: tuple[TermCard, ...]
    """The terms that the page uses, in the order of first use; none on the glossary's own list."""
    switch: tuple[Alternate, ...]
    """The page in every language that is offered, and in its own, the source standing in where it is not translated."""
    hreflang: tuple[tuple[str, str], ...]
    """The pairs of language and absolute address for search engines; none for a page that is not translated, or in preparation."""
    canonical: str
    """The absolute address of the page, or of the source that stands in for it."""
    original: Alternate
    """The page in the source language."""
    reader: str
    """The address within the site of the explainer's one file with all languages, as opened from this language; empty on other pages."""
    reuse: str
    """The address within the site of what others may publish the text from; empty on other pages, and where it is not given out."""
    byline: Byline
    """Who published the text and when, how it was translated, who read it, when it was checked."""
    changes: str
    """The address within the site of what has changed in the explainer; empty on other pages, and where nothing has."""
    disclosure: str
    """What programs are told of machines in a translation: ``ai-assisted``, ``ai-autonomous``, or nothing."""
    card: str
    """The absolute address of the picture that goes with a link to the page; empty where it has none."""
    nearby: tuple[Nearby, ...]
    """The pages of the explainer that this page belongs to, its first page first; none on other pages."""


def page_view(page: Page, language: str, tracker: Tracker, cards: TermCards) -> PageView:
    """Gather what the template of a page is to show to readers of a language."""
    settings, is_untranslated = tracker.library.settings, page.language != language
    tracked = tracker.track(page.language, page.path)
    provenance = provenance_of(tracked)
    byline = byline_of(page, tracker.library, settings.say(language), provenance)
    share = tracker.library.in_preparation.get(language)
    found = [] if is_untranslated or share is not None else alternates(page.path, tracker.library)
    return PageView(
        page=ShownPage(page.path, page.language, page.title, page.is_term, page.is_explainer),
        language=language,
        url=site_path(page.path, language, settings),
        is_untranslated=is_untranslated,
        in_preparation=share,
        is_translation=page.language != settings.source and not page.is_made,
        freshness=freshness_of(tracked, tracker),
        terms=tuple(_cards(page, language, cards)),
        switch=tuple(
            Alternate.of(page.path, other, settings)
            for other in settings.languages
            if (other, page.path) not in tracker.library.left_out and other in (language, *tracker.library.offered)
        ),
        hreflang=tuple(hreflang(found, settings.source)),
        canonical=absolute(page.path, page.language, settings),
        original=Alternate.of(page.path, settings.source, settings),
        reader=f"{encoded(f'{READERS}/{file_name(page.path)}')}#{came_from(language)}" if page.is_explainer else "",
        reuse=_reuse(page, language, tracker),
        byline=byline,
        changes=_changes(page, language, tracker.library),
        disclosure=disclosure_of(byline.made, provenance),
        card=settings.site_url + path if (path := card_path(page, settings)) else "",
        nearby=tuple(_nearby(page, language, tracker.library)),
    )


def freshness_of(tracked: Tracked | None, tracker: Tracker) -> Freshness:
    """Return what a reader must know of a page as a whole; of one that is no translation, nothing."""
    if tracked is None:
        return Freshness(0, "")
    return Freshness(tracked.count(NOT_CURRENT), tracked.known_until, tracker.shows_originals(tracked))


def _reuse(page: Page, language: str, tracker: Tracker) -> str:
    is_given_out = page.is_explainer and language in languages_of(page.path, tracker)
    return encoded(offer_place(page.path, language)) if is_given_out else ""


def _changes(page: Page, language: str, library: Library) -> str:
    made = library.shown_page(language, changes_page(page.path)) if page.is_explainer else None
    return encoded(site_path(made.path, language, library.settings)) if made and made.is_made else ""


def _cards(page: Page, language: str, cards: TermCards) -> Iterator[TermCard]:
    paths = () if page.path == GLOSSARY_INDEX else dict.fromkeys(term_links(page).values())
    return (card for path in paths if (card := cards.of(path, language)))


def _nearby(page: Page, language: str, library: Library) -> list[Nearby]:
    folder = PurePosixPath(page.path).parent.as_posix()
    first = f"{folder}/index.md"
    paths = () if folder in (".", GLOSSARY) else library.folders.get(folder, ())
    shown = {path: near for path in paths if (near := library.shown_page(language, path))}
    if first not in shown or not shown[first].is_explainer:
        return []
    in_order = sorted(shown, key=lambda path: (path != first, path))
    return [Nearby(shown[p].title, encoded(site_path(p, language, library.settings)), p == page.path) for p in in_order]


def counterparts(path: str, language: str, tracker: Tracker) -> list[Counterpart]:
    """Return the same page in the other languages that have it, for links from block to block."""
    library = tracker.library
    pages = [page for other in library.offered if other != language and (page := library.page(other, path))]
    return [
        Counterpart(
            page.language,
            library.settings.language_names[page.language],
            between(path, language, page.language, library.settings),
            dict.fromkeys(tracker.ids(page)),
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
