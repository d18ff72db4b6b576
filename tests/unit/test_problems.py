import json

from hypothesis import given
from hypothesis import strategies as st

from tlumach.problems import Level, Problem, as_row, from_row, has_errors, in_order

PROBLEMS = st.builds(
    Problem,
    st.sampled_from(["docs/ru/a.md", "docs/uk/a.md", "mkdocs.yml"]),
    st.integers(0, 20),
    st.sampled_from(["broken-link", "no-title"]),
    st.sampled_from(["one", "two"]),
)


def test_a_problem_reads_as_a_place_that_editors_and_ci_turn_into_a_link() -> None:
    assert str(Problem("docs/ru/a.md", 7, "no-title", "give it one.")) == "docs/ru/a.md:7: no-title give it one."


def test_a_problem_of_a_whole_file_points_at_its_first_line() -> None:
    assert str(Problem("docs/ru/a.md", 0, "encoding", "…")).startswith("docs/ru/a.md:1: ")


def test_problems_come_by_file_then_by_line_as_a_number_then_by_code() -> None:
    wanted = [Problem("a", 2, "x", ""), Problem("a", 10, "b", ""), Problem("a", 10, "c", ""), Problem("b", 1, "a", "")]
    assert in_order(reversed(wanted)) == wanted


@given(st.lists(PROBLEMS))
def test_order_does_not_depend_on_the_order_of_finding_and_nothing_is_lost_or_said_twice(found: list[Problem]) -> None:
    ordered = in_order(found)
    assert ordered == in_order(reversed(found)) == in_order(found + found)
    assert set(ordered) == set(found)
    assert len(ordered) == len(set(found))


def test_errors_fail_a_build_and_warnings_do_not() -> None:
    warning = Problem("a", 1, "x", "", Level.WARNING)
    assert not has_errors([])
    assert not has_errors([warning])
    assert has_errors([warning, Problem("a", 1, "x", "")])


def test_a_problem_comes_back_from_its_row() -> None:
    problem = Problem("docs/ru/a.md", 0, "code", "что не так", Level.WARNING)
    assert from_row(*json.loads(json.dumps(as_row(problem)))) == problem
