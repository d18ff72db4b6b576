"""A library with some of its files read again: what an edit of a page asks for, without reading a thousand others."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tlumach.library import TRANSLATIONS, Library, read_page, read_record_file
from tlumach.pages import DOCS
from tlumach.problems import Problem

SUFFIXES = {DOCS: ".md", TRANSLATIONS: ".po"}


def with_files(library: Library, root: Path, files: Iterable[str]) -> tuple[Library, list[str], list[Problem]]:
    """Return the library with these files of the project in ``root`` as they are now, the paths of their pages, and the problems.

    Only pages that the library has, and their records, are read. Any other file is passed over; one that cannot be read
    (any more) is a problem, and what the library had of it stays.
    """
    pages, records, digests = dict(library.pages), dict(library.records), dict(library.digests)
    problems: list[Problem] = []
    paths: list[str] = []
    for file in files:
        place = _place(file)
        if place not in pages:
            continue
        if file.endswith(SUFFIXES[DOCS]):
            page, found = read_page(root / file, *place, digests)
            pages |= {place: page} if page else {}
        else:
            record, found = read_record_file(root / file, file, digests)
            records |= {place: record} if record else {}
        problems += found
        paths.append(place[1])
    return replace(library, pages=pages, records=records, digests=digests), list(dict.fromkeys(paths)), problems


def _place(file: str) -> tuple[str, str]:
    """Return the language and path of the page that a file is, or is the record of; empty for any other file."""
    folder, _, rest = file.partition("/")
    language, _, path = rest.partition("/")
    suffix = SUFFIXES.get(folder)
    return (language, path.removesuffix(suffix) + ".md") if suffix and path.endswith(suffix) else ("", "")
