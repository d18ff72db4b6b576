"""Codes of languages (BCP 47): which there are, and what their speakers call them. By the Unicode CLDR, by way of Babel."""

import difflib
import re
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages

_CODE = re.compile(r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<territory>[A-Z]{2}))?")
_ENGLISH = Locale("en")
_STATIC_I18N = re.compile(r"[a-z]{2}(-[A-Za-z]{4})?(-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}|null", re.ASCII)
"""The codes that the plugin mkdocs-static-i18n 1.3.1 takes."""


def refusal_of_code(code: str) -> str:
    """Return why a text is no code of a language, and what was perhaps meant; an empty text where it is one."""
    return "" if _is_known(code) else f"`{code}` is no code of a language{_hint(code)}"


def untaken(code: str) -> str:
    """Return why the plugin that lists a site's languages does not take a code; an empty text where it does."""
    if _STATIC_I18N.fullmatch(code):
        return ""
    return f"`{code}` is a code that the plugin mkdocs-static-i18n does not take: it knows those of two letters, such as `uk`."


def _is_known(code: str) -> bool:
    match = _CODE.fullmatch(code)
    known = (_ENGLISH.languages, _ENGLISH.scripts, _ENGLISH.territories)
    return match is not None and all(
        part is None or part in names for part, names in zip(match.groups(), known, strict=True)
    )


def own_name(code: str) -> str:
    """Return what its speakers call a language: ``Deutsch``; the English name where nothing else is known."""
    try:
        name = Locale.parse(code, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        name = None
    name = name or english_name(code)
    return name[0].title() + name[1:]  # the capitals of Georgian begin no words


def english_name(code: str) -> str:
    """Return the English name of a language: ``German``; the code where it has none."""
    try:
        return str(Locale.parse(code, sep="-").get_display_name("en") or code)
    except (UnknownLocaleError, ValueError):
        return str(_ENGLISH.languages.get(code.partition("-")[0], code))


def _usual_form(code: str) -> str:
    parts = re.split(r"[-_]", code.strip())
    others = [part.upper() if len(part) == 2 else part.title() for part in parts[1:]]
    return "-".join([parts[0].lower(), *others])


def _hint(code: str) -> str:
    """Return what was perhaps meant: the code as it is written, the language of a country of that code, of that name."""
    if _is_known(usual := _usual_form(code)):
        return f": did you mean `{usual}`?"
    country = code.upper()
    if spoken := get_official_languages(country, de_facto=True) if len(code) == 2 else ():
        meant = " or ".join(f"`{language}`" for language in spoken[:3])
        return f" but of a country, {_ENGLISH.territories[country]}: did you mean {meant}?"
    named = {name.casefold(): found for found, name in _ENGLISH.languages.items()}
    close = difflib.get_close_matches(code.casefold(), named, n=1, cutoff=0.8)
    return f": did you mean `{named[close[0]]}`?" if close else ": it is written such as `uk`, `pt-BR` or `sr-Latn`."


@cache
def codes_of_languages() -> frozenset[str]:
    """Return the codes of all languages, without scripts and countries: ``fr``."""
    return frozenset(_ENGLISH.languages)


@cache
def english_names() -> frozenset[str]:
    """Return the English names of all languages and countries: ``French``, ``France``."""
    return frozenset([*_ENGLISH.languages.values(), *_ENGLISH.territories.values()])


@cache
def names_of_readers(language: str) -> frozenset[str]:
    """Return the English names of a language and of the country that most of its speakers live in."""
    likely = get_global("likely_subtags").get(language, "")
    names = (_ENGLISH.languages.get(language), _ENGLISH.territories.get(likely[-2:]))
    return frozenset(name for name in names if name)
