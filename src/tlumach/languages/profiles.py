"""What is known of a language as data: one file for each in `data/`, and what the Unicode CLDR says of it."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from tlumach.languages.data_files import read_yaml
from tlumach.languages.own_language import remembered, said_of

_MADE_OF: Mapping[str, tuple[str, ...]] = {
    "Jpan": ("Hani", "Hira", "Kana"),
    "Kore": ("Hang", "Hani"),
    "Hans": ("Hani",),
    "Hant": ("Hani",),
}
"""Scripts as ISO 15924 has them for a language, and the scripts of Unicode's letters that they are made of."""
_NAMES: Mapping[str, str] = {"Hani": "CJK"}
_UNSPACED = frozenset({"Jpan", "Hans", "Hant", "Hani", "Thai", "Laoo", "Khmr", "Mymr"})
_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Samr", "Mand"})


@dataclass(frozen=True)
class Profile:
    """What the file of a language has; empty where there is none.

    ``hunspell``: the names of its dictionaries; ``package``: Debian's package of them; ``stemmer``: Snowball's; ``numbers``: its
    number words, units and what stands around numbers (see `ru.yml`, which says what the kinds mean); ``quotation_marks``: pairs that
    its printers use beside those that the CLDR has; ``common``: its commonest words; ``negations``: words that deny, in lower
    case (``*`` stands for any letters); ``dash``: the one between words, or each of two that its printers use; ``spaced_marks``:
    those with a space before them, and openings with one after (None: not known); ``twice``: words that stand side by side by grammar
    (“wenn Sie sie”); ``no_break``: what must not be parted by the end of a line, as patterns; ``ends_after_marks``: an ending is put
    right after what stands in quotation marks («Нұр»дан); ``after_year``: what is written after a year alone (the CLDR has it with a
    month).

    What only a project says: ``own_words``, ``own_units``: rows of numbers that go before all others; ``alphabet``: the letters in
    their order; ``marks``: the quotation marks, outer, inner, others; ``months``: their names in a
    date; ``decimal`` and ``group``: the signs of numbers; ``script``, ``direction``; ``locale``: the language of the CLDR of which
    dates and plurals are taken.
    """

    hunspell: tuple[str, ...] = ()
    package: str = ""
    stemmer: str = ""
    numbers: Mapping[str, Any] = field(default_factory=dict, hash=False)
    quotation_marks: tuple[str, ...] = ()
    common: frozenset[str] = frozenset()
    negations: tuple[str, ...] = ()
    own_words: str = ""
    own_units: str = ""
    alphabet: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    dash: str = ""
    twice: frozenset[str] = frozenset()
    ends_after_marks: bool = False
    after_year: str = ""
    no_break: Mapping[str, str] = field(default_factory=dict, hash=False)
    spaced_marks: str | None = None
    months: tuple[str, ...] = ()
    decimal: str = ""
    group: str = ""
    script: str = ""
    direction: str = ""
    locale: str = ""


@remembered
def profile(language: str) -> Profile:
    """Return what is known of a language (a BCP 47 code): of its own file, or that of the language without region.

    What a project says of it goes before, or is added.
    """
    data, own = _package_data(str(language)), said_of(language)
    numbers, more = data.get("numbers", {}), own.get("numbers", {})
    return Profile(
        hunspell=tuple(own.get("hunspell", data.get("hunspell", ()))),
        package=own.get("package", data.get("package", "")),
        stemmer=own.get("stemmer", data.get("stemmer", "")),
        numbers=_joined(numbers, {key: value for key, value in more.items() if key not in ("words", "units")}),
        quotation_marks=() if own.get("quotation_marks") else tuple(data.get("quotation_marks", ())),
        common=frozenset(f"{data.get('common', '')} {own.get('common', '')}".split()),
        negations=(*data.get("negations", ()), *own.get("negations", ())),
        own_words=more.get("words", ""),
        own_units=more.get("units", ""),
        alphabet=tuple(own.get("alphabet", "").split()),
        marks=tuple(own.get("quotation_marks", ())),
        spaced_marks=own.get("spaced_marks", data.get("spaced_marks")),
        months=tuple(own.get("months", ())),
        twice=frozenset(f"{data.get('twice', '')} {own.get('twice', '')}".split()),
        no_break={**data.get("no_break", {}), **own.get("no_break", {})},
        ends_after_marks=own.get("ends_after_marks", data.get("ends_after_marks", False)),
        dash=own.get("dash", data.get("dash", "")),
        after_year=own.get("after_year", data.get("after_year", "")),
        **{key: own.get(key, "") for key in ("decimal", "group", "script", "direction", "locale")},
    )


def _joined(known: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what is known with what a project says in place of it; of a mapping, key by key."""
    both = {key: {**known[key], **own[key]} for key in known.keys() & own.keys() if isinstance(own[key], Mapping)}
    return {**known, **own, **both}


@cache
def _package_data(language: str) -> Mapping[str, Any]:
    for code in dict.fromkeys((language, language.split("-")[0])):
        file = resources.files(__package__) / "data" / f"{code}.yml"
        if file.is_file():
            data: Mapping[str, Any] = read_yaml(file)
            return data
    return {}


@remembered
def cldr(language: str) -> Locale | None:
    """Return what the Unicode CLDR says of a language (a BCP 47 code); None where it does not know it."""
    try:
        return Locale.parse(profile(language).locale or language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def decimal_sign(language: str) -> str:
    """Return what a language writes before decimals: by the project, else by CLDR; empty where neither says."""
    locale = cldr(language)
    return profile(language).decimal or (locale.number_symbols.get("latn", {}).get("decimal", "") if locale else "")


@remembered
def group_sign(language: str) -> str:
    """Return what a language writes between thousands, by CLDR: a comma in English, a no-break space in Russian; empty if unknown."""
    locale = cldr(language)
    return str(locale.number_symbols.get("latn", {}).get("group", "")) if locale else ""


@remembered
def script(language: str) -> str:
    """Return the script that a language is written in by CLDR, as ISO 15924 names it (``Latn``); empty where it is not known."""
    if own := profile(language).script:
        return own
    if named := next((part for part in language.split("-")[1:] if len(part) == 4), ""):
        return named
    locale = cldr(language)
    if locale is None:
        return ""
    if locale.script:
        return locale.script
    likely = get_global("likely_subtags").get(locale.language, "")
    return next((part for part in likely.split("_") if len(part) == 4), "")


@remembered
def direction(language: str) -> str:
    """Return the direction in which a language is written, as HTML names it: ``rtl`` or ``ltr``."""
    return profile(language).direction or ("rtl" if script(language) in _RIGHT_TO_LEFT else "ltr")


@remembered
def has_spaces(language: str) -> bool:
    """Tell whether a language puts spaces between words: Chinese, Japanese, Thai, Lao, Khmer and Burmese do not."""
    return script(language) not in _UNSPACED


def is_in_script(word: str, script: str) -> bool:
    """Tell whether all letters of a word are of a script (ISO 15924); Japanese and Korean have Chinese characters too."""
    return bool(_letter_names(script)) and all(_is_of(letter, script) for letter in word if letter.isalpha())


@cache
def _is_of(letter: str, script: str) -> bool:
    return unicodedata.name(letter, "").startswith(_letter_names(script))


@cache
def _letter_names(script: str) -> tuple[str, ...]:
    """Return what the names of a script's letters begin with in Unicode."""
    return tuple(name for each in _MADE_OF.get(script, (script,)) if (name := _script_name(each)))


@cache
def _script_name(script: str) -> str:
    """Return what the names of a script's letters begin with in Unicode."""
    return _NAMES.get(script) or str(Locale("en").scripts.get(script, "")).upper()
