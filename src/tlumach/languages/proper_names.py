"""Words that are proper names in a language, as the Unicode CLDR writes them: countries, languages, months, days of the week.

Only what CLDR writes with a capital counts: a month is a name in English and none in Russian.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain

from babel import Locale, UnknownLocaleError

from tlumach.languages.lemmas import normal

_COMMON_TOO: Mapping[str, tuple[str, ...]] = {"en": ("Turkey",)}
"""Names in use that CLDR has replaced by newer ones."""


def is_proper_name(word: str, language: str) -> bool:
    """Tell whether a word, in its dictionary form and with its capital, is the name of a country, language, month or day."""
    return is_country(word, language) or normal(word) in _other_names(language)


def is_country(word: str, language: str) -> bool:
    """Tell whether a word, in its dictionary form and with its capital, is the name of a country or territory."""
    return normal(word) in _countries(language)


@cache
def _countries(language: str) -> frozenset[str]:
    locale = _locale(language)
    return _single([*_COMMON_TOO.get(language, ()), *(locale.territories.values() if locale else ())])


@cache
def _other_names(language: str) -> frozenset[str]:
    locale = _locale(language)
    months, days = (locale.months, locale.days) if locale else ({}, {})
    listed = (each["stand-alone"]["wide"].values() for each in (months, days) if each)
    return _single(chain(locale.languages.values() if locale else (), *listed))


def _single(names: Iterable[str]) -> frozenset[str]:
    return frozenset(normal(name) for name in names if name[:1].isupper() and " " not in name)


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
