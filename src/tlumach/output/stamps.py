"""What tells that a file is the same without reading it: its size, dates, number and mode, as in the index of git."""

import os
import stat
from collections.abc import Iterable, Iterator

Stamp = tuple[int, ...]
"""Bytes, nanoseconds since 1970 of the last change of the content and of the entry, number in the file system, mode."""
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


def states(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield what lies in a folder and in those below it, by its path there, links as what they are. Raises OSError."""
    waiting = [(folder, "")]
    while waiting:
        place, below = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{below}{entry.name}/"))
                else:
                    yield f"{below}{entry.name}", entry.stat(follow_symlinks=False)


def stamps(root: str, names: Iterable[str]) -> dict[str, Stamp]:
    """Return the stamps of these files and of all files in these folders, by their paths from ``root``; what is not there has none.

    Python's own ``__pycache__`` is passed over. Raises OSError, UncertainError.
    """
    found: dict[str, Stamp] = {}
    for name in names:
        place = os.path.join(root, name)
        if os.path.isdir(place):
            found.update(_within(place, name))
        elif os.path.lexists(place):
            found[name] = _of_a_file(os.stat(place), place)
    return found


def _within(folder: str, name: str) -> Iterator[tuple[str, Stamp]]:
    waiting = [(folder, name)]
    while waiting:
        place, below = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if not entry.is_dir():
                    yield f"{below}/{entry.name}", _of_a_file(entry.stat(), entry.path)
                elif entry.is_symlink():
                    raise UncertainError(entry.path)
                elif entry.name != "__pycache__":
                    waiting.append((entry.path, f"{below}/{entry.name}"))


def _of_a_file(state: os.stat_result, place: str) -> Stamp:
    if not stat.S_ISREG(state.st_mode):
        raise UncertainError(place)
    return stamp_of(state)
