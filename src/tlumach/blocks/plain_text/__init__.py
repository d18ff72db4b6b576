"""Markdown as the plain text that a reader sees, with the place of each piece of it: once for checks, search, editions, glossary."""

import re
from collections.abc import Collection, Iterable

from tlumach.blocks.finder import BlockKind
from tlumach.blocks.plain_text.inline import Inline, Piece, Role
from tlumach.blocks.plain_text.runs import Run, runs
from tlumach.blocks.splitting import Block
from tlumach.blocks.syntax import OWN, Syntax

__all__ = ["Piece", "Role", "plain", "plain_pieces", "references_in", "shown_text"]

_NO_TEXT = frozenset({BlockKind.RULE, BlockKind.REFERENCE})
_REFERENCE = re.compile(r"^ {0,3}\[([^\[\]^][^\[\]]*)\]:", re.MULTILINE)
_SPACES = re.compile(r"\s+")


def plain_pieces(
    markdown: str,
    kind: BlockKind = BlockKind.PARAGRAPH,
    syntax: Syntax = OWN,
    references: Collection[str] | None = None,
) -> list[Piece]:
    """Return the pieces of text that a reader sees of a block, in order, each with its offset in the Markdown.

    ``references``: the labels (:func:`references_in`) that the page defines; None where they are not known, and then
    `[text][label]` is taken for a link and `[label]` for text. Items, cells and paragraphs are parted by a break (``\\n``).
    """
    if kind in _NO_TEXT:
        return []
    inline, found = Inline(syntax, references), list[Piece]()
    for run in runs(markdown, kind, syntax):
        if found:
            found.append(Piece("\n", run.place(0), Role.BREAK))
        found += _of_run(run, inline)
    return found


def plain(markdown: str, syntax: Syntax = OWN) -> str:
    """Return a paragraph of Markdown as a reader sees it, with its line ends: link texts without targets, no marks of any kind."""
    return "".join(piece.text for piece in plain_pieces(markdown, syntax=syntax)).strip()


def shown_text(block: Block, syntax: Syntax = OWN, references: Collection[str] | None = None) -> str:
    """Return the text of a block on one line; empty where it shows none. After the title of a box stands a full stop."""
    if block.kind is BlockKind.ABBREVIATION:
        return ""  # it is shown where it is used
    pieces = plain_pieces(block.text, block.kind, syntax, references)
    text = "".join(". " if piece.role is Role.TITLE_END else piece.text for piece in pieces)
    return _SPACES.sub(" ", text).strip()


def references_in(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the labels that the link references among some blocks define, as they are compared."""
    defined = (
        label for block in blocks if block.kind is BlockKind.REFERENCE for label in _REFERENCE.findall(block.text)
    )
    return frozenset(" ".join(label.split()).lower() for label in defined)


def _of_run(run: Run, inline: Inline) -> list[Piece]:
    if run.is_code:
        found = [Piece(run.text, run.place(0), Role.CODE)]
    else:
        found = [Piece(text, run.place(place), role) for text, place, role in inline.pieces(run.text)]
    return [*found, Piece("", run.place(len(run.text)), Role.TITLE_END)] if run.is_title and found else found
