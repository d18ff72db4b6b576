"""Finding the same texts in two sequences."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tlumach.alignment.sequences import comparable, gaps, longest_chain, same

TEXTS = st.lists(st.sampled_from("abcdefgh"), max_size=12)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("abc", "abc", {0: 0, 1: 1, 2: 2}),
        ("abc", "axbc", {0: 0, 2: 1, 3: 2}),
        ("abc", "bca", {0: 1, 1: 2, 2: 0}),
        ("xaxb", "axb", {0: 1, 1: 2, 2: 3}),  # the first of two equal ones is gone
        ("axbx", "axb", {0: 0, 1: 1, 2: 2}),  # the last of them is
        (
            "pxqrxsABCD",
            "ABCDrxspxq",
            {0: 6, 1: 7, 2: 8, 3: 9, 4: 3, 5: 4, 6: 5, 7: 0, 8: 1, 9: 2},
        ),  # moved: by their neighbours
        ("hahbq", "hbx", {0: 2, 1: 3}),  # a heading goes with what follows it
        ("qhahb", "xhb", {1: 3, 2: 4}),
        ("", "ab", {}),
        ("ab", "", {}),
        ("ab", "cd", {}),
    ],
)
def test_same(old, new, found):
    assert same(old, new) == found


@given(TEXTS, TEXTS)
def test_all_that_is_equal_is_found_once(old, new):
    found = same(old, new)
    assert all(old[was] == new[at] for at, was in found.items())
    assert len(set(found.values())) == len(found) == sum(min(old.count(text), new.count(text)) for text in set(old))


@given(TEXTS, TEXTS)
def test_what_keeps_its_order_is_no_shorter_than_difflib_finds(old, new):
    in_order = sum(match.size for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks())
    assert len(longest_chain((was, at) for at, was in same(old, new).items())) >= in_order


@given(st.permutations(range(9)))
def test_longest_chain_rises_on_both_sides(order):
    chain = longest_chain(enumerate(order))
    assert chain == sorted(chain) and [new for _, new in chain] == sorted(new for _, new in chain)
    best = [max([1] + [1 + best for best, before in found if before < new]) for found, new in lengths(order)]
    assert len(chain) == max(best)


def lengths(order):
    """Yield each number with those before it and the length of the longest rise that ends in them (slow and plain)."""
    found = []
    for new in order:
        yield list(found), new
        found.append((max([1] + [1 + best for best, before in found if before < new]), new))


def test_gaps_are_cut_at_the_chain():
    assert list(gaps([(2, 1), (5, 4)], [0, 1, 3, 6], [0, 2, 3])) == [([0, 1], [0]), ([3], [2, 3]), ([6], [])]


@pytest.mark.parametrize(("one", "other"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("и\u0306", "й")])
def test_comparable(one, other):
    assert comparable(one) == comparable(other)


@settings(max_examples=50)
@given(st.text(alphabet="a \u00a0й\n"))
def test_comparable_keeps_what_a_reader_can_see(text):
    assert comparable(text) == text
