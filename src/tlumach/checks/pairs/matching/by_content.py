"""Blocks that are paired by what they say in every language (code, numbers, links), wherever they stand on their page."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tlumach.alignment import Pair
from tlumach.alignment.positions import pair_by_position
from tlumach.alignment.sequences import Match, longest_chain
from tlumach.alignment.similarity import is_footnote
from tlumach.blocks import Block
from tlumach.checks.pairs.matching.likeness import key, likeness, stands_in
from tlumach.checks.pairs.matching.lone import in_order, is_new

_LIKE = 0.6
_MOST_WEIGHED = 10_000
"""Pairs that are weighed against each other at most, a tenth of a second."""


def by_content(left: Sequence[Block], right: Sequence[Block], pairs: Sequence[Pair]) -> Sequence[Pair]:
    """Return the pairs anew where what a block says stands in another place than in that of its partner."""
    sure = [(one, other) for one, other in _named_alike(left, right)]
    partner = {pair.source: pair.translation for pair in pairs if pair.source is not None}
    moved = {
        one: other
        for one, other in sure
        if partner.get(one) != other and not _are_alike(left, right, one, partner.get(one))
    }
    if not moved or (len(moved) == 1 and _are_in_step(left, right)):
        return pairs  # one alone has some code of another by chance: where two change places, two are moved
    chain = longest_chain(sure)
    ours = {at: each for at, each in enumerate(left) if at not in {one for one, _ in sure}}
    theirs = {at: each for at, each in enumerate(right) if at not in {other for _, other in sure}}
    notes = [(one, other) for one, other in partner.items() if other is not None and is_footnote(left[one])]
    found = [*sure, *pair_by_position(ours, theirs, chain), *notes]
    return [*in_order(len(left), len(right), dict(found))]


def _are_in_step(left: Sequence[Block], right: Sequence[Block]) -> bool:
    """Tell whether two pages have blocks of the same kinds in the same order."""
    return [block.kind for block in left] == [block.kind for block in right]


def _are_alike(left: Sequence[Block], right: Sequence[Block], one: int, other: int | None) -> bool:
    return other is not None and key(left[one]) == key(right[other])


def _named_alike(left: Sequence[Block], right: Sequence[Block]) -> Iterator[Match]:
    """Yield the blocks that one block of the other page alone has the code or the marks of."""
    ours, theirs = _once(left), _once(right)
    yield from ((at, theirs[name]) for name, at in ours.items() if name in theirs)


def _once(blocks: Sequence[Block]) -> Mapping[tuple[str, ...], int]:
    names = [key(block) for block in blocks]
    times = Counter(names)
    return {name: at for at, name in enumerate(names) if name and times[name] == 1 and not is_footnote(blocks[at])}


def reunited(left: Sequence[Block], right: Sequence[Block], pairs: Sequence[Pair]) -> Sequence[Pair]:
    """Return the pairs with what is missing and what is too many as one, wherever they stand, where they have most marks in common."""
    missing = [pair.source for pair in pairs if pair.source is not None and pair.translation is None]
    lone = [pair.translation for pair in pairs if pair.translation is not None and is_new(pair)]
    if len(missing) * len(lone) > _MOST_WEIGHED:
        return pairs
    weighed = sorted(
        ((likeness(left[one], right[other]), one, other) for one in missing for other in lone), reverse=True
    )
    found = dict[int, int]()
    for like, one, other in weighed:
        if like >= _LIKE and one not in found and other not in found.values():
            found[one] = other
    both = {pair.source: pair.translation for pair in pairs if pair.source is not None and pair.translation is not None}
    return [*in_order(len(left), len(right), both | found)] if found else pairs


def elsewhere(left: Sequence[Block], right: Sequence[Block], pairs: Sequence[Pair]) -> frozenset[int]:
    """Return the parts of a translation without a partner of which the source has the like somewhere, with another partner."""
    lone = [pair.translation for pair in pairs if pair.source is None and pair.translation is not None]
    partners = [
        (left[pair.source], None if pair.translation is None else right[pair.translation])
        for pair in pairs
        if pair.source is not None
    ]
    return frozenset(at for at in lone if any(stands_in(right[at], one, partner) for one, partner in partners))
