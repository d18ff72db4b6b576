"""What is checked in a language, and what is not: said by `tlumach languages`, and once by `tlumach check`."""

from collections.abc import Iterator
from typing import NamedTuple

from tlumach.checks.pairs.numbers.lexicon import TABLES
from tlumach.languages.dictionaries import has_library, names_of
from tlumach.languages.lemmas import DICTIONARIES
from tlumach.languages.messages import FALLBACK, messages_file, untranslated
from tlumach.languages.profiles import profile
from tlumach.languages.spelling import speller, why_not


class Part(NamedTuple):
    """A thing that may be looked after in a language: what it is, whether it is there, and how, or why not."""

    name: str
    is_there: bool
    how: str


def parts(language: str) -> Iterator[Part]:
    """Yield what is there for a language (a BCP 47 code), part by part."""
    is_deep = language in TABLES
    yield Part("numbers", is_deep, "figures, words, dates, units" if is_deep else "not compared")
    is_spelled = speller(language) is not None
    yield Part(
        "spelling", is_spelled, ", ".join(names_of(language)) if has_library() and is_spelled else why_not(language)
    )
    yield Part("forms of words", *_forms(language))
    missing = untranslated(language)
    how = "all" if not missing else f"{missing} in {FALLBACK}: write {messages_file(language)}"
    yield Part("words of the site", not missing, how)


def gaps(language: str) -> str:
    """Return what is not checked in a language, on one line; empty where nothing is left out."""
    return ", ".join(part.name for part in parts(language) if not part.is_there)


def _forms(language: str) -> tuple[bool, str]:
    if language in DICTIONARIES:
        return True, "pymorphy3's dictionary"
    if language == "en":
        return True, "rules of English"
    stemmer = profile(language).stemmer
    return bool(
        stemmer
    ), f"Snowball ({stemmer})" if stemmer else "terms are found as written; the search shortens words"
