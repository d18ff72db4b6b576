"""Whether a word is the term where it stands; sentences from the press are in `tests/cases/terms` (`test_term_matching`)."""

import pytest

from tlumach.languages.lemmas import Lemmatizer, words
from tlumach.terms.disambiguation import is_meant
from tlumach.terms.form_reading import read_form
from tlumach.terms.surroundings import Surroundings


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer()


@pytest.mark.parametrize(
    ("language", "form", "text", "meant"),
    [
        ("ru", "право", "в ⟦праве⟧ нет", True),
        ("ru", "право", "он ⟦прав⟧", False),
        ("ru", "граната", "⟦Гранат⟧ не было", True),
        ("ru", "граната", "⟦Гранат⟧ созрел", False),
        ("ru", "вино", "бутылка ⟦вина⟧", True),
        ("en", "arms", "They sell ⟦arms⟧", True),
        ("en", "arms", "It ended. ⟦Arms⟧ are sold", True),
        ("ru", "Путин", "Владимир ⟦Путин⟧", False),  # a first name that is not the term's
        ("ru", "Путин", "Приехал ⟦Путин⟧", True),
    ],
)
def test_neighbours_tell(lemmatizer: Lemmatizer, language: str, form: str, text: str, meant: bool) -> None:
    before, word, after = text.replace("⟧", "⟦").split("⟦")
    found = words(before + word + after, language)
    index = next(at for at, each in enumerate(found) if each.start == len(before))
    read = read_form("term", form, language, lemmatizer)
    assert read
    assert is_meant(Surroundings(before + word + after, found, index, language, lemmatizer), read) is meant
