from typing import Any

import pytest

from tlumach.checks.pairs.typography.quotation_marks import check_quotation_marks


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
        ("«Да».\n«Нет».", "“Yes.\n“No.”", "en"),
        ("Слово 90-х.", "Rock ’n’ roll of the ’90s.", "en"),
        ("«Да».", "„Ja“.", "de"),
    ],
)
def test_right_ones_are_let_be(findings: Any, source: str, target: str, language: str) -> None:
    assert findings(check_quotation_marks, source, target, language) == []
