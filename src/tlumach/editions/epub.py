"""EPUB 3: an explainer in one language, and in all of them with the text paragraph by paragraph.

A book is a zip of XHTML and of small XML files (EPUB 3.3, https://www.w3.org/TR/epub-33/), so it is made with the
standard library and Jinja, which the project has anyway; the same input and timestamp give the same bytes.
"""

import posixpath
import textwrap
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tlumach.addresses import absolute
from tlumach.editions.book import Book, book_of, day, explainers, file_name, imprint
from tlumach.editions.epub_chapters import Chapter, Chapters
from tlumach.editions.epub_packing import files_of, zipped
from tlumach.editions.fragments import Renderer
from tlumach.messages import load_messages
from tlumach.settings import Settings
from tlumach.tracking import Tracker

EXTENSION = "epub"
LARGEST_PICTURE = 2_000_000  # bytes; a larger one becomes a link with its description
_PICTURES = {
    ".gif": "image/gif", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".svg": "image/svg+xml",
}  # fmt: skip
ReadFile = Callable[[str], bytes | None]
"""Takes a file under `docs/` (``ru/folder/map.png``) and returns its bytes, None where it is not there."""


@dataclass(frozen=True)
class _Picture:
    file: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class _Entry:
    """A line of the contents; without a file it only heads its children."""

    title: str
    language: str
    file: str = ""
    children: tuple["_Entry", ...] = ()


@dataclass
class _Pictures:
    """The pictures that a book takes along, each once."""

    read: ReadFile
    found: dict[str, _Picture] = field(default_factory=dict)

    def name(self, file: str) -> str:
        extension = posixpath.splitext(file)[1].lower()
        content = self.read(file) if extension in _PICTURES else None
        if content is None or len(content) > LARGEST_PICTURE:
            return ""
        name = f"picture-{len(self.found) + 1}{extension}"
        return self.found.setdefault(file, _Picture(name, _PICTURES[extension], content)).file


def no_files(name: str) -> bytes | None:
    """Return None: there is no file, so every picture is a link."""
    return None


def write_epubs(tracker: Tracker, folder: Path, timestamp: int, read: ReadFile = no_files) -> list[Path]:
    """Write the books of every explainer into a folder: one for each language, and one for all of them together."""
    languages = tracker.library.settings.languages
    renderer = Renderer(tracker)
    written = []
    for explainer in explainers(tracker.library):
        for chosen in [*((language,) for language in languages), *([languages] if len(languages) > 1 else [])]:
            name = file_name(explainer, chosen[0] if len(chosen) == 1 else "", EXTENSION)
            (folder / name).write_bytes(epub(explainer, chosen, renderer, timestamp, read))
            written.append(folder / name)
    return written


def epub(
    explainer: str, languages: Sequence[str], renderer: Renderer, timestamp: int, read: ReadFile = no_files
) -> bytes:
    """Return the book of an explainer (the path of its first page) in these languages, the leading one first."""
    library = renderer.tracker.library
    books = [book_of(explainer, language, library) for language in languages]
    says = {language: load_messages(language) for language in languages}
    pictures = _Pictures(read)
    made = Chapters(books, renderer, says, pictures.name)
    chapters, entries = _chapters(books, made, library.settings)
    values = {
        **_about(books, library.settings, timestamp),
        "chapters": chapters,
        "entries": entries,
        "pictures": list(pictures.found.values()),
        "contents": " · ".join(say("edition.contents") for say in says.values()),
        "rights": " ".join(say("edition.rights") for say in says.values()),
        "title_pages": [
            {"language": book.language, "title": book.first.title, "lines": imprint(book, library, say, timestamp)}
            for book, say in zip(books, says.values(), strict=True)
        ],
        "text_date": _text_date(books[0], renderer),
    }
    return zipped(files_of(values), timestamp)


def _chapters(books: Sequence[Book], made: Chapters, settings: Settings) -> tuple[list[Chapter], list[_Entry]]:
    """Return the chapters in reading order, and the contents: the text first, then language by language."""
    text = made.text()
    chapters, entries = [text], [_Entry(text.title, text.language, text.file)]
    for book in books:
        pages = [made.page(book, page) for page in book.pages[1:]]
        terms = [made.page(book, page) for page in book.terms]
        about = [made.page(book, book.about)] if book.about else []
        chapters += [*pages, *terms, *about]
        glossary = [_glossary(book, terms)] if terms else []
        listed = [*map(_entry, pages), *glossary, *map(_entry, about)]
        name = settings.language_names[book.language]
        entries += listed if len(books) == 1 else [_Entry(name, book.language, "", tuple(listed))]
    return chapters, entries


def _entry(chapter: Chapter) -> _Entry:
    return _Entry(chapter.title, chapter.language, chapter.file)


def _glossary(book: Book, terms: Sequence[Chapter]) -> _Entry:
    return _Entry(load_messages(book.language)("edition.terms"), book.language, "", tuple(map(_entry, terms)))


def _about(books: Sequence[Book], settings: Settings, timestamp: int) -> dict[str, Any]:
    """Return what the book says of itself. Its identifier is made of its address and languages, so it stays the same."""
    first = books[0]
    address = absolute(first.first.path, first.language, settings)
    languages = [book.language for book in books]
    return {
        "title": first.first.title,
        "other_titles": [(book.language, book.first.title) for book in books[1:]],
        "languages": languages,
        "language_names": " · ".join(settings.language_names[language] for language in languages),
        "identifier": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, address + '#' + ','.join(languages))}",
        "publisher": settings.site_names[first.language],
        "source": address,
        "description": str(first.first.meta.get("description", "")),
        "date": day(timestamp),
        "modified": datetime.fromtimestamp(timestamp, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "bars": list(_bars(len(books))),
        "title_lines": textwrap.wrap(first.first.title, 22)[:7],
    }


def _text_date(book: Book, renderer: Renderer) -> str:
    source = renderer.tracker.library.source_of(book.first)
    date = str(source.meta.get("date", "")) if source else ""
    return load_messages(book.language).date(date) if date else ""


def _bars(columns: int) -> Iterator[tuple[int, int, int, str]]:
    """Yield the cover's picture: a text beside its translations (or alone), line beside line, as place, width and colour."""
    width = 1000 // columns - 40 * (columns > 1)
    for column in range(columns):
        for line, part in enumerate((1, 0.9, 0.95, 0.6, 0, 1, 0.85, 0.95, 0.4)):
            if part:
                yield (
                    100 + column * (1000 // columns),
                    160 + line * 60,
                    int(width * part),
                    ("#ffffff", "#f2c14e")[column > 0],
                )
