import random

import pymorphy3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tlumach.search.keys import cut, endings, fold, key_of_query, keys_of
from tlumach.words import Lemmatizer

SAMPLED, FORMS_EACH = 250, 12


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer()


def paradigms(language: str) -> list[list[str]]:
    """Paradigms drawn from the whole dictionary, the same at every run."""
    analyzer = pymorphy3.MorphAnalyzer(lang=language)
    drawn = random.Random(7)
    words = [drawn.choice("абвгдезиклмнопрстуфхцчш") + drawn.choice("аеиоурл") for _ in range(SAMPLED)]
    found = []
    for beginning in words:
        known = list(analyzer.iter_known_word_parses(beginning))[:4000]
        if known:
            found.append(sorted({form.word for form in drawn.choice(known).lexeme}))
    return found


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_any_form_of_a_paradigm_meets_any_other(language: str, lemmatizer: Lemmatizer) -> None:
    drawn = random.Random(11)
    apart = []
    for forms in paradigms(language):
        for text in drawn.sample(forms, min(FORMS_EACH // 4, len(forms))):
            keys = keys_of(text, language, lemmatizer)
            asked = drawn.sample(forms, min(FORMS_EACH, len(forms)))
            apart += [(text, word) for word in asked if key_of_query(word, language) not in keys]
    assert apart == []


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("uk", "Київ", "Києва"),
        ("uk", "рік", "року"),
        ("uk", "день", "дня"),
        ("uk", "сильніший", "сильний"),
        ("uk", "прем’єр", "премєром"),
        ("uk", "пов’язані", "пов'язати"),
        ("uk", "пов’язати", "пов'язаних"),
        ("uk", "ґрунт", "грунту"),
        ("ru", "людей", "человек"),
        ("ru", "лучше", "хороший"),
        ("ru", "пулемёты", "пулеметом"),
        ("ru", "идти", "шла"),
        ("en", "countries", "country"),
        ("en", "stopped", "stopping"),
        ("en", "stop", "stopped"),
        ("en", "found", "find"),
        ("en", "larger", "large"),
        ("en", "biggest", "big"),
        ("en", "easier", "easy"),
        ("en", "women", "woman"),
        ("en", "decided", "deciding"),
        ("en", "torpedoes", "torpedo"),
        ("en", "travelled", "travels"),
        ("de", "Wort", "wort"),
    ],
)
def test_forms_meet(language: str, text: str, asked: str, lemmatizer: Lemmatizer) -> None:
    assert key_of_query(asked, language) in keys_of(text, language, lemmatizer)


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("en", "arms", "arm"),
        ("en", "arms", "army"),
        ("en", "news", "new"),
        ("ru", "тенге", "тень"),
        ("ru", "экспорт", "порт"),
        ("uk", "зброя", "броня"),
        ("de", "Wort", "Worte"),
    ],
)
def test_other_words_stay_apart(language: str, text: str, asked: str, lemmatizer: Lemmatizer) -> None:
    assert key_of_query(asked, language) not in keys_of(text, language, lemmatizer)


@settings(max_examples=60)
@given(st.text(alphabet="абвеёилмнорстьюя'’-ґЇ", min_size=1, max_size=14), st.sampled_from(["ru", "uk"]))
def test_a_cut_leaves_a_beginning_of_the_word_and_never_nothing(word: str, language: str) -> None:
    folded = fold(word)
    stem = cut(folded, endings(language), with_prefix=False)
    assert folded.startswith(stem)
    assert len(stem) >= min(len(folded), endings(language).least)


@settings(max_examples=40)
@given(st.text(alphabet="абвеилмнорстьюя", min_size=2, max_size=10), st.sampled_from(["ru", "uk"]))
def test_every_word_is_filed_under_a_beginning_of_itself(word: str, language: str) -> None:
    assert any(word.startswith(key) for key in keys_of(word, language, _SHARED))


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_every_ending_of_the_table_can_be_cut(language: str) -> None:
    table = endings(language)
    assert {len(ending) <= 6 for layer in table.layers for ending in layer} == {True}


_SHARED = Lemmatizer()
