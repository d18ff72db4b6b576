import pytest
from hypothesis import given
from hypothesis import strategies as st

from tlumach.adoption.pairing import certain_pairs
from tlumach.blocks import split


def pairs(source: str, translation: str) -> list[tuple[int, int]]:
    return certain_pairs(split(source)[0], split(translation)[0])


PAGE = "# A\n\nOne.\n\n- two\n\n## B\n\nThree.\n\nFour.\n"


def test_parts_of_the_same_kinds_in_the_same_order_are_paired() -> None:
    translation = "# А\n\nРаз.\n\n- два\n\n## Б\n\nТри.\n\nЧетыре.\n"
    assert pairs(PAGE, translation) == [(at, at) for at in range(6)]


def test_a_part_with_a_paragraph_more_is_left_to_a_person_and_the_others_are_not() -> None:
    translation = "# А\n\nРаз.\n\n- два\n\n## Б\n\nТри.\n\nТри с половиной.\n\nЧетыре.\n"
    assert pairs(PAGE, translation) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_what_needs_no_translation_cuts_a_part_further() -> None:
    source = "# A\n\nOne.\n\nSee `x.conf` there.\n\nThree.\n\nFour.\n"
    translation = "# А\n\nРаз.\n\nСм. `x.conf`.\n\nТри.\n"
    assert pairs(source, translation) == [(0, 0), (1, 1), (2, 2)]


def test_marks_that_stand_twice_tell_nothing() -> None:
    source, translation = "# A\n\nSee 5.\n\nSaw 5.\n", "# А\n\nСм. 5.\n\nСм. 5.\n\nЕщё.\n"
    assert pairs(source, translation) == [(0, 0)]


def test_headings_with_the_ids_of_the_source_are_paired_though_others_differ() -> None:
    source = "# A\n\n## B { #b }\n\nThree.\n\n## C { #c }\n\nFour.\n"
    translation = "# А\n\n## В { #c }\n\nЧетыре.\n"
    assert (3, 1) in pairs(source, translation) and (4, 2) in pairs(source, translation)


def test_many_marks_of_which_none_is_shared_are_no_pair() -> None:
    source, translation = "# A\n\n`a` `b` `c` one.\n", "# А\n\n`d` `e` `f` раз.\n"
    assert pairs(source, translation) == [(0, 0)]


@pytest.mark.parametrize(
    ("text", "is_pair"),
    [
        ("Kubernetes is here to stay.", False),
        ("Kubernetes", True),
        ("    code of four words", True),
        ("![a](b.png)", True),
    ],
)
def test_what_nobody_translated_is_no_pair_but_names_and_code_are(text: str, is_pair: bool) -> None:
    assert ((1, 1) in pairs(f"# A\n\n{text}\n", f"# А\n\n{text}\n")) is is_pair


def test_footnotes_are_paired_by_their_keys() -> None:
    source, translation = "A[^x] b[^y].\n\n[^x]: One.\n\n[^y]: Two.\n", "А[^x] б[^y].\n\n[^y]: Два.\n\n[^x]: Раз.\n"
    assert pairs(source, translation) == [(0, 0), (1, 2), (2, 1)]


BLOCK = st.sampled_from(["# A", "## B", "Text.", "Text with `x`.", "- a\n- b", "    code", "[^a]: note", "> q", "---"])


@given(st.lists(BLOCK), st.lists(BLOCK))
def test_each_block_is_in_one_pair_and_both_are_of_one_kind(ours: list[str], theirs: list[str]) -> None:
    source, translation = split("\n\n".join(ours) + "\n")[0], split("\n\n".join(theirs) + "\n")[0]
    found = certain_pairs(source, translation)
    assert len({one for one, _ in found}) == len({other for _, other in found}) == len(found)
    assert all(source[one].kind is translation[other].kind for one, other in found)
