"""The files that are handed on: what a person must know of each to trust a copy of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tlumach.tasks.placed import Placed
from tlumach.tasks.workers import shared


@dataclass(frozen=True)
class ListedFile:
    """A file that is handed on: its name (its path in the folder that was asked), its size in bytes, its SHA-256 in hexadecimal digits."""

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
        self._known: dict[Path, dict[str, ListedFile]] = {}

    def of(self, folder: Path, names: Sequence[str]) -> list[ListedFile]:
        """Return what must be known of each file of a folder, by their paths there. Raises OSError."""
        known = self._known.setdefault(folder, {})
        asked = [name for name in names if name not in known]
        known |= {name: ListedFile(name, *told) for name, told in self._placed.sums_of(folder, asked).items()}
        new = [name for name in asked if name not in known]
        found = shared(new, lambda part: [_listed(folder, name) for name in part], self._processes)
        known |= zip(new, found, strict=True)
        for name in new:
            self._placed.tell_sum(folder, name, known[name].checksum)
        return [known[name] for name in names]


def _listed(folder: Path, name: str) -> ListedFile:
    with (folder / name).open("rb") as content:
        checksum = hashlib.file_digest(content, "sha256").hexdigest()
        return ListedFile(name, content.tell(), checksum)
