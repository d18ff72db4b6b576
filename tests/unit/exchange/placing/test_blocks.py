"""Texts put in their places; all else stays, to the byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.exchange.pages import BLOCK, FRONT_MATTER, LINE_END, WORDS

from tlumach.blocks import BlockKind
from tlumach.exchange.placing.blocks import PlacedChange, changed, shape
from tlumach.exchange.units import unix
from tlumach.library.pages import Page, parse_page

P = BlockKind.PARAGRAPH


def page(text: str) -> Page:
    return parse_page(text, "uk", "a.md")[0]


@pytest.mark.parametrize(
    ("text", "after", "wanted"),
    [
        ("Раз.\n\nТри.\n", 0, "Раз.\n\nДва.\n\nТри.\n"),
        ("Раз.\r\n\r\nТри.\r\n", 0, "Раз.\r\n\r\nДва.\r\n\r\nТри.\r\n"),
        ("Раз.\n\n\n\nТри.\n", 0, "Раз.\n\nДва.\n\n\n\nТри.\n"),
        ("# Раз\nТри.\n", 0, "# Раз\n\nДва.\n\nТри.\n"),
        ("Раз.\n\nТри.", 1, "Раз.\n\nТри.\n\nДва."),
        ("Раз.\n\nТри.\n\n\n", 1, "Раз.\n\nТри.\n\nДва.\n\n\n"),
        ("Раз.\n", None, "Два.\n\nРаз.\n"),
        ("---\na: b\n---\nРаз.\n", None, "---\na: b\n---\nДва.\n\nРаз.\n"),
        ("---\na: b\n---\n\nРаз.\n", None, "---\na: b\n---\n\nДва.\n\nРаз.\n"),
        ("", None, "Два.\n"),
        ("---\na: b\n---", None, "---\na: b\n---\nДва.\n"),
    ],
)
def test_a_new_block_has_a_blank_line_around(text: str, after: int | None, wanted: str) -> None:
    assert changed(page(text), PlacedChange(insertions={after: [(P, "Два.")]})) == wanted


def test_several_new_blocks_keep_their_order() -> None:
    both = PlacedChange(insertions={0: [(P, "Два."), (P, "Три.")], None: [(P, "Нуль.")]})
    assert changed(page("Раз.\n"), both) == "Нуль.\n\nРаз.\n\nДва.\n\nТри.\n"


@pytest.mark.parametrize(
    "change",
    [
        PlacedChange(insertions={0: [(BlockKind.LIST, "- Два")]}),
        PlacedChange(edits={0: (BlockKind.LIST, "- Раз\n\nДва.")}),
        PlacedChange(edits={0: (BlockKind.CODE, "```\nРаз")}),
        PlacedChange(insertions={0: [(BlockKind.HTML, "<div>")]}),
        PlacedChange(insertions={None: [(BlockKind.RULE, "---\na: b\n---")]}),
    ],
)
def test_what_would_run_together_with_its_neighbours_does_not_go_in(change: PlacedChange) -> None:
    assert changed(page("- Раз\n\nТри.\n"), change) is None


@st.composite
def pages_and_changes(draw: st.DrawFn) -> tuple[str, PlacedChange]:
    line_end = draw(LINE_END)
    blocks = draw(st.lists(BLOCK, max_size=6))
    text = draw(FRONT_MATTER) + "\n\n".join(blocks).replace("\n", line_end) + draw(st.sampled_from(["", line_end]))
    there = page(text).blocks
    edits = {at: (block.kind, draw(WORDS)) for at, block in enumerate(there) if block.kind is P and draw(st.booleans())}
    where = st.none() if not there else st.none() | st.integers(0, len(there) - 1)
    places = draw(st.lists(where, max_size=3, unique=True))
    return text, PlacedChange(edits, {place: [(P, draw(WORDS))] for place in places})


@given(pages_and_changes())
def test_all_else_stays_to_the_byte(given_page: tuple[str, PlacedChange]) -> None:
    text, change = given_page
    before = page(text)
    made = changed(before, change)
    assert made is not None
    after = page(made)
    assert [(block.kind, unix(block.text)) for block in after.blocks] == shape(before, change)
    assert made.startswith(before.front_matter.text)
    if not change.insertions:
        kept = [block.text for at, block in enumerate(before.blocks) if at not in change.edits]
        assert [block.text for at, block in enumerate(after.blocks) if at not in change.edits] == kept
        assert unix(made).count("\n") == unix(text).count("\n")
    if not change.edits and not change.insertions:
        assert made == text


@given(pages_and_changes())
def test_one_kind_of_line_end_stays_one(given_page: tuple[str, PlacedChange]) -> None:
    text, change = given_page
    body = page(text).body
    made = changed(page(body), change)
    assert made is not None
    if "\r" in body:
        assert ("\n" in made.replace("\r\n", "")) == ("\n" in body.replace("\r\n", ""))
        assert ("\r" in made.replace("\r\n", "")) == ("\r" in body.replace("\r\n", ""))
