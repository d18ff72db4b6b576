"""Forms put together from a paradigm are those of the library's own lexemes, whatever a word was guessed by."""

from functools import cache
from typing import Any

import pymorphy3
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tlumach.languages.lemmas import Lemmatizer, normal
from tlumach.languages.morphology.lexemes import Lexemes

WORDS = {
    "ru": (
        "слово", "подписывавшийся", "наилучший", "псевдокошка", "байткод", "бутявкать", "тенге", "ёлка", "сша", "xiv",
        "https", "в", "2026", "поглубже",
    ),
    "uk": ("слово", "підписував", "найкращий", "псевдокішка", "байткод", "ґрунт", "п'ять", "сша", "api", "у", "2026"),
}  # fmt: skip
LETTERS = {"ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'"}


@cache
def analyzer(language: str) -> Any:
    return pymorphy3.MorphAnalyzer(lang=language)


@cache
def lexemes(language: str) -> Lexemes:
    return Lexemes(analyzer(language), normal)


def forms_of_library(parse: Any) -> frozenset[str]:
    return frozenset(normal(form.word) for form in parse.lexeme)


@pytest.mark.parametrize(("language", "word"), [(each, word) for each, words in WORDS.items() for word in words])
def test_forms_are_those_of_the_library(language: str, word: str) -> None:
    for parse in analyzer(language).parse(word):
        assert lexemes(language).forms(parse) == forms_of_library(parse)


@given(st.sampled_from([*WORDS]), st.data())
def test_forms_of_any_letters_are_those_of_the_library(language: str, data: st.DataObject) -> None:
    beginning = data.draw(st.text(LETTERS[language], max_size=6))
    for parse in analyzer(language).parse(beginning + data.draw(st.sampled_from(WORDS[language]))):
        assert lexemes(language).forms(parse) == forms_of_library(parse)
        assert not lexemes(language).is_of_dictionary(parse) or parse.is_known


@example("ru", "грунт")
@given(st.sampled_from([*WORDS]), st.text("абвгдеиоукснлрт", min_size=1, max_size=9))
def test_the_forms_of_a_word_are_those_of_all_its_lexemes(language: str, word: str) -> None:
    found = Lemmatizer().forms(word, language)
    expected = frozenset({word}).union(*map(forms_of_library, analyzer(language).parse(word)))
    assert found == expected


def test_words_of_one_lexeme_share_its_forms() -> None:
    one, other = (Lemmatizer().lexemes(word, "uk")[-1] for word in ("землею", "землях"))
    assert one is other
