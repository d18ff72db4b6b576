"""What a word of a text must be in order to be a word of a form."""

import pytest

from tlumach.languages.lemmas import Reading
from tlumach.terms.forms import Form, FormWord, gap_key

PUTIN = FormWord(frozenset({"путин"}), frozenset({("путин", "noun")}), number="sing", gender="masc")


@pytest.mark.parametrize(
    ("between", "key"),
    [
        (" ", " "),
        ("\u00a0", " "),
        ("\n", " "),
        ("  \r\n> ", " "),
        ("-", "-"),
        ("\u2011", "-"),
        (", ", ", "),
        (",\n", ", "),
        ("  ", "  "),
        ("\n\n", "\n\n"),
        (". ", ". "),
        ("", ""),
    ],
)
def test_a_gap_has_one_spelling(between: str, key: str) -> None:
    assert gap_key(between) == key


def test_a_word_is_spelled_as_it_is_or_with_an_ending_whatever_its_capitals() -> None:
    word = FormWord(frozenset({"орбан"}), frozenset(), endings=frozenset({"орбану"}))
    assert [word.is_spelled(each) for each in ("Орбан", "ОРБАНУ", "орбаном")] == [True, True, False]


def test_a_reading_matches_by_lemma_kind_number_and_gender() -> None:
    right = Reading("путин", "noun", "gent", "sing", "masc")
    others = (
        Reading("путин", "noun", "gent", "plur", "masc"),
        Reading("путин", "noun", "nomn", "sing", "femn"),
        Reading("путин", "adjective", "gent", "sing", "masc"),
        Reading("путина", "noun", "nomn", "sing", "masc"),
    )
    assert PUTIN.matching((right, *others)) == (right,)


def test_an_abbreviation_is_one_word_of_capitals() -> None:
    nato = FormWord(frozenset({"нато"}), frozenset(), capitals="НАТО")
    assert Form("nato", (nato,), is_name=True, is_quoted=False).is_abbreviation
    assert not Form("nato", (nato, PUTIN), is_name=True, is_quoted=False).is_abbreviation
    assert not Form("putin", (PUTIN,), is_name=True, is_quoted=False).is_abbreviation
