import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.checks.pairs.numbers.dates import dates
from tlumach.checks.pairs.numbers.reading import read

PIECES = st.lists(
    st.sampled_from(["3", "5", "марта", "апреля", "2022", "года", "и", ",", "–", "27.08.2022", "24.02", "XX"]),
    max_size=10,
)


def found(text: str, language: str) -> set[tuple[str, int, int]]:
    return {(sort, int(one), int(other)) for sort, one, other in dates(read(text, language), text, language)}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("3 марта и 5 апреля", "ru", {("day", 3, 3), ("day", 5, 4)}),
        ("March 3 and April 5, 2022", "en", {("day", 3, 3), ("day", 5, 4), ("year", 4, 2022)}),
        ("с 3 по 5 марта 2022 года", "ru", {("day", 3, 3), ("day", 5, 3), ("year", 3, 2022)}),
        ("November 27–28, 2024", "en", {("day", 27, 11), ("day", 28, 11), ("year", 11, 2024)}),
        ("27.08.2022", "uk", {("day", 27, 8), ("year", 8, 2022)}),
        ("2022-08-27", "en", {("day", 27, 8), ("year", 8, 2022)}),
        ("24.02", "ru", {("day", 24, 2)}),
        ("у січні 1970 року", "uk", {("year", 1, 1970)}),
        ("the 1st of March", "en", {("day", 1, 3)}),
        ("5 солдат в марте, 2022 пули", "ru", set()),
        ("на 1 января 2024 года — 146 203 613", "ru", {("day", 1, 1), ("year", 1, 2024)}),
    ],
)
def test_a_date_is_one_thing(text: str, language: str, expected: set[tuple[str, int, int]]) -> None:
    assert found(text, language) >= expected
    assert {each for each in found(text, language) if each[0] == "day"} == {
        each for each in expected if each[0] == "day"
    }


@given(PIECES)
def test_any_text_has_dates_of_days_and_months_that_there_are(pieces: list[str]) -> None:
    for sort, one, other in found(" ".join(pieces), "ru"):
        assert (1 <= one <= 31 and 1 <= other <= 12) if sort == "day" else (1 <= one <= 12 and 1000 <= other <= 2100)
