"""Pairing: which block of a translation is held against which text of the source."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby, takewhile

from tlumach.alignment import Pair
from tlumach.alignment.freshness import State
from tlumach.blocks import Block, BlockKind
from tlumach.checks.pairs.content.addresses.references import definitions
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, Labels, Side
from tlumach.problems import Code, Level, Problem
from tlumach.tracking import Tracked
from tlumach.tracking.segments import NAMES

_OWN = frozenset({BlockKind.FOOTNOTE, BlockKind.REFERENCE, BlockKind.ABBREVIATION})
"""Definitions, which a translation may have of its own."""
_TEXTS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST})
_SHORT, _WHOLE = 0.8, 1.6
"""Of its source's letters, the first part of a paragraph that was cut in two has fewer, and both parts have not more."""


Sides = dict[Block, Side]
"""The source's blocks, each made a side once, whatever the number of languages."""
Paired = Sequence[tuple[Pair, AlignedPair]]


def aligned_pairs(tracked: Tracked, knowledge: Knowledge, sides: Sides) -> Iterator[tuple[Pair, AlignedPair]]:
    """Yield the pairs of a page that have both sides, in the order of the source.

    A block whose source has changed is held against the text that it was translated from: that it is behind, another
    check says. A block of another kind, which alignment leaves alone, is paired with what is missing in its place.
    """
    pairs, labels = with_changed_kinds(tracked.alignment.pairs), _labels(tracked)
    extra = frozenset(pair.translation for pair in pairs if is_extra(tracked, pair) and pair.translation is not None)
    for pair in pairs:
        if pair.source is not None and pair.translation is not None:
            block = _source(tracked, pair)
            source = sides.setdefault(block, Side(tracked.source.language, block, tracked.source.syntax))
            target = Side(tracked.page.language, tracked.page.blocks[pair.translation], tracked.page.syntax)
            beside = _beside(tracked.page.blocks, pair.translation, extra)
            yield pair, AlignedPair(source, target, knowledge, tracked.page.text, labels=labels, beside=beside)


def _labels(tracked: Tracked) -> Labels:
    return Labels(definitions(tracked.source.text), definitions(tracked.page.text))


def _beside(blocks: Sequence[Block], at: int, extra: Set[int]) -> str:
    """Return the paragraphs and lists around one of which the source has none, up to the next block that it has."""
    if not extra or blocks[at].kind not in _TEXTS:
        return ""
    around = (range(at - 1, -1, -1), range(at + 1, len(blocks)))
    found = [blocks[each] for side in around for each in takewhile(extra.__contains__, side)]
    return "\n\n".join(block.text for block in found if block.kind in _TEXTS)


def field_pairs(tracked: Tracked, knowledge: Knowledge) -> Iterator[tuple[str, AlignedPair]]:
    """Yield the texts of the front matter that have both sides, each with its id."""
    labels = _labels(tracked)
    for segment in tracked.segments:
        if segment.field and segment.source and segment.target:
            then = segment.entry.source if segment.entry and segment.state is State.CHANGED else segment.source.text
            source = Side(tracked.source.language, replace(segment.source, text=then), tracked.source.syntax)
            target = Side(tracked.page.language, segment.target, tracked.page.syntax)
            is_name = segment.field in NAMES
            pair = AlignedPair(source, target, knowledge, tracked.page.text, is_name=is_name, labels=labels)
            yield segment.id, pair


def unpaired(tracked: Tracked) -> Iterator[Problem]:
    """Yield the blocks that a translation has too many, where no record says that they are new: the structure differs."""
    every = with_changed_kinds(tracked.alignment.pairs)
    for extra, group in groupby(enumerate(every), lambda pair: is_extra(tracked, pair[1])):
        if extra:
            at, pairs = (places := list(group))[0][0], [pair for _, pair in places]
            beside = [*every[max(at - 1, 0) : at], *every[at + len(pairs) : at + len(pairs) + 1]]
            problem = _extra(tracked, pairs)
            yield (
                replace(problem, level=Level.INFO) if any(_is_cut(tracked, each, pairs) for each in beside) else problem
            )


def _is_cut(tracked: Tracked, near: Pair, pairs: Sequence[Pair]) -> bool:
    """Tell whether one paragraph too many is a part of the one beside it, which is too short for its source: it was cut in two."""
    if len(pairs) != 1 or near.source is None or near.translation is None:
        return False
    source, blocks = tracked.source.blocks[near.source], tracked.page.blocks
    beside, extra = blocks[near.translation], blocks[pairs[0].translation or 0]
    if any(each.kind is not BlockKind.PARAGRAPH for each in (source, beside, extra)):
        return False
    short, whole = len(beside.text) / len(source.text), (len(beside.text) + len(extra.text)) / len(source.text)
    return short < _SHORT and whole < _WHOLE


def is_extra(tracked: Tracked, pair: Pair) -> bool:
    """Whether a pair is a block of the translation that the source has not, and that no record knows; definitions may be its own."""
    if pair.translation is None or not _is_new(pair):
        return False
    return tracked.page.blocks[pair.translation].kind not in _OWN


def _extra(tracked: Tracked, pairs: Sequence[Pair]) -> Problem:
    """Return the finding on blocks that the source has not, one for all that stand together."""
    block = tracked.page.blocks[pairs[0].translation or 0]
    rest = len(pairs) - 1
    what = f"this {block.kind}" + (f" and {rest} more after it are" if rest else " is")
    return _problem(tracked, block.line, f"{what} not in the source: “{_start(block)}”.")


def own_blocks(tracked: Tracked) -> Iterator[tuple[int, Block]]:
    """Yield the blocks of a translation that no block of the source stands behind, each with its index."""
    for pair in tracked.alignment.pairs:
        if pair.source is None and pair.translation is not None:
            yield pair.translation, tracked.page.blocks[pair.translation]


def _source(tracked: Tracked, pair: Pair) -> Block:
    assert pair.source is not None
    block, entry = tracked.source.blocks[pair.source], tracked.entry_of(pair)
    return replace(block, text=entry.source) if pair.state is State.CHANGED and entry and entry.source else block


def with_changed_kinds(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs, a missing block and one without source that stand side by side as one: the kind was changed."""
    result: list[Pair] = []
    for pair in pairs:
        last = result[-1] if result else None
        if last and _is_missing(last) and _is_new(pair):
            result[-1] = Pair(last.source, pair.translation, None, State.UNCONFIRMED)
        elif last and _is_new(last) and _is_missing(pair):
            result[-1] = Pair(pair.source, last.translation, None, State.UNCONFIRMED)
        else:
            result.append(pair)
    return result


def _is_missing(pair: Pair) -> bool:
    return pair.translation is None


def _is_new(pair: Pair) -> bool:
    return pair.source is None and pair.entry is None


def _start(block: Block) -> str:
    return block.text.split("\n", 1)[0][:60]


def _problem(tracked: Tracked, line: int, message: str) -> Problem:
    return Problem(tracked.page.file, line, Code.STRUCTURE, message)
