"""What is there for a language, and what is not: said by `tlumach languages`, and once by `tlumach check`."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from tlumach.checks.pairs.numbers.words.lexicon import is_deep
from tlumach.checks.pairs.typography.no_break import places_of
from tlumach.checks.pairs.typography.spaces import dashes_of, may_double
from tlumach.languages.alphabets import foreign_to
from tlumach.languages.cldr.tables import quotation_marks
from tlumach.languages.dictionaries import has_library, names_of
from tlumach.languages.endings import has_endings
from tlumach.languages.language_codes import english_name
from tlumach.languages.lemmas import DICTIONARIES
from tlumach.languages.messages import FALLBACK, missing_messages
from tlumach.languages.own_language import said_of
from tlumach.languages.profiles import cldr, profile
from tlumach.languages.project_files.reading import file_of
from tlumach.languages.spelling import speller, why_not
from tlumach.settings import Settings


class Part(NamedTuple):
    """A thing that may be looked after in a language: what it is, whether it is there, and how, or why not."""

    name: str
    is_there: bool
    how: str


def parts(language: str, settings: Settings) -> Iterator[Part]:
    """Yield what is there for a language (a BCP 47 code) in a site with these settings, part by part."""
    language = settings.known(language)
    yield Part("figures, dates, links, structure", True, "in every language")
    yield _numbers(language)
    yield _leftovers(language)
    yield _single_words(language)
    yield _doubled(language)
    yield from _typography(language)
    yield _spelling(language, settings)
    yield Part("forms of words", *_forms(language))
    yield _kinds_of_change(language)
    missing = len(missing_messages(language))
    how = "all" if not missing else f"{missing} in {english_name(FALLBACK)}: write {file_of(language)}"
    yield Part("words of the site", not missing, how)
    locale = cldr(language)
    plurals = ", ".join(sorted({*locale.plural_form.tags, "other"})) if locale else ""
    yield Part("plurals and dates", locale is not None, plurals or "not known to the CLDR: as in English")


def from_project(language: str, settings: Settings) -> str:
    """Return what the project itself says of a language, by the keys of its file; empty where it says nothing."""
    said = said_of(settings.known(language))
    within = {"numbers", "endings"}
    return ", ".join(f"{key} ({', '.join(said[key])})" if key in within else _counted(key, said[key]) for key in said)


def gaps(language: str, settings: Settings) -> str:
    """Return what is not checked in a language, on one line; empty where nothing is left out."""
    return ", ".join(part.name for part in parts(language, settings) if not part.is_there)


def _counted(key: str, said: Any) -> str:
    return f"{key} ({len(said)})" if key == "messages" else key


def _part(name: str, is_there: bool, how: str, why_not: str) -> Part:
    return Part(name, is_there, how if is_there else why_not)


def _numbers(language: str) -> Part:
    why_not = "months, scales and units by CLDR beside figures; no numbers in words"
    return _part("numbers in words", is_deep(language), "words, scales, months, units", why_not)


def _leftovers(language: str) -> Part:
    """Say whether a sentence of the source that was left, or written anew in its language, is told from those of this one."""
    how, why_not = "by script, the commonest words of the language, dictionaries", "by script; else word for word alone"
    return _part("text left in the source's language", bool(profile(language).common), how, why_not)


def _single_words(language: str) -> Part:
    how, why_not = "by pymorphy3's dictionary, from a language that it does not read", "a word or two among others pass"
    return _part("single words left", language in DICTIONARIES, how, why_not)


def _doubled(language: str) -> Part:
    why_not = "the language doubles words by its grammar"
    return _part("words that stand twice", not may_double(language), "all but names", why_not)


def _typography(language: str) -> Iterator[Part]:
    outer, inner = marks = quotation_marks(language)
    whose = file_of(language) if profile(language).marks else "CLDR"
    said = "…".join(outer) + (f", within them {'…'.join(inner)}" if len(set(marks)) > 1 else "")
    yield Part("quotation marks", True, f"{said} ({whose})")
    foreign = foreign_to(language)
    letters = "those that the language lacks" if foreign else "words that mix Latin and Cyrillic alone"
    yield Part("letters", foreign is not None, letters)
    dashes = dashes_of(language)
    yield Part(
        "dashes", dashes is not None, " or ".join(profile(language).dash) if dashes else "which one is not known"
    )
    spaced = profile(language).spaced_marks
    how = "not known" if spaced is None else "none" if not spaced else f"before {' '.join(spaced)} alone"
    yield Part("spaces before marks", spaced is not None, how)
    how, why_not = "with units, months, initials", "where one belongs is not known"
    yield _part("no-break spaces", bool(places_of(language)), how, why_not)


def _spelling(language: str, settings: Settings) -> Part:
    named = settings.dictionaries(language)
    if not has_library() or speller(language, named=named) is None:
        return Part("spelling", False, why_not(language))
    return Part("spelling", True, ", ".join(named or names_of(language)))


def _forms(language: str) -> tuple[bool, str]:
    if language in DICTIONARIES:
        return True, "pymorphy3's dictionary"
    if language == "en":
        return True, "rules of English"
    stemmer = profile(language).stemmer
    if has_endings(language):
        return True, "a table of endings" + (f"; Snowball ({stemmer}) for terms" if stemmer else "")
    how = f"Snowball ({stemmer})" if stemmer else "terms are found as written; the search shortens words"
    return bool(stemmer), how


def _kinds_of_change(language: str) -> Part:
    """Say whether a change of the source in this language is known as one of sense: “not” came or went."""
    how, why_not = "a changed “not” is known", "a changed “not” passes for wording"
    return _part("negations", bool(profile(language).negations), how, why_not)
