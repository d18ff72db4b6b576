"""What the Unicode CLDR knows of a language's numbers: months, days of the week, scales, units and currencies, as rows of a table."""

import re
from collections.abc import Iterator

from babel import Locale
from babel.numbers import get_currency_name, get_currency_symbol
from babel.units import format_unit

from tlumach.languages.lemmas import normal
from tlumach.languages.own_language import remembered
from tlumach.languages.profiles import cldr, profile, script

_UNITS = {
    "%": "concentr-percent", "km/h": "speed-kilometer-per-hour", "m/s": "speed-meter-per-second",
    "square-km": "area-square-kilometer", "square-m": "area-square-meter", "cubic-m": "volume-cubic-meter", "km": "length-kilometer",
    "cm": "length-centimeter", "mm": "length-millimeter", "mile": "length-mile", "m": "length-meter", "kg": "mass-kilogram",
    "g": "mass-gram", "t": "mass-tonne", "ha": "area-hectare", "l": "volume-liter", "kWh": "energy-kilowatt-hour", "GW": "power-gigawatt",
    "MW": "power-megawatt", "°C": "temperature-celsius", "year": "duration-year", "month": "duration-month", "week": "duration-week",
    "day": "duration-day", "hour": "duration-hour", "minute": "duration-minute", "second": "duration-second",
}  # fmt: skip
"""Our names of units, and CLDR's."""
_CURRENCIES = ("USD", "EUR", "GBP", "RUB", "UAH", "KZT", "CNY", "JPY", "PLN", "TRY")
_COUNTS = (1, 2, 5, 11, 100)
"""Numbers that take each of the plural forms of any language."""
_UNSPACED = frozenset({"Jpan", "Hans", "Hant", "Kore"})
_LEAST = 4
"""Letters of a word at least that may have an ending more."""
_ENDING = r"'?[^\W\d_]{0,5}"


@remembered
def word_rows(language: str) -> list[tuple[str, str, str]]:
    """Return rows of number words: the kind, the value, the forms as a pattern; those that are written so come first."""
    locale = cldr(language)
    rows = list(_rows(locale)) if locale else []
    inflected = [(kind, value, f"{re.escape(word)}{_ENDING}") for kind, value, word in rows if len(word) >= _LEAST]
    longest = sorted(inflected, key=lambda row: -len(row[2]))
    return [*((kind, value, re.escape(word)) for kind, value, word in rows), *longest]


def own_rows(language: str) -> list[tuple[str, str, str]]:
    """Return the rows of number words that the project has, and its months, in any form."""
    said = profile(language)
    months = enumerate(said.months, 1)
    return [
        *(_row(line) for line in said.own_words.splitlines() if line.strip()),
        *(("month", str(number), _inflected(normal(name).lower())) for number, name in months),
    ]


def _row(line: str) -> tuple[str, str, str]:
    kind, values, forms = line.split(None, 2)
    return kind, values, forms


def _rows(locale: Locale) -> Iterator[tuple[str, str, str]]:
    for kind, names, first in (("month", locale.months, 0), ("day", locale.days, 1)):
        for form in names.values():
            for width in ("wide", "abbreviated"):
                for number, name in form.get(width, {}).items():
                    is_figure = any(sign.isdigit() for sign in name)  # 8月
                    yield from ((kind, str(number + first), word) for word in ([] if is_figure else _words(name)))
    for pattern, value in _scales(locale):
        yield from (("mag", str(value), word) for word in _words(pattern))


def _scales(locale: Locale) -> Iterator[tuple[str, int]]:
    """Yield what stands for thousand, million, …: CLDR has a pattern for each power of ten, with as many zeros as are written."""
    for form in ("long", "short"):
        for powers in locale.compact_decimal_formats.get(form, {}).values():
            for power, pattern in powers.items():
                text = str(pattern.pattern)
                if zeros := text.count("0"):
                    yield text, int(power) // 10 ** (zeros - 1)


def _words(text: str) -> list[str]:
    """Return the words of a name or pattern in lower case, without abbreviations of a letter or two in Latin script (k, M)."""
    found = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", normal(text).lower())
    return [word for word in found if len(word) > 2 or not word.isascii()] if len(found) == 1 else []


@remembered
def unit_rows(language: str) -> list[tuple[str, str]]:
    """Return rows of units: our name, and the forms that stand after a number, as a pattern."""
    locale = cldr(language)
    if locale is None:
        return [("%", "%"), *((code, code) for code in _CURRENCIES)]
    rows = {code: _of_currency(code, locale) for code in _CURRENCIES} | {
        name: _of_unit(name, locale) for name in _UNITS
    }
    return [
        (name, "|".join(map(_inflected, sorted(forms, key=lambda each: -len(each))))) for name, forms in rows.items()
    ]


@remembered
def scales(language: str) -> re.Pattern[str] | None:
    """Return a pattern of the scales of a language that puts no spaces between words (万, 億); None for others."""
    locale = cldr(language) if script(language) in _UNSPACED else None
    signs = sorted({word for text, _ in _scales(locale) for word in _words(text)}) if locale else []
    return re.compile(f" ?({'|'.join(signs)})") if signs else None


def _inflected(form: str) -> str:
    """Return a form as a pattern; a long word may have an ending more, and lose its last letter before it."""
    if len(form) <= _LEAST or not form[-1].isalpha() or " " in form:
        return re.escape(form)
    return re.escape(form[:-1] if len(form) > _LEAST + 1 else form) + _ENDING


def _of_unit(name: str, locale: Locale) -> set[str]:
    forms = {name} if name in ("%", "km", "kg", "cm", "mm", "km/h", "m/s", "MW", "GW", "kWh", "°C") else set()
    for count in _COUNTS:
        for length in ("long", "short"):
            said = format_unit(count, _UNITS[name], length=length, locale=locale)
            found = re.fullmatch(r"(?P<before>\D*?)\s*[\d]+\s*(?P<after>\D*)", said)
            if found and not (
                found["before"] and found["after"]
            ):  # as 每秒6米, metres a second, which ends as metres do
                forms.add(found["after"] or found["before"])
    return forms - {""}


def _of_currency(code: str, locale: Locale) -> set[str]:
    names = {get_currency_name(code, count, locale) for count in _COUNTS}
    short = {word for name in names for word in name.split() if len(word) >= _LEAST and not word.isupper()}
    return {code, get_currency_symbol(code, locale), *names, *(short if code in ("USD", "EUR") else ())}
