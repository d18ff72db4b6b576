from fractions import Fraction

import pytest

from tlumach.checks.pairs.numbers.conversions import factors, without_converted
from tlumach.checks.pairs.numbers.reading import read


@pytest.mark.parametrize(
    ("english", "other", "language"),
    [
        ("10 inches", "10 дюймов", "ru"),
        ("ten people", "10 км", "ru"),
        ("35 degrees Celsius", "35 градусов", "ru"),
        ("5 mm", "5 мм", "uk"),
    ],
)
def test_without_measures_of_both_kinds_nothing_is_converted(english: str, other: str, language: str) -> None:
    assert factors(english, other, language) is None


def test_factors_are_those_of_the_units_that_both_texts_name() -> None:
    by = factors("a foot and 3 miles", "5 км", "ru")
    assert by and set(by.times) == {Fraction("1.609"), Fraction("0.0003048")} and by.has_one and not by.as_degrees


@pytest.mark.parametrize(("metric", "is_left"), [("16 км", False), ("17 км", False), ("19 км", True), ("61 км", True)])
def test_a_conversion_may_be_a_tenth_off(metric: str, is_left: bool) -> None:
    by = factors("10 miles", metric, "uk")
    assert by and bool(without_converted(read("10 miles", "en"), read(metric, "uk"), by, True)) is is_left
