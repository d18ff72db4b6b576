"""What the build says of the files that it made: their sizes, and what the readers weigh beside their bare words."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from tlumach.editions.copies.update_files import update_since
from tlumach.editions.reader import QUICK, weigh
from tlumach.tasks.tasks import Task, TaskRunner

LISTED = 30  # files; of more, each kind is summed up
_PICTURE = re.compile(r"(?<=;base64,)[A-Za-z0-9+/=]+")
WEIGHED = 3  # readers, the largest: weighing one of a megabyte takes a seventh of a second


def sizes(files: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Return files of a folder, by their paths, with their sizes in bytes, sorted; where they are many, each kind of them as one."""
    if len(files) <= LISTED:
        return tuple(sorted(files.items()))
    kinds: dict[str, list[str]] = {}
    for file in sorted(files):
        kinds.setdefault(posixpath.splitext(file)[1], []).append(file)
    return tuple((_together(kind, some), sum(files[file] for file in some)) for kind, some in kinds.items())


def weights(folder: Path, runner: TaskRunner) -> list[str]:
    """Return a line for each of the largest readers: what it weighs as a web server sends it, and how that is made up."""
    files = (file for file in folder.glob("*.html") if not update_since(file.name))
    readers = sorted(files, key=lambda file: (-file.stat().st_size, file.name))
    kind = Task[Path]("weight", lambda file: (file.name, file.read_bytes()), lambda file: _weighed(file).encode())
    return runner.made(kind, readers[:WEIGHED], lambda _, line: line.decode())


def _weighed(file: Path) -> str:
    text, pictures = _apart(file.read_text(encoding="utf-8"))
    weight = weigh(text, QUICK)
    beside = f", and {pictures / 1000:.1f} KB of pictures" if pictures else ""
    return (
        f"{file.name} weighs {weight.compressed / 1000:.1f} KB (brotli): "
        f"{weight.compressed / weight.limit:.2f} times its bare words, {weight.limit / 1000:.1f} KB{beside}"
    )


def _apart(page: str) -> tuple[str, int]:
    """Return a page without the pictures in it, which do not get smaller, and their bytes."""
    pictures = _PICTURE.findall(page)
    return _PICTURE.sub("", page), sum(map(len, pictures)) * 3 // 4  # as bytes: they stand in base64


def _together(kind: str, files: Sequence[str]) -> str:
    folder, names = posixpath.dirname(files[0]), [posixpath.basename(file) for file in files]
    return f"{folder}/{f'{len(names)} × *{kind}' if kind and len(names) > 1 else ', '.join(names)}"
