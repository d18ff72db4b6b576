"""The rules for blocks that hold blocks and that only some projects write: tabs, `///` blocks, definition lists."""

import re

from tlumach.blocks import pieces as marked
from tlumach.blocks.finder import BlockKind, Finder, FoundBlock
from tlumach.blocks.pieces import Piece

_NEW_SET = re.compile(r"={3}\+?!")
_START = re.compile(r" {0,3}(?P<slashes>/{3,}) *(?P<name>[\w-]+)")
_END = re.compile(r" {0,3}(?P<slashes>/{3,}) *")
_LAZY = re.compile(r" {0,3}[^ :]")
_KINDS = {"tab": BlockKind.TABS, "define": BlockKind.DEFINITIONS, "html": BlockKind.HTML}
_AROUND = frozenset({"caption", "figure-caption", "table-caption"})
"""These are put around the element before them."""
_TERMS = frozenset({BlockKind.PARAGRAPH, BlockKind.IMAGE, BlockKind.HTML})


def tabs(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``TabbedProcessor``: a tab starts on any line, takes indented text, and joins the tabs before it."""
    start = piece.find(marked.TAB)
    if start >= 0:
        finder.read([piece.upto(start)])
        piece = piece.after(start)
        if _NEW_SET.match(piece[0]):
            finder.growing = None
    elif not (finder.growing is BlockKind.TABS and piece.is_indented()):
        return False
    end = piece.indented(1 if start >= 0 else 0)
    finder.add(BlockKind.TABS, piece.upto(end), grows=True)
    waiting.append(piece.after(end))
    return True


def fenced(names: frozenset[str], finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``BlocksProcessor``: from a line of slashes and a known name to one of as many slashes, whatever stands between."""
    start = piece.find(marked.FENCED)
    found = _START.match(piece[start]) if start >= 0 else None
    if not found or found["name"].lower() not in names:
        return False
    finder.read([piece.upto(start)])
    last, rest = _end(piece.after(start + 1), waiting, len(found["slashes"]), names)
    _add(finder, found["name"].lower(), piece.after(start), last)
    if rest is not None:
        waiting.append(rest)
    return True


def _add(finder: Finder, name: str, piece: Piece, last: int) -> None:
    kind = _KINDS.get(name, BlockKind.BOX)
    if (name in _AROUND or (kind is BlockKind.TABS and finder.growing is BlockKind.TABS)) and finder.rendered:
        finder.rendered[-1].last = last
        return
    finder.rendered.append(FoundBlock(kind, piece.lines[0].first, last))
    finder.growing = kind if kind is not BlockKind.HTML else None


def _end(piece: Piece, waiting: list[Piece], slashes: int, names: frozenset[str]) -> tuple[int, Piece | None]:
    """Return the last source line of a block, and what is left of the piece in which it ends; blocks within it have their own ends."""
    open_blocks = [slashes]
    last = piece.whole.lines[piece.start - 1].last
    while True:
        for number in range(len(piece)):
            line = piece.lines[number]
            if (end := _END.fullmatch(line.text)) and len(end["slashes"]) == open_blocks[-1]:
                open_blocks.pop()
                if not open_blocks:
                    return line.last, piece.after(number + 1)
            elif (start := _START.match(line.text)) and start["name"].lower() in names:
                open_blocks.append(len(start["slashes"]))
            last = line.last
        if not waiting:
            return last, None
        piece = waiting.pop()


def definitions(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``DefListProcessor``: terms, then ``: `` and what they mean; terms may be the paragraph before."""
    at = piece.find(marked.DEFINITION)
    if at < 0:
        return False
    has_terms = piece.upto(at).has_text()
    if not has_terms and not finder.rendered:
        return False
    end = at + 1
    if end < len(piece):
        end = len(piece) if _LAZY.match(piece[end]) else piece.indented(end)
    if not has_terms and finder.rendered[-1].kind in _TERMS:
        _take_terms(finder)
    finder.add(BlockKind.DEFINITIONS, piece.upto(end), grows=True)
    if end < len(piece):
        waiting.append(piece.after(end))
    return True


def _take_terms(finder: Finder) -> None:
    """Make the paragraph before the beginning of a list, or a part of the list before it."""
    terms = finder.rendered.pop()
    if finder.rendered and finder.rendered[-1].kind is BlockKind.DEFINITIONS:
        finder.rendered[-1].last = terms.last
    else:
        finder.rendered.append(FoundBlock(BlockKind.DEFINITIONS, terms.first, terms.last))
    finder.growing = BlockKind.DEFINITIONS
