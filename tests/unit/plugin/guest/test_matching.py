"""Blocks and elements, where other plugins have put something between, or changed words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from tlumach.blocks import ELEMENTS, split
from tlumach.plugin.guest.elements import top_level
from tlumach.plugin.guest.matching import matched

TEXT = "# Title { #t }\n\nOne [link](a.md) and `code`.[^1]\n\n- a\n- b\n\n!!! note\n\n    Box.\n\nLast *words*.\n\n[^1]: Note.\n"
EXTENSIONS = ["admonition", "attr_list", "footnotes", "tables"]


def shown(text: str, html: str) -> list[tuple[str, str]]:
    blocks, elements = split(text)[0], top_level(html)[0]
    return [(str(blocks[one].kind), elements[other].tag) for one, other in matched(blocks, elements)]


WHOLE = [("heading", "h1"), ("paragraph", "p"), ("list", "ul"), ("box", "div"), ("paragraph", "p")]


def test_a_page_as_it_comes_is_matched_whole() -> None:
    assert shown(TEXT, markdown(TEXT, extensions=EXTENSIONS)) == WHOLE


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("<ul>", "<p>What a macro has made.</p>\n<ul>"),
        ("Last <em>words</em>.", "Words that a plugin has put in the place of others."),
        ("<h1", "<div>A banner</div><h1"),
        ("</ul>", "</ul><p>a</p><p>b</p>"),
    ],
)
def test_what_others_have_changed_does_not_spoil_the_rest(was: str, becomes: str) -> None:
    html = markdown(TEXT, extensions=EXTENSIONS)
    assert was in html
    assert shown(TEXT, html.replace(was, becomes)) == WHOLE


def test_what_is_gone_is_matched_with_nothing() -> None:
    html = markdown(TEXT, extensions=EXTENSIONS).replace("<p>Last <em>words</em>.</p>", "")
    assert shown(TEXT, html)[:4] == WHOLE[:4]


@given(st.lists(st.sampled_from(["a b", "# H", "> q", "- l", "---", "c d", "| a |\n|---|\n| b |"]), max_size=8))
def test_pages_of_any_blocks_are_matched_kind_for_kind(parts: list[str]) -> None:
    text = "\n\n".join(parts) + "\n"
    blocks, elements = split(text)[0], top_level(markdown(text, extensions=EXTENSIONS))[0]
    pairs = matched(blocks, elements)
    assert len(pairs) == len(blocks) == len(elements)
    assert all(elements[other].tag in ELEMENTS[blocks[one].kind] for one, other in pairs)
