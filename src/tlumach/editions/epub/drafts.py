"""Pages as an EPUB has them, but for the addresses of links within the site: so far the same for every book, and made once.

Notes are EPUB footnotes, which a reading system can pop up; terms are links to their entries. The semantics are those of EPUB Structural
Semantics 1.1 (`epub:type`) and DPUB-ARIA 1.1 (`role`).
"""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from html import escape
from xml.etree.ElementTree import Element, SubElement

from tlumach.editions.epub.elements import footnote, named, prepare, speak, spoken
from tlumach.editions.shared.book import ABOUT, Destination, destination, notices, online, picture_place
from tlumach.editions.shared.html_tree import classes, pairs, xhtml
from tlumach.editions.shared.page_elements import Fragment, Renderer
from tlumach.editions.shared.picture_size import size_of_content
from tlumach.editions.shared.pictures import Fitter, Picture
from tlumach.library.pages import Page
from tlumach.rendering.picture_sizes import give_size

ReadFile = Callable[[str], bytes | None]
"""Takes a file under `docs/` (``ru/folder/map.png``) and returns its bytes, None where it is not there."""
_OPEN, _CLOSE = "\x02", "\x03"  # around the number of a destination; the renderer lets no text have them
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")


@dataclass
class Drawn:
    """A page made ready: its blocks and notes."""

    blocks: list[Element]
    notes: list[Element]


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
        return self.renderer.fragment(page, self.library.settings.say(language))

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
                self._lead(link, language, page)
            if at < len(drawn.blocks):
                drawn.blocks[at] = holder[0]
        if page.language != language:
            for root in [*drawn.blocks, *drawn.notes]:
                speak(root, page.language)
        return drawn

    def notice(self, language: str, page: Page) -> list[Element]:
        """Return what must be said of a page's freshness: a paragraph, or nothing."""
        told = " ".join(notices(page, self.renderer.tracker, self.library.settings.say(language)))
        notice = Element("p", {"class": "notice", **spoken(language)})
        notice.text = told
        return [notice] if told else []

    def put_after(self, root: Element, drawn: Drawn, language: str) -> None:
        """Put a language's notes after the text, as asides that reading systems show where they are called."""
        say = self.library.settings.say(language)
        if drawn.notes:
            section = SubElement(root, "section", named("notes", language, say("notes.heading")))
            section.extend(drawn.notes)

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

    def _lead(self, link: Element, language: str, page: Page) -> None:
        """Give a link within the site the mark of where it leads.

        A link to a term is a link like others: converters put the number of a note in the place of the words of a `noteref`.
        """
        target = link.get("href", "")
        if "footnote-ref" in classes(link) or link.get("role"):
            return
        found = destination(target, page, language, self.library.settings)
        if found is None:
            return
        link.set("href", self._mark(found))

    def _replace_pictures(self, root: Element, language: str, page: Page) -> None:
        for parent, child in pairs(root):
            if child.tag == "img":
                target = picture_place(child.get("src", ""), page, self.library)
                if picture := self._picture(f"{target.language}/{target.path}"):
                    child.set("src", picture.name)
                    child.set("alt", child.get("alt", ""))
                    give_size(child, size_of_content(picture.content))
                else:
                    words = self.library.settings.say(language)("edition.picture", description=child.get("alt", ""))
                    link = Element("a", {"href": online(target, self.library.settings)})
                    link.text, link.tail = words, child.tail
                    parent[list(parent).index(child)] = link

    def _picture(self, file: str) -> Picture | None:
        content = self._read(file)
        picture = self._fitter.fitted(content) if content is not None else None
        return self.pictures.setdefault(picture.name, picture) if picture else None


def chapter_root() -> Element:
    """Return an empty chapter."""
    return Element("section", {"epub:type": "chapter", "role": "doc-chapter"})
