"""The files that are handed on: what a person must know of each to trust a copy of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tlumach.tasks.placed import Placed
from tlumach.tasks.workers import shared


@dataclass(frozen=True)
class ListedFile:
    """A file that is handed on: its name, its size in bytes, and its SHA-256 in hexadecimal digits."""

    name: str
    size: int
    checksum: str


class Listing:
    """Tells of files what must be known; each is read once, so none may change after it was asked for.

    One that was taken over from the last build is not read at all.
    """

    def __init__(self, processes: int = 1, placed: Placed | None = None) -> None:
        """Read files in so many processes; ``placed`` knows of those that are taken over."""
        self._processes, self._placed = processes, placed or Placed()
        self._known: dict[Path, ListedFile] = {}

    def of(self, files: Sequence[Path]) -> list[ListedFile]:
        """Return what must be known of each file. Raises OSError."""
        for file in files:
            if file not in self._known and (told := self._placed.told_of(file)):
                self._known[file] = ListedFile(file.name, *told)
        new = [file for file in files if file not in self._known]
        found = shared(new, lambda part: [_listed(file) for file in part], self._processes)
        self._known |= zip(new, found, strict=True)
        for file in new:
            self._placed.tell_sum(file, self._known[file].checksum)
        return [self._known[file] for file in files]


def _listed(file: Path) -> ListedFile:
    with file.open("rb") as content:
        checksum = hashlib.file_digest(content, "sha256").hexdigest()
        return ListedFile(file.name, content.tell(), checksum)
