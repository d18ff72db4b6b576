from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tlumach.languages.lemmas import APOSTROPHES, BEGINNING, HYPHENS, Lemmatizer, _analyzer, normal, spellings, words


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer()


def texts(text: str, language: str = "ru") -> list[str]:
    return [word.text for word in words(text, language)]


@pytest.mark.parametrize("apostrophe", APOSTROPHES)
def test_an_apostrophe_within_a_word_is_one_of_its_letters_however_it_is_typed(apostrophe: str) -> None:
    assert texts(f"Прем{apostrophe}єр сказав", "uk") == ["Прем'єр", "сказав"]


def test_an_apostrophe_at_the_edge_of_a_word_is_a_quotation_mark() -> None:
    assert texts("‘НАТО’ и 'ОДКБ'") == ["НАТО", "и", "ОДКБ"]


@pytest.mark.parametrize(
    ("typed", "lemma"), [("грунту", "ґрунт"), ("дзиґа", "дзиґа"), ("дзига", "дзиґа"), ("ганок", "ґанок")]
)
def test_a_word_with_ge_is_known_by_the_common_letter_too(lemmatizer: Lemmatizer, typed: str, lemma: str) -> None:
    assert lemma in lemmatizer.lemmas(typed, "uk")


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
def test_hyphens_part_words(hyphen: str) -> None:
    assert texts(f"Касым{hyphen}Жомарт") == ["Касым", "Жомарт"]


def test_yo_is_ye_and_capitals_stay() -> None:
    assert texts("Пётр ЁЖ") == ["Петр", "ЕЖ"]


def test_an_english_possessive_is_a_word_of_its_own() -> None:
    assert texts("Russia’s allies' sons don't", "en") == ["Russia", "'s", "allies", "sons", "don't"]


def test_words_know_where_they_stand() -> None:
    text = "«НАТО»,\u00a0прем’єр"
    assert [text[word.start : word.end] for word in words(text, "uk")] == ["НАТО", "прем’єр"]


@given(st.text(alphabet="аёʼ’'-\u2011 _.«»Az1\n", max_size=40), st.sampled_from(["ru", "uk", "en", "de"]))
def test_words_are_slices_of_the_text_in_order(text: str, language: str) -> None:
    found = words(text, language)
    assert [normal(text[word.start : word.end]) for word in found] == [word.text for word in found]
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert {character for word in found for character in word.text} <= set(normal(text)) - set(" _.«»-\n")


@pytest.mark.parametrize(
    ("language", "word", "lemma"),
    [
        ("ru", "войсками", "войско"),
        ("ru", "Счетов", "счет"),
        ("ru", "цифровизации", "цифровизация"),
        ("ru", "людей", "человек"),
        ("uk", "прем’єром", "прем'єр"),
        ("uk", "здоровʼю", "здоров'я"),
        ("uk", "Києві", "київ"),
        ("uk", "являючись", "являтися"),
        ("uk", "з'явившись", "з'явитися"),
        ("en", "policies", "policy"),
        ("en", "Allies", "ally"),
        ("en", "women", "woman"),
        ("en", "sanctions", "sanction"),
        ("en", "taxes", "tax"),
        ("de", "Waffen", "waff"),
    ],
)
def test_the_lemmas_of_a_word_have_its_own(lemmatizer: Lemmatizer, language: str, word: str, lemma: str) -> None:
    assert lemma in lemmatizer.lemmas(word, language)


@pytest.mark.parametrize(
    ("language", "word", "lemmas"),
    [
        ("ru", "прав", {"право", "правый"}),
        ("ru", "тенге", {"тенге"}),
        ("uk", "прем'єра", {"прем'єр", "прем'єра"}),
        ("en", "arms", {"arms"}),
        ("en", "crisis", {"crisis"}),
        ("en", "bus", {"bus"}),
        ("de", "Waffen", {"waff"}),
    ],
)
def test_all_readings_count_and_no_more(lemmatizer: Lemmatizer, language: str, word: str, lemmas: set[str]) -> None:
    assert lemmatizer.lemmas(word, language) == lemmas


@pytest.mark.parametrize(("word", "verb"), [("utilised", "utilise"), ("stopping", "stop"), ("tried", "try")])
def test_an_english_verb_is_known_as_one(lemmatizer: Lemmatizer, word: str, verb: str) -> None:
    readings = lemmatizer.readings(word, "en")
    assert verb in {each.lemma for each in readings if each.kind == "verb"}
    assert verb not in {each.lemma for each in readings if each.kind == "noun"}


def test_a_dictionary_is_loaded_for_its_own_language_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = []

    class Library:
        @staticmethod
        def MorphAnalyzer(lang: str) -> "Library":  # noqa: N802
            loaded.append(lang)
            return Library()

        @staticmethod
        def parse(_: str) -> list[object]:
            return []

    _analyzer.cache_clear()
    monkeypatch.setattr("tlumach.languages.lemmas.import_module", lambda _: Library)
    lemmatizer = Lemmatizer()
    assert lemmatizer.lemmas("arms", "en") | lemmatizer.lemmas("Қару", "kk") == {"arms", "қару"}
    assert loaded == []
    lemmatizer.lemmas("зброя", "uk")
    Lemmatizer().lemmas("зброї", "uk")
    assert loaded == ["uk"]
    _analyzer.cache_clear()


@pytest.mark.parametrize(
    ("language", "word", "inflected"),
    [
        ("ru", "человек", ["люди", "человека"]),
        ("ru", "день", ["дня", "дней"]),
        ("uk", "ніч", ["ночі", "ніччю"]),
        ("uk", "людина", ["люди", "людині"]),
        ("uk", "об’єкт", ["обʼєкти"]),
    ],
)
def test_whatever_a_word_becomes_its_beginning_is_known(
    lemmatizer: Lemmatizer, language: str, word: str, inflected: list[str]
) -> None:
    beginnings = lemmatizer.beginnings(word, language)
    assert {normal(form)[:BEGINNING] for form in inflected} <= beginnings
    assert "кот" not in beginnings


def test_the_same_word_is_another_in_another_language() -> None:
    lemmatizer = Lemmatizer()
    for _ in range(2):
        assert "местах" in lemmatizer.forms("место", "ru") and "місто" not in lemmatizer.forms("место", "ru")
        assert "місто" in lemmatizer.lemmas("місто", "uk")
        assert lemmatizer.forms("мати", "uk") != lemmatizer.forms("мати", "ru")
        assert lemmatizer.readings("мати", "uk") != lemmatizer.readings("мати", "ru")


@given(st.text(alphabet="ab-'’ʼs .ёЁЇ_1", max_size=40), st.sampled_from(["ru", "uk", "en"]))
@example("the CSTO's", "en")
def test_spellings_are_those_of_the_words(text: str, language: str) -> None:
    assert spellings(text, language) == [word.text for word in words(text, language)]


@given(
    st.lists(st.sampled_from([*APOSTROPHES, *HYPHENS, "ё", "Ё", "a", "ж", " ", "x" * 20, "ж" * 20]), max_size=8).map(
        "".join
    )
)
def test_a_text_has_its_normal_spelling_whatever_its_letters_and_length(text: str) -> None:
    same = {**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-"), "ё": "е", "Ё": "Е"}
    assert normal(text) == "".join(same.get(letter, letter) for letter in text)
