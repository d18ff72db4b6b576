"""Rendering outside MkDocs: the blocks of a page as pieces of HTML that can be put beside those of another language.

The renderer and its extensions are those of `mkdocs.yml`, but for footnotes and ids: who renders gives the footnote marks,
the links and the pictures the form that the edition needs.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from tlumach.blocks.syntax import MarkdownSettings
from tlumach.rendering.extensions import extensions_of
from tlumach.rendering.fast_paths import with_fast_paths
from tlumach.rendering.machine_words import MachineWords
from tlumach.rendering.quick.patterns import OWN_MARK
from tlumach.rendering.quick.serializer import to_html
from tlumach.rendering.sanitizer.sanitizer import Sanitizer

PLAIN_CODE = {"pymdownx.highlight": {"use_pygments": False}}
BOX, DETAILS, PICTURE = "box", "details", "picture"
MARKED = "sup"  # what a footnote mark becomes: links in it are not looked at again
_BEFORE_LINKS = 175  # where the renderer's own footnotes stand
_AFTER_ALL = -10
_SEPARATOR = "\x04"  # no text has it, and no strip() takes it for white space
_QUOTED = re.compile(r'="([^\s"\'=<>`]+)"(?=[^<>]*>)')  # within a tag: elsewhere the next angle bracket opens one


class Node(NamedTuple):
    """A piece of a rendered page: its tag, its classes, and either the HTML within it or the pieces that it is made of.

    Of pieces are made: lists (of items), tables (of rows, these of cells), boxes and folded boxes (the first is the title, empty
    where there is none). A picture that stands alone has its source and description in ``attributes``.
    """

    tag: str
    html: str = ""
    classes: str = ""
    children: tuple["Node", ...] = ()
    attributes: Mapping[str, str] = MappingProxyType({})


Replace = Callable[[Element], Sequence[Element]]
"""Takes a link or a picture and gives what stands in its place."""
Mark = Callable[[str], Element | None]
"""Takes the key of a footnote mark and gives what stands in its place; None leaves the mark as it is written."""


class BlockRenderer:
    """Renders pieces of Markdown, many pages with one renderer."""

    def __init__(self, settings: MarkdownSettings | None = None) -> None:
        """Make a renderer of Markdown with those extensions, that leaves marks and links as they are until ``render`` is told otherwise."""
        self.mark: Mark = lambda key: None
        self.replace: Replace = lambda element: [element]
        self._nodes: list[Node] = []
        names, configs = extensions_of(settings or MarkdownSettings(), without=("footnotes", "toc"))
        self.words = MachineWords()
        own: list[str | Extension] = [*dict.fromkeys([*names, *PLAIN_CODE]), Sanitizer(), self.words, _Edition(self)]
        self._markdown = with_fast_paths(Markdown(extensions=own, extension_configs=configs | PLAIN_CODE))
        self._markdown.serializer = self._serialized

    def render(self, texts: Sequence[str], elements: Sequence[int], mark: Mark, replace: Replace) -> list[list[Node]]:
        """Return the nodes of each text; ``elements`` says how many top-level elements each should make.

        Where the renderer makes another number of them in all, each text is rendered by itself, with those that make none:
        they are definitions, which any text may need.
        """
        self.mark, self.replace = mark, replace
        nodes = iter(self._rendered("\n\n".join(texts)))
        shared = [list(islice(nodes, number)) for number in elements]
        if [len(found) for found in shared] == list(elements) and next(nodes, None) is None:
            return shared
        silent = [text for text, number in zip(texts, elements, strict=True) if not number]
        return [self._rendered("\n\n".join((text, *silent))) for text in texts]

    def _rendered(self, text: str) -> list[Node]:
        self._nodes = []
        self._markdown.reset()
        leaves = iter(self._markdown.convert(text.replace(_SEPARATOR, "")).split(_SEPARATOR))
        return [_filled(node, leaves) for node in self._nodes]

    def _serialized(self, root: Element) -> str:
        """Return the HTML of all leaves, so that the renderer's last steps see it, and keep the tree that they belong to."""
        self._nodes = [_node(element) for element in root]
        return "<div>" + _SEPARATOR.join(leaf for node in self._nodes for leaf in _leaves(node)) + "</div>"


class _Edition(Extension):
    def __init__(self, renderer: BlockRenderer) -> None:
        super().__init__()
        self.renderer = renderer

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is the library's
        md.inlinePatterns.register(_Marks(self.renderer, md), "edition-marks", _BEFORE_LINKS)
        md.treeprocessors.register(_Links(self.renderer, md), "edition-links", _AFTER_ALL)


class _Marks(InlineProcessor):
    def __init__(self, renderer: BlockRenderer, md: Markdown) -> None:
        super().__init__(OWN_MARK, md)
        self.renderer = renderer

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is the library's
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        element = self.renderer.mark(m["key"])
        return (None, None, None) if element is None else (element, m.start(0), m.end(0))


class _Links(Treeprocessor):
    def __init__(self, renderer: BlockRenderer, md: Markdown) -> None:
        super().__init__(md)
        self.renderer = renderer

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for child in [child for child in parent if child.tag in ("a", "img") and parent.tag != MARKED]:
                self._replace(parent, child)

    def _replace(self, parent: Element, child: Element) -> None:
        place, tail = list(parent).index(child), child.tail
        child.tail = None
        new = self.renderer.replace(child)
        parent[place : place + 1] = new
        new[-1].tail = tail


def _node(element: Element) -> Node:
    classes = element.get("class", "")
    if element.tag in ("ul", "ol"):
        return Node(element.tag, classes=classes, children=tuple(_leaf(item) for item in element))
    if element.tag == "table":
        rows = (Node("tr", children=tuple(_leaf(cell) for cell in row)) for row in element.iter("tr"))
        return Node("table", children=tuple(rows))
    if element.tag == "div" and "admonition" in classes.split():
        has_title = len(element) > 0 and element[0].get("class") == "admonition-title"
        title = () if has_title else (Node("p"),)
        return Node(BOX, classes=classes.replace("admonition", "").strip(), children=(*title, *map(_node, element)))
    if element.tag == "details":
        return Node(DETAILS, classes=classes, children=tuple(map(_node, element)))
    if element.tag == "p" and len(element) == 1 and element[0].tag == "img" and not _text(element):
        return Node(PICTURE, html=_markup(element[0]), attributes=dict(element[0].attrib))
    return _leaf(element)


def _text(element: Element) -> str:
    return ((element.text or "") + (element[0].tail or "")).strip()


def _leaf(element: Element) -> Node:
    only = element[0] if element.tag == "li" and len(element) == 1 else None
    inner = only if only is not None and only.tag == "p" and not (element.text or "").strip() else element
    html = _markup(inner)
    html = html[html.index(">") + 1 :].removesuffix(f"</{inner.tag}>").strip()
    return Node(element.tag, html, element.get("class", "").replace("admonition-title", ""))


def _markup(element: Element) -> str:
    """Return an element's HTML, quotation marks left off where HTML needs none."""
    return _QUOTED.sub(r"=\1", to_html(element)).strip()


def _leaves(node: Node) -> Iterator[str]:
    if node.children:
        for child in node.children:
            yield from _leaves(child)
    else:
        yield node.html


def _filled(node: Node, leaves: Iterator[str]) -> Node:
    if node.children:
        return Node(node.tag, "", node.classes, tuple(_filled(child, leaves) for child in node.children))
    return Node(node.tag, next(leaves, ""), node.classes, (), node.attributes)
