"""The chapters of an EPUB: pages as XHTML, with notes and terms as EPUB footnotes that a reading system can pop up.

The semantics are those of EPUB Structural Semantics 1.1 (`epub:type`) and DPUB-ARIA 1.1 (`role`).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from tlumach.editions.book import Book, Destination, destination, notices, online, term_shown
from tlumach.editions.epub_elements import footnote, ident, named, prepare, speak
from tlumach.editions.epub_together import together
from tlumach.editions.fragments import Renderer
from tlumach.editions.html_tree import append_text, classes, pairs, xhtml
from tlumach.glossary import Term
from tlumach.headings import plain
from tlumach.links import Link
from tlumach.messages import Messages
from tlumach.pages import Page
from tlumach.settings import Settings
from tlumach.term_uses import name_of, term_of_link

Picture = Callable[[str], str]
"""Takes a picture's file (as in ``ru/folder/map.png``), returns its name in the book; empty: it is not taken along."""


@dataclass(frozen=True)
class Place:
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


@dataclass
class _Drawn:
    """A fragment made ready for its place: blocks, notes, and the terms that it uses (in the order of use)."""

    blocks: list[Element]
    notes: list[Element]
    terms: dict[str, Term] = field(default_factory=dict)
    first_uses: dict[str, str] = field(default_factory=dict)


class Chapters:
    """Makes the chapters of one book in one or more languages."""

    def __init__(
        self, books: Sequence[Book], renderer: Renderer, says: Mapping[str, Messages], picture: Picture
    ) -> None:
        """Render all pages of the books, so that links between them can be told from those that leave the book."""
        self._books, self._renderer, self._says, self._picture = books, renderer, says, picture
        self._settings: Settings = renderer.tracker.library.settings
        self._fragments = {
            (book.language, page.path): renderer.fragment(page, says[book.language])
            for book in books
            for page in book.all
        }
        self._places = {key: self._place(*key) for key in self._fragments}

    def text(self) -> Chapter:
        """Return the chapter of the text: in one language as it is, in several paragraph by paragraph."""
        first = self._books[0]
        if len(self._books) == 1:
            return self.page(first, first.first)
        drawn = {book.language: self._drawn(book, book.first) for book in self._books}
        root = Element("section", {"epub:type": "chapter", "role": "doc-chapter"})
        root.extend(together({language: each.blocks for language, each in drawn.items()}, first.language))
        notices_of_all = (self._notice(book, book.first) for book in self._books)
        root[1:1] = [notice for notice in notices_of_all if notice is not None]
        for book in self._books:
            self._after(root, drawn[book.language], book)
        place = self._places[first.language, first.first.path]
        return Chapter(place.file, first.first.title, first.language, xhtml(root))

    def page(self, book: Book, page: Page) -> Chapter:
        """Return the chapter of one page."""
        drawn = self._drawn(book, page)
        root = Element("section", {"epub:type": "chapter", "role": "doc-chapter"})
        notice = self._notice(book, page)
        root.extend([*drawn.blocks[:1], *([notice] if notice is not None else []), *drawn.blocks[1:]])
        self._after(root, drawn, book)
        return Chapter(self._places[book.language, page.path].file, page.title, book.language, xhtml(root))

    def _place(self, language: str, path: str) -> Place:
        fragment = self._fragments[language, path]
        is_shared = len(self._books) > 1 and path == self._books[0].first.path
        name = re.sub(r"\W+", "-", path.removesuffix(".md"))
        ids = frozenset(id for block in fragment.blocks for each in block.iter() if (id := each.get("id")))
        prefix = f"{language}-" if is_shared and language != self._books[0].language else ""
        return Place(f"{name}.xhtml" if is_shared else f"{language}-{name}.xhtml", prefix, ids)

    def _drawn(self, book: Book, page: Page) -> _Drawn:
        fragment = self._fragments[book.language, page.path]
        place = self._places[book.language, page.path]
        drawn = _Drawn(deepcopy(list(fragment.blocks)), [footnote(note) for note in fragment.notes])
        for at, root in enumerate([*drawn.blocks, *drawn.notes]):
            holder = Element("div")
            holder.append(root)
            prepare(holder, place.prefix)
            self._replace_pictures(holder, book, page)
            for link in holder.iter("a"):
                self._lead(link, book, page, drawn)
            if at < len(drawn.blocks):
                drawn.blocks[at] = holder[0]
        if page.language != book.language:
            for root in [*drawn.blocks, *drawn.notes]:
                speak(root, page.language)
        return drawn

    def _lead(self, link: Element, book: Book, page: Page, drawn: _Drawn) -> None:
        """Give a link its target in the book, or on the publisher's site."""
        target = link.get("href", "")
        if "footnote-ref" in classes(link) or link.get("role"):
            return
        found = destination(target, page, book.language, self._settings)
        if found is None:
            return
        path = "" if page.is_term else term_of_link(Link(target, "", 0, 0), page)
        if path and (term := term_shown(path, book.language, self._renderer.tracker.library)):
            self._pop_up(link, term, drawn, self._places[book.language, page.path].prefix)
        else:
            link.set("href", self._address(found))

    def _pop_up(self, link: Element, term: Term, drawn: _Drawn, prefix: str) -> None:
        id = ident(f"{prefix}term-{name_of(term.path)}")
        if term.path not in drawn.terms:
            drawn.terms[term.path] = term
            drawn.first_uses[term.path] = f"{id}-use"
            link.set("id", f"{id}-use")
        link.attrib |= {"href": f"#{id}", "epub:type": "noteref", "role": "doc-noteref"}

    def _address(self, found: Destination) -> str:
        place = self._places.get((found.language, found.path))
        if place is None:
            return online(found, self._settings)
        anchor = ident(place.prefix + found.anchor) if found.anchor in place.ids else ""
        return place.file + (f"#{anchor}" if anchor else "")

    def _replace_pictures(self, root: Element, book: Book, page: Page) -> None:
        for parent, child in pairs(root):
            if child.tag == "img":
                target = Destination(page.language, page.target(Link(child.get("src", ""), "", 0, 0)))
                if name := self._picture(f"{target.language}/{target.path}"):
                    child.set("src", name)
                    child.set("alt", child.get("alt", ""))
                else:
                    words = self._says[book.language]("edition.picture", description=child.get("alt", ""))
                    link = Element("a", {"href": online(target, self._settings)})
                    link.text, link.tail = words, child.tail
                    parent[list(parent).index(child)] = link

    def _notice(self, book: Book, page: Page) -> Element | None:
        told = " ".join(notices(page, self._renderer.tracker, self._says[book.language]))
        notice = Element("p", {"class": "notice", "lang": book.language, "xml:lang": book.language})
        notice.text = told
        return notice if told else None

    def _after(self, root: Element, drawn: _Drawn, book: Book) -> None:
        """Put a language's notes and terms after the text, as asides that reading systems show where they are called."""
        say = self._says[book.language]
        if drawn.notes:
            section = SubElement(root, "section", named("notes", book.language, say("notes.heading")))
            section.extend(drawn.notes)
        if drawn.terms:
            section = SubElement(root, "section", named("terms", book.language, say("term.on_page")))
            section.extend(self._term(path, drawn, book) for path in drawn.terms)

    def _term(self, path: str, drawn: _Drawn, book: Book) -> Element:
        term, say = drawn.terms[path], self._says[book.language]
        id = drawn.first_uses[path].removesuffix("-use")
        aside = Element("aside", {"epub:type": "footnote", "role": "doc-footnote", "id": id})
        paragraph = SubElement(aside, "p")
        SubElement(
            SubElement(paragraph, "a", {"href": f"#{id}-use", "role": "doc-backlink"}), "strong"
        ).text = term.term
        append_text(paragraph, 1, (f" ({term.short})" if term.short else "") + ". " + plain(term.definition) + " ")
        entry = SubElement(paragraph, "a", {"href": self._address(Destination(book.language, path))})
        entry.text = say("term.entry")
        if term.language != book.language:
            speak(aside, term.language)
        return aside
