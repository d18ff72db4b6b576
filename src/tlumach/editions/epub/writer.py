"""EPUB 3: an explainer in one language, and in all of them with the text paragraph by paragraph.

A book is a zip of XHTML and of small XML files (EPUB 3.3, https://www.w3.org/TR/epub-33/), so it is made with the
standard library and Jinja, which the project has anyway; the same input gives the same bytes.
"""

import re
import textwrap
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tlumach.editions.epub.chapters import Chapter, Chapters
from tlumach.editions.epub.drafts import Drafts
from tlumach.editions.epub.packing import files_of, zipped
from tlumach.editions.shared.book import Book, book_of, byline_in, imprint, revised_in, rights
from tlumach.editions.shared.digital_source import digital_source
from tlumach.front_matter import iso_date
from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.library.provenance import Kind
from tlumach.library.urls import absolute
from tlumach.records.confirmer import Role, name_of, role_of
from tlumach.settings import Settings
from tlumach.tasks.timestamps import OLDEST
from tlumach.tracking import Tracker
from tlumach.tracking.provenance import provenance_of

EXTENSION = "epub"
RELATORS: Mapping[Role | None, str] = {Role.EDITOR: "edt", Role.TRANSLATOR: "trl", None: "pfr"}
"""MARC's codes for an editor, a translator, and who reads proofs (https://www.loc.gov/marc/relators/relaterm.html)."""
TITLES_FROM, TITLES_TO = 880, 1560
"""Where the first line of the title stands on the cover, and the last one at most."""
_SHOWN = re.compile(r'<img\b[^>]* src="(picture-[^"]+)"')


@dataclass(frozen=True)
class _Entry:
    """A line of the contents; without a file it only heads its children."""

    title: str
    language: str
    file: str = ""
    children: tuple["_Entry", ...] = ()


def epub(explainer: str, languages: Sequence[str], drafts: Drafts) -> bytes:
    """Return the book of an explainer (the path of its first page) in these languages, the leading one first."""
    library = drafts.library
    books = [book_of(explainer, language, library) for language in languages]
    says = {language: library.settings.say(language) for language in languages}
    made = Chapters(books, drafts)
    chapters, entries = _chapters(books, made, library.settings)
    values = {
        **_about(books, library),
        "chapters": chapters,
        "entries": entries,
        "pictures": [drafts.pictures[name] for name in _pictures(chapters)],
        "contents": " · ".join(say("edition.contents") for say in says.values()),
        "rights": " ".join(each for say in says.values() for each in rights(library.settings, say)),
        "title_pages": [
            {
                "language": book.language,
                "title": book.first.title,
                "statements": list(_statements(book, made, drafts.renderer.tracker, say)),
                "lines": imprint(book, drafts.renderer.tracker, say)[1:],
            }
            for book, say in zip(books, says.values(), strict=True)
        ],
        "text_date": _text_date(books[0], library),
        "accessible": [(language, say("edition.accessible")) for language, say in says.items()],
        **_made_by(books, drafts.renderer.tracker),
    }
    return zipped(files_of(values), _revised(books, library))


def _pictures(chapters: Sequence[Chapter]) -> dict[str, None]:
    """Return the names of the pictures that the chapters show, in order, each once."""
    return dict.fromkeys(name for chapter in chapters for name in _SHOWN.findall(chapter.body))


def _chapters(books: Sequence[Book], made: Chapters, settings: Settings) -> tuple[list[Chapter], list[_Entry]]:
    """Return the chapters in reading order, and the contents: the text first, then language by language."""
    text = made.text()
    chapters, entries = [text], [_Entry(text.title, text.language, text.file)]
    for book in books:
        pages = [made.page(book, page) for page in book.pages[1:]]
        terms = [made.page(book, page) for page in book.terms]
        about = [*([made.page(book, book.about)] if book.about else []), made.report(book)]
        chapters += [*pages, *terms, *about]
        head = settings.say(book.language)("edition.terms")
        glossary = [_Entry(head, book.language, "", tuple(map(_entry, terms)))] if terms else []
        listed = [*map(_entry, pages), *glossary, *map(_entry, about)]
        name = settings.language_names[book.language]
        nested = (
            [_Entry(name, book.language, "", tuple(listed))] if listed else []
        )  # a list in the contents is never empty
        entries += listed if len(books) == 1 else nested
    return chapters, entries


def _entry(chapter: Chapter) -> _Entry:
    return _Entry(chapter.title, chapter.language, chapter.file)


def _about(books: Sequence[Book], library: Library) -> dict[str, Any]:
    """Return what the book says of itself. Its identifier is made of its address and languages, so it stays the same."""
    first, settings = books[0], library.settings
    day = _revised(books, library)
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
        "date": day.isoformat(),
        "modified": f"{day.isoformat()}T00:00:00Z",
        "bars": list(_bars(len(books))),
        "title_lines": list(_titles(books)),
    }


def _statements(book: Book, chapters: Chapters, tracker: Tracker, say: Messages) -> Iterator[tuple[str, str]]:
    """Yield the sentences of the imprint's first line, each with where in the book it leads (empty: nowhere)."""
    statements = byline_in(book, tracker, say).statements
    for at, each in enumerate(statements, 1):
        words = each.words if at == len(statements) else f"{each.words.removesuffix('.')}."
        yield words, chapters.address(book, each.block) if each.block else ""


def _made_by(books: Sequence[Book], tracker: Tracker) -> dict[str, Any]:
    """Return whose text it is and where it was published, who read the translations (MARC's codes of roles), how each came about.

    Machines are named in words alone: the roles of MARC are those of people and bodies.
    """
    publication = byline_in(books[0], tracker, tracker.library.settings.say(books[0].language)).publication
    of = {book.language: provenance_of(tracker.track(book.language, book.first.path)) for book in books}
    people = (
        name for each in of.values() for group in each.readers if group.kind is Kind.PERSON for name in group.names
    )
    bylines = [byline_in(book, tracker, tracker.library.settings.say(book.language)) for book in books]
    return {
        "creator": publication.title_in(books[0].language) if publication else "",
        "original": publication.url if publication else "",
        "contributors": [(RELATORS[role_of(name)], name_of(name) or name) for name in dict.fromkeys(people)],
        "provenance": [
            (book.language, byline.line) for book, byline in zip(books, bylines, strict=True) if of[book.language].whole
        ],
        "digital_sources": dict.fromkeys(kind for byline in bylines if (kind := digital_source(byline.made))),
    }


def _revised(books: Sequence[Book], library: Library) -> date:
    """Return the day on which the books' text was last confirmed, which the format asks for; where none is known, 1980-01-01."""
    newest = max(revised_in(book, library) for book in books)
    return date.fromisoformat(f"{newest}-01-01"[:10]) if newest else date.fromtimestamp(OLDEST)


def _text_date(book: Book, library: Library) -> str:
    source = library.source_of(book.first)
    written = iso_date(source.meta.get("date")) if source else ""
    return library.settings.say(book.language).date(written) if written else ""


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


def _titles(books: Sequence[Book]) -> Iterator[tuple[int, int, str, str]]:
    """Yield the lines of the cover's title in each language, as far as there is room: place, size, language and words."""
    place = TITLES_FROM
    for number, book in enumerate(books):
        size = 70 if len(books) == 1 else 42 if number else 56
        for line in textwrap.wrap(book.first.title, 1540 // size):
            if place <= TITLES_TO:
                yield place, size, book.language, line
            place += size * 4 // 3
        place += 36
