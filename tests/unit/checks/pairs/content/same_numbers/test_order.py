from typing import Any

import pytest

from tlumach.checks.pairs.content.same_numbers.rule import check_numbers
from tlumach.problems import Level


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("Works with Windows 10 and 11, 8.1 and 8.", "Работает на Windows 11 и 10, 8.1 и 8.", "11 before 10"),
        ("It was 18% here, 24% there.", "Тут 24 %, там 18 %.", "24 % before 18 %"),
        (
            "It began in 2014. It ended in 2022.",
            "Это началось в 2022 году. Кончилось в 2014-м.",
            "2022 году before 2014-м",
        ),
        (
            "Elected on 3 March 2019. Tried on 5 April 2021.",
            "Избран 5 апреля 2021 года. Суд был 3 марта 2019 года.",
            "5 апреля 2021 года before 3 марта 2019 года",
        ),
        ("It takes 32 or 64 GB. Then 10,000 lines.", "Нужно 64 или 32 ГБ. И 10 000 строк.", "64 before 32"),
        (
            "See page 2018-07-12 and page 2019-11-01.",
            "См. страницы 01.11.2019 и 12.07.2018.",
            "01.11.2019 before 12.07.2018",
        ),
        ("On 3 March 2021 and 5 April 2022.", "5 апреля 2022 и 3 марта 2021.", "5 апреля 2022 before 3 марта 2021"),
    ],
)
def test_two_figures_that_changed_places_are_a_warning(findings: Any, source: str, target: str, said: str) -> None:
    (found,) = findings(check_numbers, source, target, "ru", source_language="en")
    assert found.level is Level.WARNING
    assert f", {said}: " in found.message


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Yes. From 2010 it is 1. Page 4 of Doc 9303.", "Да. С 2010 это 1. Страница 9303 док. 4."),
        ("Rights of Section 2(1).", "Права подпункта 1 пункта 2."),
        ("There are 1,000,000 bits in 1 coin.", "В 1 монете 1 000 000 бит."),
        ("It works with 2.4 and 2.2.", "Работает с 2.2 и 2.4."),
        ("See RFC 4357, section 11.2.", "См. раздел 11.2 стандарта RFC 4357."),
        ("Wait 5000 ms, which is 5 s.", "Ждите 5 мс, то есть 5000 с."),
    ],
)
def test_digits_versions_and_parts_of_laws_that_changed_places_are_info(
    findings: Any, source: str, target: str
) -> None:
    (found,) = findings(check_numbers, source, target, "ru", source_language="en")
    assert found.level is Level.INFO


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("PHP 5 was released in July 2004.", "В июле 2004 вышел PHP 5."),
        ("14 of 17 came.", "Из 17 пришли 14."),
        ("Ports 1, 2, 3, 4.", "Порты 4, 3, 2, 1."),
        ("From 2018-07-12 to 2019-11-01.", "С 12.07.2018 по 01.11.2019."),
        ("On March 3, 2021, and May 5, 2021.", "3 марта 2021 и 5 мая 2021."),
        ("Python 3 and Python 3.", "Python 3 и Python 3."),
        ("Take 2 of `3` and 4.", "Возьмите 2 из `3` и 4."),
        ("One, two and 3.", "Раз, два и 3."),
    ],
)
def test_what_a_language_puts_otherwise_is_let_be(findings: Any, source: str, target: str) -> None:
    assert findings(check_numbers, source, target, "ru", source_language="en") == []


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        ("Присяга 3 марта, парад 5 апреля.", "The parade on 5 April follows the oath on 3 March.", None),
        ("Присяга 3 марта. Парад 5 апреля.", "The oath is on 5 April. The parade is on 3 March.", Level.WARNING),
        ("207 за, 394 против.", "It was lost by 394 to 207.", None),
    ],
)
def test_into_english_dates_keep_to_their_sentences(
    findings: Any, source: str, target: str, level: Level | None
) -> None:
    found = findings(check_numbers, source, target, "en", source_language="ru")
    assert [each.level for each in found] == ([level] if level else [])


def test_items_of_a_list_may_change_places(findings: Any) -> None:
    source, target = "- Height 35 mm.\n- Holes 30 mm.\n- Mass 9 g.", "- Отверстия 30 мм.\n- Высота 35 мм.\n- Масса 9 г."
    assert not findings(check_numbers, source, target, "ru", source_language="en")
