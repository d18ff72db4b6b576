"""Folders that a build fills, and what is left of them when it was killed: the next build takes it away."""

import errno
import os
import re
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: what a kill leaves stays until a person removes it
    fcntl = None  # type: ignore[assignment]

_OLD, _SPARE, _ASIDE = "-old", "-spare", "-aside"


class HalfDoneError(OSError):
    """The disk let a part be put in place and then lets nothing be taken back: the next command does the rest."""

    @classmethod
    def because(cls, error: BaseException, name: Path) -> "HalfDoneError":
        """Return what is to be raised where ``name`` could not be taken back after an error, or Ctrl-C."""
        reason = error if isinstance(error, OSError) else InterruptedError(errno.EINTR, os.strerror(errno.EINTR))
        return cls(reason.errno, reason.strerror, str(name))


def old_of(folder: Path) -> Path:
    """Return where the old folder stands for a moment while ``folder`` takes its place."""
    return folder.with_name(folder.name + _OLD)


def spare_in(folder: Path) -> Path:
    """Return where the spare tree stands while it is made into what ``folder`` is to be."""
    return folder.with_name(folder.name + _SPARE)


def aside_of(folder: Path) -> Path:
    """Return where a part of the spare tree waits until it is known what of it is wanted."""
    return folder.with_name(folder.name + _ASIDE)


def replaced_by(folder: Path) -> Path | None:
    """Return what a folder that a build fills is to replace; None for any other folder."""
    match = re.fullmatch(r"\.(.+)-unfinished-\w{8}", folder.name)
    return folder.with_name(match[1]) if match else None


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """Yield a new, empty folder beside ``target`` that is known to be in use as long as this process lives.

    It is gone afterwards, but for a :class:`HalfDoneError`: then the next build needs it.
    """
    clear(target)
    folder = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
    folder.chmod(0o755)
    with held(folder):
        try:
            yield folder
        except HalfDoneError:
            raise
        except BaseException:
            _remove(folder)
            raise
        _remove(folder)


def _remove(folder: Path) -> None:
    for each in (folder, spare_in(folder), aside_of(folder)):
        shutil.rmtree(each, ignore_errors=True)


@contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Let other processes know that a folder is in use, as long as this one lives; False where another one uses it.

    On Windows nobody can know, and a folder is held by whoever made it: what is left of it there is never taken over.
    """
    if fcntl is None:
        yield False
        return
    lock = os.open(folder, os.O_RDONLY)
    try:
        yield _is_locked(lock)
    finally:
        os.close(lock)


def _is_locked(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def clear(target: Path) -> None:
    """Remove what killed builds left beside ``target``; an old folder that was on its way comes back."""
    names = re.compile(rf"{re.escape(_prefix(target))}\w{{8}}({_OLD}|{_SPARE}|{_ASIDE})?")
    for left in [entry for entry in target.parent.iterdir() if names.fullmatch(entry.name)]:
        base = left.with_name(left.name.removesuffix(_OLD).removesuffix(_SPARE).removesuffix(_ASIDE))
        if not (_abandoned(base) and _abandoned(left)):
            continue
        if left.name.endswith(_OLD) and not target.exists():
            left.rename(target)
        else:
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def unfinished_file(target: Path) -> Iterator[Path]:
    """Yield the name of a new file beside ``target``; those that killed processes left there are removed first."""
    names = re.compile(rf"\.{re.escape(target.name)}-[0-9a-f]{{8}}")
    for left in [entry for entry in target.parent.iterdir() if names.fullmatch(entry.name)]:
        if left.is_file() and _abandoned(left):
            left.unlink(missing_ok=True)
    made = target.with_name(f".{target.name}-{secrets.token_hex(4)}")
    try:
        made.touch()
        with held(made):
            yield made
    finally:
        made.unlink(missing_ok=True)


def _prefix(target: Path) -> str:
    return f".{target.name}-unfinished-"


def is_filled(folder: Path) -> bool:
    """Tell whether a folder is there and a living process fills it."""
    return folder.exists() and not _abandoned(folder)


def _abandoned(folder: Path) -> bool:
    """Tell whether no living process fills a folder."""
    if fcntl is None:
        return False
    try:
        asked = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return True
    try:
        fcntl.flock(asked, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(asked)
    return True
