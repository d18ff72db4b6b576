"""The words of a text, each with what it says of numbers."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from itertools import compress, count
from typing import NamedTuple

from tlumach.checks.pairs.numbers.mentions import Key, Mention, Weight
from tlumach.checks.pairs.numbers.words.compounds import begins_with
from tlumach.checks.pairs.numbers.words.lexicon import Sense, sense
from tlumach.languages.alphabets import MARKS
from tlumach.languages.own_language import remembered

TAKEN = "\0"
"""Stands for each character that has been read already."""
COMPOUND = "compound"
"""The kind of what a word says with its beginning alone."""
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*(?:['’ʼ][^\W\d_]+)*")


class NumberToken(NamedTuple):
    """A word where it stands; most say nothing of numbers (no sense)."""

    text: str
    start: int
    end: int
    sense: Sense | None

    def is_one_of(self, *kinds: str) -> bool:
        """Tell whether the word says something of one of these kinds."""
        return self.sense is not None and self.sense.kind in kinds


class NumberTokens:
    """The words of a text in order, by their index; each is made when it is asked for, since most say nothing of numbers."""

    def __init__(self, text: str, language: str) -> None:
        """Take the words of a text."""
        self._text, self._words, self.language = text, _WORD.findall(text), language
        self._senses = [*map(_sense_in(language), self._words)]

    @property
    def speaking(self) -> Iterator[int]:
        """The indices of the words that say anything of numbers."""
        return compress(count(), self._senses)

    def __getitem__(self, at: int) -> NumberToken:
        """Return the word at an index."""
        return NumberToken(self._words[at], *self._places[at], self._senses[at])

    def between(self, first: int, end: int) -> list[NumberToken]:
        """Return the words from one index to before another, as many of them as there are."""
        return [self[at] for at in range(first, min(end, len(self._words)))]

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return [*map(re.Match.span, _WORD.finditer(self._text))]


@remembered
def _sense_in(language: str) -> Callable[[str], Sense | None]:
    """Return what tells the sense of a word of a language, be it that of its beginning alone; each word is looked at once."""

    def of(word: str) -> Sense | None:
        value = None if (known := sense(word, language)) else begins_with(word, language)
        return Sense(COMPOUND, (value,)) if value else known

    return cache(of)


def without(text: str, mentions: Iterable[Mention]) -> str:
    """Return the text with what has been read hidden, every other character at its place."""
    for mention in mentions:
        text = text[: mention.start] + TAKEN * (mention.end - mention.start) + text[mention.end :]
    return text


def mention_of(word: NumberToken, keys: frozenset[Key], weight: Weight, family: str = "count") -> Mention:
    """Return a word as a mention."""
    return Mention(word.text, word.start, word.end, keys, weight, family=family)
