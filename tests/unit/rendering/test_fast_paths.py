"""The quick ways give what the library gives: for pages, for every kind of block, and for extensions that are registered later."""

import pytest
from markdown import Markdown

from tlumach.rendering.extension import page_renderer
from tlumach.rendering.fast_paths import with_fast_paths

EXTENSIONS = ["admonition", "abbr", "attr_list", "footnotes", "tables", "pymdownx.details", "pymdownx.superfences"]
LINES = [
    "Слово",
    "«так»",
    "2026. Год",
    "1. раз",
    "- два",
    "# три",
    "> четыре",
    "| а | б |",
    "|---|---|",
    "===",
    "---",
    "* * *",
]
LINES += [
    "    пять",
    "!!! note",
    '??? "шесть"',
    "[^1]: семь",
    "[^1]",
    "[r]: /x",
    "*[ВС]: восемь",
    "ВС",
    "{: .a }",
    "```",
    "<div>",
]
BETWEEN = ["\n", "\n\n"]
PAIRS = [f"{first}{between}{second}" for first in LINES for between in BETWEEN for second in LINES]


def test_every_pair_of_lines_comes_out_the_same() -> None:
    own, quick = Markdown(extensions=EXTENSIONS), page_renderer(EXTENSIONS)
    for text in [
        *PAIRS,
        "\n\n".join(PAIRS),
        *(f"- {pair}" for pair in PAIRS),
        *(f"!!! note\n\n    {pair}" for pair in PAIRS),
    ]:
        assert quick.reset().convert(text) == own.reset().convert(text), text


@pytest.mark.parametrize("name", ["p", "div", "details", "DIV", "span", "kbd", "mark"])
def test_elements_are_blocks_as_before(name: str) -> None:
    assert with_fast_paths(Markdown(extensions=EXTENSIONS)).is_block_level(name) == Markdown().is_block_level(name)


CODE = "```python linenums='3' hl_lines='2'\nx = 1  # why\ny = 'two'\n```\n\n    :::python\n    z = 3\n\nAnd `#!python z = 3`.\n"


@pytest.mark.parametrize("style", ["table", "inline", "pymdownx-inline"])
@pytest.mark.parametrize("noclasses", [False, True])
def test_code_looks_as_the_library_writes_it(style: str, noclasses: bool) -> None:
    options = {"linenums_style": style, "noclasses": noclasses, "line_spans": "__span"}
    extensions = ["pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.superfences"]
    plain = Markdown(extensions=extensions, extension_configs={"pymdownx.highlight": options})
    quick = with_fast_paths(Markdown(extensions=extensions, extension_configs={"pymdownx.highlight": options}))
    assert quick.convert(CODE) == plain.convert(CODE)
    assert "class=" in plain.convert(CODE) and ("style=" in plain.convert(CODE)) is noclasses
