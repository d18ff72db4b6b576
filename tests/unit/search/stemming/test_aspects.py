import pytest

from tlumach.languages.lemmas import Lemmatizer
from tlumach.search.stemming.english import is_known, lexemes_of_other_aspect

LEMMATIZER = Lemmatizer()


@pytest.mark.parametrize(
    ("language", "word", "other"),
    [
        ("ru", "подписал", "подписывает"),
        ("ru", "запрещён", "запрещали"),
        ("ru", "объявляет", "объявила"),
        ("uk", "порівняйте", "порівнювати"),
        ("uk", "повідомив", "повідомляє"),
    ],
)
def test_a_verb_leads_to_its_other_aspect(language: str, word: str, other: str) -> None:
    assert other in _forms_of_other_aspect(word, language)


@pytest.mark.parametrize(("language", "word"), [("ru", "жить"), ("ru", "оружие"), ("en", "sign"), ("uk", "показати")])
def test_other_words_have_none(language: str, word: str) -> None:
    found = _forms_of_other_aspect(word, language)
    assert not found & {"жать", "казати"}
    assert found == frozenset() or word == "показати"


def test_a_guess_of_the_dictionary_is_not_known() -> None:
    assert is_known("подписывать", "verb", "ru", LEMMATIZER)
    assert not is_known("подписавывать", "verb", "ru", LEMMATIZER)


def _forms_of_other_aspect(word: str, language: str) -> frozenset[str]:
    return frozenset().union(*lexemes_of_other_aspect(word, language, LEMMATIZER))
