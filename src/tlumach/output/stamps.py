"""What tells that a file is the same without reading it: its size, dates, number and mode, as in the index of git."""

import os
import stat
from collections.abc import Iterable, Iterator

Stamp = tuple[int, ...]
"""Bytes, nanoseconds since 1970 of the last change of the content and of the entry, number in the file system, mode."""
PARTS = 5
NUMBER = 3
"""At which place of a stamp the number of the file stands."""
WITHIN = 2_000_000_000
"""Nanoseconds: a file may change twice in one step of the file system's clock, the coarsest of which (FAT) is two seconds."""


class UncertainError(Exception):
    """Stamps do not tell of all files: a link leads to another folder, or something is no file (a pipe, a device)."""


def stamp_of(state: os.stat_result) -> Stamp:
    """Return the stamp of a file."""
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino, state.st_mode


def has_stamp(file: str | os.PathLike[str], stamp: Stamp) -> bool:
    """Tell whether there is a file with that stamp: a link to one is none."""
    try:
        state = os.lstat(file)
    except OSError:
        return False
    return stat.S_ISREG(state.st_mode) and stamp_of(state) == stamp


def is_young(stamp: Stamp, at: int) -> bool:
    """Tell whether a file had just been changed when its stamp was taken, ``at`` (nanoseconds since 1970): it may change unseen."""
    return max(stamp[1], stamp[2]) > at - WITHIN


def entries(folder: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Yield what lies in a folder and in those below it, by its path there, links as what they are. Raises OSError."""
    waiting = [(folder, "")]
    while waiting:
        place, below = waiting.pop()
        with os.scandir(place) as listed:
            for entry in listed:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{below}{entry.name}/"))
                else:
                    yield below + entry.name, entry


def states(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the same, with what the disk tells of each."""
    return ((name, entry.stat(follow_symlinks=False)) for name, entry in entries(folder))


def stamps(root: str, names: Iterable[str], follows_links: bool = True) -> dict[str, Stamp]:
    """Return the stamps of these files and of all files in these folders, by their paths from ``root``; what is not there has none.

    Python's own ``__pycache__`` is passed over. ``follows_links``: else a link to a file is none. Raises OSError, UncertainError.
    """
    found: dict[str, Stamp] = {}
    for name in names:
        place = os.path.join(root, name)
        if os.path.isdir(place):
            _take_within(place, name, found, follows_links)
        elif os.path.lexists(place):
            found[name] = _of_a_file(os.stat(place, follow_symlinks=follows_links), place)
    return found


def _take_within(folder: str, name: str, found: dict[str, Stamp], follows_links: bool) -> None:
    waiting = [(folder, f"{name}/")]
    while waiting:
        place, below = waiting.pop()
        with os.scandir(place) as listed:
            for entry in listed:
                if not entry.is_dir():
                    found[below + entry.name] = _of_a_file(entry.stat(follow_symlinks=follows_links), entry.path)
                elif entry.is_symlink():
                    raise UncertainError(entry.path)
                elif entry.name != "__pycache__":
                    waiting.append((entry.path, f"{below}{entry.name}/"))


def stamp_of_file(file: str | os.PathLike[str]) -> Stamp:
    """Return the stamp of a file at a place. Raises OSError, UncertainError."""
    return _of_a_file(os.stat(file), os.fspath(file))


def _of_a_file(state: os.stat_result, place: str) -> Stamp:
    if not stat.S_ISREG(state.st_mode):
        raise UncertainError(place)
    return stamp_of(state)
