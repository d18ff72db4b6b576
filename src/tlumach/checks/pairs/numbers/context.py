"""What a number takes from another beside it: its magnitude, its unit, its century."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from tlumach.checks.pairs.numbers.mentions import DECADE, HALF_DAY, NUMBER, TIME, Key, Mention, Value, Weight, number
from tlumach.checks.pairs.numbers.words.lexicon import phrase
from tlumach.languages.cldr.number_words import scales

_RANGE = re.compile(r"\s?(?:[–—−×xх-]|до|по|to|and|and up to|или|або|чи|и|і|та|or)\s?[$€£]?", re.IGNORECASE)
_JOINTS = {
    "to": re.compile(r"[–—−-]|[ \u00a0](?:до|по|to)[ \u00a0]?[$€£]?"),
    "of": re.compile(r"[ \u00a0](?:из|із|з|of|out of)[ \u00a0](?:the )?"),
}
_SPACES = frozenset({" ", "\u00a0", "\u202f"})
_IN = re.compile(r"[ \u00a0](?:in|out of|из|із|з)[ \u00a0]")
_SUBUNITS = {("kg", "g"): 1000, ("km", "m"): 1000, ("t", "kg"): 1000, ("m", "cm"): 100,
             ("year", "month"): 12, ("hour", "minute"): 60, ("minute", "second"): 60}  # fmt: skip
_AND = re.compile(r"[ \u00a0](?:и|і|й|та|and)[ \u00a0]")
_FARTHEST = len(" and up to $")
"""Characters between two numbers that go together, at most: those of the longest that the patterns above allow."""
_FACTORS = (10**3, 10**6, 10**9, 10**12)
_HOURS_A_DAY, _MINUTES_AN_HOUR = 24, 60
_NEAR = 40
_SMALL = 1000
_YEAR = 1000


def with_context(mentions: Sequence[Mention], text: str, language: str) -> list[Mention]:
    """Return the mentions of a text, in order, each with what it takes from those beside it."""
    if not mentions:
        return []
    summed = _with_sums(mentions, text, language)
    ranged = _with_joints(_with_ranges(summed, text, language), text, language)
    with_years = [_short_year(ranged, at) if at else first for at, first in enumerate(ranged)]
    return _with_centuries(_with_left_out(with_years, text), text)


def _with_ranges(mentions: Sequence[Mention], text: str, language: str) -> list[Mention]:
    """Give the first number of a range what only the second has: 1,2–1,8 млрд, from 54 to 47 per cent."""
    result, own = list(mentions), phrase("range", language)
    for at in range(len(result) - 2, -1, -1):
        one, other = result[at], result[at + 1]
        if not _are_near(one, other) or one.unit or one.weight is Weight.MAYBE:
            continue
        is_range = _RANGE.fullmatch(text, one.end, other.start) or (own and own.fullmatch(text, one.end, other.start))
        is_year = other.unit == "%" and any(value >= _YEAR for value in _values(one))  # in 2018 and 53 % in 2020
        if one.family not in {"part", "ordinal"} and is_range and not is_year:
            decade = _decade(one, other)
            result[at] = one.also(*_magnified(one, other), *_hours(one, other), *decade)._replace(unit=other.unit)
            result[at + 1] = other.also(*decade)
    return result


def _decade(one: Mention, other: Mention) -> list[Key]:
    """Return the decade that a range is: 20–29 years old, in his 20s."""
    return [Key(DECADE, a) for a in _values(one) for b in _values(other) if a >= 20 and a % 10 == 0 and b == a + 9]


def _hours(one: Mention, other: Mention) -> list[Key]:
    """Return the first hour of a range, in either half of the day, where the second is an hour: from 6 to 7 p.m."""
    if other.family != "time":
        return []
    hours = [value for value in _values(one) if value.denominator == 1 and 0 <= value <= HALF_DAY]
    return [Key(TIME, 60 * (hour % HALF_DAY + half)) for hour in hours for half in (0, HALF_DAY)]


def _with_sums(mentions: Sequence[Mention], text: str, language: str) -> list[Mention]:
    """Let 1 млрд 200 млн be 1.2 billion, 2 кг 300 г be 2.3 kg, and nine in ten be 90 per cent."""
    result = list(mentions)
    for at in range(len(result) - 1):
        one, other = result[at], result[at + 1]
        if _are_near(one, other) or (one.end == other.start and scales(language)):
            result[at : at + 2] = _summed(one, other, text[one.end : other.start], language)
    return result


def _summed(one: Mention, other: Mention, between: str, language: str) -> tuple[Mention, Mention]:
    """Return two numbers that stand beside each other, each also what both are together, if they are anything."""
    values = [(a, b) for a in _values(one) for b in _values(other)]
    own_and, own_of = phrase("and", language), phrase("of", language)
    is_and = _AND.fullmatch(between) or (own_and and own_and.fullmatch(between))
    if (one.unit, other.unit) in _SUBUNITS and (between in _SPACES or is_and):
        parts = _SUBUNITS[one.unit, other.unit]
        sums: list[Value] = [a + Fraction(b) / parts for a, b in values]
        other = other._replace(unit="")  # twelve and a half years say it in years
        if one.unit == "hour":
            clock = [Key(TIME, int(60 * a + b)) for a, b in values if a <= _HOURS_A_DAY and b < _MINUTES_AN_HOUR]
            one, other = one.also(*clock), other.also(*clock)
    elif between in _SPACES or not between:
        sums = [a + b for a, b in values if a > b >= _SMALL and not one.unit]
    elif _IN.fullmatch(between) or (own_of and own_of.fullmatch(between)):
        shares = [Fraction(a) / b for a, b in values if b in {10, 100}]
        sums = [each for share in shares for each in (share * 100, share)]
    else:
        sums = []
    return one.also(*map(number, sums)), other.also(*map(number, sums))


def _with_joints(mentions: Sequence[Mention], text: str, language: str) -> list[Mention]:
    result = list(mentions)
    joints = [*_JOINTS.items(), *((name, own) for name in _JOINTS if (own := phrase(name, language)))]
    for at, (one, other) in enumerate(pairwise(mentions)):
        if _are_near(one, other) and Weight.MAYBE not in (one.weight, other.weight):
            signs = (name for name, sign in joints if sign.fullmatch(text, one.end, other.start))
            if joint := next(signs, ""):
                result[at] = one._replace(joint=joint)
    return result


def _are_near(one: Mention, other: Mention) -> bool:
    return one.end < other.start <= one.end + _FARTHEST


def _magnified(one: Mention, other: Mention) -> list[Key]:
    """Return the first number times the magnitude of the second, which is about as large then."""
    small, large = _values(one), [value for value in _values(other) if value >= _SMALL]
    return [
        number(v * f) for v in small for f in _FACTORS for w in large if v > 0 and f * v <= w * 100 <= f * v * 10_000
    ]


def _values(mention: Mention) -> list[Value]:
    return [key.value for key in mention.keys if key.sort == NUMBER]


def _short_year(mentions: Sequence[Mention], at: int) -> Mention:
    """Give 23 in 2022–23 its century, and 2 in 1981–2 its decade."""
    mention = mentions[at]
    before = mentions[at - 1]
    if mention.start - before.end != 1 or len(mention.text) > 2 or not mention.text.isdigit():
        return mention
    years = [value for value in _values(before) if 1000 <= value < 2100]
    part = 10 ** len(mention.text)
    return mention.also(*(number(year // part * part + int(mention.text)) for year in years))


def _with_left_out(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Give a bare number the magnitudes of the others: three million euros, two of it from Germany."""
    largest = max((value for mention in mentions for sort, value in mention.keys if sort == NUMBER), default=0)
    factors = [factor for factor in _FACTORS if factor <= largest]
    return [_or_larger(mention, factors) if factors and _is_bare(mention, text) else mention for mention in mentions]


def _is_bare(mention: Mention, text: str) -> bool:
    if mention.unit or mention.weight is not Weight.SURE or text[mention.end : mention.end + 2].strip()[:1].isalnum():
        return False
    return all(key.sort == NUMBER and 0 < key.value < _SMALL for key in mention.keys)


def _or_larger(mention: Mention, factors: Sequence[int]) -> Mention:
    return mention.also(*(number(key.value * factor) for key in mention.keys for factor in factors))


def _with_centuries(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Put 20-е годы XX века together: the 1920s; the century may go without then."""
    result = list(mentions)
    for at, mention in enumerate(result):
        decades = [key.value for key in mention.keys if key.sort == DECADE and key.value < 100]
        for after in range(at + 1, min(at + 3, len(result)) if decades else 0):
            near = text[mention.end : result[after].start]
            centuries = [value for value in _values(result[after]) if 10 < value <= 21]
            if centuries and len(near) < _NEAR and re.search(r"год|рок|гад|lat|Jahr|^ $", near):
                full = [Key(DECADE, (centuries[0] - 1) * 100 + decade) for decade in decades]
                result[at] = mention._replace(keys=frozenset(full))
                result[after] = result[after]._replace(weight=Weight.MAYBE)
    return result
