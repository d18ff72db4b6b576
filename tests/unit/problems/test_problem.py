import json

from hypothesis import given
from hypothesis import strategies as st

from tlumach.problems import Code, Level, Problem, as_row, from_row, has_errors, in_order

PROBLEMS = st.builds(
    Problem,
    st.sampled_from(["docs/ru/a.md", "docs/uk/a.md", "mkdocs.yml"]),
    st.integers(0, 20),
    st.sampled_from(Code),
    st.sampled_from(["one", "two"]),
)


def test_a_problem_reads_as_a_place_that_editors_and_ci_turn_into_a_link() -> None:
    assert str(Problem("docs/ru/a.md", 7, Code.NO_TITLE, "give it one.")) == "docs/ru/a.md:7: no-title give it one."


def test_a_problem_of_a_whole_file_points_at_its_first_line() -> None:
    assert str(Problem("docs/ru/a.md", 0, Code.ENCODING, "…")).startswith("docs/ru/a.md:1: ")


def test_problems_come_by_file_then_by_line_as_a_number_then_by_code() -> None:
    wanted = [
        Problem("a", 2, Code.NUMBERS, ""),
        Problem("a", 10, Code.BROKEN_LINK, ""),
        Problem("a", 10, Code.NO_TITLE, ""),
        Problem("b", 1, Code.APOSTROPHE, ""),
    ]
    assert in_order(reversed(wanted)) == wanted


@given(st.lists(PROBLEMS))
def test_order_does_not_depend_on_the_order_of_finding_and_nothing_is_lost_or_said_twice(found: list[Problem]) -> None:
    ordered = in_order(found)
    assert ordered == in_order(reversed(found)) == in_order(found + found)
    assert set(ordered) == set(found)
    assert len(ordered) == len(set(found))


def test_errors_fail_a_build_and_warnings_do_not() -> None:
    warning = Problem("a", 1, Code.NO_TITLE, "", Level.WARNING)
    assert not has_errors([])
    assert not has_errors([warning])
    assert has_errors([warning, Problem("a", 1, Code.NO_TITLE, "")])


def test_a_problem_comes_back_from_its_row() -> None:
    problem = Problem("docs/ru/a.md", 0, Code.NUMBERS, "что не так", Level.WARNING)
    assert from_row(*json.loads(json.dumps(as_row(problem)))) == problem


def test_a_problem_has_the_level_of_its_code_unless_another_is_given() -> None:
    assert Problem("a", 1, Code.NUMBERS, "").level is Level.ERROR
    assert Problem("a", 1, Code.DOUBLED, "").level is Level.WARNING
    assert Problem("a", 1, Code.NUMBERS, "", Level.WARNING).level is Level.WARNING


def test_a_code_is_written_as_its_text_everywhere() -> None:
    assert f"{Code.TWO_IDS}" == json.loads(json.dumps(Code.TWO_IDS)) == "two-ids"
    assert sorted([Code.TWO_IDS, Code.EMPTY_PAGE]) == ["empty-page", "two-ids"]
