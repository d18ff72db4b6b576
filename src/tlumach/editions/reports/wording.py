"""What a paragraph says: its short hash, and its letters, which stay the same whatever a messenger makes of the rest."""

import hashlib
import re
import unicodedata
from dataclasses import replace

from tlumach.alignment.sequences import comparable
from tlumach.blocks import ELEMENTS, Block, BlockKind
from tlumach.blocks.plain_text import references_in, shown_text
from tlumach.blocks.syntax import Syntax
from tlumach.languages.invisible import INVISIBLE
from tlumach.library.pages import Page

HASH_DIGITS = 8
_CHANGED_ON_THE_WAY = frozenset("\"'`´*_~<>|“”„‟‘’‚‛«»‹›′″ʼʹ−…")
"""Signs that programs put in the place of others, take for emphasis, or put before a quoted line."""
_DROPPED = frozenset({"Zs", "Zl", "Zp", "Cc", "Pd"})
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")
_PLACE = "\ue000"
"""Stands where a mark of a note is: a sign for private use, which no text has."""


def short_hash(text: str) -> str:
    """Return the hash of a wording, in eight hexadecimal digits: another for any other sign, the same however it is wrapped."""
    return hashlib.sha256(" ".join(comparable(text).split()).encode()).hexdigest()[:HASH_DIGITS]


def letters(text: str) -> str:
    """Return what a text keeps on its way: letters, digits and stops, without spaces, quotation marks, dashes and what nobody sees."""
    return "".join(each for each in unicodedata.normalize("NFC", text.replace("...", "…")) if _is_kept(each))


def paragraphs(page: Page) -> list[str]:
    """Return what a reader sees of each block of a page, in plain text; empty where it is no paragraph of it or shows none."""
    references = references_in(page.blocks)
    return [
        shown_text(block, page.syntax, references) if block.kind in ELEMENTS or block.kind is BlockKind.FOOTNOTE else ""
        for block in page.blocks
    ]


def _is_kept(character: str) -> bool:
    is_sign = character in _CHANGED_ON_THE_WAY or unicodedata.category(character) in _DROPPED
    return not (is_sign or is_unseen(character))


def is_unseen(character: str) -> bool:
    """Tell whether a character shows nothing: messengers put such between words, or take them out."""
    return unicodedata.category(character) == "Cf" or INVISIBLE.match(character) is not None


def pattern(block: Block, syntax: Syntax) -> re.Pattern[str]:
    """Return what the letters of a block match where a reader copied it from a page, with the numbers of its notes or without."""
    shown = shown_text(replace(block, text=_NOTE_MARK.sub(_PLACE, block.text)), syntax)
    return re.compile(re.escape(letters(shown)).replace(_PLACE, r"(?:\[?\d+\]?)?"))
