"""The thresholds of resemblance stand between what was edited and what has nothing to do with each other."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tlumach.alignment.similarity import (
    ELSEWHERE,
    SIMILAR,
    Words,
    as_block,
    footnote_key,
    is_footnote,
    is_part,
    marks,
    maybe_alike,
    resemblance,
    words,
)
from tlumach.blocks import Block, BlockKind

CASES = Path(__file__).parents[2] / "cases/resemblance"
EDITED = yaml.load((CASES / "edited.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
UNRELATED = yaml.load((CASES / "unrelated.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)


@pytest.mark.parametrize("pair", EDITED)
def test_edited_texts_are_similar(pair):
    assert resemblance(*map(words, pair)) >= SIMILAR


@pytest.mark.parametrize("pair", UNRELATED)
def test_unrelated_texts_are_not(pair):
    assert resemblance(*map(words, pair)) < SIMILAR < ELSEWHERE


def test_resemblance_is_full_for_other_marks_and_none_for_no_words():
    assert resemblance(words("Да, так."), words("**Да** так!")) == 1
    assert resemblance(words("***"), words("***")) == 0


def test_targets_of_links_and_keys_of_notes_are_no_words():
    assert words("[ОДКБ](../glossary/csto.md)") == words("ОДКБ")
    assert words("[^1]: То же.") == words("[^22]: То же.")


def test_a_repeated_word_counts_again():
    assert len(words("мечта мечта песня")) == 3


def test_little_words_count_only_among_themselves():
    assert words("Он был в лесу.") == words("лесу")
    assert len(words("Это он и был.")) == 4
    assert len(words("В 21 году")) == 2


def test_parts():
    whole = words("Указ подписал президент. Причину ведомство не назвало.")
    assert is_part(words("Причину ведомство не назвало."), whole)
    assert not is_part(whole, words("Причину ведомство не назвало."))
    assert not is_part(words("Указ подписал"), whole)  # too short to tell
    assert not is_part(words("Соседи ничего не сказали."), whole)


def test_marks_are_what_every_language_shares():
    russian = Block(BlockKind.PARAGRAPH, 1, "В 2022 году [войска](../csto.md) и `код`.[^a]")
    english = Block(BlockKind.PARAGRAPH, 1, "In 2022 [troops](../csto.md) and `код`.[^a]")
    assert marks(russian) == marks(english) and len(marks(russian)) == 4
    assert marks(Block(BlockKind.HEADING, 1, "## A")) != marks(Block(BlockKind.HEADING, 1, "### A"))


def test_recorded_texts_as_blocks():
    assert as_block("") is None
    assert as_block("- a\n- b") == Block(BlockKind.LIST, 0, "- a\n- b")
    note = as_block("[^a]: A note.")
    assert note is not None and is_footnote(note) and footnote_key(note.text) == "a"
    assert footnote_key("[a]: b") == ""


WORDS = st.frozensets(st.tuples(st.sampled_from("абвгґдеєжз"), st.integers(1, 2)), max_size=8)
SIDE = st.lists(WORDS, max_size=6).map(lambda found: dict(enumerate(found)))


@given(SIDE, SIDE, st.sampled_from([0.3, SIMILAR, ELSEWHERE, 1.0]))
def test_no_two_that_resemble_each_other_are_left_out(
    left: dict[int, Words], right: dict[int, Words], least: float
) -> None:
    wanted = {(a, b) for a, one in left.items() for b, other in right.items() if resemblance(one, other) >= least}
    assert wanted <= set(maybe_alike(left, right, least))


def test_texts_that_share_their_common_words_alone_are_not_compared() -> None:
    """Ten sentences of nine words, three of them the same in all: each is compared with itself and no other."""
    rare = {
        at: words(f"Судно везло зерно {at}11111 {at}22222 {at}33333 {at}44444 {at}55555 {at}66666") for at in range(10)
    }
    assert set(maybe_alike(rare, rare, ELSEWHERE)) == {(at, at) for at in range(10)}
