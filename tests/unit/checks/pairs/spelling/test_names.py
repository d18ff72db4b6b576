from typing import Any

import pytest

from tlumach.checks.pairs.spelling.rule import check_spelling


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("Open Windows Explorer.", "Откройте Windiws Explorer.", "“Windiws” is “Windows” in the source"),
        ("Monero is new.", "Новый Mlnero.", "“Mlnero” is “Monero”"),
        ("Install Bootstrap.", "Установка Boostrap.", "“Boostrap” is “Bootstrap”"),
        ("Mozilla owns it. Mozilla is good.", "Владеет Mozilla. Mezilla хороша.", "“Mezilla” is “Mozilla”"),
        ("Variance is small.", "Вариантность (Variances) мала.", ""),
        ("Cookies are kept.", "Файлы Cookie хранят.", ""),
        ("Windows and Window.", "Windows и Window.", ""),
        ("Use Matrix and Metrix.", "Matrix и Metrix.", ""),
        ("Signal is free.", "Signed свободен.", ""),
        ("Kiev is old.", "`Kyev` старый, user@Kjev.example", ""),
    ],
)
def test_a_name_is_compared_with_those_of_the_source(findings: Any, source: str, target: str, said: str) -> None:
    found = [each.message for each in findings(check_spelling, source, target, "ru", source_language="en")]
    assert [each.split(" in the source")[0] for each in found] == ([said.split(" in the source")[0]] if said else [])


def test_a_text_in_latin_letters_inflects_its_names(findings: Any) -> None:
    assert not findings(check_spelling, "Konstantin kam.", "Konstantyn came.", "en", source_language="de")
