"""The rules by which the renderer makes top-level elements of lines.

Each rule is named after the part of Python-Markdown that it follows, and they are tried in the renderer's order of priority.
Only what decides where a top-level element starts and ends is here; what is within an element is of no concern.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from tlumach import block_pieces as marked
from tlumach.block_lines import FENCE_MARK, HTML_MARK
from tlumach.block_pieces import Piece
from tlumach.block_tables import is_table, may_separate


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    IMAGE = "image"
    LIST = "list"
    QUOTATION = "quotation"
    TABLE = "table"
    CODE = "code"
    BOX = "box"
    HTML = "html"
    RULE = "rule"
    FOOTNOTE = "footnote"
    ABBREVIATION = "abbreviation"
    REFERENCE = "reference"


@dataclass
class Found:
    """A block as it is found: its kind and the source lines, from 0, that it reaches from and to."""

    kind: Kind
    first: int
    last: int


_UNDERLINE = re.compile(r"(?:=+|-+) *")
_ITEM = re.compile(r" {0,3}(?:[*+-]|\d+\.) ")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]*\]:")
_ABBREVIATION = re.compile(r"\*\[(?P<short>[^\\]*?)\] ?: *\n? *(?P<long>.*)$", re.MULTILINE)
_REFERENCE = re.compile(
    r" {0,3}\[[^\[\]]*\]: *(?:\n *)?\S+ *(?:\n *)?(?:(?:\".*\"|'.*'|\(.*\)) *)?$", re.MULTILINE
)
_IMAGE = re.compile(
    r"(?P<link>\[)?!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\])(?:\{[^{}]*\})?(?(link)\](?:\([^()]*\)|\[[^\]]*\])(?:\{[^{}]*\})?)\s*(?:\{[^{}]*\})?"
)




class Finder:
    """Makes blocks of pieces.

    ``rendered`` are the blocks that the reader sees in their place, ``silent`` the definitions.
    ``growing`` is the kind of the last element, if more of the same would join it.
    """

    def __init__(self) -> None:
        self.rendered: list[Found] = []
        self.silent: list[Found] = []
        self.growing: Kind | None = None

    def read(self, found: list[Piece]) -> None:
        """Make blocks of pieces, trying each rule on the first piece until none is left."""
        waiting = found[::-1]
        while waiting:
            piece = waiting.pop()
            for rule in _RULES:
                if rule(self, piece, waiting):
                    break

    def add(self, kind: Kind, piece: Piece, *, grows: bool = False) -> None:
        """Add a block, or let the last one grow where the renderer makes one element of the two."""
        lines = [line for line in piece.lines if line.text.strip()] or piece.lines
        if grows and self.growing is kind:
            self.rendered[-1].last = lines[-1].last
        else:
            self.rendered.append(Found(kind, lines[0].first, lines[-1].last))
        self.growing = kind if grows else None

    def define(self, kind: Kind, piece: Piece, last: Piece | None = None) -> None:
        """Add a definition, up to the end of another piece if it goes on there."""
        self.silent.append(Found(kind, piece.lines[0].first, (last or piece).lines[-1].last))


def _box(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``AdmonitionProcessor`` and ``DetailsProcessor``: a box starts on any line, and takes all indented text after it."""
    start = piece.find(marked.BOX)
    if start >= 0:
        finder.read([piece.upto(start)])
        finder.growing = None
        piece = piece.after(start)
    elif not (finder.growing is Kind.BOX and piece.is_indented()):
        return False
    end = piece.indented(1)
    finder.add(Kind.BOX, piece.upto(end), grows=True)
    waiting.append(piece.after(end))
    return True


def _empty(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``EmptyBlockProcessor``: leave out a blank line at the start."""
    if piece and not piece[0]:
        waiting.append(piece.after(1))
        return True
    return not piece


def _list_content(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``ListIndentProcessor``: an indented piece after a list belongs to it, with all its lines."""
    if not (finder.growing is Kind.LIST and piece.is_indented()):
        return False
    finder.add(Kind.LIST, piece, grows=True)
    return True


def _indented_code(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``CodeBlockProcessor``: blank lines do not end indented code; fences within it are text."""
    if not piece.is_indented():
        return False
    piece = piece.unfolded()
    end = piece.indented()
    finder.add(Kind.CODE, piece.upto(end), grows=True)
    waiting.append(piece.after(end))
    return True


def _table(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``TableProcessor``: where the first two lines say so, the whole piece is a table."""
    if len(piece) < 2 or not may_separate(piece[1]) or not is_table([line.text for line in piece.lines]):
        return False
    finder.add(Kind.TABLE, piece)
    return True


def _hash_heading(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``HashHeaderProcessor``: a line with ``#`` is a heading wherever it stands in a piece."""
    return _cut_out(finder, piece, waiting, marked.HEADING, Kind.HEADING)


def _underlined_heading(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``SetextHeaderProcessor``: only the first line of a piece can be one, whatever it looks like."""
    if len(piece) < 2 or not _UNDERLINE.fullmatch(piece[1]):
        return False
    finder.add(Kind.HEADING, piece.upto(2))
    waiting.append(piece.after(2))
    return True


def _rule(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``HRProcessor``: a rule may stand on any line of a piece."""
    return _cut_out(finder, piece, waiting, marked.RULE, Kind.RULE)


def _cut_out(finder: Finder, piece: Piece, waiting: list[Piece], mark: str, kind: Kind) -> bool:
    """Make a block of a marked line; what stands before and after it are pieces by themselves."""
    at = piece.find(mark)
    if at < 0:
        return False
    finder.read([piece.upto(at)])
    finder.add(kind, piece.after(at).upto(1))
    waiting.append(piece.after(at + 1))
    return True


def _list(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``OListProcessor`` and ``UListProcessor``: a piece that starts with an item is a list, and joins one before it."""
    if not _ITEM.match(piece[0]):
        return False
    finder.add(Kind.LIST, piece, grows=True)
    return True


def _quotation(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``BlockQuoteProcessor``: it starts on any line, takes the rest of the piece, and joins a quotation before it."""
    at = piece.find(marked.QUOTATION)
    if at < 0:
        return False
    finder.read([piece.upto(at)])
    finder.add(Kind.QUOTATION, piece.after(at), grows=True)
    return True


def _footnote(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``FootnoteBlockProcessor``: a note takes all lines up to the next note, and the indented pieces that follow."""
    starts = (at for at in piece.all(marked.NOTE) if _FOOTNOTE.match(piece.joined(at)))
    first = start = next(starts, -1)
    for after in starts:
        finder.define(Kind.FOOTNOTE, piece.upto(after).after(start))
        if after - start > 1:
            waiting.append(piece.after(after))
            break
        start = after
    else:
        if first >= 0:
            finder.define(Kind.FOOTNOTE, piece.after(start), _footnote_end(waiting))
    if first >= 0 and piece.upto(first).has_text():
        waiting.append(piece.upto(first))
    return first >= 0


def _footnote_end(waiting: list[Piece]) -> Piece | None:
    """Take the indented pieces that follow a footnote, up to the next footnote; return the last."""
    last = None
    while waiting and waiting[-1].is_indented():
        piece = waiting.pop()
        end = next((at for at in piece.all(marked.NOTE) if _FOOTNOTE.match(piece.joined(at))), len(piece))
        last = piece.upto(end)
        if end < len(piece):
            waiting.append(piece.after(end))
            break
    return last


def _abbreviation(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``AbbrBlockprocessor``: the first definition in a piece; what stands around it are pieces by themselves."""
    for at in piece.all(marked.STARRED):
        if found := _ABBREVIATION.match(piece.joined(at)):
            end = at + 1 + found[0].count("\n")
            if not (found["short"].strip() and found["long"].strip()):
                return False
            finder.define(Kind.ABBREVIATION, piece.upto(end).after(at))
            waiting += filter(Piece.has_text, (piece.after(end), piece.upto(at)))
            return True
    return False


def _reference(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``ReferenceProcessor``: the first definition in a piece, and those of one line each right after it."""
    for start in piece.all(marked.BRACKET):
        if found := _REFERENCE.match(piece.joined(start)):
            break
    else:
        return False
    at = start
    while found and (at == start or "\n" not in found[0]):
        end = at + 1 + found[0].count("\n")
        finder.define(Kind.REFERENCE, piece.upto(end).after(at))
        at, found = end, _REFERENCE.match(piece.joined(end))
    waiting += filter(Piece.has_text, (piece.after(at), piece.upto(start)))
    return True


def _paragraph(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``ParagraphProcessor``: all the rest, and what has been folded and stands alone."""
    text = "\n".join(line.text for line in piece.lines).lstrip()
    if text:
        finder.add(_ALONE.get(text) or (Kind.IMAGE if _IMAGE.fullmatch(text) else Kind.PARAGRAPH), piece)
    return True


_ALONE = {FENCE_MARK: Kind.CODE, HTML_MARK: Kind.HTML}
_RULES = (
    _box,
    _empty,
    _list_content,
    _indented_code,
    _table,
    _hash_heading,
    _underlined_heading,
    _rule,
    _list,
    _quotation,
    _footnote,
    _abbreviation,
    _reference,
    _paragraph,
)
