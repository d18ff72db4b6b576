"""The books of an explainer, EPUB and plain text: its pages are rendered once for all of them.

What the books of an explainer are is a function of what ``BookMaker.inputs`` returns, and of the settings.
"""

import hashlib
import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from tlumach.editions.edition import Edition, EditionInputs
from tlumach.editions.epub import writer as epubs
from tlumach.editions.epub.drafts import Drafts, ReadFile
from tlumach.editions.shared.book import (
    ABOUT,
    Destination,
    at_a_glance,
    explainers,
    file_name,
    picture_place,
    term_paths,
    term_shown,
    told_of_all,
)
from tlumach.editions.shared.file_bundle import packed, put_unpacked
from tlumach.editions.shared.page_elements import Renderer
from tlumach.editions.shared.pictures import Fitter
from tlumach.editions.shared.translated import languages_of
from tlumach.editions.text import writer as texts
from tlumach.library.pages import Page
from tlumach.rendering.composition import has_lists
from tlumach.tasks.cache import Cache, digest_of
from tlumach.tasks.placed import Told
from tlumach.tasks.tasks import Glance, Task, TaskRunner
from tlumach.tracking import Tracker

EPUB, TEXT = epubs.EXTENSION, texts.EXTENSION
ALL = (EPUB, TEXT)


def no_files(name: str) -> bytes | None:
    """Return None: there is no file, so every picture is a link."""
    return None


class BookMaker:
    """Makes the books of a site's explainers; what they share is made once."""

    def __init__(self, tracker: Tracker, read: ReadFile = no_files, cache: Cache | None = None) -> None:
        """Make a maker; ``read`` gives a file under `docs/`, ``cache`` has what was rendered before."""
        self.tracker, self._read = tracker, read
        self._renderer = Renderer(tracker, cache)
        self._drafts = Drafts(self._renderer, read, Fitter())
        self._shared: dict[str, str] = {}

    def books(self, explainer: str, kinds: Sequence[str] = ALL) -> dict[str, bytes]:
        """Return the books of an explainer (the path of its first page) by their files' names."""
        return dict(self._books(explainer, kinds))

    def inputs(self, explainer: str) -> object:
        """Return all that the books of an explainer are made of, told from its files; its ``repr`` differs where they may."""
        library = self.tracker.library
        folder = posixpath.dirname(explainer)
        pages = [page for path in library.folders[folder] for page in self._in_all_languages(path)]
        terms = dict.fromkeys(term for page in pages for term in self.tracker.facts(page).terms)
        return (
            explainer,
            self._shared_by_all,
            library.around(folder),
            list(self._beside(pages)),
            [self._said(path) for path in (*terms, ABOUT)],
        )

    def glance(self, beside: object = "") -> Glance[str]:
        """Return what tells the inputs of most explainers faster; ``beside``: what else the results depend on."""
        said = [(path, self._said(path)) for path in (*term_paths(self.tracker.library), ABOUT)]
        return at_a_glance(self.tracker, (beside, self._shared_by_all, said))

    @cached_property
    def _shared_by_all(self) -> str:
        """What tells what every book depends on."""
        return told_of_all(self.tracker)

    def _books(self, explainer: str, kinds: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        languages = languages_of(explainer, self.tracker)
        if EPUB in kinds:
            for chosen in [*([language] for language in languages), *([languages] if len(languages) > 1 else [])]:
                name = file_name(explainer, chosen[0] if len(chosen) == 1 else "", EPUB)
                yield name, epubs.epub(explainer, chosen, self._drafts)
        if TEXT in kinds:
            for language in languages:
                made = texts.text(explainer, language, self._renderer)
                yield file_name(explainer, language, TEXT), made.encode()

    def _said(self, path: str) -> str:
        """Return a digest of what a page that stands in many books says in them; terms that link to terms show no cards."""
        if path not in self._shared:
            library, pages = self.tracker.library, self._in_all_languages(path)
            terms = dict.fromkeys(term for page in pages if not page.is_term for term in self.tracker.facts(page).terms)
            cards = [term_shown(term, language, library) for term in terms for language in library.settings.languages]
            self._shared[path] = digest_of((path, library.around(path), cards, list(self._beside(pages))))
        return self._shared[path]

    def _beside(self, pages: Sequence[Page]) -> Iterator[object]:
        """Yield what pages show beside their own text: pictures, and lists of other pages."""
        for page in pages:
            yield from (self._picture(target, page) for target in self.tracker.facts(page).files)
            if has_lists(page, self.tracker):
                settings = self.tracker.library.settings
                yield from (self._renderer.composed(page, settings.say(language)) for language in settings.languages)

    def _in_all_languages(self, path: str) -> list[Page]:
        library = self.tracker.library
        return [page for language in library.settings.languages if (page := library.page(language, path))]

    def _picture(self, target: str, page: Page) -> tuple[Destination, str]:
        """Return where a picture lies, and a digest of it (empty: there is none)."""
        place = picture_place(target, page, self.tracker.library)
        content = self._read(f"{place.language}/{place.path}")
        return place, hashlib.sha256(content).hexdigest() if content is not None else ""


def write_books(maker: BookMaker, folder: Path, kinds: Sequence[str], runner: TaskRunner) -> list[Path]:
    """Write the books of every explainer into a folder; return the files."""
    kind = Task[str](
        f"books {' '.join(kinds)}",
        maker.inputs,
        lambda explainer: packed(maker.books(explainer, kinds)),
        glance=maker.glance(),
    )
    own = runner.own(explainers(maker.tracker.library))
    told = runner.put(kind, own, folder, lambda _, made: Told(list(put_unpacked(made, folder)), None))
    return [folder / Path(name).name for names, _ in told for name in names]


def books_edition(editions: Sequence[Edition]) -> Edition:
    """Return an edition that makes several books in one pass."""
    names, kinds = " and ".join(edition.name for edition in editions), [edition.book for edition in editions]
    return replace(editions[0], name=names, write=_writer(*kinds))


def _writer(*kinds: str) -> Callable[[EditionInputs, Path], object]:
    return lambda shop, folder: write_books(shop.once(_maker), folder, kinds, shop.runner)


def _maker(shop: EditionInputs) -> BookMaker:
    return BookMaker(shop.tracker, shop.read, shop.runner.cache)


EPUB_EDITION = Edition(
    "epub", ".epub", "application/epub+zip", 3, _writer(EPUB), per_language=True, in_parts=True, book=EPUB
)
TEXT_EDITION = Edition(
    "text", ".txt", "text/plain", 5, _writer(TEXT), per_language=True, combined=False, in_parts=True, book=TEXT
)
