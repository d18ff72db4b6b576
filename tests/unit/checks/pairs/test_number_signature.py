"""Two texts of which neither has a number differ in none: the rule, with its signature put out of the way, finds nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tlumach.blocks import split
from tlumach.checks.pairs.content.same_numbers import rule
from tlumach.checks.pairs.knowledge import Knowledge
from tlumach.checks.pairs.number_signature import has_no_number
from tlumach.checks.pairs.pair import AlignedPair, Side

WORDS = {
    "ru": "дом третий в мае два %, $ раза половина года IV век час `2` v2 F-16 ½ вдвое 1-й дня суток треть сто км ВС май «так» No. -",
    "en": "house third in May two %, $ times half a year IV age `2` v2 F-16 ½ twice day dozen one the March km SS19 “so” № -",
    "tr": "ev üç mayıs iki % $ yarım yıl IV `2` v2 F-16 ½ gün saat yüz bir öteki milyon km -",
}


def side(text: str, language: str) -> Side:
    return Side(language, split(text)[0][0])


def texts(language: str) -> st.SearchStrategy[Side]:
    words = st.lists(st.sampled_from(WORDS[language].split()), min_size=1, max_size=6)
    return words.map(lambda some: side("Да " + " ".join(some), language))


@settings(max_examples=settings().max_examples * 5)
@given(texts("ru"), st.sampled_from(["en", "tr"]).flatmap(texts))
def test_of_two_texts_without_numbers_the_rule_finds_nothing(source: Side, target: Side) -> None:
    if not (has_no_number(source) and has_no_number(target)):
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rule, "has_no_number", lambda side: False)
        assert not list(rule.check_numbers(AlignedPair(source, target, Knowledge())))


@pytest.mark.parametrize("text", ["Пять домов.", "В мае.", "Дом `a` и F-16.", "Век IV.", "Полчаса.", "50 %"])
def test_a_text_with_a_number_is_told(text: str) -> None:
    assert not has_no_number(side(text, "ru"))


def test_a_text_without_one_is_told() -> None:
    assert has_no_number(side("Дом стоит на берегу.", "ru"))
