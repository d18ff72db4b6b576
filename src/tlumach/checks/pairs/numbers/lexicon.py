"""The number words of the languages: each row of a table has what a word is, its value, and a pattern of its forms."""

import re
from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from itertools import chain
from typing import NamedTuple

from tlumach.checks.pairs.numbers.mentions import Value
from tlumach.checks.pairs.numbers.words import english, russian, ukrainian
from tlumach.languages.lemmas import normal


class Sense(NamedTuple):
    """What a word says: its kind (see the tables) and the values that it may have."""

    kind: str
    values: tuple[Value, ...]


TABLES: Mapping[str, str] = {"ru": russian.WORDS, "uk": ukrainian.WORDS, "en": english.WORDS}
_TOP_LEVEL_BAR = re.compile(r"\|(?![^()]*\))")
_BEGINNING = re.compile(r"(?:[^\W\d_]|['-])*(?![?*{])")
UNITS: Mapping[str, str] = {"ru": russian.UNITS, "uk": ukrainian.UNITS, "en": english.UNITS}
ENDINGS: Mapping[str, str] = {"ru": russian.ORDINAL_ENDINGS, "uk": ukrainian.ORDINAL_ENDINGS, "en": ""}


@cache
def sense(word: str, language: str) -> Sense | None:
    """Return what a word says of numbers, in any of its forms; None for most words."""
    spelling = normal(word).lower()
    forms = _forms(language)
    for beginning, form, found in chain(forms.get(spelling[:2], ()), forms.get(spelling[:1], ())):
        if spelling.startswith(beginning) and _pattern(form).fullmatch(spelling):
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
def _forms(language: str) -> Mapping[str, list[tuple[str, str, Sense]]]:
    """Return the forms of a table by their first two letters or, where these may vary, by the first.

    With each stand the letters that it surely begins with.
    """
    rows: dict[str, list[tuple[str, str, Sense]]] = defaultdict(list)
    for row in TABLES[language].strip().splitlines():
        kind, values, patterns = row.split(None, 2)
        for form in _TOP_LEVEL_BAR.split(patterns.replace("~", ENDINGS[language])):
            found = _BEGINNING.match(form)
            beginning = found[0] if found else ""
            rows[beginning[:2]].append((beginning, form, Sense(kind, _values(values))))
    return rows


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Return the pattern of a form: most are never needed."""
    return re.compile(form)


def _values(text: str) -> tuple[Value, ...]:
    return tuple(int(value) if value.isdigit() else Fraction(value) for value in text.split(","))
