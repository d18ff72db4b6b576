from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tlumach.blocks.links import Link, footnote_marks, links, without_code

PIECES = st.sampled_from(
    [
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "[^",
        "]:",
        "`",
        "``",
        "```",
        "~~~",
        "<",
        ">",
        "\\",
        "\n",
        "\n\n",
        " ",
        '"',
        "a.md",
        "їжак",
        "https://x",
    ]
)
MARKDOWN = st.text() | st.lists(PIECES, max_size=60).map("".join)


@pytest.mark.cases("links/links")
def test_golden_links(case: dict[str, Any]) -> None:
    found = links(case["text"])
    assert [(link.target, link.text, link.line, link.image) for link in found] == [
        (link["target"], link["text"], link["line"], link.get("image", False)) for link in case["links"]
    ]


@pytest.mark.cases("links/footnotes")
def test_golden_footnote_marks(case: dict[str, Any]) -> None:
    found = footnote_marks(case["text"])
    assert [(mark.key, mark.line, mark.is_definition) for mark in found] == [
        (mark["key"], mark["line"], mark.get("definition", False)) for mark in case["marks"]
    ]


@pytest.mark.parametrize(
    ("target", "external", "path", "anchor"),
    [
        ("a.md", False, "a.md", ""),
        ("../a.md#b", False, "../a.md", "b"),
        ("#b", False, "", "b"),
        ("a.md?c#b", False, "a.md", "b"),
        ("%D0%B0%20b.md#%D1%97", False, "а b.md", "ї"),
        ("https://a.example/b#c", True, "https://a.example/b", "c"),
        ("//a.example/b", True, "//a.example/b", ""),
        ("mailto:a@b.example", True, "mailto:a@b.example", ""),
    ],
)
def test_the_parts_of_a_target(target: str, external: bool, path: str, anchor: str) -> None:
    link = Link(target, "", 1, 0)
    assert (link.is_external, link.path, link.anchor) == (external, path, anchor)


def test_lines_count_from_the_given_first_line() -> None:
    assert [link.line for link in links("[a](b)\n\n[c](d)", first_line=12)] == [12, 14]
    assert [mark.line for mark in footnote_marks("[^a]\n\n[^b]", first_line=12)] == [12, 14]


@given(MARKDOWN)
@example("[a](" + "[b](" * 50)
@example("[^`0`]")
def test_any_text_is_read_and_what_is_found_stands_there(text: str) -> None:
    found = links(text)
    assert [link.offset for link in found] == sorted(link.offset for link in found)
    for link in found:
        assert link.line == text.count("\n", 0, link.offset) + 1
        assert text[link.offset :].lstrip(" ")[0] in "[!<"
        assert link.target in text[link.offset :]
    for mark in footnote_marks(text):
        assert f"[^{mark.key}]" in text.split("\n")[mark.line - 1]


@given(
    st.lists(st.sampled_from(["слово", "a", ",", "(в скобках)", "«так»", "\n", "1 < 2", "*да*"])), st.integers(0, 30)
)
def test_a_link_is_found_wherever_it_is_put_into_plain_text(words: list[str], place: int) -> None:
    words.insert(place, "[ОДКБ](../glossary/csto.md)")
    (found,) = links(" ".join(words))
    assert (found.target, found.text) == ("../glossary/csto.md", "ОДКБ")
    assert found.line == " ".join(words[:place]).count("\n") + 1


@given(MARKDOWN)
def test_blanking_code_keeps_every_other_character_in_its_place(text: str) -> None:
    blanked = without_code(text)
    assert len(blanked) == len(text)
    assert all(new == old or (new == " " and old != "\n") for new, old in zip(blanked, text, strict=True))


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "![",
        "[]",
        "](",
        "[](",
        "[^",
        "[^a",
        "[a\n",
        "[[[]",
        "[\\",
        "`",
        "`a ",
        "```\n",
        "~~~\n",
        "[a](",
        "[a](b ",
        '[a](b "',
        "<a:",
        "[a]: ",
    ],
)
def test_ten_thousand_of_a_piece_are_read(piece: str) -> None:
    """A pattern that backtracks without bound would not come back from this."""
    for text in (piece * 10_000, "[a](" + piece * 10_000, f"[a](b{' ' * 10_000}{piece}"):
        links(text)
        footnote_marks(text)
