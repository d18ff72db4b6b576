from typing import Any

import pytest

from tlumach.checks.pairs.typography.no_break import check_no_break_space


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("441_млрд", "441 млрд", "uk"),
        ("27_августа", "27 серпня", "uk"),
        ("2022_г.", "2022 р.", "uk"),
        ("2022–2023_гг.", "2022–2023 рр.", "uk"),
        ("ст._4 закона", "ст. 4 закону", "uk"),
        ("г._Астана", "м. Київ", "uk"),
        ("м._Київ", "г. Киев", "ru"),
        ("ул._Мира", "вул. Миру", "uk"),
        ("стр._7", "стор. 7", "uk"),
        ("№_7", "№ 7", "uk"),
        ("№ 7 и № 8", "No._7 and No. 8", "en"),
        ("Ф._И._Лидваль", "F._I. Lidval", "en"),
        ("слово_— слово", "слово — слово", "uk"),
        ("в_доме и_саду", "у домі і саду", "uk"),
    ],
)
def test_a_plain_space_is_found_where_the_source_has_a_no_break_one(
    findings, source: str, target: str, language: str
) -> None:
    found = findings(check_no_break_space, source.replace("_", "\u00a0"), target.replace("_", "\u00a0"), language)
    assert len(found) == 1


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("441 млрд", "441 млрд", "uk"),
        ("441_млрд и 27 августа", "441_млрд і 27 серпня", "uk"),
        ("441_млрд в 2022_г. Президент", "441_млрд у 2022_р. Президент", "uk"),
        ("441_млрд, г. Астана", "441_млрд, м. Астана", "uk"),
        ("441_млрд и в доме", "441_млрд і в домі", "uk"),
        ("39_депутатов", "39 deputies", "en"),
        ("№_7 и 15_км", "No. 7 and 15 km", "en"),
        ("441_млрд", "441 Milliarden", "de"),
    ],
)
def test_authors_who_do_without_are_let_be(findings: Any, source: str, target: str, language: str) -> None:
    found = findings(check_no_break_space, source.replace("_", "\u00a0"), target.replace("_", "\u00a0"), language)
    assert found == []
