"""A number said in six words: names of things, the same things in each language, so that it can be compared by voice or on paper.

The words are the Unicode CLDR's names of signs (`code_words.yml`, made by `scripts/code_words.py`), 147 for each language: with six
of them there are 10^13 codes. That tells versions of a text apart; it is no guard against somebody who makes a text for a code.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import yaml

LENGTH = 6
"""How many words a code has."""
_FALLBACK = "en"


def in_words(number: int, language: str) -> tuple[str, ...]:
    """Return the code of a number from 0 to ``count() - 1`` in a language (a BCP 47 code); in English where it has no words."""
    words = _words().get(language.partition("-")[0]) or _words()[_FALLBACK]
    code = []
    for _ in range(LENGTH):
        number, digit = divmod(number, len(words))
        code.append(words[digit])
    return tuple(code)


def number_of(code: Sequence[str]) -> int | None:
    """Return the number that a code says in any one language, in capital letters or not; None where it is no code."""
    said = [word.casefold() for word in code]
    digits = next((found for each in _words().values() if (found := _digits(said, each))), None)
    if digits is None or len(said) != LENGTH:
        return None
    number = 0
    for digit in reversed(digits):
        number = number * len(_words()[_FALLBACK]) + digit
    return number


def count() -> int:
    """Return how many codes there are."""
    return int(len(_words()[_FALLBACK]) ** LENGTH)


def _digits(code: Sequence[str], words: Sequence[str]) -> list[int] | None:
    places = {word.casefold(): place for place, word in enumerate(words)}
    return [places[word] for word in code] if all(word in places for word in code) else None


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    file = resources.files(__package__) / "code_words.yml"
    lists: Mapping[str, str] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {language: tuple(words.split()) for language, words in lists.items()}
