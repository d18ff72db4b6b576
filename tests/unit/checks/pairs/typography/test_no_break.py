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
        ("г._Москва", "г. Киев", "ru"),
        ("ул._Мира", "вул. Миру", "uk"),
        ("стр._7", "стор. 7", "uk"),
        ("№_7", "№ 7", "uk"),
        ("№ 7 и № 8", "No._7 and No. 8", "en"),
        ("Ф._И._Лидваль", "F._I. Lidval", "en"),
        ("слово_— слово", "слово — слово", "uk"),
        ("в_доме и_саду", "у домі і саду", "uk"),
        ("12_км", "12 km", "de"),
        ("28_августа", "Am 28. August", "de"),
        ("№_7", "§ 7 der Ordnung", "de"),
        ("ст._4", "Art. 4 des Gesetzes", "de"),
        ("А._С. Пушкин", "A. S. Puschkin", "de"),
        ("2022_г.", "2022 r.", "pl"),
        ("в_доме", "w domu, w_sadzie", "pl"),
        ("27_августа", "27 sierpnia", "pl"),
        ("ул._Мира", "ul. Pokoju", "pl"),
        ("2022_г.", "2022 г.", "be"),
        ("27_августа", "27 жніўня", "be"),
        ("в_доме", "у доме, з_ім", "be"),
        ("2022_г.", "2022 ж.", "kk"),
        ("27_августа", "27 тамыз", "kk"),
        ("К._Токаев", "Қ. Тоқаев", "kk"),
        ("50_%", "50 %", "fr"),
        ("27_августа", "27 août", "fr"),
        ("Что это?", "Qu’est-ce_? Rien !", "fr"),
        ("«Да».", "«_Oui », dit-il.", "fr"),
        ("Да: нет.", "Oui_: non ; rien.", "fr"),
        ("50_%", "50 %", "es"),
        ("№_7", "n.º 7", "es"),
        ("12_км", "12 km", "tr"),
        ("27_августа", "27 Ağustos", "tr"),
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
        ("12_км", "Zwölf Kilometer, 12 Häuser, 3 Gäste", "de"),
        ("в_доме", "w domu", "sv"),
        ("в доме", "w domu", "pl"),
        ("Что это?", "Qu’est-ce ? Rien !", "fr"),
        ("Что это?", "Qu’est-ce_? Rien_! A 10:30 et https://a", "fr"),
        ("12_км", "12 kişi, 3 gün", "tr"),
        ("12_км", "12_km od 17.30 w_sobotę; szpital nr_2 w_Nicei", "pl"),
        ("12_км", "12_км от дома 2 в_Киеве", "ru"),
        ("Ясно: |, ?, *, :, /.", "Interdits_: |, ?, *, :, /.", "fr"),
    ],
)
def test_authors_who_do_without_are_let_be(findings: Any, source: str, target: str, language: str) -> None:
    found = findings(check_no_break_space, source.replace("_", "\u00a0"), target.replace("_", "\u00a0"), language)
    assert found == []
