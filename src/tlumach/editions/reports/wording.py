"""What a paragraph says: its short hash, and its letters, which stay the same whatever a messenger makes of the rest."""

import hashlib
import re
import unicodedata
from dataclasses import replace
from functools import cache

from tlumach.alignment.sequences import comparable
from tlumach.blocks import Block
from tlumach.blocks.plain_text import shown_text
from tlumach.blocks.syntax import Syntax
from tlumach.languages.invisible import INVISIBLE

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
    return "".join(filter(_is_kept, unicodedata.normalize("NFC", text.replace("...", "…"))))


@cache
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
