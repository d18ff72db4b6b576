"""Draw the pictures of the explainer on Kazakhstan's arms exports, and of the page on copies: `python3 scripts/draw.py` writes
them beside the pages, the latter into the pages of a new project too.

What they show stands in `sources/pictures/`: outlines, dates, sums, and the words in each language. The same data gives the
same bytes; `tests/unit/pictures` sees that what lies beside the pages is what this script draws.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pictures.bars import bars_of
from pictures.copies import news_of, version_of, whole_of
from pictures.map import map_of
from pictures.outlines import read_outlines
from pictures.strip import strip_of

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "sources" / "pictures"
FOLDER = "kazakhstan-arms-export"
OF_A_NEW_PROJECT = ROOT / "src" / "tlumach" / "scaffold" / "pages"


def main() -> None:
    """Write every picture in every language."""
    for file, content in (*pictures(), *pictures_of_copies()):
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


def pictures_of_copies() -> Iterator[tuple[Path, str]]:
    """Yield each picture of the pages on copies: this site's, and those of new projects in their languages."""
    for language, words in _read("copies.yml").items():
        drawn = {"whole": whole_of(words), "version": version_of(words, language), "news": news_of(words)}
        for folder in (ROOT / "docs" / language, OF_A_NEW_PROJECT / language):
            if folder.is_dir():
                yield from ((folder / f"copy-{name}.svg", content) for name, content in drawn.items())


def _read(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
