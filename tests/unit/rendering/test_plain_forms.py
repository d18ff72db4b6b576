import pytest

from tlumach.blocks import split
from tlumach.blocks.syntax import read_markdown_settings
from tlumach.rendering.plain_forms import plain_forms

DIAGRAMS = {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]}}
ON = ["pymdownx.arithmatex", "pymdownx.emoji", DIAGRAMS]


def found(text: str, extensions: list[object]) -> list[tuple[int, str]]:
    settings = read_markdown_settings(extensions)
    return list(plain_forms(split(text, settings.syntax)[0], settings))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a\n\nb :fontawesome-brands-x-twitter: c", [(3, ":fontawesome-brands-x-twitter:")]),
        ("$$\nE\n$$", [(1, "$$")]),
        ("a \\(b\\) c", [(1, "\\(")]),
        ("$x+y$ and $z$\n\n$$\nE\n$$", [(1, "$x+y$")]),
        ("a\n\n``` mermaid\nA --> B\n```", [(3, "``` mermaid")]),
        ("!!! note\n\n    ```mermaid\n    A\n    ```", [(1, "```mermaid")]),
    ],
)
def test_what_a_script_or_a_font_would_draw_is_found(text: str, what: list[tuple[int, str]]) -> None:
    assert found(text, ["admonition", *ON]) == what
    assert found(text, ["admonition", "pymdownx.superfences"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "it costs $5 or $6",
        "`$a$` and `:material-x:`",
        "```\n$a$\n```",
        ":smile: at 10:30:45",
        "\\$a$",
        "US$5, US$6",
        "a $ b $ c",
    ],
)
def test_what_is_none_of_it_is_not(text: str) -> None:
    assert found(text, ON) == []
