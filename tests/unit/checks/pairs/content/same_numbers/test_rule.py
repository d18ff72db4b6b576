import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from tlumach.checks.pairs.content.same_numbers.rule import check_numbers
from tlumach.problems import Level

CASES = yaml.load(
    (Path(__file__).parents[5] / "cases" / "numbers" / "pairs.yml").read_text(encoding="utf-8"), yaml.CSafeLoader
)


@pytest.mark.parametrize(("language", "source", "target"), [tuple(case) for case in CASES["same"]])
def test_the_same_numbers_written_otherwise_are_let_be(findings: Any, language: str, source: str, target: str) -> None:
    assert [found.message for found in findings(check_numbers, source, target, language)] == []


@pytest.mark.parametrize(("language", "source", "target"), [tuple(case) for case in CASES["different"]])
def test_different_numbers_are_found(findings: Any, language: str, source: str, target: str) -> None:
    assert findings(check_numbers, source, target, language)


@pytest.mark.parametrize(("original", "language", "source", "target"), [tuple(case) for case in CASES["same_between"]])
def test_the_same_numbers_are_let_be_whatever_the_source(
    findings: Any, original: str, language: str, source: str, target: str
) -> None:
    found = findings(check_numbers, source, target, language, source_language=original)
    assert [each.message for each in found] == []


@pytest.mark.parametrize(
    ("original", "language", "source", "target"), [tuple(case) for case in CASES["different_between"]]
)
def test_different_numbers_are_found_whatever_the_source(
    findings: Any, original: str, language: str, source: str, target: str
) -> None:
    assert findings(check_numbers, source, target, language, source_language=original)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Третья попытка.", unicodedata.normalize("NFD", "Третій раз, її спроба.")),
        ("Сто\u0301ит дорого.", "Коштує дорого."),
        ("Три\u00adдцать человек.", "Три\u200bдцять осіб."),
        ("Два\u0301дцать человек.", "Двадцять осіб."),
        ("Пять.", "П\u2019я\u0301ть."),
    ],
)
def test_a_word_is_one_word_whatever_its_marks_and_cuts(findings: Any, source: str, target: str) -> None:
    assert findings(check_numbers, source, target) == []


def test_a_message_has_both_numbers_and_both_texts_and_the_line(findings: Any) -> None:
    (found,) = findings(check_numbers, "- раз\n- 441 млрд тенге", "- один\n- 414 млрд тенге")
    assert (
        found.message
        == "441 млрд тенге in the source is 414 млрд тенге here: “раз 441 млрд тенге”, “один 414 млрд тенге”."
    )
    assert found.line == 1


PLAIN = [
    ("tr", "28 Ağustos 1834 tarihli antlaşma 441 milyon dolara, yüzde 17,5 daha fazlasına mal oldu."),
    ("cs", "Smlouva z 28. srpna 1834 stála 441 milionů dolarů, o 17,5 procenta víc."),
    ("fr", "Le traité du 28 août 1834 a coûté 441 millions de dollars, soit 17,5 % de plus."),
    ("es", "El tratado del 28 de agosto de 1834 costó 441 millones de dólares, un 17,5 % más."),
    ("ja", "1834年8月28日の条約の費用は4億4100万ドルで、17.5%増だった。"),
    ("ar", "كلفت معاهدة ٢٨ أغسطس ١٨٣٤ مبلغ ٤٤١ مليون دولار، أي بزيادة ١٧٫٥٪."),
]
SOURCE = "The treaty of 28 August 1834 cost 441 million dollars, 17.5% more."


@pytest.mark.parametrize(("language", "text"), PLAIN)
def test_figures_months_scales_and_shares_are_compared_in_every_language(
    findings: Any, language: str, text: str
) -> None:
    assert [each.message for each in findings(check_numbers, SOURCE, text, language, source_language="en")] == []
    for right, wrong in (("1834", "1843"), ("441 million", "441 billion"), ("17.5", "15.7"), ("August", "May")):
        changed = SOURCE.replace(right, wrong)
        assert findings(check_numbers, changed, text, language, source_language="en"), wrong


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("tr", "Five ships and two thousand men sailed.", "Beş gemi ve iki bin adam yelken açtı."),
        ("tr", "He waited for 3 days.", "Üç gün bekledi."),
        ("tr", "In August 5,400 people came; 12% were children.", "Ağustos'ta 5.400 kişi geldi; %12'si çocuktu."),
        ("cs", "In August 2022 prices rose to 1,250 crowns.", "V srpnu 2022 stouply ceny na 1 250 korun."),
        ("zh", "In August 2022 it cost 3.5 billion dollars.", "2022年8月，它花费了35亿美元。"),
        ("de-CH", "It cost 54,000 francs.", "Es kostete 54'000 Franken."),
        ("hi", "On 28 August 2022, 54,000 people came.", "28 अगस्त 2022 को 54,000 लोग आए।"),
        ("tlh", "In 2022 it cost 35 dollars.", "a 2022 b 35 c"),
    ],
)
def test_what_other_languages_put_in_words_or_write_otherwise_is_let_be(
    findings: Any, language: str, source: str, text: str
) -> None:
    assert [each.message for each in findings(check_numbers, source, text, language, source_language="en")] == []


def test_words_are_no_numbers_of_a_language_that_has_another_script(findings: Any) -> None:
    assert (
        findings(check_numbers, "Three scripts, 196 lines.", "Drei Schriften, 196 Zeilen.", "de", source_language="kk")
        == []
    )
    assert findings(
        check_numbers, "Three scripts, 196 lines.", "Drei Schriften, 169 Zeilen.", "de", source_language="kk"
    )


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        ("It cost 40 euros.", "Он стоил 50 евро.", None),
        ("In 1994 it closed.", "Он закрылся.", Level.WARNING),
        ("As of version 3.4 it works.", "Это работает.", Level.WARNING),
        ("Bring 9 kg of flour.", "Принесите муки.", Level.WARNING),
        ("Not 100% of course.", "Не всегда, конечно.", Level.INFO),
        ("He came in June.", "Он пришёл.", Level.WARNING),
        ("Show 2 went well.", "Выступление прошло хорошо.", Level.INFO),
        ("It is changed from 1,000 to 100.", "Оно изменено с 1,000 на 100.", Level.INFO),
        ("There is a fee of 0 %.", "Это без комиссии.", Level.INFO),
        ("It goes up to 6 levels deep.", "Он уходит вглубь на уровней.", Level.WARNING),
        ("He saw five ships.", "Он видел корабли.", Level.INFO),
        ("He saw ships.", "Он видел пять кораблей.", Level.INFO),
        ("It came in the 1980s.", "Он пришёл в 1990-х.", None),
        ("It came in the 1980s.", "Он пришёл в 1980 году.", Level.WARNING),
        ("It cost 4.5 crores.", "Он стоил 4,5.", Level.WARNING),
        ("It cost 1.7 billion.", "Он стоил 1,7 миллиона.", None),
        ("He saw five ships.", "Он видел шесть кораблей.", Level.WARNING),
        ("He came on Monday.", "Он пришёл во вторник.", None),
        ("It is 300 yards away.", "Это в 300 метрах.", Level.WARNING),
        ("It has 300 acres.", "В нём 300 гектаров.", None),
        ("See 2-1-4.", "См. 2-1-5.", Level.INFO),
        ("It was in the 80s today.", "Сегодня было 27 градусов.", Level.WARNING),
        ("It was at 7:35.", "Это было в 8:35.", None),
        ("It was 15 of them.", "Их было 1,5.", Level.WARNING),
        ("It was 1,500 of them.", "Их было 2 500.", None),
    ],
)
def test_what_may_be_rightly_so_is_said_more_quietly(
    findings: Any, source: str, target: str, level: Level | None
) -> None:
    (found,) = findings(check_numbers, source, target, "ru", source_language="en")
    assert found.level is level


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("de", "See X.25 and all SHA-1s, F‑16s too.", "Siehe X.25-Protokoll und jede SHA-1-Summe, auch F-16."),
        ("de", "It is so.:121,154 And 38-1–38.", "Es ist so.:121,154 Und 38-1–38."),
        ("de", "Call +7 (495) 229 62 01.", "Rufen Sie +7 (495) 229-6201 an."),
        ("de", "The June 5 in June.", "Die June 5 im Juni."),
    ],
)
def test_what_stands_letter_for_letter_on_both_sides_does_not_count(
    findings: Any, language: str, source: str, target: str
) -> None:
    assert [each.message for each in findings(check_numbers, source, target, language, source_language="en")] == []


@pytest.mark.parametrize(
    ("source", "target", "is_right"),
    [
        ("See Figure 4-2 and Listing 16-4.", "См. рис. 4.2 и листинг 16.4.", True),
        ("See Figure 4-2.", "См. рис. 4.3.", False),
        ("The key thousands_sep parts groups.", "Ключ thousands_sep делит группы.", True),
        ("Numbers up to 2<sup>7</sup> − 1.", "Числа до 2 <sup>7</sup> − 1.", True),
        ("Numbers up to 2<sup>7</sup> − 1.", "Числа до 3<sup>7</sup> − 1.", False),
        ("Some 8m tonnes of grain.", "Около 8 млн тонн зерна.", True),
        ("Some 8m tonnes of grain.", "Около 9 млн тонн зерна.", False),
        ("He lost in the round of 16.", "Он проиграл в 1/8 финала.", True),
        ("A woman in her 40s came.", "Пришла женщина лет сорока.", True),
        ("A woman in her 40s came.", "Пришла женщина лет тридцати.", False),
        ("It needs v3.2.25 or later.", "Нужна версия 3.2.25 или новее.", True),
        ("It needs v3.2.25 or later.", "Нужна версия 3.2.26 или новее.", False),
        ("Some 100 millions of comparisons.", "Около 100 миллионов сравнений.", True),
        ("Some 100 millions of comparisons.", "Около 100 тысяч сравнений.", False),
    ],
)
def test_the_number_of_a_figure_may_have_a_point(findings: Any, source: str, target: str, is_right: bool) -> None:
    assert (findings(check_numbers, source, target, "ru", source_language="en") == []) is is_right


def test_a_figure_that_is_said_twice_is_compared_each_time(findings: Any) -> None:
    (found,) = findings(
        check_numbers, "The width is 8, and the height 8.", "Ширина — 8, а высота — 5.", "ru", source_language="en"
    )
    assert "8 in the source is 5 here" in found.message and found.level is None


def test_a_number_that_a_translation_adds_is_info(findings: Any) -> None:
    (found,) = findings(
        check_numbers, "It returns the hash.", "Возвращает хеш из 32 знаков.", "ru", source_language="en"
    )
    assert found.level is Level.INFO


def test_a_figure_that_stands_for_two_is_compared(findings: Any) -> None:
    source, target = "Chapter 13 is new, and chapter 14 old.", "Глава 14 новая, а глава 14 старая."
    (found,) = findings(check_numbers, source, target, "ru", source_language="en")
    assert "13 in the source is 14 here" in found.message and found.level is None


def test_a_comma_that_stands_before_decimals_is_explained(findings: Any) -> None:
    (found,) = findings(check_numbers, "It has 20,000 lines.", "В нём 20,000 строк.", "ru", source_language="en")
    assert "write 20 000" in found.message.replace("\u00a0", " ")
