from typing import Any

import pytest

from tlumach.checks.pairs.typography.letters import check_letters
from tlumach.problems import Level


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


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("The site of РБК.", "en"), ("A decentralised «мессенджер», says «Новая» of Москва.", "en"), ("The СССР of 1922.", "en"),
        ("Голос маріанна вышел.", "ru"), ("Сайт Маріанни: засідання.", "ru"), ("Песня «Їхав козак за Дунай, сів у шинку».", "ru"),
    ],
)  # fmt: skip
def test_a_word_of_another_language_in_a_source_is_told_when_asked_for(
    findings: Any, source: str, language: str
) -> None:
    for found in findings(check_letters, source, "Слово.", "uk", source_language=language):
        assert found.in_source and found.level is Level.INFO


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("A luxurу.", "en"), ("An е here.", "en"), ("Рор.", "de"), ("Список участніков.", "ru"),
        ("Он і она.", "ru"), ("Cпасибо.", "ru"), ("Иcправленные.", "ru"), ("Наш словнык.", "uk"), ("Наша поэтесса.", "uk"),
    ],
)  # fmt: skip
def test_a_slip_in_a_source_is_an_error(findings: Any, source: str, language: str) -> None:
    found = findings(check_letters, source, "Слово.", "uk", source_language=language)
    assert any(each.in_source and each.level is None for each in found)


@pytest.mark.parametrize("word", ["РБК", "окно", "Nдв"])
def test_a_translation_into_english_has_no_cyrillic(findings: Any, word: str) -> None:
    found = findings(check_letters, f"Слово {word}.", f"The word {word}.", "en")
    assert [each.level for each in found if not each.in_source] == [None]


@pytest.mark.parametrize(
    "symbol",
    [
        "Nдв",
        "NВ",
        "Vмакс",
        "Uпит",
        "Iмакс",
        "Rнагр",
        "Lэ",
        "Qном",
        "Fтр",
        "Cмакс",
        "Pср",
        "Tвх",
        "Hмин",
        "Sобщ",
        "tокр",
        "vср",
        "uвх",
        "dвн",
    ],
)
def test_a_symbol_with_an_index_is_no_slip(findings: Any, symbol: str) -> None:
    (found,) = findings(check_letters, "Word.", f"Величина {symbol} равна нулю.", "ru", source_language="en")
    assert found.level is Level.INFO and "symbol" in found.message


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("Cкорость", "ru"), ("Cумма", "ru"), ("Tок", "ru"), ("Oн", "ru"), ("Pис", "ru"), ("Kац", "ru"), ("Fайл", "ru"), ("CССР", "ru"),
        ("Iнша", "uk"), ("Iван", "uk"), ("OБСЄ", "uk"), ("Pік", "uk"), ("тoк", "ru"), ("Aх", "uk"),
        ("nочь", "ru"), ("rаз", "ru"), ("sам", "ru"), ("Hе", "ru"), ("Nдв", "en"), ("Uпит", "en"),
    ],
)  # fmt: skip
def test_a_word_with_a_capital_that_only_looks_right_is_an_error(findings: Any, word: str, language: str) -> None:
    (found,) = findings(check_letters, "Слово.", f"{word} and" if language == "en" else f"{word} тут", language)
    assert found.level is None and "Type the word anew" in found.message


@pytest.mark.parametrize("word", ["выsidится", "киноSHOTный", "ПРОwayДА", "«заZеркалье»", "«Sкорость»"])
def test_a_play_on_words_is_a_warning(findings: Any, word: str) -> None:
    (found,) = findings(check_letters, "Word.", f"Слово {word} тут", "ru", source_language="en")
    assert found.level is Level.WARNING


@pytest.mark.parametrize(
    "word", ["Firefoxфункції", "USBпорт", "Fiмережа", "PRменеджер", "Linuxможливо", "вFirefox", "сайтFirefox", "уLinux"]
)
def test_a_space_between_a_latin_and_a_cyrillic_word_is_missing(findings: Any, word: str) -> None:
    (found,) = findings(check_letters, "Firefox, Linux, Debian.", f"Це {word} тут", "uk", source_language="en")
    assert found.level is None and "space" in found.message
