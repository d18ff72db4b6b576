"""Records that are read when somebody asks for them: what must be known of each of them is kept until it, or a page, changes."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tlumach.problems import Problem, as_row, from_row
from tlumach.records.record import Record, read_record

Place = tuple[str, str]
"""A page's language and path."""


@dataclass(frozen=True)
class Text:
    """A record's file, and its text when it is asked for: what ``read`` returns of it (None: it is none, and why)."""

    file: str
    read: Callable[[str], tuple[str | None, list[Problem]]]

    def record(self) -> tuple[Record | None, list[Problem]]:
        """Return the record; None where it is none. The problems say what is wrong with it."""
        text, problems = self.read(self.file)
        return (None, problems) if text is None else read_record(text, self.file)


class RecordFacts(NamedTuple):
    """What the checks ask of every record: whether a note stands in it, the latest day (ISO 8601, or empty) on which something
    was confirmed, and how many confirmed entries are from before there were checksums."""

    has_notes: bool
    latest: str
    unsealed: int


def facts_of_record(record: Record) -> RecordFacts:
    """Return the facts of a record."""
    entries = (*record.entries, *record.fields)
    latest = max((entry.since for entry in entries), default="")
    return RecordFacts(record.has_notes, latest, sum(entry.is_unsealed for entry in entries))


class Known(NamedTuple):
    """What is known of a record that is not read: whether it is one, its facts, which of its entries stand
    on neither side of their page any more (see :mod:`tlumach.library.carried`), and what is wrong with it."""

    is_record: bool
    facts: RecordFacts
    lost: list[int]
    problems: list[Problem]

    def to_bytes(self) -> bytes:
        """Write it."""
        rows = [as_row(each) for each in self.problems]
        return json.dumps([self.is_record, self.facts, self.lost, rows], ensure_ascii=False).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Known":
        """Read it."""
        is_record, facts, lost, rows = json.loads(content)
        return cls(is_record, RecordFacts(*facts), lost, [from_row(*row) for row in rows])


class RecordsOnDemand(Mapping[Place, Record]):
    """Records by language and path; each is read from its text when it is first asked for."""

    def __init__(self, texts: Mapping[Place, Text], read: Mapping[Place, Record] | None = None) -> None:
        """Take texts that are known to be records; ``read`` are those that are read already, and others than in the texts."""
        self._texts, self._read = texts, dict(read or {})

    def __getitem__(self, place: Place) -> Record:
        """Return a record. Raises KeyError where there is none."""
        if place not in self._read:
            self._read[place] = self._texts[place].record()[0] or Record()
        return self._read[place]

    def __iter__(self) -> Iterator[Place]:
        """Yield the places of all records."""
        return iter({**self._texts, **self._read})

    def __len__(self) -> int:
        """Return how many there are."""
        return len({*self._texts, *self._read})

    def __contains__(self, place: object) -> bool:
        """Tell whether there is a record, without reading it."""
        return place in self._texts or place in self._read


def with_records(records: Mapping[Place, Record], others: Mapping[Place, Record]) -> Mapping[Place, Record]:
    """Return records with others in the place of those that stand there, none of which is read for it."""
    if isinstance(records, RecordsOnDemand):
        return RecordsOnDemand(records._texts, {**records._read, **others})
    return {**records, **others}
