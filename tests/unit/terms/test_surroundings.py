"""What stands around a word of a text."""

import pytest

from tlumach.blocks.running_text import HIDDEN
from tlumach.languages.lemmas import Lemmatizer, words
from tlumach.terms.surroundings import Surroundings

LEMMATIZER = Lemmatizer()


def around(text: str, word: str) -> Surroundings:
    found = words(text, "en")
    index = next(at for at, each in enumerate(found) if each.text == word)
    return Surroundings(text, found, index, "en", LEMMATIZER)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("one two three four five here", ["two", "three", "four", "five"]),
        ("One. Two here", ["two"]),
        ("the capital (here)", ["the", "capital"]),
        ("One:\nhere", []),
        ("here", []),
        (f"see {HIDDEN}{HIDDEN} here", None),
    ],
)
def test_the_words_before_it_in_its_part_of_the_sentence(text: str, before: list[str] | None) -> None:
    found = around(text, "here").before()
    assert (None if found is None else [word for word, _ in found]) == before


@pytest.mark.parametrize(
    ("text", "lemma"), [("here men", "man"), ("here\nmen", "man"), ("here, men", ""), ("here", "")]
)
def test_the_next_word(text: str, lemma: str) -> None:
    assert (lemma in {each.lemma for each in around(text, "here").after()}) == bool(lemma)


@pytest.mark.parametrize(
    ("text", "begins", "after_word"),
    [
        ("here", True, False),
        ("One here", False, True),
        ("One. Two here", False, True),
        ("One. here", True, False),
        ("One (here", True, False),
        ("One-here", False, False),
        ("One\n\nhere", True, False),
    ],
)
def test_the_beginning_of_a_sentence(text: str, begins: bool, after_word: bool) -> None:
    place = around(text, "here")
    assert (place.begins_sentence(place.index), place.is_after_word()) == (begins, after_word)
