"""What differs from a given text is said, and nothing is raised; what the differences are: tests/unit/checks/test_given_text.py."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.alignment.word_for_word import Kind, differences

TEXT = "Случилось это в городе"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (TEXT, f"{TEXT} вчера"), (f"{TEXT} вчера", TEXT), (TEXT, f"{TEXT}o"), (f"{TEXT}o", TEXT), (f"{TEXT}\u0301", TEXT),
        (TEXT, f"{TEXT}."), (f"{TEXT}\u00a0и", TEXT),
    ],
)  # fmt: skip
def test_a_text_that_ends_before_the_other_differs_there(ours: str, theirs: str) -> None:
    (only,) = differences([ours], [theirs])
    assert only.kind is Kind.OTHER and f"differs at character {len(TEXT) + 1}" in only.words


letters = st.text("аaоo \u00a0\u0301\u200b.1", max_size=12)


@given(st.lists(letters, max_size=4), st.lists(letters, max_size=4))
def test_no_texts_are_too_odd_to_be_compared(ours: list[str], theirs: list[str]) -> None:
    assert all(each.kind in Kind for each in differences(ours, theirs))
