import pytest

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
