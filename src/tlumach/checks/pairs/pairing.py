"""Pairing: which block of a translation is held against which text of the source."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby, takewhile

from tlumach.alignment import Pair
from tlumach.alignment.freshness import State
from tlumach.blocks import Block, BlockKind
from tlumach.checks.pairs.content.addresses.references import definitions
from tlumach.checks.pairs.content.outline import further_paragraphs
from tlumach.checks.pairs.matching.counterparts import Matched, of_blocks
from tlumach.checks.pairs.matching.likeness import marks
from tlumach.checks.pairs.matching.lone import is_new
from tlumach.checks.pairs.notes import is_note
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, Labels, Side
from tlumach.problems import Code, Level, Problem
from tlumach.tracking import Tracked
from tlumach.tracking.segments import NAMES

_TEXTS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST})
_SHORT, _WHOLE = 0.8, 1.6
"""Of its source's letters, the first part of a paragraph that was cut in two has fewer, and both parts have not more."""

_UNSEEN = re.compile(r"(?:<!--(?:(?!-->).)*-->\s*)+", re.DOTALL)
"""Comments, which no reader sees."""
_LEADS_IN = re.compile(r"[^\n`\[\d]{1,80}[:,]")


Sides = dict[Block, Side]
"""The source's blocks, each made a side once, whatever the number of languages."""
Paired = Sequence[tuple[Pair, AlignedPair]]


def aligned_pairs(tracked: Tracked, knowledge: Knowledge, sides: Sides) -> Iterator[tuple[Pair, AlignedPair]]:
    """Yield the pairs of whole blocks of a page that have both sides, in the order of the source."""
    yield from compared_pairs(tracked, of_blocks(tracked), knowledge, sides)


def compared_pairs(
    tracked: Tracked, found: Matched, knowledge: Knowledge, sides: Sides
) -> Iterator[tuple[Pair, AlignedPair]]:
    """Yield what was matched with both sides: blocks or parts of them, each with the blocks of both pages that it is of.

    A block whose source has changed is held against the text that it was translated from: that it is behind, another
    check says. A block of another kind, which alignment leaves alone, is paired with what is missing in its place.
    """
    labels, blocks = _labels(tracked), [part.block for part in found.target]
    extra = frozenset(pair.translation for pair in found.pairs if is_new(pair) and pair.translation is not None)
    for pair in found.pairs:
        if pair.source is not None and pair.translation is not None:
            block = _source(tracked, pair, found.source[pair.source].block)
            source = sides.setdefault(block, Side(tracked.source.language, block, tracked.source.syntax))
            target = Side(tracked.page.language, blocks[pair.translation], tracked.page.syntax)
            beside = _beside(blocks, pair.translation, extra)
            both = AlignedPair(
                source, target, knowledge, tracked.page.text, tracked.page.path, labels=labels, beside=beside
            )
            yield found.of_pages(pair), both


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
            pair = AlignedPair(
                source, target, knowledge, tracked.page.text, tracked.page.path, is_name=is_name, labels=labels
            )
            yield segment.id, pair


def unpaired(tracked: Tracked, found: Matched) -> Iterator[Problem]:
    """Yield the blocks that a translation has too many, where no record says that they are new: the structure differs."""
    yield from [_out_of_step(tracked, found)] if found.is_out_of_step else _extras(tracked, found)


def _extras(tracked: Tracked, found: Matched) -> Iterator[Problem]:
    for is_extra, group in groupby(enumerate(found.pairs), lambda pair: found.is_extra(pair[1])):
        if is_extra:
            at, pairs = (places := list(group))[0][0], [pair for _, pair in places]
            before, after = found.pairs[max(at - 1, 0) : at], found.pairs[at + len(pairs) : at + len(pairs) + 1]
            blocks = [found.target[pair.translation or 0].block for pair in pairs]
            is_cut = any(_is_cut(found, each, pairs) for each in (*before, *after))
            is_of_item = len(pairs) == 1 and any(_is_of_item(found, each, pairs[0]) for each in before)
            is_read_on = not after and any(
                "http" in block.text for block in blocks
            )  # at the end: more in the reader's language
            is_meant = is_note(blocks[0]) or is_read_on
            is_sure = not (is_cut or is_of_item or is_meant or (found.by_content and found.missing))
            if not all(_UNSEEN.fullmatch(block.text.strip()) for block in blocks):
                yield replace(_extra(tracked, blocks), level=Level.WARNING if is_sure else Level.INFO)


def _is_of_item(found: Matched, before: Pair, pair: Pair) -> bool:
    """Tell whether a paragraph without code, links or numbers follows a list: it may be the end of its last item."""
    extra = found.target[pair.translation or 0].block
    list_before = None if before.translation is None else found.target[before.translation].block
    return (
        list_before is not None
        and list_before.kind is BlockKind.LIST
        and extra.kind is BlockKind.PARAGRAPH
        and not marks(extra)
    )


def _out_of_step(tracked: Tracked, found: Matched) -> Problem:
    """Return the one finding on a page of which the source has other blocks than the translation."""
    blocks = [found.target[pair.translation or 0].block for pair in found.pairs if found.is_extra(pair)]
    message = (
        f"the page is out of step with its source: blocks that the source has not: {len(blocks)}, the first “{_start(blocks[0])}”;"
        f" blocks of the source that are not here: {found.missing}."
    )
    return replace(_problem(tracked, blocks[0].line, message), level=Level.WARNING)


def _is_cut(found: Matched, near: Pair, pairs: Sequence[Pair]) -> bool:
    """Tell whether one paragraph too many is a part of what stands beside it, which is too short for its source: it was cut in two.

    A few words that lead in (“For example:”) are the end of the paragraph before, whatever its length.
    """
    extra = found.target[pairs[0].translation or 0].block
    if len(pairs) != 1 or extra.kind is not BlockKind.PARAGRAPH:
        return False
    if _LEADS_IN.fullmatch(extra.text.strip()):
        return True
    if near.source is None or near.translation is None:
        return False
    source, beside = found.source[near.source].block, found.target[near.translation].block
    if source.kind is beside.kind is BlockKind.LIST:
        return further_paragraphs(source.text) > further_paragraphs(beside.text)
    if any(each.kind is not BlockKind.PARAGRAPH for each in (source, beside)):
        return False
    short, whole = len(beside.text) / len(source.text), (len(beside.text) + len(extra.text)) / len(source.text)
    return short < _SHORT and whole < _WHOLE


def _extra(tracked: Tracked, blocks: Sequence[Block]) -> Problem:
    """Return the finding on blocks that the source has not, one for all that stand together."""
    rest = len(blocks) - 1
    what = f"this {blocks[0].kind}" + (f" and {rest} more after it are" if rest else " is")
    return _problem(tracked, blocks[0].line, f"{what} not in the source: “{_start(blocks[0])}”.")


def own_blocks(tracked: Tracked) -> Iterator[tuple[int, Block]]:
    """Yield the blocks of a translation that no block of the source stands behind, each with its index."""
    for pair in tracked.alignment.pairs:
        if pair.source is None and pair.translation is not None:
            yield pair.translation, tracked.page.blocks[pair.translation]


def _source(tracked: Tracked, pair: Pair, block: Block) -> Block:
    entry = tracked.entry_of(pair)
    return replace(block, text=entry.source) if pair.state is State.CHANGED and entry and entry.source else block


def _start(block: Block) -> str:
    return block.text.split("\n", 1)[0][:60]


def _problem(tracked: Tracked, line: int, message: str) -> Problem:
    return Problem(tracked.page.file, line, Code.STRUCTURE, message)
