"""The term base as files, in every format that it can be taken along in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tlumach.editions.termbase.collecting import concepts_of
from tlumach.editions.termbase.concepts import Concept
from tlumach.editions.termbase.spreadsheet import to_csv
from tlumach.editions.termbase.tbx import to_tbx2, to_tbx3
from tlumach.library import Library
from tlumach.settings import Settings


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
