"""The ids of a page's blocks: the same in every language, and kept while the page around them changes."""

import hashlib
import re
from collections.abc import Sequence

from tlumach.alignment.recognition import recognise
from tlumach.alignment.sequences import comparable
from tlumach.alignment.similarity import footnote_key, is_footnote
from tlumach.blocks import Block, BlockKind
from tlumach.blocks.headings import Taken, explicit_id, headings, unique
from tlumach.records import Record

_DIGITS = 6


def block_ids(blocks: Sequence[Block], records: Sequence[Record]) -> list[str]:
    """Return an id for each block of the source page; all languages use these. All differ, and none has white space.

    In this order: what is written by hand (``{ #id }``); what a record has for the block (the first record in the
    site's order that knows it), which keeps a permalink alive through edits; and what :func:`made_id` makes of it.
    A heading's id is made of its present text; its record decides only between headings of the same text.
    """
    taken: Taken = {}
    ids: dict[int, str] = {}
    for at, block in enumerate(blocks):
        if own := _own_id(block):
            ids[at] = unique(own, taken)
    for record in records:
        _remember(blocks, record, ids, taken)
    return [ids.get(at) or unique(made_id(block), taken) for at, block in enumerate(blocks)]


def made_id(block: Block) -> str:
    """Return the id that a block has by itself: a heading's slug, a footnote's key, or a short hash of the text."""
    if block.kind is BlockKind.HEADING:
        return headings([block])[0].id
    if is_footnote(block) and (key := footnote_key(block.text)):
        return "fn:" + re.sub(r"\s+", "-", key.strip())
    return "p-" + hashlib.sha256(comparable(block.text).encode()).hexdigest()[:_DIGITS]


def _own_id(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        heading = headings([block])[0]
        return heading.id if heading.has_own_id else ""
    return "" if block.kind is BlockKind.CODE else explicit_id(block.text)


def _remember(blocks: Sequence[Block], record: Record, ids: dict[int, str], taken: Taken) -> None:
    """Give blocks that have no id yet the one that the record has for them."""
    if len(ids) == len(blocks):
        return
    known = recognise([entry.source for entry in record.entries], blocks).texts
    for at in sorted(known):
        remembered = record.entries[known[at]].id
        if at not in ids and remembered not in taken and _fits(blocks[at], remembered):
            ids[at] = remembered
            taken[remembered] = 1


def _fits(block: Block, remembered: str) -> bool:
    if block.kind is not BlockKind.HEADING:
        return True
    made = made_id(block)
    start, _, number = remembered.rpartition("-")
    return remembered == made or (start == made and number.isdecimal())
