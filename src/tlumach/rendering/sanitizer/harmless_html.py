"""HTML that harms nobody and that Markdown itself may make: it becomes elements of the page, which are cleaned like all others."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

from markdown.inlinepatterns import InlineProcessor

from tlumach.rendering.sanitizer.markup_policy import HARMLESS_BLOCKS, HARMLESS_INLINE

_VOID = frozenset({"br", "img"})
_NAMES = "|".join(sorted(HARMLESS_INLINE - _VOID))
PATTERN = rf"<(?P<tag>{_NAMES})(?P<attributes>\s[^<>]*)?>(?P<content>.*?)</(?P=tag)\s*>|<br\s*/?>"
_OWN_LINE = HARMLESS_BLOCKS | {"p"}
_WITHIN = HARMLESS_INLINE | HARMLESS_BLOCKS | frozenset({"p", "img", "em", "strong", "code", "b", "i"})


class HarmlessInline(InlineProcessor):
    """Makes an element of a whole harmless one in running text; one that is never closed is left to those after it."""

    def __init__(self, md: object) -> None:
        """Take a renderer."""
        super().__init__(PATTERN, md)  # type: ignore[arg-type]  # the library's stubs ask for its own class

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is the library's
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """Return the element; what is in it is read as Markdown."""
        element = Element(m["tag"] or "br", _attributes(m["attributes"] or ""))
        element.text = m["content"]
        return element, m.start(0), m.end(0)


def harmless_block(html: str) -> Element | None:
    """Return a block of HTML as one element; None where anything in it is not harmless, or is not closed."""
    if not any(f"<{name}" in html.lower() for name in HARMLESS_BLOCKS):
        return None
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if not reader.is_harmless or reader.open_elements:
        return None
    for details in reader.root.iter("details"):
        details[:], details.text = list(_paragraphs(details)), None
    return reader.root[0] if len(reader.root) == 1 and not (reader.root.text or "").strip() else reader.root


def _paragraphs(element: Element) -> Iterator[Element]:
    """Yield the children of an element, with words that stand between blocks in paragraphs of their own."""
    loose = Element("p")
    loose.text = element.text
    for child in element:
        if child.tag not in _OWN_LINE:
            loose.append(child)
            continue
        if len(loose) or (loose.text or "").strip():
            yield loose
        loose = Element("p")
        loose.text, child.tail = child.tail, None
        yield child
    if len(loose) or (loose.text or "").strip():
        yield loose


def _attributes(written: str) -> dict[str, str]:
    reader = _Reader()
    reader.feed(f"<i{written}>")
    return dict(reader.root[0].attrib) if len(reader.root) else {}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("div")
        self.is_harmless = True
        self._path = [self.root]

    @property
    def open_elements(self) -> bool:
        """Whether anything was opened and not closed."""
        return len(self._path) > 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_harmless &= tag in _WITHIN
        element = SubElement(self._path[-1], tag, dict(_given(attrs)))
        if tag not in _VOID:
            self._path.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_harmless &= tag in _VOID
        SubElement(self._path[-1], tag, dict(_given(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self.open_elements and self._path[-1].tag == tag:
            self._path.pop()
        else:
            self.is_harmless = False

    def handle_data(self, data: str) -> None:
        last = self._path[-1]
        if len(last):
            last[-1].tail = (last[-1].tail or "") + data
        else:
            last.text = (last.text or "") + data

    def handle_decl(self, decl: str) -> None:
        self.is_harmless = False

    def handle_pi(self, data: str) -> None:
        self.is_harmless = False

    def unknown_decl(self, data: str) -> None:
        self.is_harmless = False


def _given(attrs: list[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    """Yield attributes whose names XML can have; `markdown` is no attribute of the page, and two underscores are an extension's own."""
    for name, value in attrs:
        if re.fullmatch(r"(?!__)[A-Za-z_][\w.:-]*", name) and name != "markdown":
            yield name, name if value is None else value
