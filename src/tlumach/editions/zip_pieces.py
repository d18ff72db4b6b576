"""A zip joined of pieces of others: entries that follow one another in one that stands are copied at once, not one by one.

All of them were written by `zipfile`. Joined here are the small kind only, whose list has no numbers beyond 32 bits (PKWARE's
APPNOTE, 4.3: local headers, the list of entries, its end).
"""

import os
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

_END = struct.Struct("<4s4H2LH")  # signature, disks, entries twice, size and place of the list, length of a comment
_LENGTHS = struct.Struct("<3H")  # of the name, of what is extra, of a comment, in a row of the list
_NUMBER = struct.Struct("<L")
_ROW, _AT_LENGTHS, _AT_PLACE, _ROW_DATE, _HEAD_DATE = 46, 28, 42, 12, 10
_MOST_ENTRIES, _MOST_BYTES = 0xFFFF, 0x7FFFFFFF
_AT_ONCE = 1 << 20


class Entry(NamedTuple):
    """Where an entry lies in a zip, and where its row in the list does, each from its first byte to the one after the last."""

    start: int
    end: int
    row: int
    row_end: int


@dataclass(frozen=True)
class Zip:
    """A zip that stands: its file, its list as it is, and where each entry lies, by name; ``date``: four bytes, that of all entries."""

    file: Path
    listing: bytes
    entries: Mapping[str, Entry]
    date: bytes


def dos_date(date: Sequence[int]) -> bytes:
    """Return year, month, day, hour, minute and second as a zip has them: the time, then the day, in two bytes each."""
    year, month, day, hour, minute, second = date
    return struct.pack("<2H", hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day)


def read_zip(file: Path) -> Zip | None:
    """Read the list of a zip that `zipfile` wrote, all entries with one date; None where it is none of the small kind. Raises OSError."""
    with file.open("rb") as content:
        size = content.seek(0, os.SEEK_END)
        content.seek(max(size - _END.size, 0))
        end = content.read()
        if len(end) < _END.size or not end.startswith(b"PK\5\6"):
            return None
        _, _, _, _, count, length, place, _ = _END.unpack(end)
        if count >= _MOST_ENTRIES or place + length + _END.size != size:
            return None
        content.seek(place)
        listing = content.read(length)
    entries = dict(_entries(listing, place))
    return Zip(file, listing, entries, listing[_ROW_DATE : _ROW_DATE + 4]) if len(entries) == count else None


def _entries(listing: bytes, end: int) -> Iterator[tuple[str, Entry]]:
    """Yield the entries by name, last first: each ends where the next begins, the last one at ``end``."""
    rows, at = [], 0
    while at < len(listing):
        name, *others = _LENGTHS.unpack_from(listing, at + _AT_LENGTHS)
        rows.append((at, name))
        at += _ROW + name + sum(others)
    after = len(listing)
    for at, name in reversed(rows):
        (start,) = _NUMBER.unpack_from(listing, at + _AT_PLACE)
        yield listing[at + _ROW : at + _ROW + name].decode(), Entry(start, end, at, after)
        end, after = start, at


def join_zips(names: Iterable[str], places: Mapping[str, Zip], target: Path, date: bytes) -> bool:
    """Write a zip of entries in this order, each from the zip in its place, all with that date, as `zipfile` would write it.

    False where it is none of the small kind: what is written then is no zip. Raises OSError.
    """
    listing = bytearray()
    with ExitStack() as opened, target.open("wb") as out:
        files: dict[Path, IO[bytes]] = {}
        for source, run in _runs(names, places):
            if source.file not in files:
                files[source.file] = opened.enter_context(source.file.open("rb"))
            moved = out.tell() - run[0].start
            _copy(files[source.file], run[0].start, run[-1].end, out)
            rows = bytearray(source.listing[run[0].row : run[-1].row_end])
            if moved or source.date != date:
                _move(rows, run, moved, date)
            if source.date != date:
                for entry in run:
                    out.seek(entry.start + moved + _HEAD_DATE)
                    out.write(date)
                out.seek(0, os.SEEK_END)
            listing += rows
        place, count = out.tell(), len(places)
        if count >= _MOST_ENTRIES or place > _MOST_BYTES:
            return False
        out.write(listing + _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), place, 0))
    return True


def _runs(names: Iterable[str], places: Mapping[str, Zip]) -> Iterator[tuple[Zip, Sequence[Entry]]]:
    """Yield entries that follow one another in a zip, and so they do here."""
    source, run = None, list[Entry]()
    for name in names:
        entry = places[name].entries[name]
        if source is not places[name] or (run and (run[-1].end, run[-1].row_end) != (entry.start, entry.row)):
            if source and run:
                yield source, run
            source, run = places[name], []
        run.append(entry)
    if source and run:
        yield source, run


def _copy(file: IO[bytes], start: int, end: int, out: IO[bytes]) -> None:
    file.seek(start)
    while start < end:
        content = file.read(min(_AT_ONCE, end - start))
        if not content:
            raise OSError(f"{file.name} ends early")  # it is known to be as it was left
        out.write(content)
        start += len(content)


def _move(rows: bytearray, run: Sequence[Entry], moved: int, date: bytes) -> None:
    """Let the rows of a run say where its entries lie now, and their date."""
    first = run[0].row
    for entry in run:
        _NUMBER.pack_into(rows, entry.row - first + _AT_PLACE, entry.start + moved)
        rows[entry.row - first + _ROW_DATE : entry.row - first + _ROW_DATE + 4] = date
