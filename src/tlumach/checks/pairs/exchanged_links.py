"""Links that changed places: each target is there, under the words of another."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import PurePosixPath

from tlumach.checks.pairs.latin import folded
from tlumach.checks.pairs.pair import Finding
from tlumach.headings import plain
from tlumach.links import Link, links

MARGIN = 0.3
"""By so much two links must be more like each other's targets than like their own; the likeness of two texts is 0 to 1.

Of the 650 pairs of links that stand in one block on the first site none comes nearer to it than 0.13; of the same pairs with
their targets exchanged, 69 in 100 are found with it and the two bounds below.
"""
LEAST, SURE = 0.45, 0.6
"""So much either must be like the other's target, and the more alike of them: chance makes short texts somewhat alike."""


def exchanged(source: str, target: str) -> Iterator[Finding]:
    """Yield the links of a translation whose words say the other's target, by the words of the source and the names of files.

    «[Китай](turkey.md) и [Турция](china.md)» is found; where words are like neither, nothing is said.
    """
    originals = {link.target: folded(plain(link.text)) for link in links(source) if not link.image}
    ours = [link for link in links(target) if not link.image and link.target in originals]
    for one, other in combinations(ours, 2):
        if one.target != other.target and _is_swap(one, other, originals):
            message = f"“{plain(one.text)}” leads to `{one.target}` and “{plain(other.text)}” to `{other.target}`: they changed places."
            yield Finding(message, one.line - 1)


def _is_swap(one: Link, other: Link, originals: Mapping[str, str]) -> bool:
    swapped = _likeness(one, other.target, originals), _likeness(other, one.target, originals)
    as_is = _likeness(one, one.target, originals) + _likeness(other, other.target, originals)
    return sum(swapped) > as_is + MARGIN and min(swapped) >= LEAST and max(swapped) >= SURE


def _likeness(link: Link, target: str, originals: Mapping[str, str]) -> float:
    """Return how much the words of a link are like those of the source's link to a target, or like its file's name."""
    words = folded(plain(link.text))
    path, _, anchor = target.partition("#")
    name = folded((anchor or PurePosixPath(path).stem).replace("-", " "))
    return max(SequenceMatcher(None, words, each, autojunk=False).ratio() for each in (originals[target], name))
