from dataclasses import replace
from typing import Any

import pytest

from tlumach.checks.pairs.typography.brackets import check_apostrophe, check_brackets
from tlumach.problems import Level


@pytest.mark.parametrize(
    "target",
    [
        "(млн",
        "млн)",
        "(млн]",
        "слово (до 15 травня",
        "слово до 15).",
        "слово:(до 15",
        "(слово: (до 15)",
        "слово: два)",
        "підпункти б)–г) слово)",
        "(слово (два :(",
    ],
)
def test_a_bracket_without_its_partner_is_found(findings: Any, target: str) -> None:
    assert len(findings(check_brackets, "(млн)", target)) == 1


@pytest.mark.parametrize(
    "target",
    [
        "(а [б] в)",
        "1) раз; 2) два",
        "а) раз; б) два",
        "підрозділи a)–d) 52.227-19",
        "пп. а)-в) і б) — г)",
        "пункти 1)–3)",
        "див. п. б) і підпункт в)",
        "(див. пп. а)–в))",
        "(див. пункт а))",
        "див. (пункт б)",
        "(протокол № 83) тут",
        "[слово](x.md)",
        "потяги :) і ;-)",
        "сумно :(",
        "раз :))) і =)",
        "раз:)",
        "раз :'( і :-[",
        "(: раз",
        "раз 8-) і :o)",
        "привіт)))",
        "(раз :)",
        "(раз :))",
        "(раз ;-)) і (два :() три",
    ],
)
def test_pairs_and_enumerations_are_let_be(findings: Any, target: str) -> None:
    assert findings(check_brackets, "раз", target) == []


def test_what_is_open_in_the_source_may_be_open(findings: Any) -> None:
    assert findings(check_brackets, "(начало", "(початок") == []


@pytest.mark.parametrize("target", ["Пам'ятник", "комп`ютер", "об´їхав", "зв‘язок", "Сім’я Лукʼяненків"])
def test_a_wrong_apostrophe_or_two_kinds_are_found(findings: Any, target: str) -> None:
    assert len(findings(check_apostrophe, "Слово.", target)) == 1


@pytest.mark.parametrize(("target", "language"), [("Пам’ять і м’яч", "uk"), ("памʼять", "uk"), ("isn't", "en")])
def test_one_printed_kind_is_right_and_english_is_not_looked_at(findings: Any, target: str, language: str) -> None:
    assert findings(check_apostrophe, "Слово.", target, language) == []


@pytest.mark.parametrize(
    ("page", "level"), [("Об'єкт і сім'я.", Level.INFO), ("Об'єкт і сім’я.", None), ("", Level.INFO)]
)
def test_straight_apostrophes_are_a_house_style_where_a_page_has_no_printed_one(
    make_pair: Any, page: str, level: Level | None
) -> None:
    pair = replace(make_pair("Объект.", "Об'єкт."), page=page)
    assert [each.level for each in check_apostrophe(pair)] == [level]
    assert [each.level for each in check_apostrophe(make_pair("Объект.", "Об`єкт."))] == [None]


def test_a_smiley_of_the_source_hides_no_bracket(findings: Any) -> None:
    assert len(findings(check_brackets, "раз :)", "раз (два")) == 1
