"""Dates and times in figures: days, months and years, hours and minutes, decades, results of matches."""

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from tlumach.checks.pairs.numbers.mentions import DECADE, MONTH, TIME, Key, Mention, Weight, number, numbers
from tlumach.languages.own_language import remembered
from tlumach.languages.profiles import decimal_sign

_SHORT = len("20-е")
_POSSESSIVE = ("'s", "’s")

_YEARS = re.compile(r"[ \u00a0](?:год|гг|рок|рр)")

_MONTHS = 12
_OF_LIFE = re.compile(r"\bin (?:my|your|his|her|our|their)(?:[ \u00a0](?:early|mid|late))?[ \u00a0-]\Z", re.IGNORECASE)
"""What makes a decade one of somebody's life."""


@remembered
def has_points(language: str) -> bool:
    """Tell whether a language writes a point before decimals and commas between thousands, by CLDR."""
    return decimal_sign(language) == "."


def mentioned(match: re.Match[str], *keys: Key, parts: tuple[Mention, ...] = ()) -> Mention:
    """Return what was found as a mention with these meanings."""
    return Mention(match[0], match.start(), match.end(), frozenset(keys), parts=parts)


def times(hours: int, minutes: int) -> list[Key]:
    """Return a time of day as a meaning; midnight has two."""
    both = (hours % 24, 24) if hours % 24 == 0 else (hours,)
    return [Key(TIME, 60 * hour + minutes) for hour in both]


def _date(match: re.Match[str], day: str, month: str, year: str) -> Iterator[Mention]:
    yield mentioned(match, number(int(day)))
    if 1 <= int(month) <= _MONTHS:
        yield mentioned(match, Key(MONTH, int(month)))
    else:
        yield mentioned(match, number(int(month)))
    years = [int(year)] if len(year) > 2 else [int(year), 2000 + int(year), 1900 + int(year)]
    yield mentioned(match, *map(number, years))


def _iso(match: re.Match[str], _: str) -> Iterator[Mention]:
    year, month, day = match[0].split("-")
    yield from _date(match, day, month, year)


def _dmy(match: re.Match[str], _: str) -> Iterator[Mention]:
    one, other, year = re.split(r"[./-]", match[0])
    is_american = int(other) > _MONTHS >= int(one)  # 05.24.2016
    yield from _date(match, *((other, one) if is_american else (one, other)), year)


def _slashed(match: re.Match[str], language: str) -> Iterator[Mention]:
    """Yield the parts of a date with slashes, of which Americans put the month first: either may be the day."""
    one, other, year = match[0].split("/")
    if not language.startswith("en") or int(one) > _MONTHS:
        yield from _date(match, one, other, year)
    elif int(other) > _MONTHS:
        yield from _date(match, other, one, year)
    else:
        day, month, of_year = _date(match, one, other, year)
        yield day.also(number(int(other)))
        yield month.also(Key(MONTH, int(one)))
        yield of_year


def _slash(match: re.Match[str], _: str) -> Iterator[Mention]:
    """Yield the day and month of 18/01, either of which may stand first."""
    one, other = map(int, match[0].split("/"))
    yield mentioned(match, number(one), Key(MONTH, one))
    yield mentioned(match, number(other), Key(MONTH, other))


def _clock(match: re.Match[str], _: str) -> Iterator[Mention]:
    hours, minutes, *seconds = map(int, match[0].split(":"))
    if seconds:
        yield mentioned(match, Key("duration", hours * 3600 + minutes * 60 + seconds[0]))
        return
    parts = tuple(Mention(match[0], match.start(), match.end(), numbers(part)) for part in (hours, minutes))
    yield mentioned(match, *times(hours, minutes), parts=parts)


def _dashed(match: re.Match[str], language: str) -> Iterator[Mention]:
    """Yield 10-00 as a time of day where points part no decimals, and as a range too."""
    hours, minutes = map(int, match[0].split("-"))
    if not has_points(language):
        parts = tuple(Mention(match[0], match.start(), match.end(), numbers(part)) for part in (hours, minutes))
        yield mentioned(match, *times(hours, minutes), parts=parts)
        return
    for part in re.finditer(r"\d+", match[0]):
        start = match.start() + part.start()
        yield Mention(part[0], start, start + len(part[0]), numbers(int(part[0])))


def _result(match: re.Match[str], _: str) -> Iterator[Mention]:
    yield from (mentioned(match, number(int(part))) for part in match[0].split(":"))


def _decade(match: re.Match[str], _: str) -> Iterator[Mention]:
    digits = re.match(r"\d+", match[0])
    keys = [Key(DECADE, int(digits[0]))] if digits else []
    if digits and len(digits[0]) > 2 and int(digits[0]) % 100 == 0:
        keys.append(number(int(digits[0]) // 100 + 1))  # the 1700s are the 18th century
    if digits and _OF_LIFE.search(match.string, 0, match.start()):
        keys.append(number(int(digits[0])))  # in her 40s: «за сорок»
    is_one = match[0].endswith(("е", "х")) and not _YEARS.match(match.string, match.end()) and len(match[0]) <= _SHORT
    if digits and (match[0].endswith(("er", *_POSSESSIVE)) or is_one):
        keys.append(
            number(int(digits[0]))
        )  # a 50er zone in German, «20-е место», «на 60-х выборах», Warzone 2100's files
    yield mentioned(match, *keys)


def _month_in_figures(match: re.Match[str], _: str) -> Iterator[Mention]:
    yield mentioned(match, Key(MONTH, int(match[0][:-1])))._replace(family="month")


def _attacks(match: re.Match[str], _: str) -> Iterator[Mention]:
    """Yield the day of the attacks of 2001 as English names it."""
    for key in (number(11), Key(MONTH, Fraction(9)), number(2001)):
        yield mentioned(match, key)._replace(weight=Weight.MAYBE)


DATE_READERS: Mapping[str, Callable[[re.Match[str], str], Iterator[Mention]]] = {
    "iso": _iso,
    "dmy": _dmy,
    "slashed": _slashed,
    "slash": _slash,
    "clock": _clock,
    "dashed": _dashed,
    "result": _result,
    "decade": _decade,
    "cjk": _month_in_figures,
    "attacks": _attacks,
}
"""What reads what a group of the pattern of figures has found, in a language."""
