"""The words that the site itself says to a reader, in the reader's language, and that language's dates, numbers and plurals.

One YAML file for each language stands in `tlumach/messages`; all have the same keys (a test sees to it). Dates, plural
rules and lists follow the Unicode CLDR, by way of Babel.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from tlumach.languages.data_files import read_yaml
from tlumach.languages.own_language import said_of
from tlumach.languages.profiles import direction, profile, script

FALLBACK = "en"
LOCALE = "locale"
"""The key under which a file may say whose dates and numbers are meant, where the code of the language does not."""


_FIRST_LTR, _FIRST_RTL, _END = "\u2066", "\u2067", "\u2069"
"""What keeps a text in order that runs from left to right within one that does not (UAX 9): its full stop stands at its end."""
_MONTH = re.compile(r"M{3,4}|L{3,4}")
_BEFORE_SHORTENED = re.compile(r"(?<=\d) (?=[^\W\d_]{1,2}\.)")


@dataclass(frozen=True)
class Messages:
    """The site's own words in one language (a BCP 47 code such as ``uk``)."""

    language: str
    texts: Mapping[str, Any]
    borrowed: frozenset[str] = frozenset()
    """The keys of English texts that stand among those of a language which runs the other way."""
    languages: tuple[str, ...] = ()
    """The languages of the site, with what the project says of them."""

    @cached_property
    def locale(self) -> Locale:
        """The CLDR locale of the language (or the one that its file names), English where CLDR does not know it."""
        try:
            named = profile(self.language).locale or self.texts.get("locale", self.language)
            return Locale.parse(named, sep="-")
        except (UnknownLocaleError, ValueError):
            return Locale.parse(_read(FALLBACK)[LOCALE], sep="-")

    @property
    def direction(self) -> str:
        """The direction in which the language is written: ``rtl`` or ``ltr``."""
        return direction(self.language)

    def direction_of(self, code: str) -> str:
        """Return the direction of a language of the site, or of any other, by its code."""
        return direction(next((language for language in self.languages if language == code), code))

    def name_of(self, code: str) -> str:
        """Return the name of a language (BCP 47) in this one, by the CLDR, without region and script where it has none with them; or ""."""
        names = self.locale.languages
        return str(names.get(code.replace("-", "_")) or names.get(code.partition("-")[0], ""))

    def __call__(self, key: str, **values: Any) -> str:
        """Return the message of that key with the values filled in; ``count`` also chooses the plural form."""
        text = self.texts[key]
        if isinstance(text, Mapping):
            text = text.get(self.locale.plural_form(values["count"]), text["other"])
        if key in self.borrowed:
            text = f"{_FIRST_LTR}{text}{_END}"
        said = str(text).format(**values)
        for value in values.values():
            if isinstance(value, str) and value.endswith("."):  # a date may: «29 листопада 2026 р.»
                said = said.replace(f"{value}.", value)
        return said

    def date(self, iso: str) -> str:
        """Return a date of ISO 8601 (a year, a month or a day) as the language writes it in running text."""
        said = _found_by_readers(self._date(iso))
        is_borrowed = self.direction == "rtl" and self.locale.text_direction == "ltr"
        return f"{_FIRST_LTR}{said}{_END}" if is_borrowed else said

    def _date(self, iso: str) -> str:
        parts = [int(part) for part in iso.split("-")]
        if len(parts) > 1 and (own := profile(self.language).months):
            return self._date_in_own_words(parts, own[parts[1] - 1])
        if len(parts) == 3:
            return format_date(datetime.date(*parts), "long", self.locale)
        if len(parts) == 2:
            return format_skeleton("yMMMM", datetime.datetime(parts[0], parts[1], 1), locale=self.locale)
        year = format_skeleton("y", datetime.datetime(parts[0], 1, 1), locale=self.locale)
        after = profile(self.language).after_year or profile(self.locale.language).after_year
        return f"{year} {after}".rstrip()

    def _date_in_own_words(self, parts: Sequence[int], month: str) -> str:
        """Return a date with the project's name of the month where the CLDR's pattern has one."""
        patterns = self.locale.date_formats["long"].pattern, self.locale.datetime_skeletons.get("yMMMM")
        pattern = patterns[0] if len(parts) == 3 or not patterns[1] else str(patterns[1].pattern)
        quoted = "'" + month.replace("'", "''") + "'"
        day = datetime.date(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
        return format_date(day, _MONTH.sub(lambda _: quoted, pattern, count=1), self.locale)

    def number(self, value: float) -> str:
        """Return a number as the language writes it: ``18 062,7`` or ``18,062.7``."""
        said, own = _found_by_readers(_number(value, self.locale)), profile(self.language)
        if not own.decimal and not own.group:
            return said
        signs = self.locale.number_symbols.get("latn", {})
        changed = {signs.get("decimal", "."): own.decimal, signs.get("group", ","): own.group}
        return "".join(changed.get(sign) or sign for sign in said)

    def percent(self, value: int) -> str:
        """Return a share in per cent as the language writes it: ``50 %``, ``50%``, ``%50``."""
        return _found_by_readers(format_percent(value / 100, locale=self.locale))

    def enumeration(self, items: Sequence[str]) -> str:
        """Return the items as an enumeration in running text."""
        return format_list(list(items), locale=self.locale)


def isolated(text: str, language: str, within: str) -> str:
    """Return a text in a language so that it keeps its order within one that may run the other way."""
    way = direction(language)
    return text if way == direction(within) or not text else f"{_FIRST_RTL if way == 'rtl' else _FIRST_LTR}{text}{_END}"


def load_messages(language: str, languages: tuple[str, ...] = ()) -> Messages:
    """Return the words of a language; English ones for those that nobody has written in it yet.

    The project's go before ours (`messages:` of its `languages/<language>.yml`). ``languages`` are those of the site.
    """
    written = {**_of_language(language), **_own(language)}
    locale = {LOCALE: language} if written or profile(language).months else {}
    borrowed = _read(FALLBACK).keys() - {LOCALE, *written} if direction(language) == "rtl" else ()
    return Messages(language, {**_read(FALLBACK), **locale, **written}, frozenset(borrowed), languages)


def missing_messages(language: str) -> list[str]:
    """Return the keys of the words that a language lacks, so that English stands in their place."""
    written = {LOCALE, *_of_language(language), *_own(language)}
    return [key for key in _read(FALLBACK) if key not in written]


def _own(language: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = said_of(language).get("messages", {})
    return found


def _of_language(language: str) -> Mapping[str, Any]:
    """Return the words of a language, or of the one without region (``de`` for ``de-AT``) where it is written in the same script."""
    base = language.split("-")[0]
    return _read(language) or (_read(base) if base != language and script(base) == script(language) else {})


@lru_cache(4096)  # the sizes of thousands of files are a few hundred numbers
def _number(value: float, locale: Locale) -> str:
    return format_decimal(value, locale=locale)


@cache  # the editions ask for every book: reading the file anew was a fifth of a book's time
def _read(language: str) -> Mapping[str, Any]:
    file = resources.files("tlumach") / "messages" / f"{language}.yml"
    texts: Mapping[str, Any] = read_yaml(file) if file.is_file() else {}
    return texts


def known_languages() -> list[str]:
    """Return the languages that have words of their own here."""
    folder = resources.files("tlumach") / "messages"
    return sorted(file.name.removesuffix(".yml") for file in folder.iterdir() if file.name.endswith(".yml"))


def _found_by_readers(text: str) -> str:
    """Return a date or number of the CLDR with no-break spaces that a browser's own search takes for a space.

    Firefox does not find U+202F where a reader types a space; U+00A0 it finds, as others do. A year stays with what is shortened after it.
    """
    return _BEFORE_SHORTENED.sub("\u00a0", text.replace("\u202f", "\u00a0"))
