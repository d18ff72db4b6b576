"""The number words of the languages: each row of a table has what a word is, its value, and a pattern of its forms."""

import re
from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from tlumach.checks.pairs.numbers import english, russian, ukrainian
from tlumach.words import normal


class Sense(NamedTuple):
    """What a word says: its kind (see the tables) and the values that it may have."""

    kind: str
    values: tuple[Fraction, ...]


TABLES: Mapping[str, str] = {"ru": russian.WORDS, "uk": ukrainian.WORDS, "en": english.WORDS}
_TOP_LEVEL_BAR = re.compile(r"\|(?![^()]*\))")
UNITS: Mapping[str, str] = {"ru": russian.UNITS, "uk": ukrainian.UNITS, "en": english.UNITS}
ENDINGS: Mapping[str, str] = {"ru": russian.ORDINAL_ENDINGS, "uk": ukrainian.ORDINAL_ENDINGS, "en": ""}


@cache
def sense(word: str, language: str) -> Sense | None:
    """Return what a word says of numbers, in any of its forms; None for most words."""
    spelling = normal(word).lower()
    for pattern, found in _words(language).get(spelling[0], ()):
        if pattern.fullmatch(spelling):
            return found
    return None


@cache
def unit_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of the units of a language, to be matched where a number ends; groups ``u0``, ``u1``, …"""
    rows = [row.split(None, 1) for row in UNITS[language].strip().splitlines()]
    names = "|".join(rf"(?P<u{at}>{pattern})" for at, (_, pattern) in enumerate(rows))
    return re.compile(rf"[ \u00a0\u202f-]?(?:{names})(?![^\W\d_])")


@cache
def unit_names(language: str) -> tuple[str, ...]:
    """Return the names of the units, in the order of the groups of their pattern."""
    return tuple(row.split(None, 1)[0] for row in UNITS[language].strip().splitlines())


@cache
def _words(language: str) -> Mapping[str, list[tuple[re.Pattern[str], Sense]]]:
    """Return the rows of a table by the first letter of their forms."""
    rows: dict[str, list[tuple[re.Pattern[str], Sense]]] = defaultdict(list)
    for row in TABLES[language].strip().splitlines():
        kind, values, patterns = row.split(None, 2)
        by_letter: dict[str, list[str]] = defaultdict(list)
        for form in _TOP_LEVEL_BAR.split(patterns.replace("~", ENDINGS[language])):
            by_letter[form[0]].append(form)
        for letter, forms in by_letter.items():
            rows[letter].append((re.compile("|".join(forms)), Sense(kind, _values(values))))
    return rows


def _values(text: str) -> tuple[Fraction, ...]:
    return tuple(Fraction(value) for value in text.split(","))
