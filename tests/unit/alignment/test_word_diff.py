"""Differences by words: both texts are in them, and they read as a person would mark them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.alignment.sequences import comparable
from tlumach.alignment.word_diff import Change, word_diff

TEXTS = st.lists(
    st.sampled_from(["слово", "мост", "б’є", " ", "  ", "\n", "\r\n", ".", "«", "1,5", "é", "e\u0301"])
).map("".join)


def marked(then: str, now: str) -> str:
    marks = {Change.SAME: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "{{+{}+}}"}
    return "".join(marks[change].format(text) for change, text in word_diff(then, now))


@given(TEXTS | st.text(), TEXTS | st.text())
def test_both_texts_can_be_read_from_the_runs(then: str, now: str) -> None:
    runs = word_diff(then, now)
    assert "".join(text for change, text in runs if change is not Change.ADDED) == comparable(then)
    assert "".join(text for change, text in runs if change is not Change.REMOVED) == comparable(now)
    assert all(text for _, text in runs)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(change is Change.SAME for change, _ in word_diff(text, text.replace("\r\n", "\n")))


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ("Запрет на год.", "Запрет на два года.", "Запрет на [-год-]{+два года+}."),
        ("увеличены почти в 1,5 раза", "увеличены в 1,5 раза", "увеличены[- почти-] в 1,5 раза"),
        ("К тому же он ушёл.", "Также он пришёл.", "[-К тому же-]{+Также+} он [-ушёл-]{+пришёл+}."),
        ("один два три", "раз двойка три", "[-один два-]{+раз двойка+} три"),
        ("об’єкт тут", "об’єкти тут", "[-об’єкт-]{+об’єкти+} тут"),
        ("", "Новое.", "{+Новое.+}"),
        ("Старое.", "", "[-Старое.-]"),
        ("- раз\n- два", "- раз\n- три", "- раз\n- [-два-]{+три+}"),
    ],
)
def test_words_stay_whole_and_phrases_together(then: str, now: str, expected: str) -> None:
    assert marked(then, now) == expected
