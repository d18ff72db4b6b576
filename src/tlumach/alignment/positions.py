"""Pairing blocks by kind and place: a guess for what nothing else tells of, and never called anything better."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from tlumach.alignment.sequences import Match, gaps, longest_chain
from tlumach.alignment.similarity import footnote_key, is_footnote, marks
from tlumach.blocks import Block, BlockKind
from tlumach.blocks.headings import headings

_May = Callable[[int, int], bool]
_MOST_WEIGHED = 250_000
"""How many pairs are weighed against each other at once (500 blocks by 500, a quarter of a second); a longer gap is cut first."""
_LENGTH = 0.25  # what equal lengths are worth; the kind is worth 1, and sharing all marks another 1


def pair_by_position(
    left: Mapping[int, Block],
    right: Mapping[int, Block],
    chain: Sequence[Match],
    allowed: _May = lambda *_: True,
) -> list[Match]:
    """Pair blocks, given by their indices, within the gaps of a chain of sure pairs (whose blocks are not given).

    Each is paired with its own kind only, so that as few as possible stay alone and heading levels, numbers, links,
    footnote marks, code and lengths agree. Footnotes are left alone: they have keys.
    """

    def may(one: int, other: int) -> bool:
        return left[one].kind is right[other].kind and allowed(one, other)

    indices = [[at for at, block in sorted(side.items()) if not is_footnote(block)] for side in (left, right)]
    pairs: list[Match] = []
    for ours, theirs in gaps(chain, *indices):
        pairs += _pairs_of_a_gap(left, right, ours, theirs, may)
    return pairs


def _pairs_of_a_gap(
    left: Mapping[int, Block], right: Mapping[int, Block], ours: Sequence[int], theirs: Sequence[int], may: _May
) -> list[Match]:
    one_by_one = list(zip(ours, theirs, strict=False))
    if len(ours) == len(theirs) and all(may(*pair) for pair in one_by_one):
        return one_by_one
    if not ours or not theirs:
        return []
    if len(ours) * len(theirs) > _MOST_WEIGHED and (sure := _alone(left, right, ours, theirs, may)):
        rest = (sorted(set(side) - {pair[at] for pair in sure}) for at, side in enumerate((ours, theirs)))
        return [*sure, *(pair for gap in gaps(sure, *rest) for pair in _pairs_of_a_gap(left, right, *gap, may))]
    best = _best_path(_fits({at: left[at] for at in ours}, {at: right[at] for at in theirs}, may))
    return [(ours[i], theirs[j]) for i, j in best]


def _alone(
    left: Mapping[int, Block], right: Mapping[int, Block], ours: Sequence[int], theirs: Sequence[int], may: _May
) -> list[Match]:
    """Pair, in order, the blocks whose marks (numbers, targets, …) no other block of their side has."""
    found, places = _once(left, ours), _once(right, theirs)
    return longest_chain((at, places[key]) for key, at in found.items() if key in places and may(at, places[key]))


def _once(blocks: Mapping[int, Block], indices: Sequence[int]) -> dict[frozenset[tuple[str, int]], int]:
    found = defaultdict[frozenset[tuple[str, int]], list[int]](list)
    for at in indices:
        found[frozenset(marks(blocks[at]).items())].append(at)
    return {key: places[0] for key, places in found.items() if key and len(places) == 1}


def pair_by_key(left: Mapping[int, Block], right: Mapping[int, Block]) -> list[Match]:
    """Pair the footnotes that have the same key, wherever they stand; of several with one key, the first."""
    keys = {footnote_key(right[at].text): at for at in sorted(right, reverse=True) if is_footnote(right[at])}
    notes = [(at, footnote_key(block.text)) for at, block in sorted(left.items()) if is_footnote(block)]
    return [(at, keys.pop(key)) for at, key in notes if key in keys]


def heading_pairs(left: Sequence[Block], right: Sequence[Block]) -> list[Match]:
    """Pair the headings of two pages one by one if they have the same levels in the same order; else none."""
    ours, theirs = ([at for at, block in enumerate(side) if block.kind is BlockKind.HEADING] for side in (left, right))
    levels = [[heading.level for heading in headings(side)] for side in (left, right)]
    return list(zip(ours, theirs, strict=True)) if levels[0] == levels[1] else []


def _fits(left: Mapping[int, Block], right: Mapping[int, Block], may: _May) -> list[list[float]]:
    """Return for all pairs how well they fit; 0 for those that must not be."""
    ours, theirs = ({at: marks(block) for at, block in side.items()} for side in (left, right))

    def fit(one: int, other: int) -> float:
        if not may(one, other):
            return 0.0
        shared, most = (ours[one] & theirs[other]).total(), max(ours[one].total(), theirs[other].total())
        short, long = sorted((len(left[one].text), len(right[other].text)))
        return 1.0 + (shared / most if most else 0.0) + _LENGTH * short / long

    return [[fit(one, other) for other in right] for one in left]


def _best_path(fits: Sequence[Sequence[float]]) -> list[Match]:
    """Return the rising pairs with the greatest sum (Needleman and Wunsch, 1970; gaps have no price)."""
    best = _best_sums(fits)
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


def _best_sums(fits: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return the best sum that pairs can reach from each pair of places on."""
    width = len(fits[0])
    best = [[0.0] * (width + 1) for _ in range(len(fits) + 1)]
    for i in range(len(fits) - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + fits[i][j])
    return best
