"""Checksums for what was confirmed before records had any: until then, an edit of a record by hand is not found."""

from collections.abc import Iterator
from dataclasses import replace

from tlumach.library import Library, record_file
from tlumach.library.structure import Place
from tlumach.records import Entry, Record, write_record


def unsealed(library: Library) -> Iterator[tuple[Place, int]]:
    """Yield the records that have such entries, each with their number."""
    for place in library.records:
        if count := library.facts_of_record(place).unsealed:
            yield place, count


def sealed_files(library: Library) -> dict[str, bytes]:
    """Return the files of these records, by their names, with a checksum of each entry as it stands, and all else as it was."""
    return {record_file(*place): _sealed(library, *place).encode() for place, _ in unsealed(library)}


def _sealed(library: Library, language: str, path: str) -> str:
    record = library.records[language, path]
    entries, fields = (tuple(map(_with_seal, some)) for some in (record.entries, record.fields))
    source, page = (library.file_of(each, path) for each in (library.settings.source, language))
    return write_record(Record(entries, fields), source, page, language)


def _with_seal(entry: Entry) -> Entry:
    return replace(entry, is_sealed=True) if entry.is_unsealed else entry
