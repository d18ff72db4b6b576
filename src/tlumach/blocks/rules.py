"""The rules by which the renderer makes top-level elements of lines.

Each rule is named after the part of Python-Markdown that it follows, and they are tried in the renderer's
order of priority. Only what decides where a top-level element starts and ends is here, not what is within it.
"""

import re
from functools import partial

from tlumach.blocks import pieces as marked
from tlumach.blocks.containers import definitions, fenced, tabs
from tlumach.blocks.definitions import abbreviation, footnote, reference
from tlumach.blocks.finder import BlockKind, Finder, Rule
from tlumach.blocks.lines import FENCE_MARK, HTML_MARK
from tlumach.blocks.pieces import Piece
from tlumach.blocks.syntax import Syntax
from tlumach.blocks.tables import is_table, may_separate

_UNDERLINE = re.compile(r"(?:=+|-+) *")
_ITEM = re.compile(r" {0,3}(?:[*+-]|\d+\.) ")
_TARGET = r"(?:\([^()]*\)|\[[^\]]*\])(?:\{[^{}]*\})?"
_IMAGE = re.compile(rf"(?P<link>\[)?!\[[^\]]*\]{_TARGET}(?(link)\]{_TARGET})\s*(?:\{{[^{{}}]*\}})?")
_ALONE = {FENCE_MARK: BlockKind.CODE, HTML_MARK: BlockKind.HTML}


def _box(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``AdmonitionProcessor``, ``DetailsProcessor``: it starts on any line, takes indented text."""
    start = piece.find(marked.BOX)
    if start >= 0:
        finder.read([piece.upto(start)])
        finder.growing = None
        piece = piece.after(start)
    elif not (finder.growing is BlockKind.BOX and piece.is_indented()):
        return False
    end = piece.indented(1)
    finder.add(BlockKind.BOX, piece.upto(end), grows=True)
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
    if not (finder.growing is BlockKind.LIST and piece.is_indented()):
        return False
    finder.add(BlockKind.LIST, piece, grows=True)
    return True


def _definition_content(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``DefListIndentProcessor``: an indented piece after a definition belongs to it."""
    if not (finder.growing is BlockKind.DEFINITIONS and piece.is_indented()):
        return False
    finder.add(BlockKind.DEFINITIONS, piece, grows=True)
    return True


def _indented_code(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``CodeBlockProcessor``: blank lines do not end indented code; fences within it are text."""
    if not piece.is_indented():
        return False
    piece = piece.unfolded()
    end = piece.indented()
    finder.add(BlockKind.CODE, piece.upto(end), grows=True)
    waiting.append(piece.after(end))
    return True


def _table(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``TableProcessor``: where the first two lines say so, the whole piece is a table."""
    if len(piece) < 2 or not may_separate(piece[1]) or not is_table([line.text for line in piece.lines]):
        return False
    finder.add(BlockKind.TABLE, piece)
    return True


def _hash_heading(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``HashHeaderProcessor``: a line with ``#`` is a heading wherever it stands in a piece."""
    return _cut_out(finder, piece, waiting, marked.HEADING, BlockKind.HEADING)


def _underlined_heading(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``SetextHeaderProcessor``: only the first line of a piece can be one, whatever it looks like."""
    if len(piece) < 2 or not _UNDERLINE.fullmatch(piece[1]):
        return False
    finder.add(BlockKind.HEADING, piece.upto(2))
    waiting.append(piece.after(2))
    return True


def _rule(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``HRProcessor``: a rule may stand on any line of a piece."""
    return _cut_out(finder, piece, waiting, marked.RULE, BlockKind.RULE)


def _cut_out(finder: Finder, piece: Piece, waiting: list[Piece], mark: str, kind: BlockKind) -> bool:
    """Make a block of a marked line; what stands before and after it are pieces by themselves."""
    at = piece.find(mark)
    if at < 0:
        return False
    finder.read([piece.upto(at)])
    finder.add(kind, piece.after(at).upto(1))
    waiting.append(piece.after(at + 1))
    return True


def _list(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``OListProcessor``: what starts with an item is a list, and joins one of any kind before it."""
    if not _ITEM.match(piece[0]):
        return False
    finder.add(BlockKind.LIST, piece, grows=True)
    return True


def _quotation(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``BlockQuoteProcessor``: it starts on any line, takes the rest, and joins one before it."""
    at = piece.find(marked.QUOTATION)
    if at < 0:
        return False
    finder.read([piece.upto(at)])
    finder.add(BlockKind.QUOTATION, piece.after(at), grows=True)
    return True


def _paragraph(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``ParagraphProcessor``: all the rest, and what has been folded and stands alone."""
    text = "\n".join(line.text for line in piece.lines).lstrip()
    if text:
        finder.add(_ALONE.get(text) or (BlockKind.IMAGE if _IMAGE.fullmatch(text) else BlockKind.PARAGRAPH), piece)
    return True


def rules_of(syntax: Syntax) -> list[Rule]:
    """Return the rules of the extensions that are on, in the renderer's order."""
    box = syntax.has("admonition", "pymdownx.details")
    ruled: list[tuple[Rule, bool]] = [
        (_box, box),
        (tabs, syntax.has("pymdownx.tabbed")),
        (_empty, True),
        (_list_content, True),
        (partial(fenced, syntax.fences), bool(syntax.fences)),
        (_definition_content, syntax.has("def_list")),
        (_indented_code, True),
        (_table, syntax.has("tables")),
        (_hash_heading, True),
        (_underlined_heading, True),
        (_rule, True),
        (_list, True),
        (definitions, syntax.has("def_list")),
        (_quotation, True),
        (footnote, syntax.has("footnotes")),
        (abbreviation, syntax.has("abbr")),
        (reference, True),
        (_paragraph, True),
    ]
    return [rule for rule, is_on in ruled if is_on]
