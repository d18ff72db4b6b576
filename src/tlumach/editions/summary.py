"""What the build says of the files that it made: their sizes, and what the readers weigh beside their bare words."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from tlumach.editions.copies.update_files import update_since
from tlumach.editions.reader import weigh
from tlumach.tasks.tasks import Task, TaskRunner

LISTED = 30  # files; of more, each kind is summed up
_PICTURE = re.compile(r"(?<=;base64,)[A-Za-z0-9+/=]+")
WEIGHED = 3  # readers, the largest: weighing one takes half a second


def sizes(folder: Path) -> list[tuple[str, int]]:
    """Return the files of a folder with their sizes in bytes; where they are many, each kind of them as one."""
    files = [folder / name for name in sorted(os.listdir(folder))]
    if len(files) <= LISTED:
        return [(f"{folder.name}/{file.name}", file.stat().st_size) for file in files]
    kinds = dict.fromkeys(file.suffix for file in files)
    return [_together(folder, kind, [file for file in files if file.suffix == kind]) for kind in kinds]


def weights(folder: Path, runner: TaskRunner) -> list[str]:
    """Return a line for each of the largest readers: what it weighs as a web server sends it, and how that is made up."""
    files = (file for file in folder.glob("*.html") if not update_since(file.name))
    readers = sorted(files, key=lambda file: (-file.stat().st_size, file.name))
    kind = Task[Path]("weight", lambda file: (file.name, file.read_bytes()), lambda file: _weighed(file).encode())
    return runner.made(kind, readers[:WEIGHED], lambda _, line: line.decode())


def _weighed(file: Path) -> str:
    text, pictures = _apart(file.read_text(encoding="utf-8"))
    weight = weigh(text)
    beside = f", and {pictures / 1000:.1f} KB of pictures" if pictures else ""
    return (
        f"{file.name} weighs {weight.compressed / 1000:.1f} KB (brotli): "
        f"{weight.compressed / weight.limit:.2f} times its bare words, {weight.limit / 1000:.1f} KB{beside}"
    )


def _apart(page: str) -> tuple[str, int]:
    """Return a page without the pictures in it, which do not get smaller, and their bytes."""
    pictures = _PICTURE.findall(page)
    return _PICTURE.sub("", page), sum(map(len, pictures)) * 3 // 4  # as bytes: they stand in base64


def _together(folder: Path, kind: str, files: Sequence[Path]) -> tuple[str, int]:
    name = f"{len(files)} × *{kind}" if kind and len(files) > 1 else ", ".join(file.name for file in files)
    return f"{folder.name}/{name}", sum(file.stat().st_size for file in files)
