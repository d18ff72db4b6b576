"""What the predicate says of a noun that opens its sentence; sentences are in `tests/cases/terms/openings.yml`."""

import pytest

from tlumach.languages.lemmas import Lemmatizer
from tlumach.terms.openings import opening

LEMMATIZER = Lemmatizer()


@pytest.mark.parametrize(
    ("language", "sentence", "lemmas"),
    [
        ("ru", "гранат не было", {"граната"}),
        ("ru", "гранат не созрел", {"гранат"}),
        ("ru", "гранат хватит", {"граната"}),
        ("uk", "гранат немає", {"граната"}),
        ("ru", "дом стоит", set()),  # nothing to choose from
    ],
)
def test_the_predicate_chooses(language: str, sentence: str, lemmas: set[str]) -> None:
    noun, *after = (LEMMATIZER.readings(word, language) for word in sentence.split())
    assert {each.lemma for each in opening(noun, after)} == lemmas
