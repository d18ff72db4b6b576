"""What the build says of the files that it made: their sizes, and what the readers weigh beside their bare words."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tlumach.editions.reader import weigh

LISTED = 30  # files; of more, each kind is summed up
WEIGHED = 3  # readers, the largest: weighing one takes half a second


def sizes(folder: Path) -> list[tuple[str, int]]:
    """Return the files of a folder with their sizes in bytes; where they are many, each kind of them as one."""
    files = sorted(folder.iterdir())
    if len(files) <= LISTED:
        return [(f"{folder.name}/{file.name}", file.stat().st_size) for file in files]
    kinds = dict.fromkeys(file.suffix for file in files)
    return [_together(folder, kind, [file for file in files if file.suffix == kind]) for kind in kinds]


def weights(folder: Path) -> Iterator[str]:
    """Yield a line for each of the largest readers: what it weighs as a web server sends it, and how that is made up."""
    readers = sorted(folder.glob("*.html"), key=lambda file: (-file.stat().st_size, file.name))
    for file in readers[:WEIGHED]:
        weight = weigh(file.read_text(encoding="utf-8"))
        yield (
            f"{file.name} weighs {weight.compressed / 1000:.1f} KB (brotli): "
            f"{weight.compressed / weight.limit:.2f} times its bare words, {weight.limit / 1000:.1f} KB"
        )


def _together(folder: Path, kind: str, files: Sequence[Path]) -> tuple[str, int]:
    name = f"{len(files)} × *{kind}" if kind else ", ".join(file.name for file in files)
    return f"{folder.name}/{name}", sum(file.stat().st_size for file in files)
