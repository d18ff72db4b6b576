"""Where blocks are compared, code gets no colours: what the renderer makes of a page is the same."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from tlumach.blocks.syntax import read_markdown_settings
from tlumach.rendering.agreement import Agreement
from tlumach.rendering.extensions import extensions_of

LINES = st.sampled_from(
    [
        "```python",
        "```",
        "~~~ { .py }",
        "~~~",
        "x = 1",
        "",
        "    y",
        "- item",
        "text `code`",
        "    ```",
        "#!python",
        ":::py",
    ]
)
SYNTAXES = (
    ["pymdownx.superfences", "pymdownx.highlight", "pymdownx.inlinehilite"],
    ["fenced_code", "codehilite"],
    ["pymdownx.superfences", {"pymdownx.highlight": {"line_spans": "__span", "anchor_linenums": True}}],
)


@cache
def renderers(number: int) -> tuple[Agreement, Markdown]:
    markdown = read_markdown_settings(SYNTAXES[number])
    names, configs = extensions_of(markdown)
    return Agreement(markdown), Markdown(extensions=names, extension_configs=configs)


def shape(element: Any) -> tuple[Any, ...]:
    return element.tag, element.text, element.tail, sorted(element.items()), [shape(child) for child in element]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(SYNTAXES) - 1), st.lists(LINES, max_size=10))
def test_blocks_are_the_same_without_colours(number: int, lines: list[str]) -> None:
    quick, whole = renderers(number)
    with pytest.MonkeyPatch.context() as patched:
        plain = [shape(each) for each in quick._elements("\n".join(lines))]
        patched.setitem(vars(quick), "_markdown", whole)
        coloured = [shape(each) for each in quick._elements("\n".join(lines))]
    assert plain == coloured
