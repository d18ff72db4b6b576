"""What the rules make of a page: blocks with a kind and the lines they reach from and to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tlumach.blocks.pieces import Piece


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    IMAGE = "image"
    LIST = "list"
    QUOTATION = "quotation"
    TABLE = "table"
    CODE = "code"
    BOX = "box"
    TABS = "set of tabs"
    DEFINITIONS = "definition list"
    HTML = "html"
    RULE = "rule"
    FOOTNOTE = "footnote"
    ABBREVIATION = "abbreviation"
    REFERENCE = "reference"


@dataclass
class FoundBlock:
    """A block as it is found: its kind and the source lines, from 0, that it reaches from and to."""

    kind: BlockKind
    first: int
    last: int


class Finder:
    """Makes blocks of pieces, by rules that are tried in turn until one has dealt with a piece.

    ``rendered`` are the blocks that the reader sees in their place, ``silent`` the definitions.
    ``growing`` is the kind of the last element, if more of the same would join it.
    """

    def __init__(self, rules: Sequence["Rule"]) -> None:
        """Start with nothing found."""
        self._rules = rules
        self.rendered: list[FoundBlock] = []
        self.silent: list[FoundBlock] = []
        self.growing: BlockKind | None = None

    def read(self, found: list[Piece]) -> None:
        """Make blocks of pieces, the first one first, until none is left."""
        waiting = found[::-1]
        while waiting:
            piece = waiting.pop()
            for rule in self._rules:
                if rule(self, piece, waiting):
                    break

    def add(self, kind: BlockKind, piece: Piece, *, grows: bool = False) -> None:
        """Add a block, or let the last one grow where the renderer makes one element of the two."""
        lines = [line for line in piece.lines if line.text.strip()] or piece.lines
        if grows and self.growing is kind:
            self.rendered[-1].last = lines[-1].last
        else:
            self.rendered.append(FoundBlock(kind, lines[0].first, lines[-1].last))
        self.growing = kind if grows else None

    def grow(self, piece: Piece) -> None:
        """Let the last block grow by a piece that the renderer puts into its element, or around it."""
        lines = [line for line in piece.lines if line.text.strip()] or piece.lines
        if self.rendered:
            self.rendered[-1].last = lines[-1].last

    def define(self, kind: BlockKind, piece: Piece, last: Piece | None = None) -> None:
        """Add a definition, up to the end of another piece if it goes on there."""
        self.silent.append(FoundBlock(kind, piece.lines[0].first, (last or piece).lines[-1].last))


Rule = Callable[[Finder, Piece, list[Piece]], bool]
"""Deals with a piece, or tells that it does not apply; what is left of it goes on top of those waiting."""
