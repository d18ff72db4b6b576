"""What an explainer's edition holds, and where its links lead: shared by the formats that are read from front to back."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from tlumach.blocks.links import Link
from tlumach.editions.copies.version import version_of
from tlumach.languages.collation import sort_key
from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.library.byline import Byline, byline_of, revised_beside
from tlumach.library.dates import revised
from tlumach.library.pages import GLOSSARY, GLOSSARY_INDEX, Page
from tlumach.library.provenance import sentences
from tlumach.library.urls import absolute, encoded, site_path
from tlumach.rendering.composition import has_lists
from tlumach.settings import Settings
from tlumach.tasks.cache import digest_of
from tlumach.tasks.tasks import Glance
from tlumach.terms.glossary import Term, term_of
from tlumach.terms.uses import term_links
from tlumach.tracking import NOT_CURRENT, Tracker
from tlumach.tracking.provenance import provenance_of

ABOUT = "about.md"


@dataclass(frozen=True)
class Book:
    """An explainer for a reader of one language; the source stands in for a page that is not translated.

    ``pages``: the text first, then the explainer's other pages by path. ``terms``: those that these use, by the alphabet.
    """

    language: str
    pages: tuple[Page, ...]
    terms: tuple[Page, ...]
    about: Page | None

    @property
    def first(self) -> Page:
        """The page of the text."""
        return self.pages[0]

    @property
    def all(self) -> tuple[Page, ...]:
        """Every page, in reading order."""
        return (*self.pages, *self.terms, *((self.about,) if self.about else ()))


@dataclass(frozen=True)
class Destination:
    """Where a link within the site leads: a page in a language, and an anchor on it (empty: the page's top)."""

    language: str
    path: str
    anchor: str = ""


def explainers(library: Library) -> list[str]:
    """Return the paths of the first pages of all explainers."""
    return [page.path for page in library.origins() if page.is_explainer]


def book_of(explainer: str, language: str, library: Library) -> Book:
    """Return an explainer (the path of its first page) for a reader of that language."""
    folder = PurePosixPath(explainer).parent.as_posix()
    paths = [explainer, *(path for path in library.folders[folder] if path != explainer)]
    pages = tuple(page for path in paths if (page := shown(path, language, library)))
    used = dict.fromkeys(path for page in pages for path in term_links(page).values())
    entries = [page for path in used if (page := shown(path, language, library))]
    entries.sort(key=lambda page: sort_key(page.title, language))
    return Book(language, pages, tuple(entries), shown(ABOUT, language, library))


def shown(path: str, language: str, library: Library) -> Page | None:
    """Return what a reader of that language gets under a path: the page, or the source where it is not translated."""
    return library.shown_page(language, path)


def term_shown(path: str, language: str, library: Library) -> Term | None:
    """Return a term as a reader of that language gets it."""
    page = shown(path, language, library)
    return term_of(library, page) if page else None


def destination(target: str, page: Page, language: str, settings: Settings) -> Destination | None:
    """Return where a link of a page leads; None outside the site. Ours between languages name built files (`.html`)."""
    link = Link(target, "", 0, 0)
    if link.is_external:
        return None
    if not link.path.endswith(".html"):
        return Destination(language, page.target(link), link.anchor)
    folder = posixpath.dirname(site_path(page.path, language, settings))
    file = posixpath.normpath(posixpath.join(folder, link.path)).removesuffix(".html") + ".md"
    other = next((each for each in settings.translations if file.startswith(settings.prefix(each))), settings.source)
    return Destination(other, file.removeprefix(settings.prefix(other)), link.anchor)


def picture_place(target: str, page: Page, library: Library) -> Destination:
    """Return where a picture of a page lies: beside it, in the folder that it names, or else in the source language's."""
    written = page.target(Link(target, "", 0, 0))
    named, _, within = posixpath.normpath(f"{page.language}/{written}").partition("/")
    is_there = f"{named}/{within}" in library.other_files
    return Destination(named if is_there else library.settings.fallback, within)


def online(place: Destination, settings: Settings) -> str:
    """Return the address of a destination on the publisher's site."""
    if not place.path.endswith(".md"):
        return settings.site_url + encoded(settings.prefix(place.language) + place.path)
    return absolute(place.path, place.language, settings) + (f"#{place.anchor}" if place.anchor else "")


def notices(page: Page, tracker: Tracker, say: Messages) -> Iterator[str]:
    """Yield what a reader must know of a page's freshness; nothing of a page that is current.

    Who read the text itself stands in the imprint; of another page it is said here where not all of it is read.
    """
    if page.language != say.language:
        yield say("fresh.untranslated")
    if tracked := tracker.track(page.language, page.path):
        if outdated := tracked.count(NOT_CURRENT):
            yield say("fresh.outdated", count=outdated)
            if tracked.known_until:
                yield say("fresh.until", date=say.date(tracked.known_until))
            yield say("fresh.marked_with_originals" if tracker.shows_originals(tracked) else "fresh.marked")
        elif not page.is_explainer and (provenance := provenance_of(tracked)).unread:
            yield from (f"{each.words.removesuffix('.')}." for each in sentences(provenance, say))


def imprint(book: Book, tracker: Tracker, say: Messages) -> list[str]:
    """Return what stands at the front of an edition: whose words these are, who read them, of what date, from where, the rights,
    and which version it is."""
    library = tracker.library
    byline = byline_in(book, tracker, say)
    revised_on = revised_beside(byline, library, [page.path for page in book.pages], book.language)
    return [
        byline.line,
        say("edition.online", address=absolute(book.first.path, book.language, library.settings)),
        *([say("edition.revised", date=say.date(revised_on))] if revised_on else []),
        *rights(library.settings, say),
        version_of(book.first.path, tracker).said(say),
    ]


def byline_in(book: Book, tracker: Tracker, say: Messages) -> Byline:
    """Return what stands above the headline of a book's text."""
    first = book.first
    return byline_of(first, tracker.library, say, provenance_of(tracker.track(first.language, first.path)))


def rights(settings: Settings, say: Messages) -> list[str]:
    """Return the sentence on the licence of the publisher's own texts; nothing where the settings name none."""
    return [say("edition.rights", license=settings.license)] if settings.license else []


def revised_in(book: Book, library: Library) -> str:
    """Return the day on which a book's text was last confirmed (ISO 8601); empty where none is known."""
    return revised(library, [page.path for page in book.pages], book.language)


def told_of_all(tracker: Tracker) -> str:
    """Return what tells what every edition of pages depends on, beside its own pages: languages, what is said of them, changes."""
    library = tracker.library
    return digest_of((library.offered, library.settings.told(), tracker.changes.known))


def at_a_glance(tracker: Tracker, shared: object) -> Glance[str]:
    """Return what tells what an edition of an explainer is made of: its own files, unless its pages show others or list pages.

    ``shared`` tells what of all terms, and of what stands in every edition, is seen in it.
    """
    library = tracker.library

    def told(explainer: str) -> object:
        folder = posixpath.dirname(explainer)
        pages = library.under(library.folders[folder])
        is_alone = not any(tracker.facts(page).files or has_lists(page, tracker) for page in pages)
        return (explainer, library.around(folder)) if is_alone else None

    return Glance(shared, told)


def term_paths(library: Library) -> list[str]:
    """Return the paths of all terms."""
    return [path for path in library.paths if path.startswith(f"{GLOSSARY}/") and path != GLOSSARY_INDEX]


def file_name(explainer: str, language: str, extension: str) -> str:
    """Return the name of an edition's file, such as ``kazakhstan-arms-export.uk.epub``; without language it holds all."""
    name = PurePosixPath(explainer).parent.as_posix().replace("/", "-")
    return f"{name}.{language}.{extension}" if language else f"{name}.{extension}"
