"""Dates and times in figures; pairs of texts with them stand in `tests/cases/numbers`."""

import pytest

from tlumach.checks.pairs.numbers.dated import has_points, times
from tlumach.checks.pairs.numbers.figures import figures
from tlumach.checks.pairs.numbers.mentions import DECADE, MONTH, NUMBER, TIME


def meanings(text: str, language: str) -> list[set[tuple[str, int]]]:
    return [{(key.sort, int(key.value)) for key in mention.keys} for mention in figures(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("12/21/2017", "en", [{(NUMBER, 21)}, {(MONTH, 12)}, {(NUMBER, 2017)}]),
        ("21/12/2017", "en", [{(NUMBER, 21)}, {(MONTH, 12)}, {(NUMBER, 2017)}]),
        ("03/05/2017", "en", [{(NUMBER, 3), (NUMBER, 5)}, {(MONTH, 3), (MONTH, 5)}, {(NUMBER, 2017)}]),
        ("03/05/2017", "ru", [{(NUMBER, 3)}, {(MONTH, 5)}, {(NUMBER, 2017)}]),
        ("10-30", "ru", [{(TIME, 630)}]),
        ("10-30", "en", [{(NUMBER, 10)}, {(NUMBER, 30)}]),
        ("80х", "uk", [{(DECADE, 80), (NUMBER, 80)}]),
        ("80-х годах", "ru", [{(DECADE, 80)}]),
        ("90-ых", "ru", [{(DECADE, 90)}]),
    ],
)
def test_a_date_or_time_is_what_the_language_reads_in_it(
    text: str, language: str, expected: list[set[tuple[str, int]]]
) -> None:
    assert meanings(text, language) == expected


def test_midnight_is_two_times() -> None:
    assert [key.value for key in times(24, 0)] == [0, 1440]


def test_english_has_points_and_russian_commas() -> None:
    assert has_points("en") and not has_points("ru")
