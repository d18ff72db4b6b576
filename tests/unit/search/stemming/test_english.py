import pytest

from tlumach.languages.lemmas import Lemmatizer
from tlumach.search.stemming.english import english_forms


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("country", "countries"),
        ("stop", "stops"),
        ("women", "woman"),
        ("easier", "easy"),
        ("biggest", "big"),
        ("went", "go"),
        ("using", "use"),
        ("used", "uses"),
        ("bases", "based"),
        ("dies", "dying"),
        ("lives", "live"),
    ],
)
def test_forms(word: str, form: str) -> None:
    assert form in english_forms(word, Lemmatizer())


def test_a_word_that_has_no_singular_keeps_its_s() -> None:
    assert "arm" not in english_forms("arms", Lemmatizer())
