"""All forms of a word of a page, so that whatever form is looked for finds it: libzim's index has no dictionary."""

import re
from collections.abc import Mapping, Sequence

from tlumach.languages.lemmas import Lemmatizer
from tlumach.search.stemming.english import english_forms

_SURNAMES: Mapping[str, tuple[re.Pattern[str], tuple[str, ...]]] = {
    "ru": (
        re.compile(r"(?P<stem>\w{2,}(?:ов|ев|ёв|ин|ын))(?:|а|у|ым|е|ой|ых|ыми|ы)"),
        ("", "а", "у", "ым", "е", "ой", "ы", "ых", "ыми"),
    ),
    "uk": (
        re.compile(r"(?P<stem>\w{2,}(?:ов|ев|єв|їв|ін|їн|ин))(?:|а|у|им|і|ові|ої|ій|ою|их|ими|и)"),
        ("", "а", "у", "им", "і", "ові", "ої", "ій", "ою", "и", "их", "ими"),
    ),
}
"""Surnames are declined as adjectives in part; the dictionaries lack most, and take some for other words (Токаев: токай)."""


def every_form(lemmatizer: Lemmatizer, languages: Sequence[str], word: str, language: str) -> frozenset[str]:
    """Return every form of every word that a word of a page may be a form of: pages quote the other languages of the site.

    A form that is a word of another language too (свобода, in Russian and Ukrainian) brings the forms that it has there: who looks
    for one of them finds the page that who looks for another finds.
    """
    if word.isascii():
        return english_forms(word, lemmatizer) if "en" in languages else frozenset({word})
    known = [each for each in languages if lemmatizer.has(word, each)]
    own = ([language] if language in known else known) or languages
    forms = frozenset().union(*(lemmatizer.forms(word, each) | _as_surname(word, each) for each in own))
    others = [each for each in languages if each not in own]
    return forms.union(
        *(lemmatizer.forms(form, each) for each in others for form in forms if lemmatizer.has(form, each))
    )


def _as_surname(word: str, language: str) -> frozenset[str]:
    pattern, endings = _SURNAMES.get(language, (None, ()))
    found = pattern.fullmatch(word) if pattern else None
    return frozenset(found["stem"] + ending for ending in endings) if found else frozenset()
