"""The words of a text, each with what it says of numbers."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import repeat
from typing import NamedTuple

from tlumach.checks.pairs.numbers.compounds import begins_with
from tlumach.checks.pairs.numbers.lexicon import Sense, sense
from tlumach.checks.pairs.numbers.mentions import Key, Mention, Weight

TAKEN = "\0"
"""Stands for each character that has been read already."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


class Word(NamedTuple):
    """A word where it stands; most say nothing of numbers (no sense)."""

    text: str
    start: int
    end: int
    sense: Sense | None

    def is_one_of(self, *kinds: str) -> bool:
        """Tell whether the word says something of one of these kinds."""
        return self.sense is not None and self.sense.kind in kinds


def tokens(text: str, language: str) -> list[Word]:
    """Return the words of a text in order; none where none says anything of numbers, as in many texts."""
    texts = _WORD.findall(text)
    if not any(map(speaks, texts, repeat(language))):
        return []
    senses, places = map(sense, texts, repeat(language)), (match.span() for match in _WORD.finditer(text))
    return [Word(word, start, end, says) for word, says, (start, end) in zip(texts, senses, places, strict=True)]


@cache
def speaks(word: str, language: str) -> bool:
    """Tell whether a word says anything of numbers, be it with its beginning alone."""
    return sense(word, language) is not None or begins_with(word, language) is not None


def without(text: str, mentions: Iterable[Mention]) -> str:
    """Return the text with what has been read hidden, every other character at its place."""
    for mention in mentions:
        text = text[: mention.start] + TAKEN * (mention.end - mention.start) + text[mention.end :]
    return text


def mention_of(word: Word, keys: frozenset[Key], weight: Weight, family: str = "count") -> Mention:
    """Return a word as a mention."""
    return Mention(word.text, word.start, word.end, keys, weight, family=family)
