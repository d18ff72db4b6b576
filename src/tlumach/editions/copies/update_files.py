"""The pages of what is new since earlier releases, as they lie beside the readers: one for each version that readers may have."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tlumach.editions.copies.reading import NoCopyError, copy_of
from tlumach.editions.copies.update import UpdateError, update_of
from tlumach.output.hard_links import put

_NAME = re.compile(r"(.+)\.update-(\d{4}-\d\d-\d\d|undated)(?:-\d+)?\.html")


def update_since(name: str) -> tuple[str, str] | None:
    """Return the reader that an update of this file name belongs to (without `.html`) and the day of the version that it is for
    (ISO 8601, or ``undated``); None where it is no update."""
    match = _NAME.fullmatch(name)
    return (match[1], match[2]) if match else None


def write_updates(dist: Path, earlier: Iterable[Path]) -> list[str]:
    """Write an update for each earlier reader of which ``dist`` has a newer one; return a line for each that is left out.

    ``earlier``: folders of earlier releases, or readers of them. What is the same needs none. Raises OSError where the disk
    refuses.
    """
    return [line for file in _readers(earlier) if (line := _written(file, dist))]


def _readers(earlier: Iterable[Path]) -> Iterator[Path]:
    for each in earlier:
        files = [each] if each.is_file() else sorted(each.glob("*.html"))
        yield from (file for file in files if not update_since(file.name))


def _written(old: Path, dist: Path) -> str:
    """Write an update beside the reader of the same name; return why there is none (empty: it is there, or not needed)."""
    new = dist / old.name
    if not new.is_file():
        return f"{old}: no update: {dist.name} has no file of that name."
    before, after = old.read_bytes(), new.read_bytes()
    if before == after:
        return ""
    try:
        made, version = update_of(before, after), copy_of(before).version
    except (NoCopyError, UpdateError) as reason:
        return f"{old}: no update: {reason}."
    put(dist, _free(dist, f"{old.stem}.update-{(version.day if version else '') or 'undated'}"), made)
    return ""


def _free(dist: Path, stem: str) -> str:
    """Return a file name that is not taken: two versions may be of one day."""
    names = (f"{stem}{f'-{number}' if number > 1 else ''}.html" for number in range(1, len(list(dist.iterdir())) + 2))
    return next(name for name in names if not (dist / name).exists())
