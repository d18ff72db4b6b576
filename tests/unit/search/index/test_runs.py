from hypothesis import given
from hypothesis import strategies as st

from tlumach.search.index.runs import joined, merged, number_list, numbers, run, runs, written

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
NUMBERS = st.sets(st.integers(0, 100_000), min_size=1, max_size=50).map(sorted)


def read_numbers(text: str) -> list[int]:
    """What the browser makes of a list of numbers."""
    found, last, step, scale = [], -1, 0, 1
    for character in text:
        digit = DIGITS.index(character)
        step += digit % 32 * scale
        if digit >= 32:
            scale *= 32
        else:
            last += step + 1
            found.append(last)
            step, scale = 0, 1
    return found


@given(NUMBERS)
def test_numbers_come_back(some: list[int]) -> None:
    assert read_numbers(number_list(some)) == some
    assert numbers(run(some)) == some


def test_no_numbers_are_no_text() -> None:
    assert number_list([]) == ""


@given(st.lists(NUMBERS, min_size=1, max_size=4))
def test_parts_joined_are_what_the_whole_is(parts: list[list[int]]) -> None:
    before, whole, added = 0, [], []
    for some in parts:
        added.append((before, runs({"a": some})))
        whole += [before + number for number in some]
        before += some[-1] + 1
    assert joined(added) == runs({"a": whole})
    if len(added) > 2:
        assert joined([(0, joined(added[:2])), *added[2:]]) == joined(added)


@given(NUMBERS, NUMBERS)
def test_runs_follow_one_another_in_one_list(some: list[int], others: list[int]) -> None:
    after = some[-1] + 1
    assert read_numbers(written((0, run(some)), (after, run(others)))) == [*some, *(after + each for each in others)]


@given(st.lists(NUMBERS, max_size=3))
def test_runs_that_lie_among_one_another_are_merged(several: list[list[int]]) -> None:
    found = merged(map(run, several))
    assert (numbers(found) if found else []) == sorted({number for some in several for number in some})
