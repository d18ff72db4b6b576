"""The term base as CSV (RFC 4180) in UTF-8 with a mark of the byte order, by which spreadsheets know that it is UTF-8.

One row for each concept and language. Where a cell holds several things, each stands on a line of its own; the reasons
are in the order of the renderings to avoid.

The term base as files, in every format that it can be taken along in.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tlumach.editions.termbase.collecting import concepts_of
from tlumach.editions.termbase.concepts import Concept, Designation, TermEntry, TermForm, TermStatus
from tlumach.editions.termbase.tbx import to_tbx2, to_tbx3
from tlumach.library import Library
from tlumach.settings import Settings

COLUMNS = (
    "concept",
    "language",
    "term",
    "short",
    "forms",
    "avoid",
    "avoid_why",
    "definition",
    "kind",
    "as_of",
    "sources",
    "url",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
TEXT = "'"


def to_csv(concepts: Sequence[Concept]) -> bytes:
    """Return the concepts as CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe.

    The signs are those of OWASP, "CSV Injection"; with it, their full-width forms.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for concept in concepts:
        writer.writerows([harmless(cell) for cell in _row(concept, entry)] for entry in concept.entries)
    return out.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet computes."""
    return TEXT + cell if cell.startswith(FORMULA) else cell


def _row(concept: Concept, entry: TermEntry) -> Iterator[str]:
    admitted, avoided = entry.having(TermStatus.ADMITTED), entry.having(TermStatus.AVOIDED)
    yield from (concept.id, entry.language, entry.term)
    yield _lines(each.text for each in admitted if _is_short(each))
    yield _lines(each.text for each in admitted if not _is_short(each))
    yield _lines(each.text for each in avoided)
    yield _lines(each.reason for each in avoided)
    yield from (entry.definition, concept.kind, concept.as_of)
    yield _lines(map(str, entry.citations))
    yield entry.address


def _is_short(designation: Designation) -> bool:
    return designation.form in (TermForm.SHORT, TermForm.ABBREVIATION)


def _lines(texts: Iterator[str]) -> str:
    return "\n".join(texts)


@dataclass(frozen=True)
class Format:
    """A format: the name of its file, and what writes it."""

    file: str
    write: Callable[[Sequence[Concept], Settings], bytes]


FORMATS: Mapping[str, Format] = {
    "tbx": Format("glossary.tbx", to_tbx2),
    "tbx3": Format("glossary-v3.tbx", to_tbx3),
    "csv": Format("glossary.csv", lambda concepts, _: to_csv(concepts)),
}


def write_termbase(library: Library, folder: Path) -> list[Path]:
    """Write the term base in all formats into a folder (made where it is not there) and return the files.

    None where the glossary has no term. An OSError is the caller's.
    """
    concepts = concepts_of(library)
    if not concepts:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    return [_written(folder / form.file, form.write(concepts, library.settings)) for form in FORMATS.values()]


def _written(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file
