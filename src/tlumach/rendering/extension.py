"""What is ours in the rendering of Markdown: the one place that imports `markdown`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from string import ascii_lowercase
from types import MappingProxyType
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from tlumach.blocks.quoting import CLASS as ORIGINAL
from tlumach.languages.messages import Messages
from tlumach.rendering.composition import SNIPPET_MARK
from tlumach.rendering.extensions import with_plain_icons
from tlumach.rendering.fast_paths import with_fast_paths
from tlumach.rendering.generated import NOTES_ID
from tlumach.rendering.machine_words import MachineWords
from tlumach.rendering.picture_sizes import SizeOf, give_size
from tlumach.rendering.sanitizer.sanitizer import Sanitizer
from tlumach.rendering.stashed_blocks import hold_blocks_in_divs

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
ADDRESSES = {"a": "href", "img": "src"}
HEADLINE = "headline"
NOTES = "footnote"
BEFORE_THE_TABLE_OF_CONTENTS = 6  # which reads ids at 5; attribute lists are done at 8, footnotes placed at 50
BEFORE_THE_LINKS_OF_MKDOCS = 1  # it looks at them at 0, and knows of few pages
BEFORE_ALL = 1001
AFTER_ALL_LINKS = -10  # ours need no looking at


@dataclass(frozen=True)
class Counterpart:
    """The same page in another language: its language, that language's name, its address from here, its blocks' ids."""

    language: str
    name: str
    address: str
    ids: Mapping[str, None]
    """A set in order, the same in every process."""


@dataclass(frozen=True)
class Rendering:
    """What the rendering of one page needs to know: an id for each top-level element (empty: none), the words, the others."""

    ids: Sequence[str]
    say: Messages = field(repr=False)
    source_language: str
    counterparts: Sequence[Counterpart] = field(default=())
    terms: Mapping[str, str] = field(default_factory=dict)
    """The names of terms by the targets of links to them, as written in the page."""
    is_term: bool = False
    own: Messages | None = field(default=None, repr=False)
    """The words in the language of the page's text, where that is another than the reader's."""
    address: Callable[[str], str] = field(default=str, repr=False)
    """Turns the target of a link or a picture, as written, into its address in the built page."""
    report: str = ""
    """The address of the page with what is ready for reports on its blocks, from here; empty where there is none."""
    size: SizeOf = field(default=lambda target: None, repr=False)
    """Tells how large a picture is, by its target as written."""


class TlumachExtension(Extension):
    """Gives blocks their ids and permalinks, and labels what is not the text itself. Set ``rendering`` before each page."""

    def __init__(self) -> None:
        """Make an extension that does nothing until a page is set."""
        super().__init__()
        self.rendering: Rendering | None = None
        self.disagrees = False
        self.words = MachineWords()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is the library's
        """Register the steps and the sanitizer between them."""
        Sanitizer().extendMarkdown(md)
        self.words.extendMarkdown(md)
        md.preprocessors.register(_Language(self, md), "tlumach-language", BEFORE_ALL)
        md.treeprocessors.register(_Blocks(self, md), "tlumach-blocks", BEFORE_THE_TABLE_OF_CONTENTS)
        md.treeprocessors.register(_Addresses(self, md), "tlumach-addresses", BEFORE_THE_LINKS_OF_MKDOCS)
        md.treeprocessors.register(_Links(self, md), "tlumach-links", AFTER_ALL_LINKS)


def page_renderer(
    extensions: Sequence[str | Extension], configs: Mapping[str, dict[str, Any]] = MappingProxyType({})
) -> Markdown:
    """Return a renderer with these extensions, for many pages: it is reset before each."""
    return with_fast_paths(Markdown(extensions=extensions, extension_configs=with_plain_icons(extensions, configs)))


class _Step(Treeprocessor):
    def __init__(self, extension: TlumachExtension, md: Markdown) -> None:
        super().__init__(md)
        self.extension = extension


class _Language(Preprocessor):
    """Tells in which language the renderer's own words are said, before anything is rendered."""

    def __init__(self, extension: TlumachExtension, md: Markdown) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        page = self.extension.rendering
        self.extension.words.say = (page.own or page.say) if page else None
        return lines


class _Blocks(_Step):
    """Sets the blocks' ids. Where the splitter and the renderer disagree, none is set: a wrong one would mislead."""

    def run(self, root: Element) -> None:
        if not (page := self.extension.rendering):
            return
        elements = list(_without_snippets(root))
        self.extension.disagrees = len(elements) != len(page.ids)
        if not self.extension.disagrees:
            for element, id in zip(elements, page.ids, strict=True):
                if id and id != SNIPPET_MARK:
                    element.set("id", id)
        for mark in [element for element in root if element.text == SNIPPET_MARK]:
            root.remove(mark)
        hold_blocks_in_divs(root, self.md)
        _wrap_tables(root, page.say)
        _label_headlines(root, page.say)
        _mark_originals(root, page.source_language)
        _head_notes(root, page.say)
        _mark_terms(root, page.terms)


def _without_snippets(root: Element) -> Iterator[Element]:
    """Yield the elements of a page that its own blocks make, with the marks around what is put in from other files."""
    within = False
    for element in root:
        is_mark = element.text == SNIPPET_MARK
        if is_mark or not (within or element.get("class") == NOTES):
            yield element
        within ^= is_mark


class _Addresses(_Step):
    """Gives links and pictures the addresses that they have in the built page, and pictures their sizes."""

    def run(self, root: Element) -> None:
        if not (page := self.extension.rendering):
            return
        for picture in root.iter("img"):
            give_size(picture, page.size(picture.get("src", "")))
        for tag, attribute in ADDRESSES.items():
            for element in root.iter(tag):
                if target := element.get(attribute):
                    element.set(attribute, page.address(target))


class _Links(_Step):
    """Gives each paragraph and heading a permalink, links to the same place in the other languages, and one to report a mistake.

    Their marks are drawn by the style sheet, so that what is copied, searched or read in a reader's mode is the text alone.
    """

    def run(self, root: Element) -> None:
        if not (page := self.extension.rendering):
            return
        if page.is_term:
            _define(root)
        if self.extension.disagrees:
            return
        own = set(filter(None, page.ids))
        for element in root:
            if element.get("id") in own and element.tag in ("p", *HEADINGS[1:]):
                _add_links(element, str(element.get("id")), page)


def _add_links(element: Element, id: str, page: Rendering) -> None:
    links = SubElement(element, "span", {"class": "block-links"})
    what = "block.link" if element.tag == "p" else "block.heading_link"
    SubElement(links, "a", {"class": "block-link", "href": f"#{id}", "aria-label": page.say(what)})
    for other in page.counterparts:
        if id in other.ids:
            named = {"hreflang": other.language, "lang": other.language, "aria-label": other.name}
            SubElement(links, "a", {"class": "block-other", "href": f"{other.address}#{id}", **named})
    if page.report:
        said = {"class": "block-report", "title": page.say("report.link")}
        SubElement(links, "a", {"href": f"{page.report}#{id}", **said})


def _label_headlines(root: Element, say: Messages) -> None:
    """Say above a headline of another story that it is that; the source's words themselves stay as they are."""
    for element in root:
        if element.tag == "p" and HEADLINE in element.get("class", "").split():
            label = Element("span", {"class": "headline-label"})
            label.text, label.tail, element.text = say("headline.label"), element.text, None
            element.insert(0, label)


def _mark_originals(root: Element, language: str) -> None:
    """Say of which language an original is that stands folded in a translation."""
    for details in root.iter("details"):
        if details.get("class") == ORIGINAL:
            for element in details:
                if element.tag != "summary":
                    element.set("lang", language)


def _head_notes(root: Element, say: Messages) -> None:
    for place, element in enumerate(root):
        if element.tag == "div" and element.get("class") == NOTES:
            heading = Element("h2", {"id": NOTES_ID, "data-search-exclude": ""})
            heading.text = say("notes.heading")
            root.insert(place, heading)
            _tell_ways_back_apart(element)
            _number_marks(root, element)
            return


def _tell_ways_back_apart(notes: Element) -> None:
    """Give the links from a note to the places that cite it letters, where there are several: ↩a, ↩b."""
    for note in notes.iter("li"):
        back = [link for link in note.iter("a") if link.get("class") == "footnote-backref"]
        if len(back) > 1:
            for number, link in enumerate(back):
                letter = ascii_lowercase[number] if number < len(ascii_lowercase) else str(number + 1)
                link.text = f"{link.text}{letter}"
                link.set("title", f"{link.get('title')} ({letter})")


def _number_marks(root: Element, notes: Element) -> None:
    """Give the marks of notes short ids, which only the ways back lead to: names of notes, twice for each, are a good part of a page."""
    marks = (mark for mark in root.iter("sup") if mark.get("id", "").startswith("fnref"))
    short = {mark.get("id", ""): f"fnref{number}" for number, mark in enumerate(marks, 1)}
    for mark in root.iter("sup"):
        if id := short.get(mark.get("id", "")):
            mark.set("id", id)
    for link in notes.iter("a"):
        if id := short.get(link.get("href", "").removeprefix("#")):
            link.set("href", f"#{id}")


def _wrap_tables(root: Element, say: Messages) -> None:
    """Put each table into a region that scrolls on a narrow screen, by keyboard too (WCAG 2.1.1), and not the whole page."""
    has_any = next(root.iter("table"), None) is not None
    parents = [parent for parent in root.iter() if parent.find("table") is not None] if has_any else []
    number = count(1)
    for parent in parents:
        for place, element in enumerate(list(parent)):
            if element.tag == "table":
                label = {
                    "class": "table",
                    "role": "region",
                    "aria-label": f"{say('table.region')} {next(number)}",
                    "tabindex": "0",
                }
                region = Element("div", label)
                region.tail, element.tail = element.tail, None
                if id := element.attrib.pop("id", ""):
                    region.set("id", id)
                element.set("class", "data")
                region.append(element)
                parent[place] = region


def _mark_terms(root: Element, terms: Mapping[str, str]) -> None:
    """Mark the first use of each term as that; later ones stay plain links."""
    seen: set[str] = set()
    for link in _links_outside_headings(root):
        name = terms.get(link.get("href", ""), "")
        if name and name not in seen:
            seen.add(name)
            link.set("class", "term")


def _links_outside_headings(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == "a":
            yield child
        elif child.tag not in HEADINGS:
            yield from _links_outside_headings(child)


def _define(root: Element) -> None:
    """Say that a term's page defines what its heading names (`<dfn>`)."""
    heading = root.find("h1")
    if heading is not None:
        defined = Element("dfn")
        defined.text, heading.text = heading.text, None
        defined.extend(list(heading))
        heading[:] = [defined]
