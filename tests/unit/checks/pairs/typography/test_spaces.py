from dataclasses import replace
from typing import Any

import pytest

from tlumach.checks.pairs.pair import PairRule
from tlumach.checks.pairs.typography.spaces import check_dashes, check_doubled, check_space_before_punctuation
from tlumach.problems import Level


@pytest.mark.parametrize(
    ("rule", "source", "target", "language"),
    [
        (check_doubled, "Слово.", "utter the the word", "en"),
        (check_doubled, "Слово.", "він  тут", "uk"),
        (check_doubled, "Слово.", "він,, тут", "uk"),
        (check_doubled, "Слово.", "кінець..", "uk"),
        (check_doubled, "Слово.", "у 2011.. 5 років", "uk"),
        (check_doubled, "Слово.", "і т.д.. А далі", "uk"),
        (check_doubled, "Слово.", "версія 2..", "uk"),
        (check_doubled, "Слово.", "версія 2..Далі", "uk"),
        (check_doubled, "Слово.", "і т.д.. Далі", "uk"),
        (check_space_before_punctuation, "Так, да.", "Так , так", "uk"),
        (check_space_before_punctuation, "Так ? Да.", "Так ? Так ?", "uk"),
        (check_space_before_punctuation, "(Так)", "( Так)", "uk"),
        (check_space_before_punctuation, "Слово?", "Слово ?", "uk"),
        (check_space_before_punctuation, "Слово.", "Слово .", "uk"),
        (check_space_before_punctuation, "«Слово»", "« Слово»", "uk"),
        (check_doubled, "значение", "**значення** значення ключа", "uk"),
        (check_doubled, "мост", "цей Цей міст", "uk"),
        (check_dashes, "а — б", "а - б", "uk"),
        (check_dashes, "а — б", "а -- б", "uk"),
        (check_dashes, "10–15", "10-15", "en"),
        (check_dashes, "а — б", "a — b", "en"),
        (check_dashes, "а — б", "а – б", "uk"),
        (check_dashes, "а — б", "слово —слово", "uk"),
    ],
)
def test_what_the_eye_passes_over_is_found(
    findings: Any, rule: PairRule, source: str, target: str, language: str
) -> None:
    assert findings(rule, source, target, language)


@pytest.mark.parametrize(
    ("rule", "source", "target", "language"),
    [
        (check_doubled, "Группа.", "The group Duran Duran", "en"),
        (check_doubled, "Слово.", "he had had that that", "en"),
        (check_doubled, "да да", "так так", "uk"),
        (check_doubled, "значение «Ключ»", "значення **Значення ключа**", "uk"),
        (check_doubled, "ключ", "клавіша <kbd>Клавіша Windows</kbd> і група <b>Група осіб</b>", "uk"),
        (check_doubled, "сторінка", "сторінка **[Сторінка входу](a.md)** і опція `Опція пошуку`", "uk"),
        (check_doubled, "окно «Вид»", "вікно «Вікно перегляду»", "uk"),
        (check_doubled, "Ждём...", "Чекаємо...", "uk"),
        (check_doubled, "Від -5 до +65.", "-5..+65 ºC, 4.8..5.5 V, 0..9, 10..-3, 5%..10%, 5°..10°, 5°C..9°C", "uk"),
        (check_doubled, "Від 0 до 9.", "0 .. 9, 1..n, A..Z, і..ї", "uk"),
        (check_space_before_punctuation, "Слово…", "Слово, .NET і … тут", "uk"),
        (check_space_before_punctuation, "Слово !", "Mot !", "fr"),
        (check_space_before_punctuation, "Масштаб.", "Масштаб 1 : 50 000", "uk"),
        (check_space_before_punctuation, "Привет.", "Привіт :) і ;-) та :(", "uk"),
        (check_space_before_punctuation, "Так ?", "Так ?", "uk"),
        (check_space_before_punctuation, "Счёт 2 : 1, да ; нет.", "Рахунок 2 : 1, так ; ні.", "uk"),
        (check_space_before_punctuation, "А.", "[а](  https://x.example  ) і б", "uk"),
        (check_doubled, "Что?.. Да!..", "Що?.. Так!..", "uk"),
        (check_doubled, "Слово.", "Слово... І…", "uk"),
        (check_dashes, "2022-03-05", "2022-03-05", "uk"),
        (check_dashes, "Тел. 255-05-05, 2—3", "Tel. 255-05-05, 2–3", "en"),
        (check_dashes, "а – б", "а – б", "uk"),
        (check_dashes, "Киев — Варшава", "Kyiv–Warsaw", "en"),
        (check_dashes, "а — б", "he spoke—and left", "en"),
        (check_dashes, "— Да", "— Так", "uk"),
    ],
)
def test_what_is_meant_is_let_be(findings: Any, rule: PairRule, source: str, target: str, language: str) -> None:
    assert findings(rule, source, target, language) == []


@pytest.mark.parametrize(
    ("language", "short", "both"),
    [
        ("uk", "Слово – діло.", "Слово – діло. Слово — діло."),
        ("ru", "Слово – дело.", "Слово – дело. Слово — дело."),
    ],
)
def test_a_short_dash_is_a_house_style_where_a_page_has_no_long_one(
    make_pair: Any, language: str, short: str, both: str
) -> None:
    pair = make_pair("A word is a deed.", short, language, source_language="en")
    assert [each.level for each in check_dashes(pair)] == [Level.INFO]
    assert [each.level for each in check_dashes(replace(pair, page=both))] == [None]
    hyphen = make_pair("A word is a deed.", short.replace("–", "-"), language, source_language="en")
    assert [each.level for each in check_dashes(hyphen)] == [None]


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("hi", "फ़िल्म में मैं यह नहीं समझ पाया।"), ("hi", "टीम में कुछ है।"), ("hi", "बार बार कहा।"), ("tr", "Yavaş yavaş geldi."),
        ("mr", "हळू हळू चालला."), ("id", "Anak anak datang."), ("ta", "மெல்ல மெல்ல வந்தான்."), ("bn", "ধীরে ধীরে এল।"),
    ],
)  # fmt: skip
def test_words_that_a_language_says_twice_and_parts_of_words_are_let_be(
    findings: Any, language: str, target: str
) -> None:
    assert findings(check_doubled, "Слово.", target, language) == []


def test_a_word_with_signs_of_its_own_is_found_where_it_stands_twice(findings: Any) -> None:
    assert findings(check_doubled, "Слово.", "ไม่ดี ไม่ดี มาก", "th") and findings(
        check_doubled, "Слово.", "die Brücke ist ist", "de"
    )


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("de", "Wenn Sie sie brauchen, eine Operation, die die Schleife hält."),
        ("fr", "Vous vous en servez."),
        ("nl", "Die die brug sluit."),
    ],
)
def test_words_that_stand_side_by_side_by_grammar_are_let_be(findings: Any, language: str, target: str) -> None:
    assert not findings(check_doubled, "A bridge.", target, language, source_language="en")
    assert findings(check_doubled, "A bridge.", target, "en", source_language="de")
