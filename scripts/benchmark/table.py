"""The one table that the bench prints: figures down, contenders across, ratios against the bare stack, growth between sizes."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from benchmark.figures import Figure

OURS = "tlumach"
OURS_ALONE = ("build, default editions", "build, five languages", "build, 100,000 words")
MARK = "bare stack"  # what every ratio is against
WIDTH, CELL = 38, 18


def lines(figures: Sequence[Figure]) -> Iterator[str]:
    """Yield the lines of the table: for each size its figures, then how they grow between the sizes."""
    names = contenders(figures)
    sizes = sorted({figure.explainers for figure in figures})
    for size in sizes:
        yield from ("", _line(f"{size:,} explainers", names))
        yield from (_line(row, [cell(figures, row, name, size) for name in names]) for row in rows_of(figures, size))
    for few, many in pairwise(sizes):
        yield from ("", _line(f"growth, {few:,} to {many:,}: power of N", names))
        for row in growing(figures, many):
            yield _line(row, [power(figures, row, name, few, many) for name in names])


def contenders(figures: Sequence[Figure]) -> list[str]:
    """Return the names of the contenders, ours first."""
    return list(dict.fromkeys(figure.contender for figure in figures))


def rows_of(figures: Sequence[Figure], size: int) -> list[str]:
    """Return the rows of one size, in the order in which they were measured."""
    return list(dict.fromkeys(figure.row for figure in figures if figure.explainers == size))


def growing(figures: Sequence[Figure], size: int) -> list[str]:
    """Return the rows whose growth is shown."""
    return list(dict.fromkeys(figure.row for figure in figures if figure.explainers == size and figure.grows))


def cell(figures: Sequence[Figure], row: str, name: str, size: int) -> str:
    """Return a figure with its ratio against the bare stack, where there is one; nothing where it was not measured."""
    found, mark = _find(figures, row, name, size), _find(figures, row, MARK, size)
    if not found:
        return ""
    ratio = f" ({found.value / mark.value:.2f})" if mark and mark.value else ""
    return f"{written(found)}{ratio}"


def written(figure: Figure) -> str:
    """Return a value with its unit, as people write it."""
    value = figure.value
    if figure.unit == "s":
        return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"
    if figure.unit != "bytes":
        return f"{value:,.0f} {figure.unit}" if value >= 10 else f"{value:.2f} {figure.unit}"
    return f"{value / 1e6:,.1f} MB" if value >= 1e6 else f"{value / 1e3:.1f} KB"


def ratios(figures: Sequence[Figure]) -> Iterator[dict[str, object]]:
    """Yield each of our figures divided by another contender's of the same row: of `build` for builds of ours that no other does."""
    for ours in (figure for figure in figures if figure.contender == OURS):
        rows = dict.fromkeys((ours.row, re.sub(rf"^({'|'.join(OURS_ALONE)})", "build", ours.row)))
        for other in (figure for figure in figures if figure.contender != OURS and figure.row in rows):
            if (other.explainers, other.unit) == (ours.explainers, ours.unit) and other.value:
                named = {"row": ours.row, "explainers": ours.explainers, "against": other.contender, "in": other.row}
                yield named | {"ratio": round(ours.value / other.value, 4)}


def power(figures: Sequence[Figure], row: str, name: str, few: int, many: int) -> str:
    """Return the power of N with which a figure grows between two sizes; nothing where one is missing."""
    small, large = _find(figures, row, name, few), _find(figures, row, name, many)
    return f"{growth(small.value, large.value, few, many):.2f}" if small and large and small.value else ""


def growth(small: float, large: float, few: int, many: int) -> float:
    """Return the exponent of growth: 1 where twice as many cost twice as much, 2 where they cost four times as much."""
    return math.log(large / small) / math.log(many / few)


def _find(figures: Sequence[Figure], row: str, name: str, size: int) -> Figure | None:
    wanted = (row, name, size)
    return next((found for found in figures if (found.row, found.contender, found.explainers) == wanted), None)


def _line(label: str, cells: Sequence[str]) -> str:
    return (f"{label:<{WIDTH}}" + "".join(f"{text:>{CELL}}" for text in cells)).rstrip()
