import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.checks.pairs.numbers import reading
from tlumach.checks.pairs.numbers.comparing import Text, differences
from tlumach.checks.pairs.numbers.mentions import NUMBER, TIME, Weight
from tlumach.checks.pairs.numbers.reading import read

LANGUAGES = ("ru", "uk", "en")
PIECES = st.lists(
    st.sampled_from(
        ["2 030", "939,5", "2,030.5", "млрд", "billion", "три", "трьох", "twenty", "-", "five", "XX", "век", "27", "августа",
         "18:30", "p.m.", "половина", "третьего", "$", "%", "half", "past", "two", "1990-е", "1/2", "½", "и", "and", "a", "—", "0:0",
         "минус", "в", "раза", "кг", "г", ".", "\n", "00", "99:99", "31.02.2022"]
    ),
    max_size=12,
)  # fmt: skip


def values(text: str, language: str, sort: str = NUMBER) -> set[Fraction]:
    return {
        key.value
        for each in read(text, language)
        if each.weight is Weight.SURE
        for key in each.keys
        if key.sort == sort
    }


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("2\u00a0030,5", "ru", Fraction("2030.5")),
        ("2,030.5", "en", Fraction("2030.5")),
        ("18 062,7 млрд", "uk", Fraction("18062700000000")),
        ("двадцать пять тысяч триста", "ru", 25300),
        ("twenty-five thousand three hundred", "en", 25300),
        ("a hundred and five million", "en", 105_000_000),
        ("сто п’ятдесят", "uk", 150),
        ("полмиллиона и четверть миллиона", "ru", 250_000),
        ("half a million", "en", 500_000),
        ("$1.2bn", "en", 1_200_000_000),
        ("two dozen", "en", 24),
        ("минус 7", "ru", -7),
        ("−15 °C", "uk", -15),
        ("XIX век", "ru", 19),
        ("World War II", "en", 2),
        ("двадцать первый", "ru", 21),
        ("500-миллионный", "ru", 500_000_000),
    ],
)
def test_numbers_have_their_values(text: str, language: str, value: Fraction | int) -> None:
    assert value in values(text, language)


@pytest.mark.parametrize(
    ("text", "language", "minutes"),
    [
        ("9:30 утра", "ru", 570),
        ("6 p.m.", "en", 1080),
        ("9.30 a.m.", "en", 570),
        ("о шостій вечора", "uk", 1080),
        ("18:05", "en", 1085),
        ("половина третьего", "ru", 150),
        ("пів на третю", "uk", 150),
        ("half past two", "en", 870),
        ("24:00", "ru", 0),
        ("в 2 часа ночи", "ru", 120),
    ],
)
def test_times_have_their_minutes(text: str, language: str, minutes: int) -> None:
    assert minutes in values(text, language, TIME)


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [("142 км", "ru", "km"), ("€90", "en", "EUR"), ("7 процентных пунктов", "ru", "pp"), ("4 кв. м", "uk", "square-m"),
     ("120 km/h", "en", "km/h"), ("40 light years", "en", "light-year"), ("5 months", "en", "month"), ("10–15%", "ru", "%")],
)  # fmt: skip
def test_numbers_have_their_units(text: str, language: str, unit: str) -> None:
    assert {each.unit for each in read(text, language) if each.family != "score"} == {unit}


@pytest.mark.parametrize(
    "text", ["Марта Чумак", "May I", "лютий мороз", "трибуна и столица", "I am", "своя семья", "m and k"]
)
def test_other_words_are_no_sure_numbers(text: str) -> None:
    assert not [each for language in LANGUAGES for each in read(text, language) if each.weight is Weight.SURE]


@given(PIECES, st.sampled_from(LANGUAGES))
def test_any_text_can_be_read_and_differs_in_nothing_from_itself(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    read_once = Text(text, language, read(text, language))
    assert all(0 <= each.start < each.end <= len(text) for each in read_once.mentions)
    assert differences(read_once, read_once) == []


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_whatever_is_typed_is_read(text: str, language: str) -> None:
    read(text, language)


@given(st.integers(1000, 10**9))
def test_a_number_is_the_same_in_every_language_and_its_neighbour_is_not(value: int) -> None:
    russian, english = f"{value:,}".replace(",", "\u00a0"), f"{value:,}"
    ours = Text(russian, "ru", read(russian, "ru"))
    assert differences(ours, Text(english, "en", read(english, "en"))) == []
    other = f"{value + 1:,}"
    assert differences(ours, Text(other, "en", read(other, "en")))


@given(st.text(st.sampled_from("a1٢٫％։∶：%:я ")))
def test_a_text_is_searched_for_signs_before_they_are_replaced(text: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reading, "_ANY_SIGN", re.compile(""))
        slowly = reading._in_ascii(text)
    assert reading._in_ascii(text) == slowly and not set("％։∶：") & set(slowly)
