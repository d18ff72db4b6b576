from typing import Any

import pytest

from tlumach.checks.pairs.typography.letters import check_letters


@pytest.mark.parametrize(
    ("source", "target", "language", "said"),
    [
        ("Словарь.", "Словнык.", "uk", "“Словнык” has letters that Ukrainian lacks"),
        ("Разработчики.", "Рoзробники.", "uk", "“Рoзробники” mixes Latin and Cyrillic: o is Latin"),
        ("Роскошь.", "Luxurу.", "en", "у is Cyrillic"),
        ("Мир.", "Мир is here.", "en", "“Мир” has letters that English lacks"),
        ("Люди ушли в поля.", "«Люди вышли в поле сегодня»", "uk", "“вышли” has"),
    ],
)
def test_a_wrong_letter_is_named(findings: Any, source: str, target: str, language: str, said: str) -> None:
    (found,) = findings(check_letters, source, target, language)
    assert said in found.message and not found.in_source


def test_the_source_is_looked_at_too(findings: Any) -> None:
    (found,) = findings(check_letters, "Голосовалі все.", "Усі голосували.")
    assert found.in_source and "Russian lacks" in found.message


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Слово «ещё раз».", "Слово «ещё раз».", "uk"),
        ("Слово.", "The word *слово*.", "en"),
        ("Сайт ([ГОРДОН](https://x.example)).", "Site ([ГОРДОН](https://x.example)).", "en"),
        ("По-украински «засідання».", "In Ukrainian.", "en"),
        ("IT-компания и iPhone.", "IT-компанія та iPhone.", "uk"),
        ("`код ы`", "`код ы`", "uk"),
    ],
)
def test_names_quotations_and_compounds_are_let_be(findings: Any, source: str, target: str, language: str) -> None:
    assert findings(check_letters, source, target, language) == []


def test_many_words_of_a_line_are_one_finding(findings: Any) -> None:
    (found,) = findings(check_letters, "А.", "Это было, мы ещё вышли, объект взяты, мыло.")
    assert "and 3 more have letters" in found.message or "more have letters" in found.message


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Include the router.", "Включення router'ів.", "uk"),
        ("Include the router.", "Включение router’а.", "ru"),
        ("Pull requests.", "Создают pull request'ы.", "ru"),
        ("Linux runs.", "Ядро Linux'а.", "ru"),
        ("Python will compare.", "Pythonу придётся сравнить.", "ru"),
        ("Use Docker here.", "Dockerом тут.", "ru"),
        ("An SMS came.", "Пришла SMSка.", "ru"),
        ("PDFs are there.", "Файли PDFи.", "uk"),
        ("Email.", "Надішліть email'ом.", "uk"),
        ("The API is new.", "Нові API`шки.", "uk"),
    ],
)
def test_a_latin_word_with_a_cyrillic_ending_is_inflected(
    findings: Any, source: str, target: str, language: str
) -> None:
    assert findings(check_letters, source, target, language, source_language="en") == []


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("The previous example.", "У попередньому прикладi.", "uk"),
        ("The USA.", "Сполучені Штати, USА.", "uk"),
        ("A company.", "Кoмпанія.", "uk"),
        ("The service.", "Служба servісe.", "uk"),
        ("Don’t.", "Нe треба.", "uk"),
        ("A page.", "Сторінкa.", "uk"),
    ],
)
def test_a_letter_that_only_looks_right_is_no_ending(findings: Any, source: str, target: str, language: str) -> None:
    assert findings(check_letters, source, target, language, source_language="en")


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("be", "Беларускi горад", 1), ("be", "Помощь прыйшла", 1), ("be", "Беларускі горад", 0), ("be", "router’ы", 0),
        ("pl", "Дума głosowała", 1), ("pl", "Duma głosowała", 0), ("de", "Dеr Rat", 1), ("tr", "Meclis «Дума» dedi", 0),
        ("kk", "Ўкраїна туралы", 1), ("kk", "Қазақстан ұлы", 0), ("ja", "ロシアの Дума", 0),
    ],
)  # fmt: skip
def test_letters_are_looked_at_in_every_language_that_has_an_alphabet(
    findings: Any, language: str, text: str, number: int
) -> None:
    assert len(findings(check_letters, "Дума.", text, language)) == number
