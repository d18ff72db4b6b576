from dataclasses import replace
from typing import Any

import pytest

from tlumach.checks.pairs.typography.quotation_marks import check_quotation_marks
from tlumach.problems import Level


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("«Да».", "“Так”.", "uk"),
        ("«Да».", "«Yes».", "en"),
        ("«Да».", '"Так".', "uk"),
        ("«Да».", "»Так«.", "uk"),
        ("«Да».", "«Так.", "uk"),
        ("«Да».", "Так».", "uk"),
        ("«Да „нет“ да».", "«Так “ні« так».", "uk"),
        ("«Да „нет“ да».", "«Так «ні» так».", "uk"),
        ("«Да».", "‘Yes”.", "en"),
        ("Слово «да».", "The word 'yes'.", "en"),
        ("Слово «да».", "Слово ‘так’.", "uk"),
    ],
)
def test_wrong_and_lonely_marks_are_found(findings: Any, source: str, target: str, language: str) -> None:
    assert len(findings(check_quotation_marks, source, target, language)) == 1


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("«Да „нет“ да».", "«Так „ні“ так».", "uk"),
        ("«Да „нет“ да».", "«Так “ні” так».", "uk"),
        ("«Да „нет“ да».", "“Yes ‘no’ yes.”", "en"),
        ("«Да».", "‘Yes’, the ministers’ aide said, isn’t it.", "en"),
        ("«Начало", "«Початок", "uk"),
        ('"Да".', '"Так".', "uk"),
        ('"Начало.', "«Початок.", "uk"),
        ('Конец", - сказал он.', "Кінець», — сказав він.", "uk"),
        ('Он сказал: "Да.', "He said: “Yes.", "en"),
        ("'Начало.", "«Початок.", "uk"),
        ("Мы ушли.'", "Ми пішли».", "uk"),
        ('Слово "да" и "нет.', "Слово «так» і «ні.", "uk"),
        ("«Да».\n«Нет».", "“Yes.\n“No.”", "en"),
        ("Слово 90-х.", "Rock ’n’ roll of the ’90s.", "en"),
        ("«Да».", "„Ja“.", "de"),
        ("«Да».", "«Ja».", "de"),
    ],
)
def test_right_ones_are_let_be(findings: Any, source: str, target: str, language: str) -> None:
    assert findings(check_quotation_marks, source, target, language) == []


WRONG = [
    ("de", 'Er sagte: "Ja".'),
    ("de", "Er sagte: “Ja”."),
    ("de", "Er sagte: „Ja."),
    ("de", "Er sagte: ”Ja“."),
    ("de", "Sie sagte: 'Nein'."),
    ("pl", "Powiedział: “Tak”."),
    ("pl", 'Powiedział: "Tak".'),
    ("pl", "Powiedział: „Tak."),
    ("kk", "Ол ‹иә› деді."),
    ("kk", 'Ол "иә" деді.'),
    ("be", 'Ён сказаў: "Так".'),
    ("tr", "“Evet dedi."),
    ("tr", 'O "evet" dedi.'),
    ("fr", 'Il dit "oui".'),
    ("ja", "彼は“はい”と言った。"),
]
RIGHT = [
    ("de", "Er sagte: „Ja ‚doch‘ ja“, und ging’s an."),
    ("de", "Er sagte: »Ja ›doch‹ ja«."),
    ("de-CH", "Er sagte: «Ja»."),
    ("pl", "„Tak «nie» tak”."),
    ("kk", "Ол «иә “жоқ” иә» деді."),
    ("be", "Сям’я: «Так „не“ так»."),
    ("tr", "“Evet ‘hayır’ evet” dedi; Türkiye’de."),
    ("fr", "Il dit «\u00a0oui\u00a0» : l’été."),
    ("es", "Dijo «sí»."),
    ("es", "Dijo “sí”."),
    ("sv", "Han sa ”ja”."),
    ("fi", "Hän sanoi ”joo”."),
    ("ja", "彼は「はい『いいえ』」と言った。"),
    ("he", 'הוא אמר ”כן”, צה"ל.'),
    ("tlh", "“HIja’”."),
]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_marks_of_other_languages_and_straight_ones_are_found_in_every_language(
    findings: Any, language: str, text: str
) -> None:
    assert len(findings(check_quotation_marks, "He said “yes”.", text, language, source_language="en")) == 1


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_marks_that_its_printers_use_are_let_be(findings: Any, language: str, text: str) -> None:
    assert [
        each.message for each in findings(check_quotation_marks, "He said “yes”.", text, language, source_language="en")
    ] == []


def test_straight_marks_are_a_house_style_in_english_where_a_page_has_no_others(make_pair: Any) -> None:
    pair = make_pair("Слово «да».", 'The word "yes".', "en")
    assert [each.level for each in check_quotation_marks(pair)] == [Level.INFO]
    mixed = replace(pair, page='The word "yes".\n\nThe word “no”.')
    assert [each.level for each in check_quotation_marks(mixed)] == [None]


def test_a_quotation_that_the_source_closes_is_closed(findings: Any) -> None:
    assert findings(check_quotation_marks, 'Он сказал: "Да".', "Він сказав: «Так.")


def test_a_quotation_may_be_closed_in_another_paragraph_of_its_page(make_pair: Any) -> None:
    pair = make_pair("«Начало», - сказал он.", "«Початок.")
    assert list(check_quotation_marks(replace(pair, page="«Початок.\n\nКінець», — сказав він."))) == []
    assert len(list(check_quotation_marks(replace(pair, page="«Початок.\n\nКінець, — сказав він.")))) == 1
    turned = make_pair("«Начало».", "»Початок«.")
    assert len(list(check_quotation_marks(replace(turned, page="»Початок«.")))) == 1
    assert len(list(check_quotation_marks(replace(pair, page="«Початок.\n\n«Кінець», — сказав він.")))) == 1


def test_the_other_half_of_a_quotation_stands_near_whatever_else_its_page_has(make_pair: Any) -> None:
    opened, closed = (
        make_pair("So he said.", "Сказав: «Так.", source_language="en"),
        make_pair("And left.", "І пішов».", source_language="en"),
    )
    page = "Ось «слово» тут.\n\nСказав: «Так.\n\nЦе «все».\n\nІ пішов».\n\nКінець» тексту.\n"
    assert list(check_quotation_marks(replace(opened, page=page))) == []
    assert list(check_quotation_marks(replace(closed, page=page))) == []
    alone = make_pair("The end of it.", "Кінець» тексту.", source_language="en")
    assert len(list(check_quotation_marks(replace(alone, page=page)))) == 1
    assert len(list(check_quotation_marks(replace(opened, page=page.replace("І пішов»", "І пішов"))))) == 0
    assert len(list(check_quotation_marks(replace(opened, page="Сказав: «Так.\n\nЦе «все».\n")))) == 1


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        ('He said "yes" to it.', 'Он сказал "да на это.', 1),
        ("See the section.", 'См. раздел "Как быть.', 1),
        ('He said "yes" to it.', 'Он сказал "да" на это.', 0),
        ('It is 7" wide.', 'Ширина 7".', 0),
        ("It is 7 inches wide.", 'Ширина 7".', 0),
        ('"It goes on.', '"Это продолжается.', 0),
    ],
)
def test_a_straight_mark_that_lost_its_partner_is_found(findings: Any, source: str, target: str, count: int) -> None:
    assert len(findings(check_quotation_marks, source, target, "ru", source_language="en")) == count
