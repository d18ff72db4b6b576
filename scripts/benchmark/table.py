"""The table that the bench prints, and the ratios and growth that it is read for."""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from benchmark.rows import ROWS, Result

AIMS = {row.task: f" (aim: {row.aim})" for row in ROWS if row.aim}
HEAD = (
    f"{'':<12}{'explainers':>11}{'pages':>7}{'time':>10}{'ratio':>7}{'CPU':>10}{'ratio':>7}{'memory':>10}{'site':>10}"
)


def lines(results: Sequence[Result]) -> Iterator[str]:
    """Yield the lines of the table: for each task the figures by size, then how time and site grow between the sizes."""
    ordered = sorted(results, key=lambda result: result.task)
    for task, group in groupby(ordered, key=lambda result: result.task):
        found = list(group)
        yield from ("", task + AIMS.get(task, ""), HEAD)
        for _, same_size in groupby(found, key=lambda result: result.explainers):
            yield from _compared(list(same_size))
        yield from _growths(found)


def growth(small: float, large: float, few: int, many: int) -> float:
    """Return the exponent of growth: 1 where twice as many cost twice as much, 2 where they cost four times as much."""
    return math.log(large / small) / math.log(many / few)


def _compared(results: Sequence[Result]) -> Iterator[str]:
    mark = results[-1]
    for result in results:
        yield (
            f"{result.contender:<12}{result.explainers:>11}{result.pages:>7}"
            f"{result.seconds:>8.2f} s{result.seconds / mark.seconds:>7.2f}"
            f"{result.cpu:>8.2f} s{result.cpu / mark.cpu:>7.2f}"
            f"{result.peak / 1e6:>7.0f} MB{result.output / 1e6:>7.1f} MB"
        )


def _growths(results: Sequence[Result]) -> Iterator[str]:
    for name in dict.fromkeys(result.contender for result in results):
        mine = sorted((result for result in results if result.contender == name), key=lambda result: result.explainers)
        yield from (_growth(name, small, large) for small, large in pairwise(mine))


def _growth(name: str, small: Result, large: Result) -> str:
    few, many = small.explainers, large.explainers
    time = growth(small.seconds, large.seconds, few, many)
    cpu = growth(small.cpu, large.cpu, few, many)
    site = f", site {growth(small.output, large.output, few, many):.2f}" if small.output else ""
    each = (large.seconds - small.seconds) / (many - few) * 1000
    return (
        f"{name:<12}{few} to {many}: time grows with the power {time:.2f} of N, CPU {cpu:.2f}{site};"
        f" {each:.1f} ms for each explainer more"
    )
