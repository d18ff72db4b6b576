import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.languages.normal_form import normal_form

MARKS = "\u0301\u0300\u0306\u0308\u00ad\u200b\u200d\ufe0f\u200e\u0327"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (unicodedata.normalize("NFD", "третій ёж, її й Ёлка"), "третій ёж, її й Ёлка"),
        (unicodedata.normalize("NFD", "Łódź, café, Å"), "Łódź, café, Å"),
        ("Сто́ит за́мок", "Стоит замок"),
        ("во\u0300ды", "воды"),
        (unicodedata.normalize("NFD", "её") + "\u0301", "её"),
        ("е\u0301\u0308", "ё"),
        ("ѐ ѝ", "ѐ ѝ"),
        ("caf\u00e9 r\u00e9sum\u00e9", "café résumé"),
        ("три\u00adдцать ты\u200bсяч", "тридцать тысяч"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u05e9\u200f!", "\u05e9!"),
        ("❤\ufe0f 👩\u200d💻", "❤\ufe0f 👩\u200d💻"),
        (unicodedata.normalize("NFD", "한국"), "한국"),
        ("слово" + "\U000e0100" * 400, "слово"),
        ("", ""),
    ],
)
def test_what_is_one_to_a_reader_is_one(text: str, expected: str) -> None:
    assert normal_form(text).text == expected
    assert normal_form(expected).text == expected


def test_a_span_is_that_of_the_text_as_given() -> None:
    text = "Он сто\u0301ит три\u00adдцать ру\u0301б."
    form = normal_form(text)
    for word, given_word in (("стоит", "сто\u0301ит"), ("тридцать", "три\u00adдцать"), ("руб", "ру\u0301б")):
        start = form.text.index(word)
        first, last = form.span(start, start + len(word))
        assert text[first:last] == given_word


def test_a_mark_on_the_last_letter_is_within_the_span() -> None:
    text = "Вода\u0301 и еда\u0301"
    form = normal_form(text)
    assert [text[slice(*form.span(*span))] for span in ((0, 4), (7, 10))] == ["Вода\u0301", "еда\u0301"]


@given(st.text(st.sampled_from("абйёиaé中한ي ❤1\n" + MARKS)))
def test_it_is_normal_then_and_keeps_its_lines_and_places(text: str) -> None:
    form = normal_form(text)
    assert normal_form(form.text).text == form.text
    assert form.text.count("\n") == text.count("\n")
    places = [form.place(at) for at in range(len(form.text) + 1)]
    assert places == sorted(places)
    assert [text[place] for place, each in zip(places, form.text, strict=False) if each == "\n"] == ["\n"] * text.count(
        "\n"
    )
