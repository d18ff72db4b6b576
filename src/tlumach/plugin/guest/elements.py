"""The top-level elements of a page's HTML, each with its place in the text: what is added to them changes nothing else."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
HIDDEN = frozenset({"script", "style", "svg", "template"})
WRAPPERS = frozenset({"html", "head", "body"})
"""What plugins that read a page with a parser for whole documents put around it."""
NO_TEXT = frozenset({"headerlink", "footnote-ref"})
"""The classes of links that are added to headings, and of marks of footnotes."""


@dataclass
class Element:
    """A top-level element: its name, classes and id, its text, and where its start tag, its content and itself end."""

    tag: str
    classes: frozenset[str]
    id: str
    start: int
    """Where the name of the tag ends: attributes are put there."""
    inside: int
    """Where its content begins."""
    until: int = 0
    """Where its content ends."""
    end: int = 0
    """Where what follows it begins."""
    texts: list[str] = field(default_factory=list)

    @property
    def begin(self) -> int:
        """Where its start tag begins."""
        return self.start - len(self.tag) - 1

    @property
    def text(self) -> str:
        """The text, without that of scripts and of links to headings."""
        return "".join(self.texts)


def top_level(html: str) -> tuple[list[Element], set[str]]:
    """Return the top-level elements of a page, and all ids on it; no elements where tags are not closed in their order."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return ([] if reader.open or reader.is_broken else reader.found), reader.ids


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self.found: list[Element] = []
        self.ids: set[str] = set()
        self.open: list[str] = []
        self.is_broken = False
        self._quiet: list[int] = []
        """How deep the elements lie whose text does not count."""
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in WRAPPERS:
            return
        values = {name: value or "" for name, value in attrs}
        if id := values.get("id"):
            self.ids.add(id)
        classes = frozenset(values.get("class", "").split())
        if not self.open:
            start = self._here()
            element = Element(tag, classes, id or "", start + 1 + len(tag), start + len(self.get_starttag_text() or ""))
            element.until = element.end = element.inside
            self.found.append(element)
        if tag not in VOID:
            self.open.append(tag)
            if tag in HIDDEN or NO_TEXT & classes:
                self._quiet.append(len(self.open))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID | WRAPPERS:
            self._close()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or tag in WRAPPERS:
            return
        if not self.open or self.open[-1] != tag:
            self.is_broken = True
            return
        self._close()
        if not self.open:
            element, here = self.found[-1], self._here()
            element.until, element.end = here, self.html.index(">", here) + 1

    def handle_data(self, data: str) -> None:
        if self.open and not self._quiet:
            self.found[-1].texts.append(data)

    def _close(self) -> None:
        if self._quiet and self._quiet[-1] == len(self.open):
            self._quiet.pop()
        self.open.pop()

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
