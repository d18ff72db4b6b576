"""The files that are handed on: what a person must know of each to trust a copy of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tlumach.tasks.workers import shared


@dataclass(frozen=True)
class ListedFile:
    """A file that is handed on: its name, its size in bytes, and its SHA-256 in hexadecimal digits."""

    name: str
    size: int
    checksum: str


class Listing:
    """Tells of files what must be known; each is read once, so none may change after it was asked for."""

    def __init__(self, processes: int = 1) -> None:
        """Read files in so many processes."""
        self._processes = processes
        self._known: dict[Path, ListedFile] = {}

    def of(self, files: Sequence[Path]) -> list[ListedFile]:
        """Return what must be known of each file. Raises OSError."""
        new = [file for file in files if file not in self._known]
        found = shared(new, lambda part: [_handed(file) for file in part], self._processes)
        self._known |= zip(new, found, strict=True)
        return [self._known[file] for file in files]


def _handed(file: Path) -> ListedFile:
    with file.open("rb") as content:
        checksum = hashlib.file_digest(content, "sha256").hexdigest()
        return ListedFile(file.name, content.tell(), checksum)
