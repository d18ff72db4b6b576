"""Where the link to the style sheet stands: before the first block that the style within the page does not dress."""

import re

import pytest

from tlumach.plugin.frame.first_screen import MOST, first_screen
from tlumach.plugin.theme import OURS

VOICE = '<p class="voice"><a href="a.html">Who</a></p>'
BOX = '<div class="admonition abstract" id="a">\n<p class="admonition-title">T</p>\n<ul>\n<li><strong>A</strong><br></li>\n</ul>\n</div>'
WITHIN = (OURS / "partials/first-screen.html").read_text(encoding="utf-8")
SHEET = (OURS / "assets/stylesheets/tlumach.css").read_text(encoding="utf-8")
KEEP_ROOM = {"display:none", "position:fixed", "inset-inline-start:-99rem", "min-height:2.4rem"}
"""What holds the place of the header and the columns until the sheet is there."""


@pytest.mark.parametrize("begun", [VOICE, BOX, f"{VOICE}{BOX}", '<h1 id="a">A</h1>\n<p id="b">B <em>c</em></p>', ""])
@pytest.mark.parametrize(
    "first",
    [
        '<div class="admonition tip"><p>x</p></div>',
        '<div class="admonition picture" id="p"><p><img src="a.svg"></p></div>',
        '<p class="headline">x</p>',
        "<table><tr><td>x</td></tr></table>",
        '<p id="downloads">x</p>',
        "<p><code>x</code></p>",
        "<h2>x</h2>",
        '<div lang="ru"><p>x</p></div>',
        '<details class="note"><summary>x</summary></details>',
    ],
)
def test_it_stands_before_what_is_not_dressed(begun: str, first: str) -> None:
    assert first_screen(f"{begun}{first}<p>y</p>") == len(begun)


def test_it_stands_no_lower_than_a_first_screen() -> None:
    text = "".join(f"<p>{'x' * 300}</p>" for _ in range(40))
    assert MOST <= first_screen(text) <= MOST + 400


def test_a_box_stands_whole_before_it_or_behind_it() -> None:
    long = BOX.replace("<li>", f"<li>{'x' * MOST}")
    assert first_screen(f"{long}<p>y</p>") == len(long)


def declarations(text: str) -> set[tuple[str, str]]:
    """The last word of each selector and each declaration of a style sheet, without spaces."""
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    found = re.findall(r"([^{}]+)\{([^{}]*)\}", bare)
    return {(names, re.sub(r"\s", "", line)) for names, body in found for line in body.split(";")}


def with_values(text: str) -> str:
    """A style sheet with the values of its custom properties in the places that ask for them."""
    named = re.findall(r"(--md-[\w-]+):\s*([^;]+);", text)
    for name, value in named:
        text = text.replace(f"var({name})", value)
    return text


def test_what_it_says_the_sheet_says_too() -> None:
    style = WITHIN.partition("<style>")[2].partition("</style>")[0]
    own, sheet = ({line for _, line in declarations(text) if line} for text in (style, with_values(SHEET)))
    assert own - sheet <= KEEP_ROOM


def test_words_of_it_that_a_template_would_read_are_none() -> None:
    style = WITHIN.partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"\{[{%#]", style)
