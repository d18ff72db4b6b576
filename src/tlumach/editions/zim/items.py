"""The items of a ZIM file as libzim asks for them, and what the full-text index holds of each: the title and the text itself,
not the frame around them, in all forms of its words."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from tlumach.editions.reports.addresses import is_ready_text
from tlumach.editions.republish.places import is_offered
from tlumach.editions.shared.html_tree import classes, parse
from tlumach.languages.lemmas import words

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")  # also words of another alphabet than the page's own
_JOINED = re.compile(r"\w+(?:['’ʼ]\w+)+")
Forms = Callable[[str, str], Iterable[str]]
"""Takes a word and its language, returns the forms of that word to be found under."""

_TYPES: Mapping[str, str] = {
    ".css": "text/css", ".gif": "image/gif", ".html": "text/html", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
    ".js": "text/javascript", ".json": "application/json", ".png": "image/png", ".svg": "image/svg+xml",
    ".txt": "text/plain", ".webp": "image/webp", ".woff2": "font/woff2", ".xml": "application/xml",
}  # fmt: skip


def cached(forms: Forms) -> Forms:
    """Return the same with each word asked about once."""
    return lru_cache(maxsize=200_000)(lambda word, language: tuple(forms(word, language)))


def item(writer: Any, path: str, content: bytes, forms: Forms, title: str = "") -> Any:
    """Return a file of the site as an item for ``writer`` (the module `libzim.writer`); ``title``: where it is another than its own.

    What a text is republished from, or a mistake reported with, says what its page says: it is there, and not found.
    """
    is_found = path.endswith(".html") and not (is_offered(path) or is_ready_text(path))
    page = page_text(content.decode()) if is_found else None
    shown = title or (page.title if page else "")
    index = _index(writer, shown, page.text, _forms_of(f"{shown} {page.text}", page.language, forms)) if page else None
    hints = {writer.Hint.FRONT_ARTICLE: page is not None, writer.Hint.COMPRESS: True}

    class Item(writer.Item):  # type: ignore[misc]
        """A file of the site, as libzim asks for it."""

        def get_path(self) -> str:
            return path

        def get_title(self) -> str:
            return shown

        def get_mimetype(self) -> str:
            return _TYPES.get(Path(path).suffix.lower(), "application/octet-stream")

        def get_contentprovider(self) -> Any:
            return writer.StringProvider(content)

        def get_hints(self) -> dict[Any, Any]:
            return hints

        def get_indexdata(self) -> Any:
            return index

    return Item()


def _index(writer: Any, title: str, text: str, more: str) -> Any:
    class Index(writer.IndexData):  # type: ignore[misc]
        """What the full-text index gets of a page."""

        def has_indexdata(self) -> bool:
            return True

        def get_title(self) -> str:
            return for_any_query(title)

        def get_content(self) -> str:
            return for_any_query(f"{text} {more}")

        def get_keywords(self) -> str:
            return ""

        def get_wordcount(self) -> int:
            return len(text.split())

    return Index()


def for_any_query(text: str) -> str:
    """Return the text folded, and then its words that folding changes: libzim folds a query since 9, and did not before."""
    return " ".join([folded(text), *(word for word in _WORD.findall(text.lower()) if folded(word) != word)])


def folded(text: str) -> str:
    """Return the text as libzim folds a query: small letters, no diacritics (й is и, ї is і). It leaves ours as it is."""
    parts = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize(
        "NFC", "".join(part for part in parts if not unicodedata.category(part).startswith("M"))
    )


def _forms_of(text: str, language: str, forms: Forms) -> str:
    """Return the other forms of a text's words; of one with an apostrophe (country’s), which the index has as one word, all."""
    found = {word.text.lower() for word in words(text, language)} | set(_LETTERS.findall(text.lower()))
    within = {part for joined in _JOINED.findall(text.lower()) for part in _LETTERS.findall(joined)}
    return " ".join(sorted({form for word in found for form in forms(word, language)} - (found - within)))


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
