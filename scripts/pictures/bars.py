"""The bars: the additional sum beside what the military cost the year before."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pictures.svg import WIDTH, drawing, element, text

TOP, ROW, LEFT, RIGHT = 20, 48, 8, 88
STYLES = {"added": "edge-fill"}


def bars_of(sums: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> str:
    """Return a bar for each sum, in one scale, with its name above it and its value at its end."""
    height = TOP + ROW * len(sums) - 6
    return drawing(height, words["title"], words["alt"], _bars(sums, words))


def _bars(sums: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> Iterator[str]:
    unit = (WIDTH - LEFT - RIGHT) / max(entry["billions"] for entry in sums)
    for at, entry in enumerate(sums):
        y, width = TOP + ROW * at, entry["billions"] * unit
        yield text((LEFT, y), words[entry["key"]])
        yield element("rect", STYLES.get(entry["key"], "ally"), x=LEFT, y=y + 7, width=width, height=18)
        number = f"{entry['billions']:g}".replace(".", words["point"])
        yield text((LEFT + width + 6, y + 21), f"{number} {words['billion']}", "b")
