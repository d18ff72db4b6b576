"""Finding the same texts in two sequences: in order, out of order; and cutting sequences at what was found."""

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

Match = tuple[int, int]
"""The index of a text in the old sequence, and in the new."""


def comparable(text: str) -> str:
    """Return a text without what an editor or a checkout changes and no reader sees: line ends, composed letters."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def same(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Find equal texts: for indices of the new sequence, those of the old. Nothing is found twice.

    First the longest common subsequence; then what was moved. Of several equal texts that were moved, the one
    between the same neighbours is taken.
    """
    found = {new_at: old_at for old_at, new_at in _in_order(old, new)}
    return found if len(found) == min(len(old), len(new)) else found | _moved(old, new, found)


def longest_chain(matches: Iterable[Match]) -> list[Match]:
    """Return the most matches that rise on both sides: what kept its order. Both indices must differ in all matches."""
    return _chain(sorted(matches, key=lambda match: match[1]))


def gaps(chain: Sequence[Match], old: Iterable[int], new: Iterable[int]) -> Iterator[tuple[list[int], list[int]]]:
    """Cut two rising lists of indices at the matches of a chain; yield, for each gap, what lies in it on both sides."""
    between: Mapping[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    starts = [[match[side] for match in chain] for side in (0, 1)]
    for side, indices in enumerate((old, new)):
        for index in indices:
            between[bisect_left(starts[side], index)][side].append(index)
    yield from (between[gap] for gap in sorted(between))


def _in_order(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """Return a longest common subsequence; where nothing changed, at the price of comparing once.

    Hunt and Szymanski, "A Fast Algorithm for Computing Longest Common Subsequences" (CACM 20:5, 1977), from the end:
    of equal texts the one is taken that comes before what comes after it now, as a heading does.
    """
    backward = _in_order_from_start(old[::-1], new[::-1])
    return [(len(old) - 1 - old_at, len(new) - 1 - new_at) for old_at, new_at in reversed(backward)]


def _in_order_from_start(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    start = _common(old, new)
    places = defaultdict(list)
    for at in range(len(old) - 1, start - 1, -1):
        places[old[at]].append(at)
    rest = [(at, new_at) for new_at in range(start, len(new)) for at in places.get(new[new_at], ())]
    return [(at, at) for at in range(start)] + _chain(rest)


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def _chain(matches: Sequence[Match]) -> list[Match]:
    """Return a longest rising chain of matches sorted by the new index and, where it is the same, falling by the old."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (old_at, _) in enumerate(matches):
        length = bisect_left(ends, old_at)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [old_at]
        last[length : length + 1] = [number]
    chain = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(matches[at])
        at = before[at]
    return chain[::-1]


def _moved(old: Sequence[str], new: Sequence[str], found: Mapping[int, int]) -> dict[int, int]:
    free = defaultdict(list)
    for at in sorted(set(range(len(old))) - set(found.values())):
        free[old[at]].append(at)
    moved = {}
    for new_at in (at for at in range(len(new)) if at not in found):
        if candidates := free.get(new[new_at]):
            old_at = max(candidates, key=lambda at: (_same_neighbours(old, at, new, new_at), -at))
            candidates.remove(old_at)
            moved[new_at] = old_at
    return moved


def _same_neighbours(old: Sequence[str], old_at: int, new: Sequence[str], new_at: int) -> int:
    return sum(_at(old, old_at + step) == _at(new, new_at + step) for step in (-1, 1))


def _at(texts: Sequence[str], at: int) -> str | None:
    return texts[at] if 0 <= at < len(texts) else None
