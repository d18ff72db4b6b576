"""Readers of many languages: what is shown at first, how wide the page may be, how the style grows, which way lines go."""

import re

import pytest

from tlumach.editions.reader.style import COLUMNS, FEW, pairs, shown_first, style

CODES = [f"x{chr(97 + at // 20)}{chr(97 + at % 20)}" for at in range(40)]


def test_of_few_all_are_shown_and_of_many_two() -> None:
    assert shown_first(CODES[:FEW]) == CODES[:FEW] and shown_first(CODES[: FEW + 1]) == CODES[:2]
    assert pairs(CODES[:FEW]) and not pairs(CODES[: FEW + 1])


def test_the_style_grows_with_the_languages_and_not_with_their_square() -> None:
    ten, twenty, forty = (len(style("", CODES[:number]).text) for number in (10, 20, 40))
    assert forty - twenty == pytest.approx(2 * (twenty - ten), rel=0.05)
    assert forty < 60_000


def test_no_more_than_three_stand_side_by_side() -> None:
    text = style("", CODES).text
    assert f"min({COLUMNS}," in text and "(100% - 4.5rem) / 3" in text


def test_each_box_hides_its_own_language_alone() -> None:
    text = style("", CODES[:6]).text
    for code in CODES[:6]:
        assert f"#c-{code}:not(:checked) ~ .m{{--{code}:none" in text.replace(": none", ":none").replace(" {", "{")


@pytest.mark.parametrize("number", [FEW, FEW + 1])
def test_each_language_but_the_first_can_be_the_one_that_a_reader_came_from(number: int) -> None:
    text = style("", CODES[:number]).text
    assert [code for code in CODES[:number] if f"#from-{code}:target" in text] == CODES[1:number]


@pytest.mark.parametrize(("languages", "expected"), [(["en", "fa"], {"en": "ltr", "fa": "rtl"}), (["en", "uk"], {})])
def test_lines_go_the_way_of_their_language(languages: list[str], expected: dict[str, str]) -> None:
    found = dict(re.findall(r"\[lang=(\w+)\] ?\{ ?direction: ?(\w+)", style("", languages).text))
    assert found == expected
