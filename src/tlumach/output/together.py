"""Several files written, or removed, together or not at all, whenever the process ends: a journal says what is under way.

All contents are made in a folder of their own under the project's root, with what stands in their places now. The journal,
put beside them in one step, is the promise: without it nothing was touched, with it every command that comes next
finishes the work (:func:`finish_interrupted`). Nothing is ever made beside the targets.
"""

import contextlib
import errno
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tlumach.output.staging import HalfDoneError, held

_PREFIX = ".tlumach-writing-"
_JOURNAL = "journal.json"


class _Step(NamedTuple):
    """A file to be put in place: its target, its number in the folder, and the digest of what it replaces (empty: nothing).

    With ``is_removal`` the file is to be no more.
    """

    target: Path
    number: int
    old: str
    is_removal: bool = False

    def new(self, folder: Path) -> Path:
        """Return what is there until the step is done: the new content, or a mark."""
        return folder / f"{self.number}.{'gone' if self.is_removal else 'new'}"

    def backup(self, folder: Path) -> Path:
        return folder / f"{self.number}.old"


def write_together(root: Path, contents: Mapping[Path, bytes | None]) -> None:
    """Write files of a project, all or none; None removes a file. Folders are made as needed; links stay links; the modes of files stay.

    An OSError, or Ctrl-C, leaves every file as it was. A process that is killed leaves them all old or, after the
    next command, all new; so does one that raises :class:`HalfDoneError`, where the disk refuses to take files back too.
    """
    if not contents:
        return
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
    with held(folder):
        try:
            steps = _prepared(folder, {_place(target, content): content for target, content in contents.items()})
            _promise(root, folder, steps)
            _put_all(folder, steps)
        except HalfDoneError:
            raise  # the promise stands
        except BaseException:
            _forget(folder)
            raise
        _forget_when_done(folder)


def finish_interrupted(root: Path) -> list[Path]:
    """Finish what a killed process had promised to write, and clear away what it had only prepared.

    Returns the files that somebody has edited since: they are left as they are.
    """
    edited: list[Path] = []
    for folder in sorted(root.glob(f"{_PREFIX}*")):
        with contextlib.suppress(FileNotFoundError, NotADirectoryError), held(folder) as is_ours:
            if is_ours:
                edited += _finish(root, folder)
                _forget(folder)
    return edited


def _place(target: Path, content: bytes | None) -> Path:
    """Return the file that is written: that which a link leads to, but a link that is to be removed itself."""
    return target.resolve() if content is not None else target.parent.resolve() / target.name


def _prepared(folder: Path, files: Mapping[Path, bytes | None]) -> list[_Step]:
    steps = [
        _Step(target, number, _digest(target), is_removal=content is None)
        for number, (target, content) in enumerate(files.items())
    ]
    for step in steps:
        _write(step.new(folder), files[step.target] or b"")
        if step.old:
            shutil.copymode(step.target, step.new(folder))
            shutil.copy2(step.target, step.backup(folder))
    return steps


def _promise(root: Path, folder: Path, steps: list[_Step]) -> None:
    """Put the journal down. It names only files within the project: a project that was handed on must reach no others."""
    top = root.resolve()
    within = [step for step in steps if step.target.is_relative_to(top)]
    rows = [[step.target.relative_to(top).as_posix(), step.number, step.old, step.is_removal] for step in within]
    unfinished = folder / f"{_JOURNAL}.new"
    _write(unfinished, json.dumps(rows).encode())
    unfinished.replace(folder / _JOURNAL)
    _sync(folder)


def _put_all(folder: Path, steps: list[_Step]) -> None:
    done: list[_Step] = []
    try:
        for step in steps:
            done.append(step)
            _do(folder, step)
    except BaseException as error:  # Ctrl-C too must not leave one of two
        begun = [step for step in done if not step.new(folder).exists() or _is_removed(step)]
        if stuck := [step.target for step in begun if not _is_taken_back(folder, step)]:
            raise HalfDoneError.because(error, stuck[0]) from error
        raise


def _do(folder: Path, step: _Step) -> None:
    if step.is_removal:
        step.target.unlink(missing_ok=True)
        step.new(folder).unlink()
    else:
        _put(step.new(folder), step.target)


def _is_removed(step: _Step) -> bool:
    return step.is_removal and not step.target.exists()


def _put(new: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        new.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = target.with_name(f".{target.name}{_PREFIX}")  # on another disk there is no way but through its own
        shutil.copy2(new, beside)
        beside.replace(target)
        new.unlink()


def _is_taken_back(folder: Path, step: _Step) -> bool:
    """Undo a step so that it can still be done: what was to be written is kept, should another step refuse to be undone."""
    try:
        if step.is_removal:
            step.new(folder).touch()
        elif step.old:
            shutil.copy2(step.target, step.new(folder))
        else:
            _put(step.target, step.new(folder))
        if step.old:
            _put(step.backup(folder), step.target)
    except OSError:
        return False
    return True


def _finish(root: Path, folder: Path) -> Iterator[Path]:
    """Do the steps that are left, and yield the targets that are no longer what they were to replace."""
    for step in _promised(root, folder):
        if step.new(folder).exists():
            found = _digest(step.target)
            if _is_removed(step) or found == step.old:
                _do(folder, step)
            elif step.is_removal or found != _digest(step.new(folder)):
                yield step.target


def _promised(root: Path, folder: Path) -> list[_Step]:
    """Read the journal; nothing is promised where there is none, or where it is not one of ours."""
    try:
        rows = json.loads((folder / _JOURNAL).read_bytes())
        steps = [_step(root, *row) for row in rows]
    except (OSError, ValueError, TypeError, RecursionError):
        return []
    return [step for step in steps if step.target.is_relative_to(root.resolve())]


def _step(root: Path, target: str, number: int, old: str, is_removal: bool = False) -> _Step:
    place = root / target
    return _Step(
        place.parent.resolve() / place.name if is_removal else place.resolve(), int(number), str(old), is_removal
    )


def _forget(folder: Path) -> None:
    """Take the folder away, the journal first: what is left without it counts for nothing."""
    with contextlib.suppress(OSError):
        (folder / _JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _forget_when_done(folder: Path) -> None:
    """Take the folder away after the last step. Ctrl-C comes too late then: everything is written, and the command says so.

    It is tried twice: Ctrl-C, or a disk that refuses once, may end the first.
    """
    for _ in range(2):
        with contextlib.suppress(KeyboardInterrupt):
            _forget(folder)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else ""


def _write(file: Path, content: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sync(folder: Path) -> None:
    """Let the names in a folder outlast a loss of power, where the system can (Windows cannot open a folder)."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
