"""What the neighbours of a word leave of its readings."""

import pytest

from tlumach.languages.lemmas import Lemmatizer, Reading
from tlumach.terms.agreement import agree, possible

BLUE, SKY = Reading("синий", "adjective", "gent", "sing", "neut"), Reading("небо", "noun", "gent", "sing", "neut")


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer()


@pytest.mark.parametrize(
    ("adjective", "noun", "can"),
    [
        (BLUE, SKY, True),
        (BLUE._replace(case="datv"), SKY, False),
        (BLUE._replace(gender="femn"), SKY, False),
        (BLUE._replace(number="plur", gender=""), SKY, True),  # «два синих неба»
        (BLUE._replace(number="plur", case="nomn"), SKY, True),
        (BLUE._replace(number="plur", case="datv"), SKY, False),
        (BLUE._replace(number="plur", case="nomn"), SKY._replace(number="plur", case="nomn"), True),
        (BLUE, SKY._replace(case=""), True),
    ],
)
def test_an_adjective_agrees_with_its_noun(adjective: Reading, noun: Reading, can: bool) -> None:
    assert agree(adjective, noun) is can


@pytest.mark.parametrize(
    ("before", "word", "kinds"),
    [
        ("в", "праве", {("право", "loct")}),
        ("в", "право", {("право", "accs")}),
        ("международное", "право", {("право", "nomn"), ("право", "accs")}),
        ("он", "прав", {("правый", "")}),
        ("бутылка", "вина", {("вино", "gent")}),
    ],
)
def test_neighbours_decide(lemmatizer: Lemmatizer, before: str, word: str, kinds: set[tuple[str, str]]) -> None:
    left = possible(lemmatizer.readings(word, "ru"), [(before, lemmatizer.readings(before, "ru"))], (), "ru")
    assert {(each.lemma, each.case) for each in left} == kinds


def test_where_nothing_would_be_left_nothing_is_decided() -> None:
    only = (Reading("право", "noun", "datv"),)
    assert possible(only, [("в", ())], (), "ru") == only


def test_the_next_noun_makes_an_adjective_of_a_word() -> None:
    readings = (
        Reading("рабочий", "noun", "nomn", "sing", "masc"),
        Reading("рабочий", "adjective", "nomn", "sing", "masc"),
    )
    after = (Reading("день", "noun", "nomn", "sing", "masc"),)
    assert possible(readings, [("тот", ())], after, "ru") == readings[1:]
