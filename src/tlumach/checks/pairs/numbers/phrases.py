"""Numbers that are a phrase or a part of a word: half past two, пів на третю, a year and a half, пятилетний."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from tlumach.checks.pairs.numbers.lexicon import sense
from tlumach.checks.pairs.numbers.mentions import MONTH, TIME, Key, Mention, Weight, numbers
from tlumach.checks.pairs.numbers.tokens import Word, mention_of
from tlumach.words import normal

_A_NOUN_AND_A_HALF = re.compile(r"\b(?:an?|one) (?!half)[^\W\d_]+ and a half\b", re.IGNORECASE)
_AS_MUCH_AGAIN = re.compile(
    r"\b(?:(?P<share>half|an? \w+|one \w+) )?(?:as \w+ again|again as \w+)(?! as possible)\b", re.IGNORECASE
)
_OF_THE_HOUR = re.compile(
    r"\b(?:(?P<half>half past)|(?P<past>quarter past)|(?P<to>quarter to)|(?P<before>половин\w|пів на))[ \u00a0]"
    r"(?P<hour>[^\W\d_]+(?:['’ʼ][^\W\d_]+)?)",
    re.IGNORECASE,
)
_OF_THE_YEAR = re.compile(
    r"\b(?:(?P<start>начала|початку)|конца|кінця)[ \u00a0](?:(?:этого|цього)[ \u00a0])?(?:года|року)\b", re.IGNORECASE
)
"""What another language may put as “since January”, “by December”."""
_SHIFTS = {"half": 30, "past": 15, "to": -15, "before": -30}
_HOURS = ("card", "two", "some", "ord", "ordpart")
_HALF_A_DAY, _DAY = 720, 1440
_COMPOUND: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(
        r"(?P<number>(?:(?:пятидесят|шестидесят|семидесят|восьмидесят|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат"
        r"|двадцат|тридцат|пят|шест|восьм|девят|десят)и|сорока)(?=[а-я]{4})"
        r"|(?:двух|дву|тр[её]х|четыр[её]х|семи|сто|полутора)"
        r"(?=лет|дн|месяч|недел|час|минут|секунд|этаж|кратн|сторон|процент|миллион|миллиард|тысяч|метр|килом|тонн|раз"
        r"|балль|мест|комнат|ступен|уровн|мерн|значн|томн|серийн|палат|партий))"
    ),
    "uk": re.compile(
        r"(?P<number>(?:(?:п'ятдесят|шістдесят|сімдесят|вісімдесят|(?:оди|два|три|чотир|п'ят|шіст|сім|вісім|дев'ят)надцят"
        r"|двадцят|тридцят|п'ят|шест|восьм|дев'ят|десят)и|сорока)(?=[а-яіїє]{4})"
        r"|(?:дво|двох|три|трьох|чотири|чотирьох|семи|сто|півтора)"
        r"(?=річ|ден|місяч|тиж|годин|хвилин|секунд|поверх|кратн|сторон|відсот|мільйон|мільярд|тисяч|метр|кілом|тонн|разов"
        r"|баль|місн|кімнат|ступен|рівн|вимірн|значн|томн|серійн|палат|партій))"
    ),
}
_PREFIXES = {"дву": Fraction(2), "дво": Fraction(2), "полутора": Fraction(3, 2), "півтора": Fraction(3, 2)}


def phrases(text: str, language: str) -> Iterator[Mention]:
    """Yield the times of day and the shares that are phrases."""
    yield from _of_the_hour(text, language)
    for match in _OF_THE_YEAR.finditer(text):
        month = Key(MONTH, Fraction(1 if match["start"] else 12))
        yield Mention(match[0], *match.span(), frozenset({month}), Weight.MAYBE, family="month")
    if language == "en":
        yield from _as_much_again(text)
    for match in _A_NOUN_AND_A_HALF.finditer(text):
        yield Mention(match[0], *match.span(), numbers(Fraction(3, 2), 18), Weight.HINT, family="part")


def compounds(words: Sequence[Word], language: str) -> Iterator[Mention]:
    """Yield what compounds may mean: пятилетний, трёхэтажный."""
    pattern = _COMPOUND.get(language)
    for word in words if pattern else ():
        match = pattern.match(normal(word.text).lower()) if pattern and word.sense is None else None
        if match and (value := _value(match["number"], language)):
            yield mention_of(word, numbers(value), Weight.MAYBE)


def _of_the_hour(text: str, language: str) -> Iterator[Mention]:
    """Yield half past two, половина третьего, пів на третю: all are 2.30."""
    for match in _OF_THE_HOUR.finditer(text):
        hour = sense(match["hour"], language)
        is_half_of = language == "ru" and match["before"] and not match["hour"].lower().endswith(("ого", "его"))
        if hour and hour.kind in _HOURS and not is_half_of:
            minutes = hour.values[0] * 60 + next(shift for name, shift in _SHIFTS.items() if match[name])
            keys = frozenset(Key(TIME, (minutes + half) % _DAY) for half in (0, _HALF_A_DAY))
            yield Mention(match[0], *match.span(), keys, family="time")


def _as_much_again(text: str) -> Iterator[Mention]:
    """Yield half as much again, which is 1.5 times as much, a third as many again, as much again (twice)."""
    for match in _AS_MUCH_AGAIN.finditer(text):
        share = sense(match["share"].split()[-1], "en") if match["share"] else None
        part = share.values[-1] if share and share.values[-1] < 1 else Fraction(1)
        start = match.start() if share or not match["share"] else match.start("share") + len(match["share"]) + 1
        keys = numbers(1 + part, part * 100)
        yield Mention(text[start : match.end()], start, match.end(), keys, Weight.HINT, family="part")


def _value(prefix: str, language: str) -> Fraction | None:
    known = sense(prefix, language)
    return _PREFIXES.get(prefix) or (known.values[0] if known else None)
