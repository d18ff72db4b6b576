"""The items of a ZIM file as libzim asks for them, and the words under which the full-text index finds them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from tlumach.editions.zim.indexed_text import page_text
from tlumach.languages.lemmas import words

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")  # also words of another alphabet than the page's own
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
    """Return a file of the site as an item for ``writer`` (the module `libzim.writer`); ``title``: where it is another than its own."""
    page = page_text(content.decode()) if path.endswith(".html") else None
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
    """Return the other forms of a text's words."""
    found = {word.text.lower() for word in words(text, language)} | set(_LETTERS.findall(text.lower()))
    return " ".join(sorted({form for word in found for form in forms(word, language)} - found))
