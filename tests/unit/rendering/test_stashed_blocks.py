"""A browser ends a paragraph before a block: what has an id and holds code is none."""

from xml.etree import ElementTree

import pytest
from tests.unit.rendering.test_extension import rendered

CODE = "```python\nx = 1\n```\n"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        (f"# T\n\n{CODE}", "p-"),
        (f"# T\n\n{CODE}{{ #code }}\n", "code"),
        ("# T\n\n```python {#own}\nx = 1\n```\n", "p-"),
        ("# T\n\n~~~\nx\n~~~\n", "p-"),
    ],
)
def test_the_id_of_code_stands_on_an_element_that_holds_it(text: str, id: str) -> None:
    block = rendered(text)[1]
    assert block.tag == "div" and str(block.get("id")).startswith(id)
    assert block.find("div[@class='highlight']/pre/code") is not None


@pytest.mark.parametrize("text", [f"# T\n\n- a\n\n{CODE}{{ #code }}\n", f"!!! note\n\n{CODE}{{ .big }}\n"])
def test_no_code_stands_in_a_paragraph(text: str) -> None:
    indented = "".join(f"    {line}\n" if at else f"{line}\n" for at, line in enumerate(text.splitlines()))
    for body in (rendered(text), rendered(indented)):
        assert [found for found in body.iter("p") if found.find(".//div") is not None] == []


@pytest.mark.parametrize("text", ["Press ++ctrl++.\n", "<b>x</b>\n", "Words\n{ #words }\n", "`x`\n"])
def test_a_paragraph_of_words_stays_one(text: str) -> None:
    (paragraph,) = rendered(text)
    assert paragraph.tag == "p", ElementTree.tostring(paragraph)
