"""What is read out of a form of a term; whether it is found then, `test_term_matching` sees."""

import pytest

from tlumach.languages.lemmas import Lemmatizer
from tlumach.terms.form_reading import read_form
from tlumach.terms.forms import Form


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer()


def form(lemmatizer: Lemmatizer, text: str, language: str = "ru", to_avoid: bool = False) -> Form:
    read = read_form("term", text, language, lemmatizer, to_avoid)
    assert read
    return read


def test_a_text_without_words_is_no_form(lemmatizer: Lemmatizer) -> None:
    assert read_form("term", " «…» ", "ru", lemmatizer) is None


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("указ", False),
        ("Казахстан", True),
        ("Касым-Жомарт Токаев", True),
        ("Организация Договора о коллективной безопасности", False),
    ],
)
def test_a_capital_makes_a_name_of_up_to_two_words(lemmatizer: Lemmatizer, text: str, is_name: bool) -> None:
    assert form(lemmatizer, text).is_name == is_name


@pytest.mark.parametrize(
    ("text", "is_quoted"), [("«российское НАТО»", True), ("“Russian NATO”", True), ("НАТО", False)]
)
def test_quotation_marks_are_no_part_of_it_but_remembered(lemmatizer: Lemmatizer, text: str, is_quoted: bool) -> None:
    read = form(lemmatizer, text)
    assert read.is_quoted == is_quoted
    assert read.words[-1].capitals in ("НАТО", "NATO")


def test_an_abbreviation_may_have_an_ending(lemmatizer: Lemmatizer) -> None:
    (ministry,) = form(lemmatizer, "МИД").words
    assert {"мид", "миде"} <= ministry.spellings
    assert ministry.capitals == "МИД"


def test_what_parts_the_words_is_remembered(lemmatizer: Lemmatizer) -> None:
    assert [word.gap for word in form(lemmatizer, "вице-премьер  Китая").words] == ["", "-", "  "]


def test_a_function_word_may_be_its_variant(lemmatizer: Lemmatizer) -> None:
    assert form(lemmatizer, "война в Украине").words[1].spellings == {"в", "во"}
    assert form(lemmatizer, "війна в Україні", "uk").words[1].spellings == {"в", "у"}


def test_a_surname_has_a_gender_and_is_a_person(lemmatizer: Lemmatizer) -> None:
    read = form(lemmatizer, "Путин")
    assert read.is_surname
    assert read.words[0].gender == "masc"


def test_a_name_that_no_dictionary_has_gets_endings(lemmatizer: Lemmatizer) -> None:
    assert "токаевым" in form(lemmatizer, "Токаев").words[0].endings
    assert not form(lemmatizer, "указ").words[0].endings


def test_up_to_the_first_noun_words_stand_in_the_nominative(lemmatizer: Lemmatizer) -> None:
    head, tail = form(lemmatizer, "право вина").words
    assert head.keys == {("право", "noun")}  # and not «правый»
    assert {lemma for lemma, _ in tail.keys} == {"вино", "вина"}


def test_in_english_a_rendering_to_avoid_may_be_a_verb_and_a_term_may_not(lemmatizer: Lemmatizer) -> None:
    assert form(lemmatizer, "utilise", "en", to_avoid=True).words[0].keys == {("utilise", "noun"), ("utilise", "verb")}
    assert form(lemmatizer, "utilise", "en").words[0].keys == {("utilise", "noun")}


def test_a_language_without_a_dictionary_has_exact_spellings(lemmatizer: Lemmatizer) -> None:
    (word,) = form(lemmatizer, "жарлық", "kk").words
    assert (word.spellings, word.keys) == ({"жарлық"}, frozenset())
