"""Whichever form of a word is looked for, it stands in the index of each page that has the word, in each language that has it."""

import pytest

from tlumach.editions.zim.word_forms import every_form
from tlumach.languages.lemmas import Lemmatizer

LANGUAGES = ("ru", "uk", "en")


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer()


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("киев", "ru", {"киева", "киеву", "киевом"}),
        ("токаева", "ru", {"токаев", "токаевым"}),
        ("weapons", "en", {"weapon"}),
        ("sanctions", "uk", {"sanction"}),
        ("свобода", "uk", {"свободою", "свободы", "свободе"}),  # a word of both
        ("правдою", "uk", {"правда", "правды", "правдой"}),  # one form of it is a word of both
        ("указом", "uk", {"указа", "указе"}),
    ],
)
def test_every_form_of_what_a_word_may_be(lemmatizer: Lemmatizer, word: str, language: str, expected: set[str]) -> None:
    found = every_form(lemmatizer, LANGUAGES, word, language)
    assert expected <= found and word in found


@pytest.mark.parametrize("word", ["свобода", "правда", "указ", "план", "текст", "служба"])
def test_forms_of_a_word_of_two_languages_find_the_same_pages(lemmatizer: Lemmatizer, word: str) -> None:
    for language, other in (("ru", "uk"), ("uk", "ru")):
        assert lemmatizer.forms(word, other) <= every_form(lemmatizer, LANGUAGES, word, language)


def test_a_language_that_the_site_has_not_brings_no_forms(lemmatizer: Lemmatizer) -> None:
    assert "свободы" not in every_form(lemmatizer, ("uk",), "свобода", "uk")
