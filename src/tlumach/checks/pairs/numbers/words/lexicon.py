"""The number words of the languages: each row of a table has what a word is, its value, and a pattern of its forms.

A language whose file (`languages/data/<language>.yml`) has a table is read deeply. Of any other the Unicode CLDR knows months,
days, scales (million), units and currencies: that is plain.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from itertools import chain
from typing import NamedTuple

from tlumach.checks.pairs.numbers.mentions import Value
from tlumach.checks.pairs.numbers.words.joined import joined_value
from tlumach.languages.cldr.number_words import own_rows, scales, unit_rows, word_rows
from tlumach.languages.lemmas import normal
from tlumach.languages.own_language import remembered
from tlumach.languages.profiles import profile


class Sense(NamedTuple):
    """What a word says: its kind (see `ru.yml`) and the values that it may have."""

    kind: str
    values: tuple[Value, ...]


_BEGINNING = re.compile(r"(?:[^\W\d_]|['-])*(?![?*{])")
_NUMERALS = frozenset({"some", "two", "card", "hundred", "mag"})
_TEENS = 20


@remembered
def is_deep(language: str) -> bool:
    """Tell whether numbers in words are read in a language, and not in figures alone."""
    return any(kind == "card" for kind, _, _ in _word_rows(language))


@remembered
def sense(word: str, language: str) -> Sense | None:
    """Return what a word says of numbers, in any of its forms; None for most words."""
    spelling = normal(word).lower().replace("i\u0307", "i")  # İ of Turkish becomes two characters
    if language == "en":
        spelling = spelling.removesuffix("'s")
    forms = _forms(language)
    for beginning, form, found in chain(forms.get(spelling[:2], ()), forms.get(spelling[:1], ())):
        if spelling.startswith(beginning) and _pattern(form).fullmatch(spelling):
            return found
    return _joined(spelling, language)


@remembered
def unit_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of the units of a language, to be matched where a number ends; groups ``u0``, ``u1``, …"""
    names = "|".join(rf"(?P<u{at}>{pattern})" for at, (_, pattern) in enumerate(_units(language)))
    end = "" if scales(language) else r"(?![^\W\d_])"
    return re.compile(rf"[ \u00a0\u202f-]?(?:{names or '(?!)'}){end}")


@remembered
def unit_names(language: str) -> tuple[str, ...]:
    """Return the names of the units, in the order of the groups of their pattern."""
    return tuple(name for name, _ in _units(language))


@remembered
def phrase(name: str, language: str) -> re.Pattern[str] | None:
    """Return how a language says something around numbers (`times`, `range`), by its file; None where it says nothing of it."""
    pattern = profile(language).numbers.get("phrases", {}).get(name)
    return re.compile(pattern.replace(r"\u00a0", "\u00a0"), re.IGNORECASE) if pattern else None


def tens_from(language: str) -> int:
    """Return from which number on tens stand apart from what follows them: twenty-five; on iki in Turkish and its kin."""
    return int(profile(language).numbers.get("tens_from", _TEENS))


def _units(language: str) -> list[tuple[str, str]]:
    said = profile(language)
    own, written = (
        [tuple(row.split(None, 1)) for row in rows.strip().splitlines()]
        for rows in (said.own_units, said.numbers.get("units", ""))
    )
    rows = [*own, *(written or unit_rows(language))]
    return [(name, pattern.replace(r"\u00a0", "\u00a0")) for name, pattern in rows]


@remembered
def _forms(language: str) -> Mapping[str, list[tuple[str, str, Sense]]]:
    """Return the forms of a table by their first two letters or, where these may vary, by the first.

    With each stand the letters that it surely begins with.
    """
    rows: dict[str, list[tuple[str, str, Sense]]] = defaultdict(list)
    endings: Mapping[str, str] = profile(language).numbers.get("endings", {})
    for kind, values, patterns in _word_rows(language):
        for sign, ending in endings.items():
            patterns = patterns.replace(sign, ending)
        for form in _alternatives(normal(patterns)):
            found = _BEGINNING.match(form)
            beginning = found[0] if found else ""
            rows[beginning[:2]].append((beginning, form, Sense(kind, _values(values))))
    return rows


def _word_rows(language: str) -> list[tuple[str, str, str]]:
    """Return the rows of a language's table, the project's own first; of a language without one, those of the CLDR."""
    written = [row.split(None, 2) for row in profile(language).numbers.get("words", "").strip().splitlines()]
    rows = [(kind, values, patterns) for kind, values, patterns in written]
    return [*own_rows(language), *(rows or word_rows(language))]


def _alternatives(pattern: str) -> list[str]:
    """Return the alternatives of a pattern: the bars within brackets part none."""
    found, depth = [""], 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found


def _joined(word: str, language: str) -> Sense | None:
    """Return what a number of several that are written as one word says: zweihundertfünfzig, dreieinhalb, fünfundzwanzigste."""
    parts: Mapping[str, str] = profile(language).numbers.get("joined", {})

    def simple(part: str) -> Value | None:
        found = next((each for _, form, each in _forms(language).get(part[:2], ()) if form == part), None)
        found = found or sense(part, language) if part != word else None
        return found.values[0] if found and found.kind in _NUMERALS else None

    if not parts or not any(sign in word for sign in parts.values()):
        return None
    if word.endswith(parts["half"]):
        value = simple(word.removesuffix(parts["half"]))
        return Sense("half", (value + Fraction(1, 2),)) if value else None
    if (value := joined_value(word, parts, simple)) is not None:
        return Sense("card", (value,))
    stem = re.sub(r"s?te[nrsm]?$", "", word)
    value = joined_value(stem, parts, simple) if stem != word else None
    return Sense("ord", (value,)) if value is not None else None


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Return the pattern of a form: most are never needed."""
    return re.compile(form)


def _values(text: str) -> tuple[Value, ...]:
    return tuple(int(value) if value.isdigit() else Fraction(value) for value in text.split(","))
