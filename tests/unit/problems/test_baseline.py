from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tlumach.problems import Code, Problem
from tlumach.problems.baseline import FILE, Baseline, Key, key_of, read_baseline, write_baseline
from tlumach.problems.levels import FIXED

STALE = Problem("docs/uk/a.md", 5, Code.STALE_BLOCK, "docs/ru/a.md:5 has changed since this was translated.")
NUMBERS = Problem("docs/uk/a b.md", 5, Code.NUMBERS, "14 in the source is 15 here: “x”.")
PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.sampled_from(["docs/uk/a.md", "docs/uk/a b.md", "mkdocs.yml"]),
        st.integers(0, 9),
        st.sampled_from(sorted(set(Code) - FIXED)),
        st.sampled_from(["line 3 differs", "docs/ru/a.md:7 has", "14 is 15", "14 is 16"]),
    ),
    unique=True,
)


def known(baseline: Baseline, problems: list[Problem]) -> list[Problem]:
    return baseline.parted({each: each for each in problems})[1]


def test_a_finding_is_the_same_where_only_lines_moved() -> None:
    assert key_of(STALE) == key_of(replace(STALE, line=9, message=STALE.message.replace(":5", ":9")))
    assert key_of(NUMBERS) != key_of(replace(NUMBERS, message="14 in the source is 16 here: “x”."))
    link = Problem("docs/uk/a.md", 5, Code.BROKEN_LINK, "`chapter-1.md`: there is no docs/uk/chapter-1.md.")
    assert key_of(link) != key_of(replace(link, message=link.message.replace("-1", "-2")))
    page = Problem("docs/uk/a.md", 1, Code.UNCONFIRMED_BLOCKS, "nobody has confirmed 5 of 9 blocks")
    assert key_of(page) == key_of(replace(page, message="nobody has confirmed 4 of 9 blocks"))
    twice = Problem("docs/uk/a.md", 1, Code.SAME_SOURCE_TWO_WAYS, "“a” is “b” here and “c” on line 1.")
    assert key_of(twice) == key_of(replace(twice, message=twice.message.replace("line 1", "line 11")))


def test_one_more_of_the_same_is_new_and_one_less_is_not() -> None:
    baseline, _ = read_baseline(write_baseline([STALE, replace(STALE, line=8)]))
    three = [STALE, replace(STALE, line=8), replace(STALE, line=11)]
    assert known(baseline, three) == three[:2]
    assert known(baseline, three[:1]) == three[:1]


def test_the_text_is_sorted_one_line_a_finding() -> None:
    lines = [line for line in write_baseline([NUMBERS, STALE, STALE]).splitlines() if not line.startswith("#")]
    assert [line.rsplit(" ", 3)[0::3] for line in lines] == [["docs/uk/a b.md", "1"], ["docs/uk/a.md", "2"]]
    assert write_baseline([NUMBERS, STALE]) == write_baseline([STALE, NUMBERS])


def test_what_leaves_no_page_is_never_known() -> None:
    broken = Problem("docs/uk/a.md", 1, Code.ENCODING, "byte 7")
    assert Code.ENCODING not in write_baseline([broken])
    assert known(Baseline({key_of(broken): 1}), [broken]) == []


def test_a_line_that_is_none_is_said_and_the_others_count() -> None:
    text = write_baseline([STALE]) + "<<<<<<< HEAD\ndocs/uk/a.md numbers 0123456789ab 0\n\n"
    baseline, problems = read_baseline(text)
    assert list(baseline.counts) == [key_of(STALE)]
    assert [(each.path, each.line, each.code) for each in problems] == [
        (FILE, 4, Code.BASELINE),
        (FILE, 5, Code.BASELINE),
    ]


def test_two_halves_of_a_merge_count_together() -> None:
    baseline, _ = read_baseline(write_baseline([STALE]) + write_baseline([STALE]))
    assert baseline.counts == {Key(*key_of(STALE)): 2}


@given(PROBLEMS, PROBLEMS)
def test_what_is_written_comes_back_and_keeps_all_of_it_back(noted: list[Problem], others: list[Problem]) -> None:
    baseline, problems = read_baseline(write_baseline(noted))
    assert problems == [] and known(baseline, noted) == noted
    new, old = baseline.parted({each: each for each in [*noted, *(each for each in others if each not in noted)]})
    assert old[: len(noted)] == noted and {*new, *old} == {*noted, *others}
