"""Put what was built in its place: only whole, and never at the price of what stood there before.

Everything is made in fresh folders beside the old ones; each then changes places with the old one in one step, which
a kill cannot leave half done (on systems without such a step, by two renames; the next build mends what a kill between
them left). If the second of two folders cannot be put in place, the first is taken back.
"""

import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tlumach.output.staging import old_of, unfinished
from tlumach.output.swap import swap


@contextmanager
def fresh_folder(target: Path) -> Iterator[Path]:
    """Yield a new, empty folder beside ``target``, on the same file system; it is gone afterwards unless it was put in place.

    What an earlier build left there when it was killed is removed.
    """
    with unfinished(target) as folder:
        yield folder


def put_in_place(made: Mapping[Path, Path]) -> None:
    """Put each made folder in its target's place, all or none; what goes wrong, or is interrupted, leaves every target as it was."""
    done: list[tuple[Path, Path, int]] = []
    try:
        for target, folder in made.items():
            done.append((target, folder, folder.stat().st_ino))
            _put(target, folder)
    except BaseException:  # Ctrl-C too must not leave one of two
        for target, folder, new in reversed(done):
            _take_back(target, folder, new)
        raise
    for _, folder, _ in done:
        shutil.rmtree(old_of(folder), ignore_errors=True)


def put_file(target: Path, content: bytes) -> None:
    """Write a file, whole or not at all: beside its place, then a rename. Makes its folder; an OSError changes nothing."""
    target = target.resolve()  # a link stays a link
    target.parent.mkdir(parents=True, exist_ok=True)
    made = target.with_name(f".{target.name}-{secrets.token_hex(4)}")
    try:
        made.write_bytes(content)
        if target.exists():
            shutil.copymode(target, made)
        made.replace(target)
    finally:
        made.unlink(missing_ok=True)


def _put(target: Path, folder: Path) -> None:
    if target.exists():
        if swap(folder, target):
            return
        target.rename(old_of(folder))
    folder.rename(target)


def _take_back(target: Path, folder: Path, new: int) -> None:
    """Undo as much of it as was done; ``new`` is the number that the file system has given to the new folder."""
    if target.exists() and target.stat().st_ino == new and not (folder.exists() and swap(folder, target)):
        target.rename(folder)
    if old_of(folder).exists():
        old_of(folder).rename(target)
