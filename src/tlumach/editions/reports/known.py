"""The wordings of a paragraph that are known: of today's page, of its former versions in git, of records, of what is kept of changes."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tlumach.adoption.git_history import GitHistory
from tlumach.alignment.similarity import as_block
from tlumach.blocks.plain_text import shown_text
from tlumach.editions.reports.reading import Said
from tlumach.editions.reports.wording import letters, pattern, short_hash
from tlumach.library import Library
from tlumach.library.pages import Page, decode, parse_page


class Known(NamedTuple):
    """A wording that the page of a language had: the text, and the version of the page with the block's index (None: not known).

    ``later``: the versions of the page since then, the earliest first, today's last.
    """

    text: str
    page: Page | None = None
    at: int = 0
    later: tuple[Page, ...] = ()


Version = tuple[Page, list[str]]
"""A version of a page, and what a reader sees of each of its blocks."""


class Wanted(NamedTuple):
    """A wording as a report has it: its short hash, its words; either may be empty."""

    hash: str
    said: Said


class Wordings:
    """Finds the wordings of a project's pages, those of today first, then those that git has, the latest first."""

    def __init__(self, library: Library, root: Path) -> None:
        """Look in that library and in the repository that the folder lies in."""
        self._library, self._history = library, GitHistory(root)
        self._former: dict[tuple[str, str], list[Version]] = {}

    def find(self, language: str, path: str, wanted: Wanted) -> list[Known]:
        """Return the wordings of a page that may be the one of a report, the latest first; more than one where it has no hash.

        Those of one version, where a paragraph stands there twice, all come.
        """
        later: tuple[Page, ...] = ()
        for page, texts in self._of(language, path):
            if found := [
                Known(text, page, at, later) for at, text in enumerate(texts) if _is_it(text, page, at, wanted)
            ]:
                return found
            later = (page, *later)
        return [Known(text) for text in self._kept(language, path) if _is_text(text, wanted)][:1]

    def _of(self, language: str, path: str) -> Iterator[Version]:
        """Yield the versions of a page; those of git are read when today's is not enough, and once."""
        if page := self._library.page(language, path):
            yield page, page.shown
        if (language, path) not in self._former:
            former = self._in_git(language, path)
            self._former[language, path] = [(page, page.shown) for page in former]
        yield from self._former[language, path]

    def _in_git(self, language: str, path: str) -> Iterator[Page]:
        """Yield each version of a page that git has, once, the latest first, under its former names too."""
        library, history = self._library, self._history
        name = history.name(history.folder / library.file_of(language, path))
        blobs = [change.blob for _, change in history.changes(name)] if name else []
        for content in history.blobs(list(dict.fromkeys(blobs))):
            text = decode(content, "")[0] if content is not None else None
            if text is not None:
                yield parse_page(text, language, path, library.settings.markdown.syntax)[0]

    def _kept(self, language: str, path: str) -> Iterator[str]:
        """Yield what records and the kept changes say that a page said."""
        library = self._library
        for each in library.settings.translations:
            if (record := library.record(each, path)) and language in (each, library.settings.source):
                texts = (entry.translation if language == each else entry.source for entry in record.entries)
                yield from (
                    shown_text(block, library.settings.markdown.syntax) for text in texts if (block := as_block(text))
                )
        for kept in library.changes.values():
            wordings = (change.wordings.get(language) for change in kept.changes if change.path == path)
            yield from (text for wording in wordings if wording for text in (wording.before, wording.after) if text)


def _is_it(text: str, page: Page, at: int, wanted: Wanted) -> bool:
    if not text or wanted.hash:
        return bool(text) and short_hash(text) == wanted.hash
    return bool(pattern(page.blocks[at], page.syntax).fullmatch(wanted.said.letters))


def _is_text(text: str, wanted: Wanted) -> bool:
    return short_hash(text) == wanted.hash if wanted.hash else letters(text) == wanted.said.letters
