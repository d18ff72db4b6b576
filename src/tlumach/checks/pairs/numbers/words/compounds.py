"""Numbers that are a part of a word: пятилетний, двоповерховий."""

import re
from collections.abc import Mapping
from fractions import Fraction

from tlumach.checks.pairs.numbers.mentions import Value
from tlumach.checks.pairs.numbers.words.lexicon import phrase, sense
from tlumach.languages.lemmas import normal

_COMPOUND: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(
        r"(?P<number>(?:(?:пятидесят|шестидесят|семидесят|восьмидесят|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат"
        r"|двадцат|тридцат|пят|шест|восьм|девят|десят)и|сорока)(?=[а-я]{3})"
        r"|(?:двух|дву|тр[её]х|четыр[её]х|семи|сто|полутора)"
        r"(?=лет|дн|месяч|недел|час|минут|секунд|этаж|кратн|сторон|процент|миллион|миллиард|тысяч|метр|килом|тонн|раз"
        r"|балль|мест|комнат|ступен|уровн|мерн|значн|томн|серийн|палат|партий|ног|рук|зонал|голов|угол|цвет|кол[её]с|слойн|полос|глаз|ок[а-я]{2})"
        r"|(?:четверо|трое)(?=ног|рук|бор)|тысяче(?=лет|кратн|голос))"
    ),
    "uk": re.compile(
        r"(?P<number>(?:(?:п'ятдесят|шістдесят|сімдесят|вісімдесят|(?:оди|два|три|чотир|п'ят|шіст|сім|вісім|дев'ят)надцят"
        r"|двадцят|тридцят|п'ят|шест|восьм|дев'ят|десят)и|сорока)(?=[а-яіїє]{3})"
        r"|(?:дво|двох|три|трьох|чотири|чотирьох|семи|сто|півтора)"
        r"(?=річ|ден|місяч|тиж|годин|хвилин|секунд|поверх|кратн|сторон|відсот|мільйон|мільярд|тисяч|метр|кілом|тонн|разов"
        r"|баль|місн|кімнат|ступен|рівн|вимірн|значн|томн|серійн|палат|партій|ног|рук|зонал|голов|кутн|кольор|колісн|шаров|смуг|ок[а-яії]{1,3})|тисячо(?=літ|кратн|голос))"
    ),
}
_PREFIXES: Mapping[str, Value] = {"дву": 2, "дво": 2, "полутора": Fraction(3, 2), "півтора": Fraction(3, 2),
                                   "тысяче": 1000, "тисячо": 1000}  # fmt: skip
_TENS = 20
_NUMERALS = frozenset({"some", "two", "card", "hundred", "ord", "ordpart", "half", "mag"})


def begins_with(word: str, language: str) -> Value | None:
    """Return the number that a compound begins with: 5 of «пятилетний», 72 of «семидесятидвухлетний»; None for most words."""
    spelling = normal(word).lower()
    pattern = _COMPOUND.get(language) or phrase("compound", language)
    match = pattern.match(spelling) if pattern else None
    prefix = next((part for part in match.groupdict().values() if part), "") if match else ""
    value = _value(prefix, language) if prefix else None
    if value is None or value < _TENS or value % 10:
        return value
    ones = begins_with(spelling[len(prefix) :], language)
    return value + ones if ones is not None and 0 < ones < 10 else value


def _value(prefix: str, language: str) -> Value | None:
    known = sense(prefix, language)
    return _PREFIXES.get(prefix) or (known.values[0] if known and known.kind in _NUMERALS else None)
