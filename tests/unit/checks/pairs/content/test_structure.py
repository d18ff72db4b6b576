from typing import Any

import pytest

from tlumach.checks.pairs.content.structure import check_structure


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("## Итоги", "### Підсумки", "level of the heading: the source has 2, this has 3"),
        ("Итоги", "- Підсумки", "is a list, where the source has a paragraph"),
        ("- раз\n- два", "- раз", "list items (level and kind): the source has 2 (1• 1•), this has 1 (1•)"),
        ("1. раз", "- раз", "1#"),
        ("- а\n    - б", "- а\n- б", "2•"),
        (
            "| А | Б |\n|---|---|\n| в | г |",
            "| А | Б |\n|---|---|",
            "cells of each row: the source has 2, 2, 2, this has 2, 2",
        ),
        ('!!! note "А"\n\n    Б.', '!!! tip "А"\n\n    Б.', "kind of box: the source has !!! note, this has !!! tip"),
        ('!!! note "А"\n\n    Б.\n\n    В.', '!!! note "А"\n\n    Б. В.', "paragraphs: the source has 3, this has 2"),
        ("![а](x.png) б", "б", "images: the source has 1, this has none"),
        ("`sha256sum -c`", "`sha256sum -C`", "code: the source has “sha256sum -c”"),
        ("```\na\n```", "```\nb\n```", "code: the source has"),
    ],
)
def test_what_differs_is_named(findings: Any, source: str, target: str, said: str) -> None:
    found = findings(check_structure, source, target)
    assert said in found[0].message


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("# А { #a }", "# Б { #a }"),
        ("- а\n- б", "* а\n* б"),
        ("1. а\n2. б", "1. а\n1. б"),
        ("Команда `x КЛЮЧ`.", "Команда `x KEY`."),
        ("| А |\n|---|", "| Б  |\n| --- |"),
        ("<b>а</b>", "<i>б</i>"),
    ],
)
def test_what_differs_in_nothing_that_counts_is_let_be(findings: Any, source: str, target: str) -> None:
    assert findings(check_structure, source, target) == []
