"""What of a built page a full-text index should hold: the title and the text itself, not the frame around them."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tlumach.editions.shared.html_tree import classes, parse

_LEFT_OUT = frozenset({"aside", "nav", "script", "section", "style"})
"""Elements within the article that are notices, and definitions of other pages' terms."""
_LEFT_OUT_CLASSES = frozenset({"block-links", "footnote-ref", "footnote-backref", "headerlink", "voice"})
_INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "dfn", "em", "i", "q", "s", "small", "span", "strong", "sub", "sup"}
)


@dataclass(frozen=True)
class PageText:
    """The language of a page, its title and the words of its article."""

    language: str
    title: str
    text: str


def page_text(html: str) -> PageText:
    """Read a built page; without an `<article>` it has no text."""
    tree = parse(html)
    page, title, article = tree.find("html"), tree.find(".//head/title"), tree.find(".//article")
    return PageText(
        page.get("lang", "") if page is not None else "",
        _words(title) if title is not None else "",
        _words(article) if article is not None else "",
    )


def _words(element: Element) -> str:
    return " ".join(_text(element).split())


def _text(element: Element) -> str:
    if element.tag in _LEFT_OUT or classes(element) & _LEFT_OUT_CLASSES:
        return " "
    parts = [element.text or "", *(_text(child) + (child.tail or "") for child in element)]
    gap = "" if element.tag in _INLINE else " "
    return gap + "".join(parts) + gap
