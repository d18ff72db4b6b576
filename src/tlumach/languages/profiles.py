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
    case (``*`` stands for any letters).
    """

    hunspell: tuple[str, ...] = ()
    package: str = ""
    stemmer: str = ""
    numbers: Mapping[str, Any] = field(default_factory=dict, hash=False)
    quotation_marks: tuple[str, ...] = ()
    common: frozenset[str] = frozenset()
    negations: tuple[str, ...] = ()


@cache
def profile(language: str) -> Profile:
    """Return what is known of a language (a BCP 47 code): of its own file, or that of the language without region."""
    for code in dict.fromkeys((language, language.split("-")[0])):
        file = resources.files(__package__) / "data" / f"{code}.yml"
        if file.is_file():
            data = read_yaml(file)
            return Profile(
                tuple(data.get("hunspell", ())),
                data.get("package", ""),
                data.get("stemmer", ""),
                data.get("numbers", {}),
                tuple(data.get("quotation_marks", ())),
                frozenset(data.get("common", "").split()),
                tuple(data.get("negations", ())),
            )
    return Profile()


@cache
def cldr(language: str) -> Locale | None:
    """Return what the Unicode CLDR says of a language (a BCP 47 code); None where it does not know it."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@cache
def script(language: str) -> str:
    """Return the script that a language is written in by CLDR, as ISO 15924 names it (``Latn``); empty where it is not known."""
    if named := next((part for part in language.split("-")[1:] if len(part) == 4), ""):
        return named
    locale = cldr(language)
    if locale is None:
        return ""
    if locale.script:
        return locale.script
    likely = get_global("likely_subtags").get(locale.language, "")
    return next((part for part in likely.split("_") if len(part) == 4), "")


@cache
def direction(language: str) -> str:
    """Return the direction in which a language is written, as HTML names it: ``rtl`` or ``ltr``."""
    return "rtl" if script(language) in _RIGHT_TO_LEFT else "ltr"


@cache
def has_spaces(language: str) -> bool:
    """Tell whether a language puts spaces between words: Chinese, Japanese, Thai, Lao, Khmer and Burmese do not."""
    return script(language) not in _UNSPACED


def is_in_script(word: str, script: str) -> bool:
    """Tell whether all letters of a word are of a script (ISO 15924); Japanese and Korean have Chinese characters too."""
    names = tuple(name for each in _MADE_OF.get(script, (script,)) if (name := _script_name(each)))
    return bool(names) and all(unicodedata.name(letter, "").startswith(names) for letter in word if letter.isalpha())


@cache
def _script_name(script: str) -> str:
    """Return what the names of a script's letters begin with in Unicode."""
    return _NAMES.get(script) or str(Locale("en").scripts.get(script, "")).upper()
