"""Pages as an EPUB has them, but for the addresses of links within the site: so far the same for every book, and made once.

Notes and terms are EPUB footnotes, which a reading system can pop up. The semantics are those of EPUB Structural
Semantics 1.1 (`epub:type`) and DPUB-ARIA 1.1 (`role`).
"""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from html import escape
from xml.etree.ElementTree import Element, SubElement

from tlumach.blocks.links import Link
from tlumach.blocks.plain_text import plain
from tlumach.editions.epub.elements import footnote, ident, named, prepare, speak
from tlumach.editions.shared.book import ABOUT, Destination, destination, notices, online, picture_place, term_shown
from tlumach.editions.shared.html_tree import append_text, classes, pairs, xhtml
from tlumach.editions.shared.page_elements import Fragment, Renderer
from tlumach.editions.shared.pictures import Fitter, Picture
from tlumach.languages.messages import load_messages
from tlumach.library.pages import Page
from tlumach.terms.glossary import Term
from tlumach.terms.uses import name_of, term_of_link

ReadFile = Callable[[str], bytes | None]
"""Takes a file under `docs/` (``ru/folder/map.png``) and returns its bytes, None where it is not there."""
_OPEN, _CLOSE = "\x02", "\x03"  # around the number of a destination; the renderer lets no text have them
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")


@dataclass
class Drawn:
    """A page made ready: blocks, notes, and the terms that it uses (in the order of use)."""

    blocks: list[Element]
    notes: list[Element]
    terms: dict[str, Term] = field(default_factory=dict)
    first_uses: dict[str, str] = field(default_factory=dict)


class Drafts:
    """The drafts of a site's pages. Those of pages that stand in many books are kept."""

    def __init__(self, renderer: Renderer, read: ReadFile, fitter: Fitter) -> None:
        """Draw what that renderer renders, with the pictures that ``read`` gives, fitted."""
        self.renderer, self._read, self._fitter = renderer, read, fitter
        self.pictures: dict[str, Picture] = {}
        self.library = renderer.tracker.library
        self._kept: dict[tuple[str, str], str] = {}
        self._numbers: dict[Destination, int] = {}
        self._destinations: list[Destination] = []

    def fragment(self, language: str, page: Page) -> Fragment:
        """Return a page as it is rendered for readers of that language."""
        return self.renderer.fragment(page, load_messages(language))

    def page(self, language: str, page: Page) -> str:
        """Return the body of a page's own chapter."""
        key = (language, page.path)
        if key in self._kept:
            return self._kept[key]
        body = self._chapter(language, page)
        if page.is_term or page.path == ABOUT:
            self._kept[key] = body
        return body

    def drawn(self, language: str, page: Page, prefix: str = "") -> Drawn:
        """Return a page as elements whose ids begin with ``prefix``."""
        fragment = self.fragment(language, page)
        drawn = Drawn(deepcopy(list(fragment.blocks)), [footnote(note) for note in fragment.notes])
        for at, root in enumerate([*drawn.blocks, *drawn.notes]):
            holder = Element("div")
            holder.append(root)
            prepare(holder, prefix)
            self._replace_pictures(holder, language, page)
            for link in holder.iter("a"):
                self._lead(link, language, page, drawn, prefix)
            if at < len(drawn.blocks):
                drawn.blocks[at] = holder[0]
        if page.language != language:
            for root in [*drawn.blocks, *drawn.notes]:
                speak(root, page.language)
        return drawn

    def notice(self, language: str, page: Page) -> list[Element]:
        """Return what must be said of a page's freshness: a paragraph, or nothing."""
        told = " ".join(notices(page, self.renderer.tracker, load_messages(language)))
        notice = Element("p", {"class": "notice", "lang": language, "xml:lang": language})
        notice.text = told
        return [notice] if told else []

    def put_after(self, root: Element, drawn: Drawn, language: str) -> None:
        """Put a language's notes and terms after the text, as asides that reading systems show where they are called."""
        say = load_messages(language)
        if drawn.notes:
            section = SubElement(root, "section", named("notes", language, say("notes.heading")))
            section.extend(drawn.notes)
        if drawn.terms:
            section = SubElement(root, "section", named("terms", language, say("term.on_page")))
            section.extend(self._term(path, drawn, language) for path in drawn.terms)

    def addressed(self, body: str, address: Callable[[Destination], str]) -> str:
        """Return a body with the addresses that a book gives to where its links lead."""
        return _MARK.sub(lambda mark: escape(address(self._destinations[int(mark[1])])), body)

    def _chapter(self, language: str, page: Page) -> str:
        drawn = self.drawn(language, page)
        root = chapter_root()
        root.extend([*drawn.blocks[:1], *self.notice(language, page), *drawn.blocks[1:]])
        self.put_after(root, drawn, language)
        return xhtml(root)

    def _mark(self, place: Destination) -> str:
        if place not in self._numbers:
            self._numbers[place] = len(self._destinations)
            self._destinations.append(place)
        return f"{_OPEN}{self._numbers[place]}{_CLOSE}"

    def _lead(self, link: Element, language: str, page: Page, drawn: Drawn, prefix: str) -> None:
        """Give a link to a term what makes it pop up, another link within the site the mark of where it leads."""
        target = link.get("href", "")
        if "footnote-ref" in classes(link) or link.get("role"):
            return
        found = destination(target, page, language, self.library.settings)
        if found is None:
            return
        path = "" if page.is_term else term_of_link(Link(target, "", 0, 0), page)
        if path and (term := term_shown(path, language, self.library)):
            _pop_up(link, term, drawn, prefix)
        else:
            link.set("href", self._mark(found))

    def _replace_pictures(self, root: Element, language: str, page: Page) -> None:
        for parent, child in pairs(root):
            if child.tag == "img":
                target = picture_place(child.get("src", ""), page, self.library)
                if picture := self._picture(f"{target.language}/{target.path}"):
                    child.set("src", picture.name)
                    child.set("alt", child.get("alt", ""))
                else:
                    words = load_messages(language)("edition.picture", description=child.get("alt", ""))
                    link = Element("a", {"href": online(target, self.library.settings)})
                    link.text, link.tail = words, child.tail
                    parent[list(parent).index(child)] = link

    def _picture(self, file: str) -> Picture | None:
        content = self._read(file)
        picture = self._fitter.fitted(content) if content is not None else None
        return self.pictures.setdefault(picture.name, picture) if picture else None

    def _term(self, path: str, drawn: Drawn, language: str) -> Element:
        term, say = drawn.terms[path], load_messages(language)
        id = drawn.first_uses[path].removesuffix("-use")
        aside = Element("aside", {"epub:type": "footnote", "role": "doc-footnote", "id": id})
        paragraph = SubElement(aside, "p")
        back = SubElement(paragraph, "a", {"href": f"#{id}-use", "role": "doc-backlink"})
        SubElement(back, "strong").text = term.term
        append_text(paragraph, 1, (f" ({term.short})" if term.short else "") + ". " + plain(term.definition) + " ")
        entry = SubElement(paragraph, "a", {"href": self._mark(Destination(language, path))})
        entry.text = say("term.entry")
        if term.language != language:
            speak(aside, term.language)
        return aside


def chapter_root() -> Element:
    """Return an empty chapter."""
    return Element("section", {"epub:type": "chapter", "role": "doc-chapter"})


def _pop_up(link: Element, term: Term, drawn: Drawn, prefix: str) -> None:
    id = ident(f"{prefix}term-{name_of(term.path)}")
    if term.path not in drawn.terms:
        drawn.terms[term.path] = term
        drawn.first_uses[term.path] = f"{id}-use"
        link.set("id", f"{id}-use")
    link.attrib |= {"href": f"#{id}", "epub:type": "noteref", "role": "doc-noteref"}
