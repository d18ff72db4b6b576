"""Which block of a translation was made from which block of the stamped source: only what is certain enough to be recorded.

A stamp speaks of a whole page, and what it says of a block is worth no more than the pairing of the two. Headings of the
same levels in the same order cut both pages into parts; what needs no translation (numbers, targets, code) and stands once on
each side cuts these further. A part whose blocks are of the same kinds in the same order is paired; all else is left
to a person.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from tlumach.alignment.positions import heading_pairs, pair_by_key
from tlumach.alignment.sequences import Match, comparable, gaps, longest_chain
from tlumach.alignment.similarity import is_footnote, marks
from tlumach.blocks import Block, BlockKind
from tlumach.blocks.headings import headings

_SAME_EVERYWHERE = frozenset({BlockKind.CODE, BlockKind.REFERENCE, BlockKind.RULE, BlockKind.IMAGE, BlockKind.HTML})
_FEWEST_WORDS = 4
"""A text of fewer words may be the same in two languages, as a name is; a longer one was left untranslated."""
_FEWEST_MARKS = 3
"""Two blocks of which each has so many marks, and that share none, are no pair."""


def certain_pairs(source: Sequence[Block], translation: Sequence[Block]) -> list[Match]:
    """Return the pairs of blocks, by their indices, that kind, order and what needs no translation leave no doubt of."""
    notes = pair_by_key(dict(enumerate(source)), dict(enumerate(translation)))
    ours, theirs = _without_notes(source), _without_notes(translation)
    fixed = heading_pairs(source, translation)
    anchors = longest_chain({*fixed, *_same_marks(source, translation, ours, theirs, fixed)})
    taken = {one for one, _ in anchors}, {other for _, other in anchors}
    rest = [at for at in ours if at not in taken[0]], [at for at in theirs if at not in taken[1]]
    between = (pair for gap in gaps(anchors, *rest) for pair in _one_by_one(source, translation, *gap))
    found = (pair for pair in {*anchors, *between, *notes} if _is_pair(source[pair[0]], translation[pair[1]]))
    return sorted(found)


def _without_notes(blocks: Sequence[Block]) -> list[int]:
    return [at for at, block in enumerate(blocks) if not is_footnote(block)]


def _same_marks(
    source: Sequence[Block],
    translation: Sequence[Block],
    ours: Sequence[int],
    theirs: Sequence[int],
    fixed: Sequence[Match],
) -> Iterator[Match]:
    """Yield the blocks of one kind, between the fixed pairs, whose marks are the same and stand once on each side."""
    taken = {one for one, _ in fixed}, {other for _, other in fixed}
    rest = [at for at in ours if at not in taken[0]], [at for at in theirs if at not in taken[1]]
    for one_side, other_side in gaps(fixed, *rest):
        left, right = _signatures(source, one_side), _signatures(translation, other_side)
        yield from ((left[sign], right[sign]) for sign in left.keys() & right.keys())


Signature = tuple[BlockKind, frozenset[tuple[str, int]]]


def _signatures(blocks: Sequence[Block], indices: Sequence[int]) -> dict[Signature, int]:
    """Return the blocks by their marks, of those that have any and are alone with them."""
    signs = {at: _signature(blocks[at]) for at in indices}
    often = Counter(signs.values())
    return {sign: at for at, sign in signs.items() if sign[1] and often[sign] == 1}


def _signature(block: Block) -> Signature:
    found = marks(block)
    if block.kind is BlockKind.HEADING:
        heading = headings([block])[0]
        found = Counter([f"#{heading.id}"] if heading.has_own_id else [])
    return block.kind, frozenset(found.items())


def _one_by_one(
    source: Sequence[Block], translation: Sequence[Block], ours: Sequence[int], theirs: Sequence[int]
) -> Iterator[Match]:
    """Yield the pairs of a part where both sides have blocks of the same kinds in the same order."""
    if [_sort(source[at]) for at in ours] == [_sort(translation[at]) for at in theirs]:
        yield from zip(ours, theirs, strict=True)


def _sort(block: Block) -> tuple[BlockKind, int]:
    return block.kind, headings([block])[0].level if block.kind is BlockKind.HEADING else 0


def _is_pair(source: Block, translation: Block) -> bool:
    """Whether nothing speaks against a pair: that they share none of their many marks, or that nobody has translated it."""
    ours, theirs = marks(source), marks(translation)
    if min(ours.total(), theirs.total()) >= _FEWEST_MARKS and not ours & theirs:
        return False
    is_same = comparable(source.text).strip() == comparable(translation.text).strip()
    return not is_same or source.kind in _SAME_EVERYWHERE or _letters(source.text) < _FEWEST_WORDS


def _letters(text: str) -> int:
    return sum(any(letter.isalpha() for letter in word) for word in text.split())
