import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.checks.pairs.numbers import phrases
from tlumach.checks.pairs.numbers.mentions import Weight
from tlumach.checks.pairs.numbers.reading import read


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("a third-party library", "en"),
        ("a high five", "en"),
        ("третьим лицам", "ru"),
        ("одни спят, другие едят, третьи ждут", "ru"),
        ("третім особам", "uk"),
        ("за семью печатями", "ru"),
    ],
)
def test_a_phrase_needs_no_answer(text: str, language: str) -> None:
    assert all(each.weight is Weight.MAYBE for each in read(text, language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the third attempt", "en"),
        ("третьи сутки", "ru"),
        ("одни спят третьи сутки", "ru"),
        ("семь человек", "ru"),
        ("третя спроба", "uk"),
    ],
)
def test_a_number_does(text: str, language: str) -> None:
    assert any(each.weight is Weight.SURE for each in read(text, language))


@given(
    st.lists(st.sampled_from(["COVID", "-", "\u2011", " ", "\u00a0", "19", "Три", "Third", "’s", "'s", ",", "х", "№"]), max_size=7),
    st.sampled_from(["en", "ru"]),
)  # fmt: skip
def test_what_stands_before_a_name_is_seen_as_by_a_search_of_the_whole_text(pieces: list[str], language: str) -> None:
    text = "".join(pieces)
    for mention in read(text, language):
        names = bool(phrases._BY_A_NAME.search(text, 0, mention.start))
        within = bool(phrases._WITHIN_A_SENTENCE.search(text, 0, mention.start))
        families = {"count", "ordinal", "part", *(() if language == "en" else ("month",))}
        is_word = re.match("[^\\W\\d_]", mention.text) and mention.text[0].isupper() and mention.text[1:2].islower()
        expected = names if mention.text[0].isdigit() else bool(is_word) and mention.family in families and within
        assert phrases._is_in_a_name(mention, text, language) == expected
