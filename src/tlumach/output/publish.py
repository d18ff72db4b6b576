"""Put what was built in its place: only whole, and never at the price of what stood there before.

Everything is made in fresh folders beside the old ones; each then changes places with the old one in one step, which
a kill cannot leave half done (on systems without such a step, by two renames; the next build mends what a kill between
them left). If the second of two folders cannot be put in place, the first is taken back. A journal names what is to be put
in place: where a kill came between two folders, the next build finishes it (:func:`finish_placing`).

Let two folders change places in one step, so that a kill finds either the old one or the new one, never none.
"""

import ctypes
import errno
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from tlumach.output.spare import keep_spare
from tlumach.output.staging import HalfDoneError, is_filled, old_of, replaced_by, unfinished, unfinished_file
from tlumach.output.survey import Survey, survey

JOURNAL = ".tlumach-placing.json"


@contextmanager
def fresh_folder(target: Path) -> Iterator[Path]:
    """Yield a new, empty folder beside ``target``, on the same file system; it is gone afterwards unless it was put in place.

    What an earlier build left there when it was killed is removed.
    """
    with unfinished(target) as folder:
        yield folder


def put_in_place(
    made: Mapping[Path, Path], keeps_spares: bool = False, surveys: Mapping[Path, Survey] = MappingProxyType({})
) -> bool:
    """Put each made folder in its target's place, all or none; what goes wrong, or is interrupted, leaves every target as it was.

    ``keeps_spares``: what stood there is kept for the next build (:mod:`tlumach.output.spare`).
    Where the disk does not let what was put in place be taken back, a :class:`HalfDoneError` leaves the rest to the next build.
    ``surveys``: by targets, what the folders hold, where that is known. Return whether all that stood there is kept.
    """
    for target, folder in made.items():
        _let_all_read(folder, surveys.get(target) or survey(folder, {}))
    journal = next(iter(made)).with_name(JOURNAL)
    try:
        rows = [[target.name, folder.name, folder.stat().st_ino] for target, folder in made.items()]
        put_file(journal, json.dumps(rows).encode())
        _put_all(made)
    except HalfDoneError:
        raise  # the journal stays
    except BaseException:
        journal.unlink(missing_ok=True)
        raise
    journal.unlink(missing_ok=True)
    are_kept = [keeps_spares and keep_spare(folder, target) for target, folder in made.items()]
    for folder in made.values():
        shutil.rmtree(old_of(folder), ignore_errors=True)
    return all(are_kept)


def _put_all(made: Mapping[Path, Path]) -> None:
    done: list[tuple[Path, Path, int]] = []
    try:
        for target, folder in made.items():
            done.append((target, folder, folder.stat().st_ino))
            _put(target, folder)
    except BaseException as error:  # Ctrl-C too must not leave one of two
        if stuck := [step[0] for step in reversed(done) if not _is_taken_back(*step)]:
            raise HalfDoneError.because(error, stuck[0]) from error
        raise


def finish_placing(root: Path) -> bool:
    """Put in place what a killed build had begun to; return whether there was anything. Raises OSError where the disk refuses.

    What the journal names is left alone where a living process fills it, where it is not what was made, and outside ``root``.
    """
    rows = [row for row in _promised(root / JOURNAL) if not is_filled(root / row[1])]
    unplaced = [(root / target, root / folder) for target, folder, new in rows if _number(root / folder) == new]
    placed = any(_number(root / target) == new for target, _, new in rows)
    if placed:
        for target, folder in unplaced:
            _put(target, folder)
            shutil.rmtree(folder, ignore_errors=True)
            shutil.rmtree(old_of(folder), ignore_errors=True)
    if rows:
        (root / JOURNAL).unlink(missing_ok=True)
    return placed and bool(unplaced)


def _promised(journal: Path) -> list[tuple[str, str, int]]:
    """Return the rows of a journal, each a target, a folder and its number; none where it is not one of ours."""
    try:
        rows = [(str(target), str(folder), int(number)) for target, folder, number in json.loads(journal.read_bytes())]
    except (OSError, ValueError, TypeError, RecursionError):
        return []
    return [row for row in rows if replaced_by(Path(row[1])) == Path(row[0]) and Path(row[0]).name == row[0]]


def _number(folder: Path) -> int:
    """Return the number that the file system has given to a folder; 0 where there is none."""
    try:
        return folder.lstat().st_ino
    except OSError:
        return 0


def _let_all_read(folder: Path, found: Survey) -> None:
    """Let everybody read a site and its files, whatever the umask of who builds it: a web server is somebody else.

    Those that were taken over everybody reads already.
    """
    for place in found.folders:
        os.chmod(place, 0o755)
    for name in found.new:
        file = os.path.join(folder, name)
        if os.stat(file).st_mode & 0o644 != 0o644:
            os.chmod(file, 0o644)


def put_file(target: Path, content: bytes) -> None:
    """Write a file, whole or not at all: beside its place, then a rename. Makes its folder; an OSError changes nothing."""
    target = target.resolve()  # a link stays a link
    target.parent.mkdir(parents=True, exist_ok=True)
    with unfinished_file(target) as made:
        made.write_bytes(content)
        if target.exists():
            shutil.copymode(target, made)
        made.replace(target)


def _put(target: Path, folder: Path) -> None:
    if target.exists():
        if swap(folder, target):
            return
        target.rename(old_of(folder))
    folder.rename(target)


def _is_taken_back(target: Path, folder: Path, new: int) -> bool:
    """Undo as much of it as was done; ``new`` is the number that the file system has given to the new folder."""
    try:
        _take_back(target, folder, new)
    except OSError:
        return False
    return True


def _take_back(target: Path, folder: Path, new: int) -> None:
    if target.exists() and target.stat().st_ino == new and not (folder.exists() and swap(folder, target)):
        target.rename(folder)
    if old_of(folder).exists():
        old_of(folder).rename(target)


_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux's <fcntl.h>
_NOT_KNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def swap(one: Path, other: Path) -> bool:
    """Let two folders on one file system change names; False where the system has no such step. Raises OSError."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if renameat2 is None:
        return False
    if renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_KNOWN:
        return False
    raise OSError(number, os.strerror(number), str(other))
