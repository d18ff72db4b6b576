"""A library with some of its files read again: what an edit of a page asks for, without reading a thousand others."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tlumach.library.files import Files
from tlumach.library.library import TRANSLATIONS, Library
from tlumach.library.pages import DOCS
from tlumach.problems import Problem
from tlumach.records.on_demand import with_records

SUFFIXES = {DOCS: ".md", TRANSLATIONS: ".po"}


def with_files(library: Library, root: Path, files: Iterable[str]) -> tuple[Library, list[str], list[Problem]]:
    """Return the library with these files of the project in ``root`` as they are now, the paths of their pages, and the problems.

    Only pages that the library has, and their records, are read. Any other file is passed over; one that cannot be read
    (any more) is a problem, and what the library had of it stays.
    """
    places = {file: place for file in files if (place := _place(file)) in library.pages}
    reading = Files(root, dict(library.digests), library.settings.markdown)
    pages = reading.pages({place: file for file, place in places.items() if file.startswith(f"{DOCS}/")})
    records = {
        place: record
        for file, place in places.items()
        if file.startswith(f"{TRANSLATIONS}/") and (record := reading.record(file))
    }
    changed = replace(
        library,
        pages={**library.pages, **pages},
        records=with_records(library.records, records),
        digests=reading.digests,
        record_facts={place: facts for place, facts in library.record_facts.items() if place not in records},
    )
    return changed, list(dict.fromkeys(path for _, path in places.values())), reading.problems


def _place(file: str) -> tuple[str, str]:
    """Return the language and path of the page that a file is, or is the record of; empty for any other file."""
    folder, _, rest = file.partition("/")
    language, _, path = rest.partition("/")
    suffix = SUFFIXES.get(folder)
    return (language, path.removesuffix(suffix) + ".md") if suffix and path.endswith(suffix) else ("", "")
