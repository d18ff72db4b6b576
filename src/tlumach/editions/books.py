"""The books of an explainer, EPUB and plain text: its pages are rendered once for all of them.

What the books of an explainer are is a function of what ``BookMaker.inputs`` returns, of the settings, and of the date.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tlumach.editions import epub as epubs
from tlumach.editions import text as texts
from tlumach.editions.book import ABOUT, Destination, book_of, explainers, file_name, notices, picture_place, term_shown
from tlumach.editions.epub_drafts import Drafts, ReadFile
from tlumach.editions.fragments import Renderer
from tlumach.editions.pictures import Fitter
from tlumach.messages import load_messages
from tlumach.pages import Page
from tlumach.term_uses import term_links
from tlumach.tracking import Tracker
from tlumach.works import Kind, Works

EPUB, TEXT = epubs.EXTENSION, texts.EXTENSION
ALL = (EPUB, TEXT)


def no_files(name: str) -> bytes | None:
    """Return None: there is no file, so every picture is a link."""
    return None


class BookMaker:
    """Makes the books of a site's explainers; what they share is made once."""

    def __init__(self, tracker: Tracker, timestamp: int, read: ReadFile = no_files) -> None:
        """Make a maker; ``timestamp`` is the date of the build (seconds since 1970), ``read`` gives a file under `docs/`."""
        self.tracker, self.timestamp, self._read = tracker, timestamp, read
        self._renderer = Renderer(tracker)
        self._drafts = Drafts(self._renderer, read, Fitter())
        self._shared: dict[tuple[str, str], str] = {}

    def books(self, explainer: str, kinds: Sequence[str] = ALL) -> dict[str, bytes]:
        """Return the books of an explainer (the path of its first page) by their files' names."""
        return dict(self._books(explainer, kinds))

    def inputs(self, explainer: str) -> object:
        """Return all of the pages that the books of an explainer are made of; its ``repr`` differs where they may."""
        library = self.tracker.library
        books = [book_of(explainer, language, library) for language in library.settings.languages]
        return [(book.language, page.path, self._said(book.language, page)) for book in books for page in book.all]

    def _books(self, explainer: str, kinds: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        languages = self.tracker.library.settings.languages
        if EPUB in kinds:
            for chosen in [*((language,) for language in languages), *([languages] if len(languages) > 1 else [])]:
                name = file_name(explainer, chosen[0] if len(chosen) == 1 else "", EPUB)
                yield name, epubs.epub(explainer, chosen, self._drafts, self.timestamp)
        if TEXT in kinds:
            for language in languages:
                made = texts.text(explainer, language, self._renderer, self.timestamp)
                yield file_name(explainer, language, TEXT), made.encode()

    def _said(self, language: str, page: Page) -> str:
        """Return a digest of all that a page says to readers of a language; that of a page that stands in many books is kept."""
        key = (language, page.path)
        if key in self._shared:
            return self._shared[key]
        digest = hashlib.sha256(repr(list(self._parts(language, page))).encode()).hexdigest()
        if page.is_term or page.path == ABOUT:
            self._shared[key] = digest
        return digest

    def _parts(self, language: str, page: Page) -> Iterator[object]:
        library = self.tracker.library
        yield page.language, page.title, page.meta
        yield self._renderer.composed(page, load_messages(language))
        yield list(notices(page, self.tracker, load_messages(language)))
        yield [term_shown(path, language, library) for path in dict.fromkeys(term_links(page).values())]
        yield [self._picture(link.target, page) for link in page.links if link.image]

    def _picture(self, target: str, page: Page) -> tuple[Destination, str]:
        """Return where a picture lies, and a digest of it (empty: there is none)."""
        place = picture_place(target, page, self.tracker.library)
        content = self._read(f"{place.language}/{place.path}")
        return place, hashlib.sha256(content).hexdigest() if content is not None else ""


def write_books(maker: BookMaker, folder: Path, kinds: Sequence[str], works: Works) -> list[Path]:
    """Write the books of every explainer into a folder; return the files."""
    kind = Kind[str](
        f"books {' '.join(kinds)}",
        lambda explainer: (maker.timestamp, maker.inputs(explainer)),
        lambda explainer: _packed(maker.books(explainer, kinds)),
    )
    own = works.own(explainers(maker.tracker.library))
    written = works.made(kind, own, lambda _, packed: list(_unpacked(packed, folder)))
    return [file for files in written for file in files]


def _packed(books: Mapping[str, bytes]) -> bytes:
    """Return books in one piece: a line of their names and sizes, then one after the other."""
    sizes = {name: len(content) for name, content in books.items()}
    return b"".join([json.dumps(sizes).encode(), b"\n", *books.values()])


def _unpacked(packed: bytes, folder: Path) -> Iterator[Path]:
    """Write the books of a piece into a folder and yield their files."""
    sizes, _, content = packed.partition(b"\n")
    start = 0
    for name, size in json.loads(sizes).items():
        (folder / name).write_bytes(content[start : start + size])
        start += size
        yield folder / name
