"""What is known of a language as data: one file for each in `data/`, and what the Unicode CLDR says of it."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml
from babel import Locale, UnknownLocaleError
from babel.core import get_global


@dataclass(frozen=True)
class Profile:
    """The names of hunspell's dictionaries, the package that has them, Snowball's stemmer; empty where there is none."""

    hunspell: tuple[str, ...] = ()
    package: str = ""
    stemmer: str = ""


@cache
def profile(language: str) -> Profile:
    """Return what is known of a language (a BCP 47 code): of its own file, or that of the language without region."""
    for code in dict.fromkeys((language, language.split("-")[0])):
        file = resources.files(__package__) / "data" / f"{code}.yml"
        if file.is_file():
            data = yaml.safe_load(file.read_text(encoding="utf-8"))
            return Profile(tuple(data.get("hunspell", ())), data.get("package", ""), data.get("stemmer", ""))
    return Profile()


@cache
def script(language: str) -> str:
    """Return the script that a language is written in by CLDR, as ISO 15924 names it (``Latn``); empty where it is not known."""
    if named := next((part for part in language.split("-")[1:] if len(part) == 4), ""):
        return named
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    if locale.script:
        return locale.script
    likely = get_global("likely_subtags").get(locale.language, "")
    return next((part for part in likely.split("_") if len(part) == 4), "")
