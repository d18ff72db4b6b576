"""How fresh a translation is: the states of its blocks, and their figures for a page."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tlumach.alignment.rendered import is_invisible, is_same_to_readers
from tlumach.alignment.sequences import comparable
from tlumach.blocks import Block, BlockKind
from tlumach.records import Entry

_TARGET = re.compile(r"\]\([^)]*\)")
_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ.,][^\W_]+)*")
_LETTER = re.compile(r"[^\W\d_]")
_SAYS_THE_SAME_EVERYWHERE = frozenset({BlockKind.CODE, BlockKind.REFERENCE})


class State(StrEnum):
    """What is known of a block and its translation."""

    CURRENT = "current"
    """Source and translation are as a person confirmed them (or need no translation)."""
    CHANGED = "changed"
    """The source is not what this was translated from."""
    UNCONFIRMED = "unconfirmed"
    """Nobody has confirmed this translation of this source."""
    MISSING = "missing"
    """There is no translation of this block."""
    ORPHANED = "orphaned"
    """There is a translation whose source is gone."""
    MOVED = "moved"
    """The words are as confirmed, and the source has this in another place among its blocks than when it was confirmed."""


@dataclass(frozen=True)
class Summary:
    """How many blocks are in each state, and how many words of the source they have. All states are there."""

    blocks: Mapping[State, int]
    words: Mapping[State, int]


def state_of(source: Block | None, translation: Block | None, entry: Entry | None) -> State:
    """Return the state of a pair, one side of which may be lacking, by what the record has of it.

    A source other than the recorded one is decisive, whatever the translation says: no edit of a translation makes
    it look fresher. A translation without source is current only where it was confirmed as the translators' own.
    """
    if translation is None:
        return State.CURRENT if source and is_invisible(source.text) else State.MISSING
    if source is None:
        if is_invisible(translation.text):
            return State.CURRENT
        return State.CURRENT if entry and not entry.source and _as_confirmed(translation, entry) else State.ORPHANED
    if entry is None:
        return State.CURRENT if _needs_no_translation(source, translation) else State.UNCONFIRMED
    if not is_text(source, entry.source):
        return State.CHANGED
    return State.CURRENT if _as_confirmed(translation, entry) else State.UNCONFIRMED


def is_text(block: Block, text: str) -> bool:
    """Whether a block is still a recorded text to its readers, however either is written."""
    if block.text == text:
        return True
    one, other = comparable(block.text), comparable(text)
    return one == other or (bool(other) and is_same_to_readers(one, other))


def summary(states: Iterable[tuple[Block | None, State]]) -> Summary:
    """Count blocks and words by state; each state comes with its source block.

    Words are those of the source, so an orphan has none; the target of a link is no word, and a number is one.
    """
    blocks, words = dict.fromkeys(State, 0), dict.fromkeys(State, 0)
    for source, state in states:
        blocks[state] += 1
        words[state] += 0 if source is None else count_words(source.text)
    return Summary(blocks, words)


@lru_cache(maxsize=1000)  # a page's blocks: they are counted for one language after the other
def count_words(text: str) -> int:
    """Return the number of words and numbers of a text."""
    return len(_WORD.findall(_TARGET.sub("]", text) if "](" in text else text))


def _as_confirmed(translation: Block, entry: Entry) -> bool:
    return entry.confirmed and is_text(translation, entry.translation)


def _needs_no_translation(source: Block, translation: Block) -> bool:
    """Whether a pair is right without anybody's word: two rules; the same code, link targets, or text without letters."""
    if source.kind is BlockKind.RULE or translation.kind is BlockKind.RULE:
        return source.kind is translation.kind
    same_everywhere = source.kind in _SAYS_THE_SAME_EVERYWHERE or not _LETTER.search(source.text)
    return same_everywhere and is_text(translation, source.text)
