"""What of a built page a full-text index should hold: the title and the text itself, not the frame around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

_VOID = frozenset(
    {"br", "hr", "img", "input", "link", "meta", "source", "wbr", "area", "base", "col", "embed", "track"}
)
_LEFT_OUT = frozenset({"aside", "nav", "script", "section", "style"})
"""Elements within the article that are notices, and definitions of other pages' terms."""
_LEFT_OUT_CLASSES = frozenset({"block-links", "footnote-ref", "footnote-backref", "headerlink", "voice"})
_INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "dfn", "em", "i", "q", "s", "small", "span", "strong", "sub", "sup"}
)


@dataclass(frozen=True)
class PageText:
    """The language of a page, its title and the text of its article, with white space as it comes."""

    language: str
    title: str
    text: str


def page_text(html: str) -> PageText:
    """Read a built page; without an `<article>` there is no text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return PageText(reader.language, " ".join("".join(reader.title).split()), "".join(reader.text))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.title: list[str] = []
        self.text: list[str] = []
        self._open: list[tuple[str, bool]] = []  # the elements around, and whether each begins what is left out

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "html":
            self.language = attributes.get("lang") or ""
        if tag not in _INLINE:
            self.text.append(" ")
        if tag not in _VOID:
            classes = set((attributes.get("class") or "").split())
            self._open.append((tag, tag in _LEFT_OUT or bool(classes & _LEFT_OUT_CLASSES)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.text.append(" ")
        if tag in (name for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass  # what was not closed by itself

    def handle_data(self, data: str) -> None:
        names = {name for name, _ in self._open}
        if "title" in names and "body" not in names:
            self.title.append(data)
        elif "article" in names and not any(left_out for _, left_out in self._open):
            self.text.append(data)
