"""Links that changed places: each target is there, under the words of another."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import PurePosixPath
from typing import NamedTuple

from tlumach.blocks.links import Link
from tlumach.blocks.plain_text import plain
from tlumach.checks.pairs.pair import PairFinding
from tlumach.checks.pairs.romanization import folded

MARGIN = 0.3
"""By so much two links must be more like each other's targets than like their own; the likeness of two texts is 0 to 1.

Of the 650 pairs of links that stand in one block on the first site none comes nearer to it than 0.13; of the same pairs with
their targets exchanged, 69 in 100 are found with it and the two bounds below.
"""
LEAST, SURE = 0.45, 0.6
"""So much either must be like the other's target, and the more alike of them: chance makes short texts somewhat alike."""


def exchanged(source: Sequence[Link], target: Sequence[Link]) -> Iterator[PairFinding]:
    """Yield the links of a translation whose words say the other's target, by the words of the source and the names of files.

    «[Китай](turkey.md) и [Турция](china.md)» is found; where words are like neither, nothing is said.
    """
    ours = [link for link in target if not link.image]
    if len({link.target for link in ours}) < 2:
        return
    originals = {link.target: folded(plain(link.text)) for link in source if not link.image}
    ours = [link for link in ours if link.target in originals]
    sides = [_Side(folded(plain(link.text)), _exchanged_target(link, originals[link.target])) for link in ours]
    for (one, this), (other, that) in combinations(zip(ours, sides, strict=True), 2):
        if one.target != other.target and _is_swap(this, that):
            message = f"“{plain(one.text)}” leads to `{one.target}` and “{plain(other.text)}” to `{other.target}`: they changed places."
            yield PairFinding(message, one.line - 1)


class _Side(NamedTuple):
    """The words of a link, and those that say where it leads."""

    words: str
    target: tuple[str, str]


def _is_swap(one: _Side, other: _Side) -> bool:
    """Tell whether either link's words are like the other's target; what can't be is seen before all is compared."""
    for likeness in (_most, _ratio):
        first, second = _likeness(one.words, other.target, likeness), _likeness(other.words, one.target, likeness)
        if min(first, second) < LEAST or max(first, second) < SURE:
            return False
    return (
        first + second
        > _likeness(one.words, one.target, _ratio) + _likeness(other.words, other.target, _ratio) + MARGIN
    )


def _exchanged_target(link: Link, original: str) -> tuple[str, str]:
    """Return the words that say where a link leads: those of the source's link to it, and its anchor's or its file's name."""
    path, _, anchor = link.target.partition("#")
    return original, folded((anchor or PurePosixPath(path).stem).replace("-", " "))


def _likeness(words: str, target: tuple[str, str], likeness: Callable[[str, str], float]) -> float:
    """Return how much words are like those of a target."""
    return max(likeness(words, each) for each in target)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _most(one: str, other: str) -> float:
    """Return how much two texts can be alike at most, by the letters that both have."""
    both = sum(min(one.count(letter), other.count(letter)) for letter in set(one))
    return 2 * both / (len(one) + len(other)) if both else 0
