"""Alignment: golden cases, and random editing of pages whose pairs are known."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tlumach.alignment import Alignment, Pair, align
from tlumach.alignment.freshness import State, summary
from tlumach.blocks import Block, BlockKind, split
from tlumach.records import Entry, Record

CASES = sorted((Path(__file__).parents[2] / "cases/alignment").glob("*.yml"))


def record_of(pairs):
    return Record(
        tuple(Entry(f"p-{at}", pair[0], pair[1], confirmed="fuzzy" not in pair) for at, pair in enumerate(pairs))
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_golden_case(case):
    data = yaml.load(case.read_text(encoding="utf-8"), yaml.CSafeLoader)
    source, translation = split(data["source"])[0], split(data["translation"])[0]
    record = record_of(data["record"]) if "record" in data else None
    alignment = align(source, translation, record)
    expected = data["expected"]
    shown = [
        (str(pair.state), text_at(source, pair.source), text_at(translation, pair.translation))
        for pair in alignment.pairs
    ]
    assert len(shown) == len(expected), shown
    for (state, one, other), (wanted, start, other_start) in zip(shown, expected, strict=True):
        assert (state, begins(one, start), begins(other, other_start)) == (wanted, True, True), shown
    assert alignment.by_position == data.get("by_position", False)


def text_at(blocks, at):
    return None if at is None else blocks[at].text


def begins(text, start):
    return text is None if start is None else text is not None and text.startswith(start)


def test_an_empty_record_is_no_record():
    assert align([block("А.")], [block("A.")], Record()).by_position


def test_line_ends_and_composed_letters_do_not_count():
    record = record_of([["Первая\nи вторая.", "One\nand two, й."]])
    alignment = align([block("Первая\r\nи вторая.")], [block("One\r\nand two, и\u0306.")], record)
    assert alignment.pairs == [Pair(0, 0, 0, State.CURRENT)]


def test_what_is_as_recorded_but_not_confirmed():
    record = record_of([["А.", "A.", "fuzzy"], ["Б.", "B."]])
    alignment = align([block("А."), block("Б.")], [block("A."), block("B.")], record)
    assert alignment.pairs == [Pair(0, 0, 0, State.UNCONFIRMED), Pair(1, 1, 1, State.CURRENT)]


def test_what_replaced_a_block_has_nothing_of_it_once_the_translation_is_gone():
    record = record_of([["Начало.", "Start."], ["Завод остановили.", "The plant was stopped."]])
    alignment = align([block("Начало."), block("Совсем другое.")], [block("Start.")], record)
    assert alignment.pairs == [Pair(0, 0, 0, State.CURRENT), Pair(1, None, None, State.MISSING)]


def test_kinds_that_differ_are_never_paired_by_position():
    alignment = align([block("А.")], [block("A.", BlockKind.QUOTATION)], None)
    assert [pair.state for pair in alignment.pairs] == [State.ORPHANED, State.MISSING]


def test_summary_counts_blocks_and_words_of_the_source():
    record = record_of([["Одно слово.", "One word."], ["Ушло.", "Gone."]])
    source = [block("Одно слово."), block("Вот [ещё](../glossary/csto.md) три.")]
    figures = summary(
        (None if pair.source is None else source[pair.source], pair.state)
        for pair in align(source, [block("One word."), block("Gone.")], record).pairs
    )
    assert {state: count for state, count in figures.blocks.items() if count} == {State.CURRENT: 1, State.CHANGED: 1}
    assert {state: count for state, count in figures.words.items() if count} == {State.CURRENT: 2, State.CHANGED: 3}
    assert set(figures.blocks) == set(figures.words) == set(State)


# Random editing. Each paragraph has words of its own, so that who belongs to whom is beyond doubt; a few texts repeat.

WORDS = ["гора", "дерево", "озеро", "камень", "птица", "дорога", "огонь", "вечер", "письмо", "город", "мост", "окно"]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "delete", "move", "edit", "rewrite", "split", "merge"]),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    max_size=5,
)


def block(text, kind=BlockKind.PARAGRAPH):
    return Block(kind, 1, text)


class Told:
    """A block that knows which entry it comes from (None: new, or part of more than one), and whether it is as it was."""

    def __init__(self, text, kind, entry, intact):
        self.text, self.kind, self.entry, self.intact = text, kind, entry, intact

    @property
    def block(self):
        return block(self.text, self.kind)


def prose(number, language):
    return " ".join(f"{word}{language}{number}" for word in WORDS)


@st.composite
def pages(draw, repeats=True):
    """A page and its translation with a full record: texts, kinds."""
    length = draw(st.integers(1, 12))
    kinds = draw(
        st.lists(
            st.sampled_from([BlockKind.PARAGRAPH] * 3 + [BlockKind.HEADING, BlockKind.QUOTATION]),
            min_size=length,
            max_size=length,
        )
    )
    again = draw(st.lists(st.integers(0, 4), min_size=length, max_size=length))
    sign = {BlockKind.PARAGRAPH: "", BlockKind.HEADING: "## ", BlockKind.QUOTATION: "> "}
    entries = []
    for at, kind in enumerate(kinds):
        twice = repeats and again[at] == 0
        source = f"{sign[kind]}Ответа не было." if twice else sign[kind] + prose(at, "р")
        entries.append((kind, source, sign[kind] + prose(at, "a")))
    return entries


def edited(sides, edits, language):
    for number, (what, one, other) in enumerate(edits):
        at = one % len(sides) if sides else 0
        change(sides, what, at, other % (len(sides) + 1), f"{language}н{number}")
    return sides


def change(sides, what, at, to, mark):
    if what == "insert" or not sides:
        sides.insert(to, Told(prose("", mark), BlockKind.PARAGRAPH, None, False))
    elif what == "delete":
        del sides[at]
    elif what == "move":
        sides.insert(min(to, len(sides) - 1), sides.pop(at))
    elif what == "edit":
        sides[at] = Told(sides[at].text + f" {mark} правка", sides[at].kind, sides[at].entry, False)
    elif what == "rewrite":
        sides[at] = Told(prose("", mark), sides[at].kind, sides[at].entry, False)
    elif what == "split":
        words = sides[at].text.split(" ")
        first, second = " ".join(words[:8]), " ".join(words[8:])
        if second:
            sides[at : at + 1] = [Told(half, sides[at].kind, None, False) for half in (first, second)]
    elif what == "merge" and at + 1 < len(sides):
        text = sides[at].text + " " + sides[at + 1].text
        sides[at : at + 2] = [Told(text, sides[at].kind, None, False)]


def told(entries, side):
    return [Told(entry[side], entry[0], number, True) for number, entry in enumerate(entries)]


def blocks(sides):
    return [each.block for each in sides]


def record_from(entries):
    return record_of([(source, translation) for _, source, translation in entries])


def once_each(found, count):
    return Counter(index for index in found if index is not None) == Counter(range(count))


def assert_total(alignment: Alignment, source, translation):
    assert once_each([pair.source for pair in alignment.pairs], len(source))
    assert once_each([pair.translation for pair in alignment.pairs], len(translation))
    sources = [pair.source for pair in alignment.pairs if pair.source is not None]
    assert sources == sorted(sources)
    for pair in alignment.pairs:
        assert (pair.source is None) <= (pair.state in (State.ORPHANED, State.CURRENT))
        assert (pair.translation is None) == (pair.state is State.MISSING)


@settings(max_examples=300, deadline=None)
@given(pages(), EDITS, EDITS)
def test_what_was_left_alone_keeps_its_pair(entries, source_edits, translation_edits):
    source = edited(told(entries, 1), source_edits, "р")
    translation = edited(told(entries, 2), translation_edits, "a")
    alignment = align(blocks(source), blocks(translation), record_from(entries))
    assert_total(alignment, source, translation)
    by_source = {pair.source: pair for pair in alignment.pairs}
    alone = {each.entry: at for at, each in enumerate(translation) if each.intact}
    texts = {(source, translation) for _, source, translation in entries}
    for at, each in enumerate(source):
        pair = by_source[at]
        other = None if pair.translation is None else translation[pair.translation]
        if each.intact and other is not None and other.intact:
            assert (each.text, other.text) in texts  # by text: of equal neighbours nobody can tell which was left
        if each.intact and "Ответа" not in each.text and each.entry in alone:
            assert pair.translation == alone[each.entry]
            assert pair.state in (State.CURRENT, State.MOVED)
        if pair.state is State.CURRENT:
            assert other is not None and (each.text, other.text) in texts


@settings(max_examples=300, deadline=None)
@given(pages(), EDITS, EDITS, EDITS)
def test_editing_a_translation_never_freshens_a_changed_block(entries, source_edits, before, after):
    source = blocks(edited(told(entries, 1), source_edits, "р"))
    translation = edited(told(entries, 2), before, "a")
    record = record_from(entries)
    changed = {pair.source for pair in align(source, blocks(translation), record).pairs if pair.state is State.CHANGED}
    later = align(source, blocks(edited(translation, after, "э")), record)
    assert all(pair.state in (State.CHANGED, State.MISSING) for pair in later.pairs if pair.source in changed)


@settings(max_examples=200, deadline=None)
@given(pages(), EDITS, EDITS, st.booleans())
def test_confirming_everything_makes_everything_current(entries, source_edits, translation_edits, recorded):
    source = blocks(edited(told(entries, 1), source_edits, "р"))
    translation = blocks(edited(told(entries, 2), translation_edits, "a"))
    alignment = align(source, translation, record_from(entries) if recorded else None)
    texts = [
        (
            "" if pair.source is None else source[pair.source].text,
            "" if pair.translation is None else translation[pair.translation].text,
        )
        for pair in alignment.pairs
    ]
    again = align(source, translation, record_of(texts))
    assert {pair.state for pair in again.pairs} <= {State.CURRENT, State.MISSING}
    assert [pair[:2] for pair in again.pairs if None not in pair[:2]] == [
        pair[:2] for pair in alignment.pairs if None not in pair[:2]
    ]
    lacking = [pair.source for pair in alignment.pairs if pair.translation is None]
    assert [pair.source for pair in again.pairs if pair.state is State.MISSING] == lacking


@settings(max_examples=100, deadline=None)
@given(pages(repeats=False), st.data())
def test_an_edited_block_between_others_is_found_as_changed(entries, data):
    at = data.draw(st.integers(0, len(entries) - 1))
    how = data.draw(st.sampled_from(["edit", "rewrite"]))
    source = told(entries, 1)
    change(source, how, at, 0, "ц")
    alignment = align(blocks(source), blocks(told(entries, 2)), record_from(entries))
    states = [State.CHANGED if number == at else State.CURRENT for number in range(len(entries))]
    assert alignment.pairs == [Pair(number, number, number, state) for number, state in enumerate(states)]


@settings(max_examples=100, deadline=None)
@given(pages(repeats=False), EDITS)
def test_without_record_all_are_in_one_pair_and_none_is_current(entries, edits):
    source, translation = blocks(told(entries, 1)), blocks(edited(told(entries, 2), edits, "a"))
    alignment = align(source, translation, None)
    assert_total(alignment, source, translation)
    assert alignment.by_position
    assert State.CURRENT not in {pair.state for pair in alignment.pairs}
