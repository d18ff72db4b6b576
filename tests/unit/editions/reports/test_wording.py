"""What a paragraph says, whatever a messenger made of its signs."""

import re

import pytest

from tlumach.blocks import split
from tlumach.blocks.syntax import OWN
from tlumach.editions.reports.wording import letters, pattern, short_hash


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("«Їх» — сказав він", '"Їх" - сказав він'),
        ("a b\u00a0c\u202fd", "abcd"),
        ("їй", "i\u0308и\u0306".replace("i", "\u0456")),
        ("so\u00adft\u200bly\ufeff", "softly"),
        ("wait…", "wait..."),
        ("*bold* _word_", "bold word"),
        ("> quoted | line", "quoted line"),
        ("зв’язок", "звʼязок"),
    ],
)
def test_what_a_messenger_changes_makes_no_difference(one: str, other: str) -> None:
    assert letters(one) == letters(other)


@pytest.mark.parametrize(
    ("one", "other"), [("14", "15"), ("a, b", "a b"), ("Так.", "Так?"), ("її", "ії"), ("US", "us")]
)
def test_what_a_person_mends_does(one: str, other: str) -> None:
    assert letters(one) != letters(other)


def test_the_hash_is_that_of_the_signs_and_not_of_the_lines() -> None:
    assert short_hash("a «b»\nc") == short_hash("a «b» c") != short_hash('a "b" c')
    assert re.fullmatch(r"[0-9a-f]{8}", short_hash("a"))


def test_what_is_copied_from_a_page_has_the_numbers_of_its_notes() -> None:
    (block,) = split("In 2022[^a] there were 14[^b].")[0]
    found = pattern(block, OWN)
    for copied in ("In 2022 there were 14.", "In 202212 there were 143.", "In 2022[12] there were 14[3]."):
        assert found.fullmatch(letters(copied)), copied
    assert not found.fullmatch(letters("In 2022 there were 15."))
