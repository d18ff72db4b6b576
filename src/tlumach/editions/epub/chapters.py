"""The chapters of an EPUB: the drafts of its pages, with links that lead within the book wherever they can.

The blocks of a page in several languages, each beside those of the others that have its id.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tlumach.editions.epub.drafts import Drafts, chapter_root
from tlumach.editions.epub.elements import ident, spoken
from tlumach.editions.epub.report_chapter import report_chapter
from tlumach.editions.shared.book import Book, Destination, online
from tlumach.editions.shared.html_tree import xhtml
from tlumach.library.pages import Page


@dataclass(frozen=True)
class ChapterPlace:
    """Where a page stands in the book: its file, what its ids begin with there, and the ids that it has."""

    file: str
    prefix: str
    ids: frozenset[str]


@dataclass(frozen=True)
class Chapter:
    """A file of the book: its name, title, language, and the XHTML of its body."""

    file: str
    title: str
    language: str
    body: str
    type: str = "bodymatter"


class Chapters:
    """Makes the chapters of one book in one or more languages."""

    def __init__(self, books: Sequence[Book], drafts: Drafts) -> None:
        """Give every page of the books its place, so that links between them can be told from those that leave the book."""
        self._books, self._drafts = books, drafts
        self._places = {(book.language, page.path): self._place(book, page) for book in books for page in book.all}

    def text(self) -> Chapter:
        """Return the chapter of the text: in one language as it is, in several paragraph by paragraph."""
        first = self._books[0]
        if len(self._books) == 1:
            return self.page(first, first.first)
        drawn = {
            book.language: self._drafts.drawn(book.language, book.first, self._of(book, book.first).prefix)
            for book in self._books
        }
        root = chapter_root()
        root.extend(together({language: each.blocks for language, each in drawn.items()}, first.language))
        root[1:1] = [notice for book in self._books for notice in self._drafts.notice(book.language, book.first)]
        for language, each in drawn.items():
            self._drafts.put_after(root, each, language)
        return self._chapter(first, first.first, xhtml(root))

    def page(self, book: Book, page: Page) -> Chapter:
        """Return the chapter of one page."""
        return self._chapter(book, page, self._drafts.page(book.language, page))

    def report(self, book: Book) -> Chapter:
        """Return the chapter that says how to report a mistake: lines to fill in, and the code of each paragraph."""
        say = self._drafts.library.settings.say(book.language)
        draft = report_chapter(book, self._drafts.renderer, say, self._address)
        return Chapter(f"{book.language}-report.xhtml", say("report.title"), book.language, xhtml(draft), "backmatter")

    def address(self, book: Book, block: str) -> str:
        """Return where a paragraph of a book's text stands: the file of its chapter, with its id there."""
        return self._address(Destination(book.language, book.first.path, block))

    def _chapter(self, book: Book, page: Page, draft: str) -> Chapter:
        body = self._drafts.addressed(draft, self._address)
        return Chapter(self._of(book, page).file, page.title, book.language, body)

    def _of(self, book: Book, page: Page) -> ChapterPlace:
        return self._places[book.language, page.path]

    def _place(self, book: Book, page: Page) -> ChapterPlace:
        language, first = book.language, self._books[0]
        is_shared = len(self._books) > 1 and page.path == first.first.path
        name = re.sub(r"\W+", "-", page.path.removesuffix(".md"))
        prefix = f"{language}-" if is_shared and language != first.language else ""
        ids = self._drafts.fragment(language, page).ids
        return ChapterPlace(f"{name}.xhtml" if is_shared else f"{language}-{name}.xhtml", prefix, ids)

    def _address(self, found: Destination) -> str:
        place = self._places.get((found.language, found.path))
        if place is None:
            return online(found, self._drafts.library.settings)
        anchor = ident(place.prefix + found.anchor) if found.anchor in place.ids else ""
        return place.file + (f"#{anchor}" if anchor else "")


def together(blocks: Mapping[str, Sequence[Element]], first: str) -> Iterator[Element]:
    """Yield each block of the first language with those of the others that have its id."""
    segments = {
        language: _segments(each, f"{language}-" if language != first else "") for language, each in blocks.items()
    }
    known = list(segments[first])
    for language in blocks:
        _attach_strangers(segments[language], known)
    for id in known:
        group = Element("div", {"class": "together"})
        for language, found in segments.items():
            for element in found.get(id, ()):
                group.append(_in_language(element, language, first))
        yield group


def _in_language(element: Element, language: str, first: str) -> Element:
    kind = {} if language == first else {"class": "translation"}
    wrapper = Element("div", {**kind, **spoken(language)})
    wrapper.append(element)
    return wrapper


def _segments(blocks: Sequence[Element], prefix: str) -> dict[str, list[Element]]:
    """Return the blocks by their id without prefix; what has none goes with the block before it."""
    found: dict[str, list[Element]] = {}
    id = ""
    for block in blocks:
        id = block.get("id", "").removeprefix(prefix) or id
        found.setdefault(id, []).append(block)
    return found


def _attach_strangers(segments: dict[str, list[Element]], known: Sequence[str]) -> None:
    """Put what the first language has not with the block before it."""
    last = known[0] if known else ""
    for id in list(segments):
        if id in known:
            last = id
        else:
            segments.setdefault(last, []).extend(segments.pop(id))
