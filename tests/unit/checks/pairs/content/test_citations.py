from typing import Any

import pytest

from tlumach.blocks import split
from tlumach.checks.pairs.content.citations import check_unsourced_fact, unsourced_facts
from tlumach.checks.pairs.pair import Side

SOURCED = '!!! note "А"\n\n    Завод основан в 1949 году[^a].'


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ('!!! note "А"\n\n    Завод основан в 1949 году.', '!!! note "A"\n\n    The plant was founded in 1949.', "en"),
        ("[^a]: По данным министерства, их стало больше.", "[^a]: За даними міністерства, їх побільшало.", "uk"),
        ("[^a]: Выросло на 5%.", "[^a]: Зросло на 5%.", "uk"),
    ],
)
def test_a_fact_without_source_is_found_once_in_the_source(
    findings: Any, source: str, target: str, language: str
) -> None:
    (found,) = unsourced_facts(Side("ru", split(source)[0][0]))
    assert "names no source" in found.message
    assert findings(check_unsourced_fact, source, target, language) == []


def test_a_fact_of_the_translation_alone_is_found_there_with_its_line(findings: Any) -> None:
    target = '!!! note "А"\n\n    Завод засновано[^a].\n\n    У 2020 році його закрили.'
    (found,) = findings(check_unsourced_fact, '!!! note "А"\n\n    Завод[^a].\n\n    Закрыт.', target)
    assert found.line == 4


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (SOURCED, SOURCED.replace("основан в 1949 году", "засновано 1949 року")),
        ("[^a]: Здесь описка: ниже в тексте 2023 год.", "[^a]: Тут описка: нижче в тексті 2023 рік."),
        ("[^a]: См. [отчёт](https://x.example), 2021.", "[^a]: Див. [звіт](https://x.example), 2021."),
        ("[^a]: Закон № 123-ФЗ от 4 мая 2011 года.", "[^a]: Закон № 123-ФЗ від 4 травня 2011 року."),
        ("В 2021 году построен завод.", "2021 року збудували завод."),
        ('!!! note "Коротко"\n\n    Причины неясны.', '!!! note "Стисло"\n\n    Причини неясні.'),
    ],
)
def test_sourced_facts_remarks_on_the_text_and_the_text_itself_are_let_be(
    findings: Any, source: str, target: str
) -> None:
    assert findings(check_unsourced_fact, source, target) == []
