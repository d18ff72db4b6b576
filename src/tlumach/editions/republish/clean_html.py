"""A page as HTML that any program takes: plain elements, no class, no style, no script, every address absolute.

Pictures stand within (`data:`): one that is fetched from the publisher would tell him who reads the text where.
"""

import base64
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement, tostring

from tlumach.editions.shared.book import destination, online, picture_place
from tlumach.editions.shared.html_tree import append_text, classes
from tlumach.editions.shared.page_elements import NOTE, Fragment, Note
from tlumach.editions.shared.pictures import Picture
from tlumach.languages.messages import Messages
from tlumach.library import Library

PictureAt = Callable[[str], Picture | None]
"""Takes a file under `docs/` and returns it as it is handed on; None where it cannot be."""
NO_BREAK = "\u00a0"
WIDEST = 340
"""Pixels: how wide pictures are shown where no style sheet says it, so that a phone shows them whole. They are what they are."""
_ATTRIBUTES = {
    "a": ("href",), "abbr": ("title",), "img": ("alt",), "ol": ("start",), "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan", "scope"),
}  # fmt: skip
_OF_ALL = ("lang", "dir")
_LEFT_OUT = frozenset({
    "button", "embed", "form", "iframe", "input", "link", "meta", "noscript", "object", "script", "select", "style", "svg",
    "template", "textarea",
})  # fmt: skip
_FRAMES = frozenset({"font", "span"})
"""Say nothing without a class or a language."""
_SAID_BY_CLASS = {"admonition": "aside", "headline-label": "small"}
_STRONG = frozenset({"admonition-title", "headline"})


@dataclass
class CleanPage:
    """Writes one page's blocks and notes; what it shows of pictures is kept by name."""

    fragment: Fragment
    say: Messages
    library: Library
    picture_at: PictureAt
    pictures: dict[str, Picture] = field(default_factory=dict)
    _marks: dict[str, int] = field(default_factory=dict)

    def blocks(self, elements: Sequence[Element]) -> str:
        """Return blocks as HTML, each on a line of its own."""
        root = Element("div")
        for element in elements:
            self._put(root, element)
        _let_tables_break(root)
        return "\n".join(_html(child) for child in root)

    def notes(self) -> str:
        """Return the notes as a list under its heading; nothing where there are none."""
        items = [self._note(note) for note in self.fragment.notes]
        heading = f"<h2>{self.say('notes.heading')}</h2>\n<ol>\n"
        return heading + "\n".join(map(_html, items)) + "\n</ol>" if items else ""

    def _note(self, note: Note) -> Element:
        item = Element("li", {"id": f"note-{note.number}"})
        for block in note.blocks:
            self._put(item, block)
        return item

    def _put(self, parent: Element, element: Element) -> None:
        """Put an element, cleaned, at the end of another, and what follows it."""
        if element.tag == "sup" and len(element) == 1 and "footnote-ref" in classes(element[0]):
            self._put_mark(parent, element[0].get("href", "").removeprefix(f"#{NOTE}"))
        elif element.tag == "img":
            self._put_picture(parent, element)
        elif element.tag not in _LEFT_OUT:
            self._put_inner(self._made(parent, element), element)
        append_text(parent, len(parent), element.tail or "")

    def _put_inner(self, made: Element, element: Element) -> None:
        append_text(made, len(made), element.text or "")
        for child in element:
            self._put(made, child)
        if "headline-label" in classes(element):
            SubElement(made, "br")  # a style sheet gives it a line of its own

    def _made(self, parent: Element, element: Element) -> Element:
        """Return the element to fill: one of its own, or the parent where it would say nothing."""
        found = classes(element)
        tag = next((_SAID_BY_CLASS[name] for name in found if name in _SAID_BY_CLASS), element.tag)
        kept = dict(self._attributes(element))
        if (tag in _FRAMES and not kept) or (tag == "a" and "href" not in kept):
            return parent
        made = SubElement(parent, tag, kept)
        return SubElement(made, "strong") if found & _STRONG else made

    def _attributes(self, element: Element) -> Iterator[tuple[str, str]]:
        for name in (*_ATTRIBUTES.get(element.tag, ()), *_OF_ALL):
            value = element.get(name)
            if name == "href":
                value = self._address(value or "")
            if value is not None and (value or name != "href"):
                yield name, value

    def _address(self, target: str) -> str:
        """Return an absolute address; empty where the site has none that a link within it could have."""
        settings, page = self.library.settings, self.fragment.page
        place = destination(target, page, self.say.language, settings)
        if place is None:
            return target
        return online(place, settings) if settings.has_address else ""

    def _put_mark(self, parent: Element, key: str) -> None:
        note = next((note for note in self.fragment.notes if note.key == key), None)
        if note is None:
            return
        self._marks[key] = self._marks.get(key, 0) + 1
        again = f"-{self._marks[key]}" if self._marks[key] > 1 else ""
        mark = SubElement(parent, "sup")
        link = SubElement(mark, "a", {"href": f"#note-{note.number}", "id": f"mark-{note.number}{again}"})
        link.text = f"[{note.number}]"

    def _put_picture(self, parent: Element, element: Element) -> None:
        place = picture_place(element.get("src", ""), self.fragment.page, self.library)
        described = element.get("alt", "")
        if picture := self.picture_at(f"{place.language}/{place.path}"):
            self.pictures.setdefault(picture.name, picture)
            data = base64.b64encode(picture.content).decode()
            said = {"src": f"data:{picture.media_type};base64,{data}", "alt": described, "width": str(WIDEST)}
            SubElement(parent, "img", said)
            return
        words = self.say("edition.picture", description=described)
        if not self.library.settings.has_address:
            append_text(parent, len(parent), words)
            return
        SubElement(parent, "a", {"href": online(place, self.library.settings)}).text = words


def _let_tables_break(root: Element) -> None:
    """Let lines break at every space of a table: no style sheet keeps it from being wider than a phone."""
    for table in root.iter("table"):
        for each in table.iter():
            each.text = each.text and each.text.replace(NO_BREAK, " ")
            if each is not table:
                each.tail = each.tail and each.tail.replace(NO_BREAK, " ")


def _html(element: Element) -> str:
    kept, element.tail = element.tail, None
    text = tostring(element, encoding="unicode", method="html")
    element.tail = kept
    return text
