"""Pairing blocks by kind and place: a guess for what nothing else tells of, and never called anything better."""

from collections.abc import Callable, Mapping, Sequence

from tlumach.blocks import Block, Kind
from tlumach.headings import headings
from tlumach.matching import Match, gaps
from tlumach.resemblance import footnote_key, is_footnote, marks

Allowed = Callable[[int, int], bool]


def pair_by_position(
    left: Mapping[int, Block], right: Mapping[int, Block], chain: Sequence[Match], allowed: Allowed = lambda *_: True
) -> list[Match]:
    """Pair blocks, given by their indices, within the gaps of a chain of sure pairs; pairs rise on both sides.

    Each is paired with its own kind only, so that as few as possible stay alone and heading levels, numbers, links,
    footnote marks, code and lengths agree. Footnotes are left alone: they have keys.
    """
    indices = [[at for at, block in sorted(side.items()) if not is_footnote(block)] for side in (left, right)]
    pairs: list[Match] = []
    for ours, theirs in gaps(chain, *indices):
        found = _aligned([left[at] for at in ours], [right[at] for at in theirs], lambda i, j: allowed(ours[i], theirs[j]))  # noqa: B023
        pairs += [(ours[i], theirs[j]) for i, j in found]
    return pairs


def pair_by_key(left: Mapping[int, Block], right: Mapping[int, Block]) -> list[Match]:
    """Pair the footnotes that have the same key, wherever they stand; of several with one key, the first."""
    keys = {footnote_key(right[at].text): at for at in sorted(right, reverse=True) if is_footnote(right[at])}
    notes = [(at, footnote_key(block.text)) for at, block in sorted(left.items()) if is_footnote(block)]
    return [(at, keys.pop(key)) for at, key in notes if key in keys]


def heading_pairs(left: Sequence[Block], right: Sequence[Block]) -> list[Match]:
    """Pair the headings of two pages one by one if they have the same levels in the same order; else none."""
    ours, theirs = ([at for at, block in enumerate(side) if block.kind is Kind.HEADING] for side in (left, right))
    levels = [[heading.level for heading in headings(side)] for side in (left, right)]
    return list(zip(ours, theirs, strict=True)) if levels[0] == levels[1] else []


def _aligned(left: Sequence[Block], right: Sequence[Block], allowed: Allowed) -> list[Match]:
    if not left or not right:
        return []
    if len(left) == len(right) and all(_may(left, right, at, at, allowed) for at in range(len(left))):
        return [(at, at) for at in range(len(left))]
    fits = _fits(left, right, allowed)
    return _best_path(fits, _best_sums(fits))


def _may(left: Sequence[Block], right: Sequence[Block], i: int, j: int, allowed: Allowed) -> bool:
    return left[i].kind is right[j].kind and allowed(i, j)


def _fits(left: Sequence[Block], right: Sequence[Block], allowed: Allowed) -> list[list[float]]:
    """Return for all pairs how well they fit: 1 for the kind, up to 1 for what they share, a little for the length; 0 for none."""
    ours, theirs = [marks(block) for block in left], [marks(block) for block in right]

    def fit(i: int, j: int) -> float:
        if not _may(left, right, i, j, allowed):
            return 0.0
        shared, most = (ours[i] & theirs[j]).total(), max(ours[i].total(), theirs[j].total())
        short, long = sorted((len(left[i].text), len(right[j].text)))
        return 1.0 + (shared / most if most else 0.0) + 0.25 * short / long

    return [[fit(i, j) for j in range(len(right))] for i in range(len(left))]


def _best_sums(fits: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return the best sum that pairs can reach from each pair of places on (Needleman and Wunsch; gaps have no price)."""
    width = len(fits[0])
    best = [[0.0] * (width + 1) for _ in range(len(fits) + 1)]
    for i in range(len(fits) - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + fits[i][j])
    return best


def _best_path(fits: Sequence[Sequence[float]], best: Sequence[Sequence[float]]) -> list[Match]:
    path, i, j = [], 0, 0
    while i < len(fits) and j < len(fits[0]):
        if fits[i][j] and best[i][j] == best[i + 1][j + 1] + fits[i][j]:
            path.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return path
