"""Code and text that stand one right after the other, without a blank line, make one block; to be compared they are two."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tlumach.blocks import Block, BlockKind, split

_FENCE = re.compile(r"^(?P<marks>`{3,}|~{3,})[^\n`]*\n(?:.*?\n)??(?P=marks)[`~]*[ \t]*$", re.MULTILINE | re.DOTALL)


class Part(NamedTuple):
    """A block, or a part of one, with the index of that block on its page."""

    block: Block
    place: int


def parts_of(blocks: Sequence[Block]) -> list[Part]:
    """Return blocks in order, those in which a fence stands next to text without a blank line as their parts."""
    return [Part(each, at) for at, block in enumerate(blocks) for each in _parts(block)]


def _parts(block: Block) -> list[Block]:
    if block.kind is not BlockKind.PARAGRAPH or not ("```" in block.text or "~~~" in block.text):
        return [block]
    return [*_cut(block)] or [block]


def _cut(block: Block) -> Iterator[Block]:
    """Yield the fences of a block as code, and what is around them as what it is by itself."""
    place = 0
    for match in _FENCE.finditer(block.text):
        yield from _texts(block, place, match.start())
        yield Block(BlockKind.CODE, block.line + block.text.count("\n", 0, match.start()), match[0])
        place = match.end()
    if place:
        yield from _texts(block, place, len(block.text))


def _texts(block: Block, start: int, end: int) -> list[Block]:
    return split(block.text[start:end], first_line=block.line + block.text.count("\n", 0, start))[0]
