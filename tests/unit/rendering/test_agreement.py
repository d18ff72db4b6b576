"""Where blocks are compared, code gets no colours: what the renderer makes of a page is the same, whatever options a fence has."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from tlumach.blocks.syntax import read_markdown_settings
from tlumach.rendering.agreement import Agreement
from tlumach.rendering.extensions import extensions_of

FENCES = [
    "```python",
    "```",
    "~~~ { .py }",
    "~~~",
    '```python hl_lines="2 1-3"',
    '``` {.py linenums="1" title="a"}',
    '```py title="b"',
]
LINES = st.sampled_from(
    [
        *FENCES,
        "```mermaid",
        "x = 1",
        "",
        "    y",
        "- item",
        "text `code`",
        "    ```",
        "#!python",
        ":::py",
        "/// note",
        "///",
    ]
)
SYNTAXES: tuple[list[Any], ...] = (
    ["pymdownx.superfences"],
    ["pymdownx.superfences", "pymdownx.highlight", "pymdownx.inlinehilite", "attr_list"],
    ["pymdownx.superfences", {"pymdownx.highlight": {"line_spans": "__span", "linenums_style": "pymdownx-inline"}}, "md_in_html"],
    ["pymdownx.superfences", "pymdownx.blocks.admonition"],
)  # fmt: skip


@cache
def renderers(number: int) -> tuple[Agreement, Markdown]:
    markdown = read_markdown_settings(SYNTAXES[number])
    names, configs = extensions_of(markdown, without=("pymdownx.snippets",))
    return Agreement(markdown), Markdown(extensions=names, extension_configs=configs)


def shape(element: Any) -> tuple[Any, ...]:
    is_placeholder = "wzxhzdk" in (element.text or "")  # numbered: a title of code is a piece of its own
    text = "" if is_placeholder else element.text
    return element.tag, is_placeholder, text, element.tail, sorted(element.items()), [shape(child) for child in element]


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(SYNTAXES) - 1), st.lists(LINES, max_size=10))
def test_blocks_are_the_same_without_colours(number: int, lines: list[str]) -> None:
    quick, whole = renderers(number)
    plain = [shape(each) for each in quick._elements("\n".join(lines))]
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(vars(quick), "_markdown", whole)
        coloured = [shape(each) for each in quick._elements("\n".join(lines))]
    assert plain == coloured
