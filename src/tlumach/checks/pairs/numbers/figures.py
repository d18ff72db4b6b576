"""Numbers in figures: as each language writes thousands and decimals, dates, times, decades, results, temperatures."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from tlumach.checks.pairs.numbers.dated import DATE_READERS, has_points, mentioned, times
from tlumach.checks.pairs.numbers.listed import LISTED, listed
from tlumach.checks.pairs.numbers.mentions import (
    DECADE,
    HALF_DAY,
    MONTH,
    Key,
    Mention,
    Value,
    Weight,
    number,
    numbers,
)
from tlumach.checks.pairs.numbers.words.lexicon import phrase, sense
from tlumach.languages.own_language import remembered

_GAP = "[ \u00a0\u202f\u2009]"
_GAPS = re.compile(_GAP)
_YEAR_OF_LIFE = re.compile(r"-?(?:м|му|й)[ \u00a0](?:году|год|році|рік|року)[ \u00a0](?:жизни|життя)")
"""Who dies in the 89th year of life is 88."""
_OF_A_CENTURY = re.compile(r"(?<!\w)['’]\Z")
"""A year without its century: the summer of '44."""
_POWER = re.compile(r"(?<![^\W\d_])[ксдkcd]?[мm][23]\Z")
"""The exponent of a unit: м2, cm3."""
_POWER_OF_TEN = re.compile(r"[×x·*][ \u00a0]?10\d{1,2}\Z")
"""A power whose exponent stands no higher any more: 1.1 × 1011."""
_HOURS = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")
_DECADES = range(20, 100, 10)
_ABOUT = re.compile(r"\b(?:лет|років)[ \u00a0]\Z", re.IGNORECASE)
"""What makes an age about so many years: «лет 40», in his 40s."""
_AND_MORE = re.compile(r"[ \u00a0](?:с небольшим|с лишним|с хвостиком|з гаком|з лишком)")
"""What makes an age its decade: «ему 20 с небольшим», in his early 20s."""
_FOUR_FIGURES = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_THREE_FIGURES = re.compile(r"[1-9][0-5]\d")
"""What may be a time of day as it is spoken: 603 right now."""
_OF_THE_CLOCK = re.compile(r"[ \u00a0]?(?:GMT|UTC|Z\b|hrs?\b|hours\b|h\b|local time)")
"""What stands after a time of day of four figures: 0200 GMT, 1430 hours."""
_POINTED, _COMMAED = r"\d{1,3}(?:\.\d{3}){2,}(?!\d)", r"\d{1,3}(?:,\d{3}){2,}(?!\d)"
"""Millions, whose groups of three are parted by points or commas whatever the language: 1.915.000."""
_GROUP = re.compile(r"\d{1,3}\.\d{3}")
_ROUND_GROUP = re.compile(r"[1-9]\d{0,2}\.\d?00")
"""What even in English is thousands, in a text by somebody who writes them with a point: 42.000 participants."""
_ENGLISH_GROUP = re.compile(r"[1-9]\d{0,2},\d{3}")
_MONEY = r"(?:[$€£₴₽₸¥₹₺₩₪₫₱₦₼₾]|(?:USD|EUR|GBP|RUB|UAH|KZT|CNY|JPY|PLN|CHF|CAD|AUD|INR|TRY|BRL|CZK|SEK|NOK|DKK|zł|Kč)(?!\w))"
_SIGN_BEFORE, _SIGN_AFTER = re.compile(rf"{_MONEY}[ \u00a0]?\Z"), re.compile(rf"[ \u00a0]?(?:[A-Z]{{0,2}}\$|{_MONEY})")
_DAY_AND_MONTH = re.compile(r"(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])")
_APOSTROPHED = r"\d{1,3}(?:[’']\d{3})+(?!\d)(?:[.,]\d+)?"
"""As in Switzerland: 54'000."""
_INDIAN = r"\d{1,2}(?:,\d\d)+,\d{3}(?!,?\d)"
"""As in India: 2,06,737."""
_BARE_POINT = r"(?<![\w.\ufffc])(?<!\d )\.\d+(?![\w.]\d)"
"""As in America, without the nought: .75, $.20."""
_INDIAN_POINTS = r"\d{1,2}(?:\.\d\d)+\.\d{3}(?![\d.])"
_NUMBER: Mapping[str, str] = {
    "en": rf"{_APOSTROPHED}|{_INDIAN}|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?"
    rf"|\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)(?:\.\d+)?|{_POINTED}(?:,\d+)?|\d+(?:\.\d+)?|{_BARE_POINT}",
    "": rf"{_APOSTROPHED}|{_INDIAN_POINTS}|\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)(?:,\d+)?|\d{{1,3}}(?:\.\d{{3}})+,\d+"
    rf"|{_POINTED}(?:,\d+)?|{_COMMAED}(?:\.\d+)?"
    rf"|\d+(?:[,.]\d+)?|{_BARE_POINT}",
}
_VULGAR: Mapping[str, Fraction] = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
}  # fmt: skip
_DIGIT = re.compile(r"(?:(?<![\w.\ufffc])(?<!\d )\.(?=\d))?[\d½¼¾⅓⅔]")
_PATTERN = r"""(?:
    (?P<iso>(?<![\d.-])\d{4}-\d{2}-\d{2}(?![\d-]))
  | (?P<dmy>(?<![\d.-])(?:\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d|\.\d)|\d{1,2}-\d{1,2}-\d{4}(?![\d-])))
  | (?P<slashed>(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?![\d/]))
  | (?P<slash>(?<![\d/])(?:0?[1-9]|[12]\d|3[01])/0[1-9](?![\d/]))
  | (?P<clock>(?<![\d:.,])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))
  | (?P<dashed>(?<![\d:.,-])(?:[01]?\d|2[0-4])-[03]0(?![\d-]))
  | (?P<result>(?<![\d:.,])\d{1,3}:\d{1,3}(?![\d:]))
  | (?P<decade>(?<![\d.,])(?<!\d-)(?<!\d–)(?:\d\d)?\d0(?:DECADE))
  | (?P<cjk>\d{1,2}[月월])
  | (?P<attacks>(?<![\d/])9/11(?![\d/]))
  | (?P<mixed>(?<![\d/.,])\d{1,3}[\ \u00a0-][1-9]/[2-9](?![\d/]))
  | (?P<share>(?<![\d/])(?:[1-9]/(?:[2-9]|10)|1/(?:12|15|16|20|32|50|64|100|1000))(?![\d/]))
  | (?P<vulgar>\d*[½¼¾⅓⅔])
  | (?P<listed>LISTED)
  | (?P<number>(?<!\d)(?:NUMBER))
)""".replace("LISTED", LISTED)
_NOUN = re.compile(r"[ \u00a0](?P<noun>[^\W\d_]+)")
_GOES_ON = re.compile(r"\d[ \u00a0]?[−–-]\Z")
"""What makes a sign the dash of a range: 6 -7 pm."""
_AFTER_A_SIGN = re.compile(
    r"(?<=\A[−–-])|(?<=[\s(][−–-])|(?<=(?:минус|мінус|minus)[ \u00a0])|(?<=eksi[ \u00a0])", re.IGNORECASE
)


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
    decade = own.pattern if own else r"(?:-?(?i:е|х|ми|ті|тих|[иы]ми|і|[иы]х|ые)|['’]?s)(?![^\W_])"
    number = _NUMBER["en" if has_points(language) else ""]
    parts = {"NUMBER": number.replace(" ", "\\ "), "DECADE": decade.replace(" ", "\\ ")}
    return re.compile(_PATTERN.replace("NUMBER", parts["NUMBER"]).replace("DECADE", parts["DECADE"]), re.VERBOSE)


def value_of(text: str, language: str) -> Value:
    """Return the value of a number as the language writes it: `2 030,5` in Russian, `2,030.5` in English."""
    if text.isdecimal():
        return int(text)
    bare = _GAPS.sub("", text).replace("’", "").replace("'", "")
    if "," in bare and "." in bare:  # the last one is before the decimals, whatever the language
        bare = bare.replace(min(",.", key=bare.rfind), "").replace(",", ".")
    if bare.count(".") > 1:
        bare = bare.replace(".", "").replace(",", ".")
    bare = bare.replace(",", "" if has_points(language) or bare.count(",") > 1 else ".")
    whole, _, part = bare.partition(".")
    return Fraction(int(whole + part), 10 ** len(part)) if part else int(whole)


def _share(match: re.Match[str], _: str) -> Iterator[Mention]:
    one, other = map(int, match[0].split("/"))
    parts = tuple(Mention(match[0], match.start(), match.end(), numbers(part)) for part in (one, other))
    yield mentioned(match, number(Fraction(one, other)), parts=parts)


def _mixed(match: re.Match[str], _: str) -> Iterator[Mention]:
    """Yield 2 1/2 as two and a half."""
    whole, one, other = map(int, re.split(r"[ \u00a0/-]", match[0]))
    yield mentioned(match, number(whole + Fraction(one, other)))


def _vulgar(match: re.Match[str], _: str) -> Iterator[Mention]:
    yield mentioned(match, number(int(match[0][:-1] or 0) + _VULGAR[match[0][-1]]))


def _number(match: re.Match[str], language: str) -> Iterator[Mention]:
    if _POWER.search(match.string, 0, match.end()):
        return
    parts = _day_and_month(match, language) or _side_by_side(match)
    mention = mentioned(match, *_meanings(match, language), parts=parts)
    is_list_mark = match.string.startswith(".-", match.end()) and not match.string[: match.start()].strip()
    may_lack = is_list_mark or (match[0] == "1" and _may_be_an_article(match, language))
    if _POWER_OF_TEN.search(match.string, 0, match.end()):
        mention, may_lack = mention.also(number(10), number(int(match[0][2:]))), True
    yield mention._replace(weight=Weight.HINT) if may_lack else mention


def _meanings(match: re.Match[str], language: str) -> Iterator[Key]:
    """Yield what a figure may mean: a number, an hour with its minutes, thousands with a point."""
    value = value_of(match[0], language)
    if _AFTER_A_SIGN.match(match.string, match.start()) and not _GOES_ON.search(match.string, 0, match.start()):
        value = -value
    yield number(value)
    if value < 0 and match.string[: match.start()].endswith("(-"):
        yield number(-value)  # (-2 mm) may be a dash
    if match[0].startswith("."):
        yield number(int(match[0][1:]))  # a calibre: .22
    if _OF_A_CENTURY.search(match.string, 0, match.start()) and len(match[0]) == 2:
        yield from (number(century + value) for century in (1800, 1900, 2000))
    if _YEAR_OF_LIFE.match(match.string, match.end()):
        yield number(value - 1)
    is_about = _ABOUT.search(match.string, 0, match.start()) or _AND_MORE.match(match.string, match.end())
    if value in _DECADES and is_about:
        yield Key(DECADE, value)
    yield from _times(match)
    if (_ROUND_GROUP if has_points(language) else _GROUP).fullmatch(match[0]) or _is_a_sum_in_thousands(
        match, language
    ):
        yield number(value * 1000)


def _is_a_sum_in_thousands(match: re.Match[str], language: str) -> bool:
    """Tell whether a comma parts the thousands of a sum in a language that has it before decimals, of which no sum has three: 80,000 £."""
    if "," not in match[0] or has_points(language) or not _ENGLISH_GROUP.fullmatch(match[0]):
        return False
    return bool(_SIGN_BEFORE.search(match.string, 0, match.start()) or _SIGN_AFTER.match(match.string, match.end()))


def _times(match: re.Match[str]) -> Iterator[Key]:
    """Yield the times of day that a figure may mean: 9.30, 0430, 1430 hours, 603."""
    clock, hours = _FOUR_FIGURES.fullmatch(match[0]), _HOURS.fullmatch(match[0])
    if clock and (match[0][0] == "0" or _OF_THE_CLOCK.match(match.string, match.end())):
        yield from times(int(clock[1]), int(clock[2]))
    if _THREE_FIGURES.fullmatch(match[0]):
        yield from (key for half in (0, HALF_DAY) for key in times(int(match[0][0]) + half, int(match[0][1:])))
    if hours:
        yield from times(int(hours[1]), int(hours[2]))


def _day_and_month(match: re.Match[str], language: str) -> tuple[Mention, ...]:
    """Return the day and month that 24.02 may be where the language writes dates so."""
    found = _DAY_AND_MONTH.fullmatch(match[0]) if not has_points(language) else None
    keys = (number(int(found["day"])), Key(MONTH, int(found["month"]))) if found else ()
    return tuple(mentioned(match, key) for key in keys)


def _side_by_side(match: re.Match[str]) -> tuple[Mention, ...]:
    """Return the two numbers that 3 410 may be as well: on 3 410 were found."""
    both = match[0].split(" ")
    return (
        tuple(mentioned(match, number(int(part))) for part in both)
        if len(both) == 2 and "".join(both).isdigit()
        else ()
    )


def _may_be_an_article(match: re.Match[str], language: str) -> bool:
    """Whether a 1 stands before a noun, so that another language may do without: “a great-grandchild”. Not before a month."""
    following = _NOUN.match(match.string, match.end())
    return following is not None and following["noun"].islower() and sense(following["noun"], language) is None


_READERS = {**DATE_READERS, "mixed": _mixed, "share": _share, "vulgar": _vulgar, "listed": listed, "number": _number}
