"""A page as the editions need it: its blocks as elements with their ids, and its notes apart from them."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar
from xml.etree.ElementTree import Element

from tlumach.editions.shared.book import ABOUT
from tlumach.editions.shared.html_tree import classes, pairs, parse, remove
from tlumach.editions.shared.kept_html import KeptHtml
from tlumach.languages.messages import Messages
from tlumach.library.pages import Page
from tlumach.rendering.composition import Composed, compose
from tlumach.rendering.extension import Rendering, TlumachExtension, page_renderer
from tlumach.rendering.extensions import extensions_of
from tlumach.rendering.generated import NOTES_ID
from tlumach.tasks.cache import Cache
from tlumach.tracking import Tracker

_FOR_A_BROWSER = frozenset({"block-links", "footnote-backref", "headerlink"})
_NOT_IN_PARAGRAPH = frozenset(
    {"blockquote", "details", "div", "dl", "figure", "ol", "p", "pre", "section", "table", "ul"}
)
NOTE = "fn:"
MARK = "fnref"
Made = TypeVar("Made")
_Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class Note:
    """A footnote: its key, its number on the page, the ids of its marks in the text, and its blocks."""

    key: str
    number: int
    marks: tuple[str, ...]
    blocks: tuple[Element, ...]


@dataclass(frozen=True)
class Fragment:
    """A rendered page: its top-level elements in order (the first is its heading) and its notes by number.

    A mark of a note is `sup > a.footnote-ref`, whose target is the key after ``#fn:``. Targets of links are as written.
    """

    page: Page
    blocks: tuple[Element, ...]
    notes: tuple[Note, ...]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids within the blocks, and those of the notes."""
        within = {id for block in self.blocks for each in block.iter() if (id := each.get("id"))}
        return frozenset(within | {f"{NOTE}{note.key}" for note in self.notes})


class Renderer:
    """Renders pages into fragments, with one instance of the Markdown renderer for all of them, each page once.

    Entries of the glossary and the page about the site, which stand in many books, are kept; of other pages those of one
    explainer, however many they are, until another's are asked for.
    """

    def __init__(self, tracker: Tracker, cache: Cache | None = None) -> None:
        """Make a renderer of the tracker's pages; with ``cache``, what was rendered before of the same is taken from there."""
        self.tracker = tracker
        self._kept = KeptHtml(cache, tracker.library.settings)
        self._extension = TlumachExtension()
        names, configs = extensions_of(tracker.library.settings.markdown, without=("toc",))
        self._markdown = page_renderer([*names, self._extension], configs)
        self._shared: dict[_Key, Any] = {}
        self._folder = ""
        self._of_folder: dict[_Key, Any] = {}

    def fragment(self, page: Page, say: Messages) -> Fragment:
        """Return a page for a reader whose language is that of ``say``. Others get the same elements: copy what you change."""
        return self.once("fragment", page, say.language, lambda: self._rendered(page, say))

    def once(self, what: str, page: Page, language: str, make: Callable[[], Made]) -> Made:
        """Return what ``make`` makes of a page for readers of a language; it is kept as long as the page as it is rendered."""
        kept = self._shared if page.is_term or page.path == ABOUT else self._beside(page)
        key = (what, page.language, page.path, language)
        if key not in kept:
            kept[key] = make()
        found: Made = kept[key]
        return found

    def composed(self, page: Page, say: Messages) -> Composed:
        """Return the Markdown that is rendered for a page."""
        return compose(page, self.tracker, say, with_uses=False)  # a list for a screen, which grows with the site

    def _beside(self, page: Page) -> dict[_Key, Any]:
        """Return what is kept of the pages in a page's folder; what was kept of another folder is let go."""
        if (folder := posixpath.dirname(page.path)) != self._folder:
            self._folder, self._of_folder = folder, {}
        return self._of_folder

    def _rendered(self, page: Page, say: Messages) -> Fragment:
        composed = self.composed(page, say)
        inputs = (page.language, say.language, page.is_term, composed.ids, composed.markdown)
        root = parse(self._kept.html(inputs, lambda: self._html(page, say, composed)))
        _clean(root)
        notes = tuple(_notes(root))
        return Fragment(page, tuple(_blocks(root)), notes)

    def _html(self, page: Page, say: Messages, composed: Composed) -> str:
        settings = self.tracker.library.settings
        own = settings.say(page.language)
        self._extension.rendering = Rendering(composed.ids, say, settings.source, is_term=page.is_term, own=own)
        return self._markdown.reset().convert(composed.markdown)


def _clean(root: Element) -> None:
    """Take out what only a browser needs: permalinks, links back from notes, regions that scroll."""
    for parent, child in pairs(root):
        if classes(child) & _FOR_A_BROWSER:
            remove(parent, child)
        elif child.tag == "div" and "table" in classes(child):
            table = child[0]
            table.attrib = {"id": child.attrib["id"]} if "id" in child.attrib else {}
            table.tail = child.tail
            parent[list(parent).index(child)] = table
        elif child.tag == "p" and any(inner.tag in _NOT_IN_PARAGRAPH for inner in child):
            child.tag = "div"  # the renderer puts code and raw HTML into a paragraph that has an id


def _blocks(root: Element) -> Iterator[Element]:
    for element in root:
        if element.get("id") != NOTES_ID and "footnote" not in classes(element):
            element.tail = None
            yield element


def _notes(root: Element) -> Iterator[Note]:
    marks = _marks(root)
    for number, item in enumerate(root.iterfind("div[@class='footnote']/ol/li"), 1):
        key = item.get("id", "").removeprefix(NOTE)
        _trim(item)
        yield Note(key, number, marks.get(key, ()), tuple(item))


def _marks(root: Element) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for mark in root.iter("sup"):
        link = mark.find("a")
        if link is not None and mark.get("id", "").startswith(MARK):
            key = link.get("href", "").removeprefix(f"#{NOTE}")
            found[key] = (*found.get(key, ()), mark.get("id", ""))
    return found


def _trim(item: Element) -> None:
    """Take the no-break space off the end that stood before the link back."""
    for element in item:
        element.tail = None
        last = element[-1] if len(element) else None
        if last is not None and last.tail:
            last.tail = last.tail.rstrip()
        elif last is None and element.text:
            element.text = element.text.rstrip()
