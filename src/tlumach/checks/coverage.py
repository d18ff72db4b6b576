"""What is there for a language, and what is not: said by `tlumach languages`, and once by `tlumach check`."""

from collections.abc import Iterator
from typing import NamedTuple

from tlumach.checks.pairs.numbers.words.lexicon import is_deep
from tlumach.languages.cldr.tables import quotation_marks
from tlumach.languages.dictionaries import has_library, names_of
from tlumach.languages.endings import has_endings
from tlumach.languages.language_codes import english_name
from tlumach.languages.language_files import file_of
from tlumach.languages.lemmas import DICTIONARIES
from tlumach.languages.messages import FALLBACK, missing_messages
from tlumach.languages.profiles import cldr, profile
from tlumach.languages.spelling import speller, why_not
from tlumach.library import Library
from tlumach.problems import Code, Problem
from tlumach.settings import Settings

_OF_A_GUEST = "fresh."
"""What the keys begin with of the words that are put on pages which MkDocs makes: the others stand in its theme."""
_SHOWN = 3


class Part(NamedTuple):
    """A thing that may be looked after in a language: what it is, whether it is there, and how, or why not."""

    name: str
    is_there: bool
    how: str


def parts(language: str, settings: Settings) -> Iterator[Part]:
    """Yield what is there for a language (a BCP 47 code) in a site with these settings, part by part."""
    deep = is_deep(language)
    how = "figures, words, dates, units" if deep else "figures, months, scales and units by CLDR; no numbers in words"
    yield Part("numbers in words", deep, how)
    outer, inner = quotation_marks(language)
    yield Part("quotation marks", True, f"{'…'.join(outer)}, within them {'…'.join(inner)} (CLDR)")
    named = settings.dictionaries(language)
    is_spelled = speller(language, named=named) is not None
    yield Part(
        "spelling",
        is_spelled,
        ", ".join(named or names_of(language)) if has_library() and is_spelled else why_not(language),
    )
    yield Part("forms of words", *_forms(language))
    missing = len(missing_messages(language, settings.own_messages(language)))
    how = "all" if not missing else f"{missing} in {english_name(FALLBACK)}: write {file_of(language)}"
    yield Part("words of the site", not missing, how)
    locale = cldr(language)
    plurals = ", ".join(sorted({*locale.plural_form.tags, "other"})) if locale else ""
    yield Part("plurals and dates", locale is not None, plurals or "not known to the CLDR: as in English")


def gaps(language: str, settings: Settings) -> str:
    """Return what is not checked in a language, on one line; empty where nothing is left out."""
    return ", ".join(part.name for part in parts(language, settings) if not part.is_there)


def _forms(language: str) -> tuple[bool, str]:
    if language in DICTIONARIES:
        return True, "pymorphy3's dictionary"
    if language == "en":
        return True, "rules of English"
    if has_endings(language):
        stemmer = profile(language).stemmer
        return True, "a table of endings" + (f"; Snowball ({stemmer}) for terms" if stemmer else "")
    stemmer = profile(language).stemmer
    return bool(
        stemmer
    ), f"Snowball ({stemmer})" if stemmer else "terms are found as written; the search shortens words"


def check_site_words(library: Library) -> Iterator[Problem]:
    """What the site says to readers (“Contents”, “Search”, notices) is said in each of its languages: told once for each."""
    settings = library.settings
    for language in settings.languages:
        missing = missing_messages(language, settings.own_messages(language))
        if settings.pages == "mkdocs":
            missing = [key for key in missing if key.startswith(_OF_A_GUEST)]
        if missing:
            named = ", ".join(f"`{key}`" for key in missing[:_SHOWN]) + (", …" if len(missing) > _SHOWN else "")
            message = (
                f"{len(missing)} of the site's own words stand in {english_name(FALLBACK)} on pages in {english_name(language)}. "
                f"Write {file_of(language)} with `messages:` ({named})."
            )
            yield Problem(file_of(language), 1, Code.SITE_WORDS, message)
