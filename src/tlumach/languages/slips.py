"""Slips of the pen: whether a word that no dictionary has is a known one with one error of typing.

A word that is merely new (токен, бэкенд) is a letter away from some known one as often as not. A slip has the known word's
first letter, is long enough, differs within and not at its end, where words are inflected; and of letters that stand for
each other, they lie side by side on the keyboard or sound alike.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

_SHORTEST: Mapping[bool, int] = {True: 6, False: 7}
"""Letters of a word at least, in Latin script and in others."""
_ROWS = (
    "qwertyuiop",
    "asdfghjkl;",
    "zxcvbnm,.",
    "йцукенгшщзхъ",
    "фывапролджэ",
    "ячсмитьбю",
    "йцукенгшщзхї",
    "фівапролджє",
)
_BELOW = ((0, 1), (1, 2), (3, 4), (4, 5), (6, 7), (7, 5))
_ALIKE = "ао еи еэ ыи іи їі еє тд бп сз гк жш щш фв цс йи ьъ ґг оу ae ei ao ou cs ck sz mn iy"
_DERIVED = re.compile(r"нно$")
"""The end of adverbs that dictionaries lack."""
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LETTERS = {"latin": "abcdefghijklmnopqrstuvwxyz", "cyrillic": "абвгґдеєёжзиіїйклмнопрстуфхцчшщьыъэюя'"}


def letter_away(word: str) -> Iterator[str]:
    """Yield what is a letter away from a word (Damerau): swaps first, then letters left out, changed, added."""
    letters = _letters(word)
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1)
    yield from (a + b[1:] for a, b in cuts if b)
    yield from (a + letter + b[1:] for a, b in cuts if b for letter in letters)
    yield from (a + letter + b for a, b in cuts for letter in letters)


def _letters(word: str) -> str:
    """Return the letters that may stand in a word: those of its script, and its own."""
    letters = _LETTERS["cyrillic" if _CYRILLIC.search(word) else "latin"]
    return letters + "".join(sorted(set(word.lower()) - set(letters)))


def is_likely_slip(word: str, known: str) -> bool:
    """Tell whether a word is likely the known one, a letter away from it, with an error of typing."""
    word, known = word.lower(), known.lower()
    if len(word) < _SHORTEST[word.isascii()] or word[0] != known[0] or word[-1] != known[-1]:
        return False
    if len(word) != len(known):
        return not _DERIVED.search(word) and not _is_adjective_of(word, known)
    changed = [(one, other) for one, other in zip(word, known, strict=True) if one != other]
    return len(changed) == 2 or (len(changed) == 1 and frozenset(changed[0]) in _CONFUSED)


def _is_adjective_of(word: str, noun: str) -> bool:
    """Tell whether a word has but the suffix of an adjective before its ending: «утилітну» of «утиліту»."""
    return any(word[:at] + word[at + 1 :] == noun for at in range(len(word) - 4, len(word)) if word[at] in "нк")


def _neighbours() -> Iterator[frozenset[str]]:
    for row in _ROWS:
        yield from map(frozenset, pairwise(row))
    for upper, lower in _BELOW:
        for at, letter in enumerate(_ROWS[lower]):
            yield from (frozenset((letter, above)) for above in _ROWS[upper][at : at + 2])
    yield from map(frozenset, _ALIKE.split())


_CONFUSED = frozenset(_neighbours())
