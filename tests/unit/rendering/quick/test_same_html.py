"""Whatever is written, the quick renderer makes the bytes that the library makes: of pages of random blocks."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from tlumach.rendering.fast_paths import with_fast_paths

SITE = ["admonition", "abbr", "attr_list", "footnotes", "tables", "toc", "pymdownx.details", "pymdownx.superfences"]
OTHER = [
    "extra",
    "nl2br",
    "smarty",
    "wikilinks",
    "pymdownx.caret",
    "pymdownx.betterem",
    "pymdownx.magiclink",
    "pymdownx.mark",
]
BITS = [
    "слово",
    "two words",
    " ",
    "  ",
    "\n",
    "  \n",
    "*",
    "**",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "](",
    "[^1]",
    "[^2]",
    "[^x]",
    "!",
]
BITS += [
    "[a](b)",
    "[слова](../c.md#d)",
    '[e](f "g")',
    "![h](i.png)",
    "{ .j }",
    "{: #k }",
    "&amp;",
    "&",
    "<",
    ">",
    "<b>",
    "\\",
]
BITS += [
    "\\*",
    "https://a.example/b_c",
    "<https://d.example>",
    "2026.",
    "№ 1",
    "«так»",
    "ВС",
    "|",
    "—",
    "==",
    "^2^",
    "\x02",
    "klzzwxh:0000",
]
STARTS = [
    "",
    "",
    "",
    "# ",
    "### ",
    "- ",
    "* ",
    "1. ",
    "> ",
    "    ",
    "  ",
    "| a | b |\n|---|:-:|\n| ",
    "!!! note\n\n    ",
    '??? tip "x"\n    ',
]
STARTS += ["[^1]: ", "[^2]: ", "*[ВС]: ", "[a]: ", "```\n", "<div>", ": ", "===\n", "---\n", "> - ", "- > ", "\t"]
ENDS = [
    "",
    "",
    "",
    "\n{: .m }",
    " { .n #o }",
    "\n```",
    "</div>",
    " #",
    "\n- next",
    "\n    - within",
    "\n    more",
    "\n\n    more",
]

LINES = st.lists(st.sampled_from(BITS), min_size=1, max_size=6).map("".join)
BLOCKS = st.tuples(st.sampled_from(STARTS), LINES, st.sampled_from(ENDS)).map("".join)
PAGES = st.lists(BLOCKS, min_size=1, max_size=5).map("\n\n".join)


def same(renderers: tuple[Markdown, Markdown], text: str) -> bool:
    own, quick = (each.reset().convert(text) for each in renderers)
    return own == quick


def both(extensions: Sequence[str], form: str) -> tuple[Markdown, Markdown]:
    own, quick = (Markdown(extensions=extensions, output_format=form) for _ in range(2))  # type: ignore[arg-type]
    return own, with_fast_paths(quick)


@pytest.mark.parametrize(("extensions", "form"), [(SITE, "xhtml"), (OTHER, "html")], ids=["ours", "others"])
def test_pages_of_random_blocks(extensions: Sequence[str], form: str) -> None:
    renderers = both(extensions, form)

    @settings(max_examples=settings().max_examples * 3)
    @given(PAGES)
    def holds(text: str) -> None:
        assert same(renderers, text)

    holds()
