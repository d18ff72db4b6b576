"""Blocks in each other's place that are evidently no counterparts, on a page that lacks some or has others."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from tlumach.alignment import Pair
from tlumach.alignment.freshness import State
from tlumach.blocks import Block, BlockKind
from tlumach.checks.pairs.matching.likeness import are_one_changed, are_other_headings, have_other_marks, share_little
from tlumach.checks.pairs.matching.lone import is_missing, is_new, with_changed_kinds

_ONE_OF_EACH = 2


def apart(left: Sequence[Block], right: Sequence[Block], pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the pairs; where blocks are missing, too many or no counterparts, those that share nothing are none.

    That is so in a section; for headings, on a page that has both missing blocks and too many.
    """
    is_rewritten = any(map(is_missing, pairs)) and any(map(is_new, pairs))
    for section in _by_sections(left, pairs):
        both = [
            (left[pair.source], right[pair.translation])
            for pair in section
            if pair.source is not None and pair.translation is not None
        ]
        is_out_of_step = len(both) < len(section) or sum(have_other_marks(*each) for each in both) > 1
        for pair in section:
            if pair.source is None or pair.translation is None:
                yield pair
            elif _are_none(left[pair.source], right[pair.translation], is_out_of_step, is_rewritten):
                yield Pair(pair.source, None, None, State.MISSING)
                yield Pair(None, pair.translation, None, State.ORPHANED)
            else:
                yield pair


def _are_none(one: Block, other: Block, is_out_of_step: bool, is_rewritten: bool) -> bool:
    if one.kind is BlockKind.HEADING:
        return is_rewritten and are_other_headings(one, other)
    return is_out_of_step and share_little(one, other)


def _by_sections(left: Sequence[Block], pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Yield the pairs of each section, from a heading of the source to the next."""
    numbers = accumulate(pair.source is not None and left[pair.source].kind is BlockKind.HEADING for pair in pairs)
    for _, some in groupby(zip(numbers, pairs, strict=True), lambda each: each[0]):
        yield [pair for _, pair in some]


def joined_alone(left: Sequence[Block], right: Sequence[Block], pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs, one block that is missing and one too many, alone side by side, as a pair: its kind was changed."""
    joined = list[Pair]()
    for is_lone, run in groupby(pairs, lambda pair: pair.source is None or pair.translation is None):
        some = [*run]
        if is_lone and len(some) == _ONE_OF_EACH:
            some = with_changed_kinds(some, lambda one, other: are_one_changed(left[one], right[other]))
        joined += some
    return joined
