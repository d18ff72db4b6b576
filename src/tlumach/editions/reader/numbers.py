"""The numbers of a file's notes: one for each source and for each footnote of a page, in the order of their first marks.

The number is the same in every language. A source that several pages cite stands once.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from tlumach.blocks.links import footnote_marks
from tlumach.library.sources import Source


@dataclass(frozen=True)
class NumberedNote:
    """A note: its number, the id of the row that has its first mark, and a source or the page and key of a footnote."""

    number: int
    row: str
    path: str
    key: str
    source: Source | None


class Numbers:
    """Numbers the notes of a file as its rows are gone through."""

    def __init__(self) -> None:
        """Start at 1."""
        self._by_mark: dict[tuple[str, str], NumberedNote] = {}
        self._notes: dict[Hashable, NumberedNote] = {}

    def add(
        self, path: str, row: str, texts: Iterable[str], sources: Mapping[str, Source], own: frozenset[str]
    ) -> None:
        """Number the marks in a row's texts; those of keys that are neither the page's sources nor its own footnotes have none."""
        for key in (mark.key for text in texts for mark in footnote_marks(text) if not mark.is_definition):
            if (path, key) not in self._by_mark and (key in own or key in sources):
                source = None if key in own else sources[key]
                same: Hashable = _identity(source) if source else (path, key)
                note = NumberedNote(len(self._notes) + 1, row, path, key, source)
                self._by_mark[path, key] = self._notes.setdefault(same, note)

    def number(self, path: str, key: str) -> int | None:
        """Return the number of a mark on a page."""
        note = self._by_mark.get((path, key))
        return note.number if note else None

    @property
    def notes(self) -> list[NumberedNote]:
        """All notes by number."""
        return list(self._notes.values())


def _identity(source: Source) -> Hashable:
    title = tuple(sorted(source.title.items()))
    return source.url, source.date, source.by_content, source.weak, title
