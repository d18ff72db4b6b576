"""The project's lists of words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.languages.dictionaries import has_library
from tlumach.languages.spelling import speller
from tlumach.languages.word_lists import HEAD, line_of_model, read_word_list, with_words

WORDS = st.text(st.sampled_from("абвгґїє'"), min_size=1, max_size=6).map(lambda word: word.strip("'") or "а")


def test_a_list_has_words_models_comments_and_lines_that_are_neither() -> None:
    read = read_word_list("# our words\n\nтокен\nфронтенд/диван\nпул-реквест\nдва слова\n/диван\n")
    assert read.words == {"токен", "фронтенд", "пул-реквест"}
    assert read.models == (("фронтенд", "диван"),)
    assert read.malformed == (6, 7)
    assert line_of_model("\nфронтенд/диван", ("фронтенд", "диван")) == 2


def test_words_are_those_that_the_speller_is_asked_for() -> None:
    text = unicodedata.normalize("NFD", "йогурт") + "\nпремʼєрик\nто\u0301кен\n"
    assert read_word_list(text).words == {"йогурт", "прем'єрик", "токен"}


def test_new_words_are_added_in_order_and_once() -> None:
    text = with_words("", ["воркер", "бэкенд"])
    assert text == HEAD + "бэкенд\nворкер\n"
    assert with_words(text, ["бэкенд"]) == text
    assert with_words("# mine\nтокен/диван", ["токен", "нода"]) == "# mine\nтокен/диван\nнода\n"


@given(st.lists(WORDS), st.lists(WORDS))
def test_what_is_added_is_read_again_and_nothing_is_lost(before: list[str], new: list[str]) -> None:
    text = with_words(with_words("", before), new)
    assert read_word_list(text).words >= read_word_list(with_words("", before)).words
    assert not read_word_list(text).malformed
    assert with_words(text, new) == text


@pytest.mark.parametrize(
    ("language", "entry", "right"),
    [
        ("ru", "фронтенд/диван", ["фронтенд", "фронтенда", "Фронтендами"]),
        ("uk", "фронтенд/диван", ["фронтенд", "фронтенду"]),
        ("en", "gitcoin/table", ["gitcoin", "gitcoins"]),
        ("ru", "токен", ["токен", "Токен"]),
    ],
)
def test_a_word_has_the_forms_of_the_one_that_it_is_inflected_like(language: str, entry: str, right: list[str]) -> None:
    if not has_library() or (known := speller(language, own=read_word_list(entry))) is None:
        pytest.skip(f"no dictionary of {language} here")
    assert [word for word in right if not known.knows(word)] == []
    assert not known.knows("фронтендзз")
