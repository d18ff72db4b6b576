"""Rendered HTML as a tree of elements, which can be taken apart and written as XHTML."""

from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, ParseError, SubElement, fromstring, tostring

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


def parse(html: str) -> Element:
    """Return a `div` that holds what the HTML has. An end tag without its start is dropped; a start without end ends with its parent."""
    try:
        return fromstring(f"<div>{html}</div>")  # the renderer writes XHTML: this is several times as fast
    except ParseError:
        return _parsed_as_html(html)


def _parsed_as_html(html: str) -> Element:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def xhtml(element: Element) -> str:
    """Return an element as XHTML, without namespace and without what follows it."""
    kept, element.tail = element.tail, None
    text = tostring(element, encoding="unicode")
    element.tail = kept
    return text


def classes(element: Element) -> frozenset[str]:
    """Return the classes of an element."""
    return frozenset(element.get("class", "").split())


def remove(parent: Element, child: Element) -> None:
    """Take an element out of its parent; the text that follows it stays."""
    place = list(parent).index(child)
    append_text(parent, place, child.tail or "")
    parent.remove(child)


def append_text(parent: Element, place: int, text: str) -> None:
    """Put text before the child at that place, or at the end."""
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def pairs(root: Element) -> Iterator[tuple[Element, Element]]:
    """Yield each element under the root with its parent; both may be changed on the way."""
    yield from [(parent, child) for parent in root.iter() for child in parent]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("div")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        element = SubElement(self._open[-1], tag, {name: value or "" for name, value in attrs})
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        SubElement(self._open[-1], tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        at = next((at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag == tag), 0)
        if at:
            del self._open[at:]

    def handle_data(self, data: str) -> None:
        append_text(self._open[-1], len(self._open[-1]), data)
