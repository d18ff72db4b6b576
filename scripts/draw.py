"""Draw the pictures of the explainer on Kazakhstan's arms exports: `python3 scripts/draw.py` writes them beside its pages.

What they show stands in `sources/pictures/`: outlines, dates, sums, and the words in each language. The same data gives the
same bytes; `tests/unit/pictures` sees that what lies beside the pages is what this script draws.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pictures.bars import bars_of
from pictures.map import map_of
from pictures.outlines import read_outlines
from pictures.strip import strip_of

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "sources" / "pictures"
FOLDER = "kazakhstan-arms-export"


def main() -> None:
    """Write every picture in every language."""
    for file, content in pictures():
        file.write_text(content, encoding="utf-8", newline="\n")
        print(f"{file.relative_to(ROOT)}: {len(content.encode())} bytes")


def pictures() -> Iterator[tuple[Path, str]]:
    """Yield each picture: its file and its content."""
    outlines = read_outlines(DATA / "outlines.json")
    dates, sums = _read("dates.yml"), _read("sums.yml")
    for language, words in _read("words.yml").items():
        beside = ROOT / "docs" / language / FOLDER
        yield beside / "map.svg", map_of(outlines, words["map"])
        yield beside / "strip.svg", strip_of(dates, words["strip"])
        yield beside / "bars.svg", bars_of(sums, words["bars"])


def _read(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
