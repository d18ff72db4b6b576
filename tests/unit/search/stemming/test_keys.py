import random
from itertools import islice

import pymorphy3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tlumach.languages.endings import fold, keys_of_query
from tlumach.languages.lemmas import Lemmatizer
from tlumach.search.stemming.keys import Keys, Known, keys_of

SAMPLED, FORMS_EACH = 300, 12


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer()


def paradigms(language: str) -> list[list[str]]:
    """Paradigms drawn from the whole dictionary, the same at every run."""
    analyzer, drawn, found = pymorphy3.MorphAnalyzer(lang=language), random.Random(7), list[list[str]]()
    while len(found) < SAMPLED:
        beginning = "".join(map(drawn.choice, ("абвгдезиклмнопрстуфхцчш", "аеиоурл", "вгдзклмнрст")))
        # where a word's paradigm stands; the words of all two letters would be thousands, walked through one by one
        known = list(islice(analyzer.dictionary.words.iteritems(beginning), drawn.randrange(1, 400)))
        if known:
            word, place = known[-1]
            parse = next(each for each in analyzer.parse(word) if each.methods_stack[0][2:4] == place)
            found.append(sorted({form.word for form in parse.lexeme}))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_any_form_of_a_paradigm_meets_any_other(language: str, lemmatizer: Lemmatizer) -> None:
    drawn = random.Random(11)
    apart = []
    for forms in paradigms(language):
        for text in drawn.sample(forms, min(FORMS_EACH // 4, len(forms))):
            keys = keys_of(text, language, lemmatizer)
            asked = drawn.sample(forms, min(FORMS_EACH, len(forms)))
            apart += [(text, word) for word in asked if keys.isdisjoint(keys_of_query(word, language))]
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
    assert not keys_of(text, language, lemmatizer).isdisjoint(keys_of_query(asked, language))


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("en", "arms", "arm"),
        ("en", "arms", "army"),
        ("en", "news", "new"),
        ("ru", "тенге", "тень"),
        ("ru", "МИД", "мидия"),
        ("ru", "экспорт", "порт"),
        ("uk", "зброя", "броня"),
    ],
)
def test_other_words_stay_apart(language: str, text: str, asked: str, lemmatizer: Lemmatizer) -> None:
    assert keys_of(text, language, lemmatizer).isdisjoint(keys_of_query(asked, language))


@settings(max_examples=40)
@given(st.text(alphabet="абвеилмнорстьюя", min_size=2, max_size=10), st.sampled_from(["ru", "uk"]))
def test_every_word_is_filed_under_a_beginning_of_itself(word: str, language: str) -> None:
    assert any(word.startswith(key) for key in keys_of(word, language, _SHARED))


def test_a_word_is_worked_out_once_and_the_same_as_at_first(lemmatizer: Lemmatizer) -> None:
    known: dict[tuple[str, str], Known] = {}
    found = Keys(lemmatizer, known).of("києва", "uk")
    assert known == {("uk", "києва"): Known(False, False, found)}
    known["uk", "києва"] = Known(False, False, ("kept",))
    assert Keys(lemmatizer, known).of("києва", "uk") == ("kept",)


def test_what_a_silent_word_is_filed_under_is_known_too(lemmatizer: Lemmatizer) -> None:
    found = Keys(lemmatizer).known_of("на", "uk")
    assert found.is_silent and "на" in found.keys


def test_a_word_that_says_nothing_has_no_keys_unless_they_are_wanted(lemmatizer: Lemmatizer) -> None:
    keys = Keys(lemmatizer)
    assert (keys.of("в", "ru"), keys.of("the", "en"), keys.of("на", "uk")) == ((), (), ())
    assert "на" in keys.of_any("на", "uk")


def test_a_comparative_with_a_prefix_is_not_filed_but_where_it_stands(lemmatizer: Lemmatizer) -> None:
    assert not any(key.startswith("по") for key in keys_of("бюджетный", "ru", lemmatizer))
    assert any(key.startswith("побюджетн") for key in keys_of("побюджетнее", "ru", lemmatizer))


_SHARED = Lemmatizer()


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("nl", "bruggen", "brug"),
        ("sv", "broarna", "broarn"),
        ("hu", "hidakat", "hid"),
    ],
)
def test_a_word_of_a_language_without_a_table_is_filed_under_a_stem_too(
    language: str, text: str, key: str, lemmatizer: Lemmatizer
) -> None:
    assert {fold(text), key} <= keys_of(text.lower(), language, lemmatizer)


@pytest.mark.parametrize(
    ("language", "text"), [("ja", "大英博物館にある"), ("zh", "大英博物馆"), ("en", "大英博物館"), ("th", "พิพิธภัณฑ์")]
)
def test_a_run_of_letters_without_spaces_is_filed_under_its_pairs(
    language: str, text: str, lemmatizer: Lemmatizer
) -> None:
    found = keys_of(text, language, lemmatizer)
    assert {fold(text)[at : at + 2] for at in range(len(fold(text)) - 1)} <= found and fold(text)[0] in found
