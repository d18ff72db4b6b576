"""The rules for what renders nothing where it stands: footnotes, abbreviations, link references."""

import re
from heapq import merge

from tlumach.blocks import pieces as marked
from tlumach.blocks.finder import BlockKind, Finder
from tlumach.blocks.pieces import Piece

_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]*\]:")
_ABBREVIATION = re.compile(r"\*\[(?P<short>[^\\]*?)\] ?: *\n? *(?P<long>.*)$", re.MULTILINE)
_TITLE = r"(?:\".*\"|'.*'|\(.*\))"
_REFERENCE = re.compile(rf" {{0,3}}\[[^\[\]]*\]: *(?:\n *)?\S+ *(?:\n *)?(?:{_TITLE} *)?$", re.MULTILINE)


def footnote(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``FootnoteBlockProcessor``: a note takes all up to the next one, and indented pieces after it.

    Notes that follow one another line by line are taken in one go, so that no other rule sees them.
    """
    starts = (at for at in piece.all(marked.NOTE) if _FOOTNOTE.match(piece.joined(at)))
    first = start = next(starts, -1)
    for after in starts:
        finder.define(BlockKind.FOOTNOTE, piece.upto(after).after(start))
        if after - start > 1:
            waiting.append(piece.after(after))
            break
        start = after
    else:
        if first >= 0:
            finder.define(BlockKind.FOOTNOTE, piece.after(start), _footnote_end(waiting))
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


def abbreviation(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``AbbrBlockprocessor``: the first definition in a piece; what is around it is read by itself."""
    for at in piece.all(marked.STARRED):
        if found := _ABBREVIATION.match(piece.joined(at)):
            end = at + 1 + found[0].count("\n")
            if not (found["short"].strip() and found["long"].strip()):
                return False
            finder.define(BlockKind.ABBREVIATION, piece.upto(end).after(at))
            waiting += filter(Piece.has_text, (piece.after(end), piece.upto(at)))
            return True
    return False


def reference(finder: Finder, piece: Piece, waiting: list[Piece]) -> bool:
    """Follow ``ReferenceProcessor``: the first definition of a piece, and those of a line right after it."""
    for start in merge(piece.all(marked.BRACKET), piece.all(marked.NOTE)):
        if found := _REFERENCE.match(piece.joined(start)):
            break
    else:
        return False
    at = start
    while found and (at == start or "\n" not in found[0]):
        end = at + 1 + found[0].count("\n")
        finder.define(BlockKind.REFERENCE, piece.upto(end).after(at))
        at, found = end, _REFERENCE.match(piece.joined(end))
    waiting += filter(Piece.has_text, (piece.after(at), piece.upto(start)))
    return True
