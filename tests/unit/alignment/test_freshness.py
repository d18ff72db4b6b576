"""The state of a pair, and the figures of a page."""

import pytest

from tlumach.alignment.freshness import State, count_words, state_of, summary
from tlumach.blocks import Block, BlockKind
from tlumach.records import Entry

SOURCE, TRANSLATION = Block(BlockKind.PARAGRAPH, 1, "Да."), Block(BlockKind.PARAGRAPH, 1, "Yes.")
EDITED = Block(BlockKind.PARAGRAPH, 1, "Yes!")


@pytest.mark.parametrize(
    ("source", "translation", "entry", "state"),
    [
        (SOURCE, TRANSLATION, Entry("a", "Да.", "Yes."), State.CURRENT),
        (SOURCE, TRANSLATION, Entry("a", "Да.", "Yes.", confirmed=False), State.UNCONFIRMED),
        (SOURCE, EDITED, Entry("a", "Да.", "Yes."), State.UNCONFIRMED),
        (SOURCE, TRANSLATION, Entry("a", "Нет.", "Yes."), State.CHANGED),
        (SOURCE, EDITED, Entry("a", "Нет.", "Yes."), State.CHANGED),
        (SOURCE, TRANSLATION, Entry("a", "Нет.", "Yes.", confirmed=False), State.CHANGED),
        (SOURCE, TRANSLATION, None, State.UNCONFIRMED),
        (SOURCE, SOURCE, None, State.UNCONFIRMED),
        (SOURCE, None, Entry("a", "Да.", "Yes."), State.MISSING),
        (SOURCE, None, Entry("a", "Да.", ""), State.MISSING),
        (SOURCE, None, None, State.MISSING),
        (None, TRANSLATION, Entry("a", "Да.", "Yes."), State.ORPHANED),
        (None, TRANSLATION, Entry("a", "", "Yes."), State.CURRENT),
        (None, TRANSLATION, Entry("a", "", "Yes.", confirmed=False), State.ORPHANED),
        (None, EDITED, Entry("a", "", "Yes."), State.ORPHANED),
        (None, TRANSLATION, None, State.ORPHANED),
    ],
)
def test_state(source, translation, entry, state):
    assert state_of(source, translation, entry) is state


@pytest.mark.parametrize(
    ("kind", "source", "translation", "state"),
    [
        (BlockKind.RULE, "---", "***", State.CURRENT),
        (BlockKind.CODE, "    make", "    make", State.CURRENT),
        (BlockKind.CODE, "    make", "    build", State.UNCONFIRMED),
        (BlockKind.REFERENCE, "[a]: https://a.example", "[a]: https://a.example", State.CURRENT),
        (BlockKind.PARAGRAPH, "1991–2022", "1991–2022", State.CURRENT),
        (BlockKind.PARAGRAPH, "1991–2022", "1991–2023", State.UNCONFIRMED),
        (BlockKind.HTML, "<br>", "<br>", State.UNCONFIRMED),
    ],
)
def test_what_needs_no_translation(kind, source, translation, state):
    assert state_of(Block(kind, 1, source), Block(kind, 1, translation), None) is state


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("---", 0),
        ("Пів'яблука та п’ять — 2,5 кг.", 5),
        ("[войска ОДКБ](../glossary/csto.md)[^a]", 3),
        ("из-за", 1),
    ],
)
def test_words(text, count):
    assert count_words(text) == count


def test_summary_of_states():
    figures = summary([(SOURCE, State.CURRENT), (SOURCE, State.MISSING), (None, State.ORPHANED)])
    assert [figures.blocks[state] for state in State] == [1, 0, 0, 1, 1, 0]
    assert [figures.words[state] for state in State] == [1, 0, 0, 1, 0, 0]
