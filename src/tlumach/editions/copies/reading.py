"""Reading a copy that was handed on (one-file reader, EPUB or plain text) into its paragraphs, by language."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree, html  # type: ignore[import-untyped]

from tlumach.editions.copies.delta import MOST_BYTES
from tlumach.editions.copies.version import Version, version_in

_BLOCK_NAMES = (
    "address article aside blockquote body caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header "
    "li main nav ol p pre section summary table tbody td tfoot th thead title tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_UNSEEN = frozenset({"button", "script", "style", "template", "title"})
_MARK = re.compile(r"\[\d+\]|↓")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CODE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
"""A language's code (BCP 47): what a stranger's file says instead is not taken."""
_RULE = re.compile(r"[=\-_*~]{3,}")


class NoCopyError(ValueError):
    """A file that cannot be read as a copy; the words say why, for a person."""


class Paragraph(NamedTuple):
    """A paragraph as a reader sees it, with single spaces and without marks of notes; the language (empty: not told)."""

    language: str
    text: str


@dataclass(frozen=True)
class Copy:
    """What stands in a copy: its version (None: it carries none), its paragraphs in order."""

    version: Version | None
    paragraphs: tuple[Paragraph, ...]


def read_copy(file: Path) -> Copy:
    """Return what a file holds. Raises NoCopyError, with a reason in words, where it is none of the three kinds or is damaged."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise NoCopyError("is larger than any copy")
        content = file.read_bytes()
    except OSError as error:
        raise NoCopyError(f"cannot be read: {error.strerror}") from error
    return _copy(list(_of_book(file))) if content.startswith(b"PK\x03\x04") else copy_of(content)


def copy_of(content: bytes) -> Copy:
    """Return what a one-file reader or a text holds. Raises NoCopyError, with a reason in words, where it is neither."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NoCopyError("is neither HTML, EPUB nor text in UTF-8") from error
    if "<html" in text[:2000].lower():
        return _copy(list(_of_html(content)))
    copy = _copy(list(_of_text(text)))
    if copy.version is None:
        raise NoCopyError("carries no version, so it is no text that Tlumach made")
    return copy


def _copy(paragraphs: list[Paragraph]) -> Copy:
    """Put aside the lines that carry the version: they differ between any two."""
    versions = [(each, version_in(each.text)) for each in paragraphs]
    version = next((found for _, found in versions if found), None)
    return Copy(version, tuple(each for each, found in versions if not found))


def _of_text(text: str) -> Iterator[Paragraph]:
    for part in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")):
        kept = [line for line in part.split("\n") if not _RULE.fullmatch(line.strip())]
        yield from _paragraph("", " ".join(kept))


def _of_html(content: bytes) -> Iterator[Paragraph]:
    try:
        root = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, ValueError) as error:
        raise NoCopyError("holds no HTML that can be read") from error
    said = _said(root, root, "")
    for (_, language), words in groupby(said, key=lambda each: each[:2]):
        yield from _paragraph(language, "".join(each[2] for each in words))


def _said(element: html.HtmlElement, block: html.HtmlElement, language: str) -> Iterator[tuple[int, str, str]]:
    """Yield each text of an element with the block that it stands in and its language."""
    told = element.get("lang") or element.get(_LANGUAGE) or ""
    language = told if _CODE.fullmatch(told) else language
    block = element if element.tag in _BLOCKS else block
    is_mark = element.tag == "sup" and element.find(".//a") is not None
    if isinstance(element.tag, str) and element.tag not in _UNSEEN and not is_mark:
        yield id(block), language, element.text or (" " if element.tag == "br" else "")
        for child in element:
            yield from _said(child, block, language)
            yield id(block), language, child.tail or ""


def _of_book(file: Path) -> Iterator[Paragraph]:
    try:
        with ZipFile(file) as book:
            for name in _chapters(book):
                yield from _of_html(_unpacked(book, name))
    except (BadZipFile, KeyError, etree.XMLSyntaxError, OSError, StopIteration, RuntimeError) as error:
        raise NoCopyError("is no whole EPUB") from error


def _chapters(book: ZipFile) -> Iterator[str]:
    """Yield the files of a book in reading order (EPUB 3.3, "The spine element")."""
    strict = etree.XMLParser(resolve_entities=False, no_network=True)
    container = etree.fromstring(_unpacked(book, "META-INF/container.xml"), strict)
    place = next(each.get("full-path") or "" for each in container.iter("{*}rootfile"))
    package = etree.fromstring(_unpacked(book, place), strict)
    files = {item.get("id"): item.get("href") or "" for item in package.iter("{*}item")}
    for each in package.iter("{*}itemref"):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(files[each.get("idref")])))


def _unpacked(book: ZipFile, name: str) -> bytes:
    if book.getinfo(name).file_size > MOST_BYTES:
        raise NoCopyError("unpacks to more than any copy holds")
    return book.read(name)


def _paragraph(language: str, text: str) -> Iterator[Paragraph]:
    words = " ".join(_MARK.sub("", text).split())
    if words:
        yield Paragraph(language, words)
