"""Numbers in figures: as each language writes thousands and decimals, dates, times, decades, results, temperatures."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from tlumach.checks.pairs.numbers.mentions import (
    DECADE,
    MONTH,
    TIME,
    Key,
    Mention,
    Value,
    Weight,
    number,
    numbers,
)
from tlumach.checks.pairs.numbers.words.lexicon import phrase, sense
from tlumach.languages.own_language import remembered
from tlumach.languages.profiles import decimal_sign

_GAP = "[ \u00a0\u202f\u2009]"
_GAPS = re.compile(_GAP)
_YEAR_OF_LIFE = re.compile(r"-?(?:м|му|й)[ \u00a0](?:году|год|році|рік|року)[ \u00a0](?:жизни|життя)")
"""Who dies in the 89th year of life is 88."""
_OF_A_CENTURY = re.compile(r"(?<!\w)['’]\Z")
"""A year without its century: the summer of '44."""
_POWER = re.compile(r"(?<![^\W\d_])[ксдkcd]?[мm][23]\Z")
"""The exponent of a unit: м2, cm3."""
_HOURS = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")
_POINTED, _COMMAED = r"\d{1,3}(?:\.\d{3}){2,}(?!\d)", r"\d{1,3}(?:,\d{3}){2,}(?!\d)"
"""Millions, whose groups of three are parted by points or commas whatever the language: 1.915.000."""
_GROUP = re.compile(r"\d{1,3}\.\d{3}")
_DAY_AND_MONTH = re.compile(r"(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])")
_APOSTROPHED = r"\d{1,3}(?:[’']\d{3})+(?!\d)(?:[.,]\d+)?"
"""As in Switzerland: 54'000."""
_NUMBER: Mapping[str, str] = {
    "en": rf"{_APOSTROPHED}|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)(?:\.\d+)?|{_POINTED}(?:,\d+)?|\d+(?:\.\d+)?",
    "": rf"{_APOSTROPHED}|\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)(?:,\d+)?|\d{{1,3}}(?:\.\d{{3}})+,\d+|{_POINTED}(?:,\d+)?|{_COMMAED}(?:\.\d+)?"
    r"|\d+(?:[,.]\d+)?",
}
_VULGAR: Mapping[str, Fraction] = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
}  # fmt: skip
_DIGIT = re.compile(r"[\d½¼¾⅓⅔]")
_PATTERN = r"""(?:
    (?P<iso>(?<![\d.-])\d{4}-\d{2}-\d{2}(?![\d-]))
  | (?P<dmy>(?<![\d.])\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d|\.\d))
  | (?P<slashed>(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?![\d/]))
  | (?P<clock>(?<![\d:.,])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))
  | (?P<result>(?<![\d:.,])\d{1,3}:\d{1,3}(?![\d:]))
  | (?P<decade>(?<![\d.,])(?<!\d-)(?<!\d–)(?:\d\d)?\d0(?:DECADE))
  | (?P<cjk>\d{1,2}[月월])
  | (?P<attacks>(?<![\d/])9/11(?![\d/]))
  | (?P<share>(?<![\d/])[1-9]/[2-9](?![\d/]))
  | (?P<vulgar>\d*[½¼¾⅓⅔])
  | (?P<number>(?<!\d)(?:NUMBER))
)"""
_NOUN = re.compile(r"[ \u00a0](?P<noun>[^\W\d_]+)")
_GOES_ON = re.compile(r"\d[ \u00a0]?[−–-]\Z")
"""What makes a sign the dash of a range: 6 -7 pm."""
_AFTER_A_SIGN = re.compile(r"(?<=\A[−–-])|(?<=[\s(][−–-])|(?<=(?:минус|мінус|minus)[ \u00a0])", re.IGNORECASE)


def figures(text: str, language: str) -> Iterator[Mention]:
    """Yield the numbers that a text has in figures, in order; a date is its day, month and year."""
    pattern, digit = _patterns(language), _DIGIT.search(text)
    while digit:
        match = pattern.match(text, digit.start())
        if match:
            yield from _READERS[str(match.lastgroup)](match, language)
        digit = _DIGIT.search(text, (match or digit).end())


@remembered
def _patterns(language: str) -> re.Pattern[str]:
    own = phrase("figure_decade", language)
    decade = own.pattern if own else r"(?:-(?:е|х|ми|ті|тих|ими|і|их)|['’]?s)(?![^\W_])"
    number = _NUMBER["en" if _has_points(language) else ""]
    parts = {"NUMBER": number.replace(" ", "\\ "), "DECADE": decade.replace(" ", "\\ ")}
    return re.compile(_PATTERN.replace("NUMBER", parts["NUMBER"]).replace("DECADE", parts["DECADE"]), re.VERBOSE)


@remembered
def _has_points(language: str) -> bool:
    """Tell whether a language writes a point before decimals and commas between thousands, by CLDR."""
    return decimal_sign(language) == "."


def value_of(text: str, language: str) -> Value:
    """Return the value of a number as the language writes it: `2 030,5` in Russian, `2,030.5` in English."""
    if text.isdecimal():
        return int(text)
    bare = _GAPS.sub("", text).replace("’", "").replace("'", "")
    if "," in bare and "." in bare:  # the last one is before the decimals, whatever the language
        bare = bare.replace(min(",.", key=bare.rfind), "").replace(",", ".")
    if bare.count(".") > 1:
        bare = bare.replace(".", "").replace(",", ".")
    bare = bare.replace(",", "" if _has_points(language) or bare.count(",") > 1 else ".")
    whole, _, part = bare.partition(".")
    return Fraction(int(whole + part), 10 ** len(part)) if part else int(whole)


def _mention(match: re.Match[str], *keys: Key, parts: tuple[Mention, ...] = ()) -> Mention:
    return Mention(match[0], match.start(), match.end(), frozenset(keys), parts=parts)


def _date(match: re.Match[str], day: str, month: str, year: str) -> Iterator[Mention]:
    yield _mention(match, number(int(day)))
    if 1 <= int(month) <= 12:
        yield _mention(match, Key(MONTH, int(month)))
    else:
        yield _mention(match, number(int(month)))
    years = [int(year)] if len(year) > 2 else [int(year), 2000 + int(year), 1900 + int(year)]
    yield _mention(match, *map(number, years))


def _iso(match: re.Match[str], _: str) -> Iterator[Mention]:
    year, month, day = match[0].split("-")
    yield from _date(match, day, month, year)


def _dmy(match: re.Match[str], _: str) -> Iterator[Mention]:
    yield from _date(match, *re.split(r"[./]", match[0]))


def _clock(match: re.Match[str], _: str) -> Iterator[Mention]:
    hours, minutes, *seconds = map(int, match[0].split(":"))
    if seconds:
        yield _mention(match, Key("duration", hours * 3600 + minutes * 60 + seconds[0]))
        return
    parts = tuple(Mention(match[0], match.start(), match.end(), numbers(part)) for part in (hours, minutes))
    yield _mention(match, *times(hours, minutes), parts=parts)


def _result(match: re.Match[str], _: str) -> Iterator[Mention]:
    yield from (_mention(match, number(int(part))) for part in match[0].split(":"))


def _decade(match: re.Match[str], _: str) -> Iterator[Mention]:
    digits = re.match(r"\d+", match[0])
    keys = [Key(DECADE, int(digits[0]))] if digits else []
    if digits and match[0].endswith("er"):
        keys.append(number(int(digits[0])))  # a 50er zone in German
    yield _mention(match, *keys)


def _month_in_figures(match: re.Match[str], _: str) -> Iterator[Mention]:
    yield _mention(match, Key(MONTH, int(match[0][:-1])))._replace(family="month")


def _attacks(match: re.Match[str], _: str) -> Iterator[Mention]:
    """Yield the day of the attacks of 2001 as English names it."""
    for key in (number(11), Key(MONTH, Fraction(9)), number(2001)):
        yield _mention(match, key)._replace(weight=Weight.MAYBE)


def _share(match: re.Match[str], _: str) -> Iterator[Mention]:
    one, other = map(int, match[0].split("/"))
    parts = tuple(Mention(match[0], match.start(), match.end(), numbers(part)) for part in (one, other))
    yield _mention(match, number(Fraction(one, other)), parts=parts)


def _vulgar(match: re.Match[str], _: str) -> Iterator[Mention]:
    yield _mention(match, number(int(match[0][:-1] or 0) + _VULGAR[match[0][-1]]))


def _number(match: re.Match[str], language: str) -> Iterator[Mention]:
    if _POWER.search(match.string, 0, match.end()):
        return
    parts = _day_and_month(match, language) or _side_by_side(match)
    mention = _mention(match, *_meanings(match, language), parts=parts)
    is_list_mark = match.string.startswith(".-", match.end()) and not match.string[: match.start()].strip()
    may_lack = is_list_mark or (match[0] == "1" and _may_be_an_article(match, language))
    yield mention._replace(weight=Weight.HINT) if may_lack else mention


def _meanings(match: re.Match[str], language: str) -> Iterator[Key]:
    """Yield what a figure may mean: a number, an hour with its minutes, thousands with a point."""
    value = value_of(match[0], language)
    if _AFTER_A_SIGN.match(match.string, match.start()) and not _GOES_ON.search(match.string, 0, match.start()):
        value = -value
    yield number(value)
    if _OF_A_CENTURY.search(match.string, 0, match.start()) and len(match[0]) == 2:
        yield from (number(century + value) for century in (1800, 1900, 2000))
    if _YEAR_OF_LIFE.match(match.string, match.end()):
        yield number(value - 1)
    if hours := _HOURS.fullmatch(match[0]):
        yield from times(int(hours[1]), int(hours[2]))
    if not _has_points(language) and _GROUP.fullmatch(match[0]):
        yield number(value * 1000)


def _day_and_month(match: re.Match[str], language: str) -> tuple[Mention, ...]:
    """Return the day and month that 24.02 may be where the language writes dates so."""
    found = _DAY_AND_MONTH.fullmatch(match[0]) if not _has_points(language) else None
    keys = (number(int(found["day"])), Key(MONTH, int(found["month"]))) if found else ()
    return tuple(_mention(match, key) for key in keys)


def _side_by_side(match: re.Match[str]) -> tuple[Mention, ...]:
    """Return the two numbers that 3 410 may be as well: on 3 410 were found."""
    both = match[0].split(" ")
    return (
        tuple(_mention(match, number(int(part))) for part in both) if len(both) == 2 and "".join(both).isdigit() else ()
    )


def _may_be_an_article(match: re.Match[str], language: str) -> bool:
    """Whether a 1 stands before a noun, so that another language may do without: “a great-grandchild”. Not before a month."""
    following = _NOUN.match(match.string, match.end())
    return following is not None and following["noun"].islower() and sense(following["noun"], language) is None


def times(hours: int, minutes: int) -> list[Key]:
    """Return a time of day as a meaning; midnight has two."""
    both = (hours % 24, 24) if hours % 24 == 0 else (hours,)
    return [Key(TIME, 60 * hour + minutes) for hour in both]


_READERS = {
    "iso": _iso,
    "dmy": _dmy,
    "slashed": _dmy,
    "clock": _clock,
    "result": _result,
    "decade": _decade,
    "cjk": _month_in_figures,
    "attacks": _attacks,
    "share": _share,
    "vulgar": _vulgar,
    "number": _number,
}
