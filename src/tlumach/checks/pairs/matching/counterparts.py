"""Which blocks of two pages are compared where no record says what belongs together: kind and place are but a guess.

A page that was translated from another state of its source has blocks that are no counterparts. What stands elsewhere on the page
belongs there; what has nothing in common with the block in its place, in a stretch where blocks are missing or too many, to none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tlumach.alignment import Pair, align
from tlumach.blocks import BlockKind
from tlumach.checks.pairs.matching.apart import apart, joined_alone
from tlumach.checks.pairs.matching.by_content import by_content, elsewhere, reunited
from tlumach.checks.pairs.matching.glued import Part, parts_of
from tlumach.checks.pairs.matching.lone import is_missing, is_new, with_changed_kinds
from tlumach.tracking import Tracked

OWN = frozenset({BlockKind.FOOTNOTE, BlockKind.REFERENCE, BlockKind.ABBREVIATION})
"""Definitions, which a translation may have of its own."""


_FEW = 3


@dataclass(frozen=True)
class Matched:
    """The parts of both pages and their pairs, by the indices of parts; ``moved`` are parts that stand elsewhere on the other page."""

    source: Sequence[Part]
    target: Sequence[Part]
    pairs: Sequence[Pair]
    moved: frozenset[int] = frozenset()
    by_content: bool = False

    @property
    def is_out_of_step(self) -> bool:
        """Whether a page lacks blocks and has others in their stead, more than one or two: which is which, no record says."""
        extra = sum(map(self.is_extra, self.pairs))
        return self.by_content and bool(extra and self.missing) and extra + self.missing > _FEW

    @property
    def missing(self) -> int:
        """How many parts of the source, but for definitions and HTML, the translation lacks."""
        lacking = (
            self.source[pair.source].block for pair in self.pairs if is_missing(pair) and pair.source is not None
        )
        return sum(block.kind not in {*OWN, BlockKind.HTML, BlockKind.RULE} for block in lacking)

    def is_extra(self, pair: Pair) -> bool:
        """Whether a pair is a part of the translation that the source has nowhere, and no record knows; definitions may be its own."""
        if pair.translation is None or not is_new(pair) or pair.translation in self.moved:
            return False
        return self.target[pair.translation].block.kind not in OWN

    def of_pages(self, pair: Pair) -> Pair:
        """Return a pair by the indices of the blocks that its parts are of."""
        ours = None if pair.source is None else self.source[pair.source].place
        theirs = None if pair.translation is None else self.target[pair.translation].place
        return pair._replace(source=ours, translation=theirs)


def matched(tracked: Tracked) -> Matched:
    """Return what is compared on a page: what its record says or, where it has none, what belongs together by content and place."""
    if not tracked.alignment.by_position:
        return of_blocks(tracked)
    ours, theirs = parts_of(tracked.source.blocks), parts_of(tracked.page.blocks)
    left, right = [part.block for part in ours], [part.block for part in theirs]
    pairs = reunited(left, right, [*apart(left, right, by_content(left, right, align(left, right, None).pairs))])
    joined = joined_alone(left, right, pairs)
    return Matched(ours, theirs, joined, elsewhere(left, right, joined), True)


def of_blocks(tracked: Tracked) -> Matched:
    """Return the whole blocks of both pages as they are aligned."""
    ours, theirs = (
        [Part(block, at) for at, block in enumerate(page.blocks)] for page in (tracked.source, tracked.page)
    )
    return Matched(ours, theirs, with_changed_kinds(tracked.alignment.pairs))
