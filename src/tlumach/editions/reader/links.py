"""Where the links of a page lead within one file: to another row, to a term's definition, or to the site."""

import posixpath
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from tlumach.blocks.links import Link
from tlumach.editions.reader.anchors import GLOSSARY, NOTES, Anchors, note_id, term_id
from tlumach.editions.reader.numbers import Numbers
from tlumach.editions.reader.pictures import Pictures
from tlumach.editions.shared.book import online, picture_place
from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.library.pages import DOCS, GLOSSARY_INDEX, Page
from tlumach.library.urls import absolute
from tlumach.rendering.fragments import MARKED
from tlumach.rendering.generated import NOTES_ID
from tlumach.rendering.picture_sizes import give_size
from tlumach.terms.uses import name_of


@dataclass(frozen=True)
class Links:
    """What the links, marks and pictures of a page become. ``terms`` are the paths of those that the file explains,
    ``own_notes`` the keys of the page's own footnotes, of which each language has its own text."""

    page: Page
    library: Library
    anchors: Anchors
    numbers: Numbers
    pictures: Pictures
    terms: frozenset[str]
    own_notes: frozenset[str]
    say: Messages

    def mark(self, key: str) -> Element | None:
        """Return a footnote mark: a button that opens the note in place, and a link for browsers that cannot do that."""
        number = self.numbers.number(self.page.path, key)
        if number is None:
            return None
        note = note_id(number)
        opened = f"{note}-{self.page.language}" if key in self.own_notes else note
        mark = Element(MARKED)
        SubElement(mark, "button", {"popovertarget": opened, "aria-label": str(number)})  # drawn by the style sheet
        SubElement(mark, "a", {"href": f"#{note}"}).text = str(number)
        return mark

    def replace(self, element: Element) -> Sequence[Element]:
        """Return what stands in the file for a link or a picture of the page."""
        target = element.get("href" if element.tag == "a" else "src", "")
        link = Link(target, "", 0, 0)
        if element.tag == "img":
            return [element] if link.is_external else list(self._picture(element, target))
        if link.is_external:
            return [element]
        path = self.page.target(link)
        if path in self.terms:
            return list(self._term(element, term_id(name_of(path))))
        if id := self._id(path, link.anchor):
            return list(_both(element, id, f"{id}-{self.page.language}"))
        element.set("href", self._online(path, link.anchor))
        return [element]

    def _term(self, element: Element, id: str) -> Iterator[Element]:
        """Yield the words as a label of the button that opens the definition, and a link to it for browsers without popovers.

        A label, since its words wrap like any others, and a button's do not; who listens hears the button alone.
        """
        label = Element("label")
        name = "".join(element.itertext())
        SubElement(label, "button", {"popovertarget": f"{id}-{self.page.language}", "aria-label": name})
        shown = SubElement(label, "span", {"aria-hidden": "true"})
        shown.text = element.text
        shown.extend(list(element))
        yield label
        below = Element("a", {"href": f"#{id}"})
        below.text = "↓"
        yield below

    def _id(self, path: str, anchor: str) -> str:
        if path == GLOSSARY_INDEX:
            return GLOSSARY
        return NOTES if anchor == NOTES_ID and self.anchors.of(path, "") else self.anchors.of(path, anchor)

    def _online(self, path: str, anchor: str) -> str:
        settings = self.library.settings
        if path.endswith(".md"):
            address = absolute(path, self.page.language, settings)
        else:
            address = settings.site_url + settings.prefix(self.page.language) + path
        return f"{address}#{anchor}" if anchor else address

    def _picture(self, element: Element, target: str) -> Iterator[Element]:
        caption, place = element.get("alt", ""), picture_place(target, self.page, self.library)
        found = self.pictures.within(picture_file(target, self.page, self.library))
        if found.address:
            sides = {side: value for side in ("width", "height") if (value := element.get(side))}
            shown = Element("img", {"alt": caption, "src": found.address, **sides})
            give_size(shown, found.size)
            yield shown
        else:
            left_out = Element("a", {"href": online(place, self.library.settings)})
            told = caption or posixpath.basename(place.path)
            left_out.text = self.say("reader.picture", alt=told, size=round(found.weight / 1000))
            yield left_out


def picture_file(target: str, page: Page, library: Library) -> str:
    """Return the file that a picture of a page is taken from."""
    place = picture_place(target, page, library)
    return f"{DOCS}/{place.language}/{place.path}"


def _both(element: Element, id: str, single: str) -> Iterator[Element]:
    """Yield a link within the file twice: to a row in all languages, and, for who reads one language alone, to its cell there.

    The words of the second are drawn by the style sheet: a program that knows none has the link once.
    """
    in_all, alone = deepcopy(element), Element("a")
    for link, target, kind in ((in_all, id, "y"), (alone, single, "z")):
        link.set("href", f"#{target}")
        link.set("class", kind)
    alone.set("aria-label", "".join(element.itertext()))
    alone.tail = element.tail
    yield in_all
    yield alone
