"""Put what was built in its place: only whole, and never at the price of what stood there before.

Everything is made in fresh folders beside the old ones; each then changes places with the old one by a rename, which a
crash cannot leave half done. If the second of two renames fails, the first is taken back.
"""

import secrets
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def fresh_folder(target: Path) -> Iterator[Path]:
    """Yield a new, empty folder beside ``target``, on the same file system; it is gone afterwards unless it was put in place."""
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(made: Mapping[Path, Path]) -> None:
    """Put each made folder in its target's place, all or none; what goes wrong, or is interrupted, leaves every target as it was."""
    done: list[tuple[Path, Path, Path]] = []
    try:
        for target, folder in made.items():
            old = folder.with_name(f"{folder.name}-old")
            if target.exists():
                target.rename(old)
            done.append((target, folder, old))
            folder.rename(target)
    except BaseException:  # Ctrl-C too must not leave one of two
        for target, folder, old in reversed(done):
            _take_back(target, folder, old)
        raise
    for _, _, old in done:
        shutil.rmtree(old, ignore_errors=True)


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


def _take_back(target: Path, folder: Path, old: Path) -> None:
    if target.exists():
        target.rename(folder)
    if old.exists():
        old.rename(target)
