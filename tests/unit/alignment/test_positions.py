"""Pairing by kind and place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tlumach.alignment import positions
from tlumach.alignment.positions import heading_pairs, pair_by_key, pair_by_position
from tlumach.blocks import Block, BlockKind

SIGNS = {
    "h": (BlockKind.HEADING, "# Heading"),
    "p": (BlockKind.PARAGRAPH, "Text."),
    "l": (BlockKind.LIST, "- item"),
    "b": (BlockKind.BOX, "!!! note"),
}


def page(kinds):
    return [Block(*kind_and_line(sign, at)) for at, sign in enumerate(kinds)]


def kind_and_line(sign, at):
    kind, text = SIGNS[sign]
    return kind, at + 1, text


def paired(left, right, chain=()):
    return pair_by_position(dict(enumerate(left)), dict(enumerate(right)), chain)


def test_kinds_find_what_came_in():
    assert paired(page("hplp"), page("hpblp")) == [(0, 0), (1, 1), (2, 3), (3, 4)]
    assert paired(page("hpblp"), page("hplp")) == [(0, 0), (1, 1), (3, 2), (4, 3)]


def test_sure_pairs_are_not_crossed():
    left, right = dict(enumerate(page("php"))), dict(enumerate(page("hp")))
    del left[1], right[0]
    assert pair_by_position(left, right, [(1, 0)]) == [(2, 1)]


def test_links_and_numbers_tell_which_of_several_is_lacking():
    left = [
        Block(BlockKind.PARAGRAPH, 1, text) for text in ("Раз, два, три.", "В 2021 году.", "См. [там](x.md).", "И ещё.")
    ]
    right = [Block(BlockKind.PARAGRAPH, 1, text) for text in ("That was in 2021.", "[There](x.md).", "And some more.")]
    assert paired(left, right) == [(1, 0), (2, 1), (3, 2)]


def test_what_is_not_allowed_is_not_paired():
    left = right = dict(enumerate(page("pp")))
    assert pair_by_position(left, right, [], lambda i, j: i != j) in ([(0, 1)], [(1, 0)])


def test_footnotes_go_by_key_alone():
    left = [Block(BlockKind.FOOTNOTE, 1, f"[^{key}]: …") for key in "abca"]
    right = [Block(BlockKind.FOOTNOTE, 1, f"[^{key}]: …") for key in "xcaa"]
    assert paired(left, right) == []
    assert pair_by_key(dict(enumerate(left)), dict(enumerate(right))) == [(0, 2), (2, 1)]


def test_headings_are_paired_where_all_levels_agree():
    levels = [Block(BlockKind.HEADING, 1, text) for text in ("# А", "Б\n---", "### В")]
    others = [Block(BlockKind.HEADING, 1, text) for text in ("A\n===", "## B", "### C")]
    assert heading_pairs(levels, others) == [(0, 0), (1, 1), (2, 2)]
    assert heading_pairs(levels, others[::-1]) == []


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="hplb", max_size=8), st.text(alphabet="hplb", max_size=8))
def test_pairs_rise_and_kinds_agree(left, right):
    pairs = paired(page(left), page(right))
    assert pairs == sorted(pairs) and len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
    assert [other for _, other in pairs] == sorted(other for _, other in pairs)
    assert all(left[one] == right[other] for one, other in pairs)
    assert set(left) & set(right) == set() or pairs


def test_a_long_page_is_cut_at_blocks_whose_numbers_stand_once(monkeypatch):
    """Of 1,200 blocks every third has a year of its own; half of the other page is missing, and none is paired across."""
    left = [
        Block(BlockKind.PARAGRAPH, at + 1, f"Слово {1000 + at}." if at % 3 == 0 else "Слово.") for at in range(1200)
    ]
    right = [block for at, block in enumerate(left) if at % 4]
    weighed = []
    monkeypatch.setattr(positions, "_best_path", lambda fits: weighed.append(len(fits) * len(fits[0])) or [])
    pairs = paired(left, right)
    assert all(left[one].text == right[other].text for one, other in pairs)
    assert pairs == sorted(pairs)
    assert len(pairs) >= 300
    assert sum(weighed) < 10_000


def test_what_a_long_page_is_cut_at_changes_no_pair_that_is_plain(monkeypatch):
    left = [Block(BlockKind.PARAGRAPH, at + 1, f"Слово {1000 + at}.") for at in range(40)]
    right = [block for at, block in enumerate(left) if at % 4]
    wanted = paired(left, right)
    monkeypatch.setattr(positions, "_MOST_WEIGHED", 10)
    assert sorted(paired(left, right)) == sorted(wanted)
