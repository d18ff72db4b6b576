"""What a new folder takes over from the one that it is to replace: nearly all files of a site are the same after an edit.

Where the former folder has the same file, byte for byte, the new one gets another name for it (a hard link): nothing is
written, and the file keeps its date, which a tool that uploads by dates looks at. So no file in such a folder may be written
in place: the former, which must stand until the new one is whole, would change with it.
"""

import filecmp
import os
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path

from tlumach.output.staging import replaced_by


def put(folder: Path, name: str, content: bytes) -> None:
    """Put a file into a folder that a build fills; ``name`` is its path there. Raises OSError where the disk refuses."""
    file = _made_ready(folder, name)
    former = _former(folder, name, len(content))
    if not (former and _content(former) == content and _linked(former, file)):
        file.unlink(missing_ok=True)
        file.write_bytes(content)


def put_copy(folder: Path, name: str, source: Path) -> None:
    """Do the same with a copy of a file."""
    file = _made_ready(folder, name)
    former = _former(folder, name, source.stat().st_size)
    if not (former and filecmp.cmp(former, source, shallow=False) and _linked(former, file)):
        file.unlink(missing_ok=True)
        shutil.copyfile(source, file)


def take_out(folder: Path, name: str) -> None:
    """Take a folder out of one that a build fills, if it is there. Raises OSError: what the disk kept would be handed out."""
    if (folder / name).exists():
        shutil.rmtree(folder / name)


def write_anew(file: Path, text: str) -> None:
    """Write a file that stands in such a folder already, and leave alone the one that it may have been taken over from."""
    file.unlink()
    file.write_text(text, encoding="utf-8", newline="\n")


def take_over_the_same(folder: Path, names: Iterable[str]) -> None:
    """Take over those files of a folder, by their paths there, that are the same in the former one, whoever wrote them. Raises OSError."""
    for name in names:
        state = os.lstat(folder / name)
        if stat.S_ISREG(state.st_mode) and state.st_nlink == 1:  # else it is taken over already
            _take_over(folder, folder / name, state.st_size)


def _take_over(folder: Path, file: Path, size: int) -> None:
    former, beside = _former(folder, str(file.relative_to(folder)), size), file.with_name(f".{file.name}.former")
    if former and _content(former) == _content(file) and _linked(former, beside):
        beside.replace(file)


def _made_ready(folder: Path, name: str) -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    return folder / name


def _former(folder: Path, name: str, size: int) -> Path | None:
    """Return the file of that name that is to be replaced, if it may be the same: it is a plain file, and as large."""
    if (replaced := replaced_by(folder)) is None:
        return None
    try:
        found = (replaced / name).lstat()
    except OSError:
        return None
    return replaced / name if stat.S_ISREG(found.st_mode) and found.st_size == size else None


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _linked(former: Path, file: Path) -> bool:
    """Give a file another name; False where the file system knows no such thing."""
    try:
        os.link(former, file)
    except OSError:
        return False
    return True
