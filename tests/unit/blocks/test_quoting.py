import pytest

from tlumach.blocks import split
from tlumach.blocks.quoting import quoted

CASES = {
    "Раз[^1] и [два](b.md).": "Раз и [два](b.md).",
    "Раз\n{ .headline }": "Раз",
    "## Раз *два* { #one }": "**Раз *два***",
    "- раз\n- два[^x]": "- раз\n    - два",
    '!!! note "Раз"\n\n    Два.': '!!! note "Раз"\n\n        Два.',
}


@pytest.mark.parametrize("text", CASES)
def test_an_original_is_folded_without_marks_and_ids(text: str) -> None:
    (block,) = split(text)[0]
    assert quoted(block, "Сейчас") == f'??? original "Сейчас"\n\n    {CASES[text]}'


@pytest.mark.parametrize("text", CASES)
def test_it_is_one_block(text: str) -> None:
    (block,) = split(text)[0]
    assert len(split(quoted(block, "x"))[0]) == 1
