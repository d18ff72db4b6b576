import datetime

import pytest
import yaml

from tlumach.problems import Code, Level, Problem
from tlumach.problems.freshness import UNKNOWN_AGE, Gate, read_gate
from tlumach.problems.patterns import file_of
from tlumach.problems.problem import Lines

TODAY = datetime.date(2026, 11, 29)
SOURCE = Lines("docs/ru/a.md", 3, 4)


def stale(path: str = "docs/uk/security/a.md", code: Code = Code.STALE_BLOCK) -> Problem:
    return Problem(path, 3, code, "has changed.", source=SOURCE)


def gate(written: str) -> Gate:
    found, wrong = read_gate(yaml.safe_load(written), ["ru", "uk", "en"])
    assert wrong == []
    return found


def gated(written: str, problem: Problem, days: int | None = 0) -> Problem:
    day = None if days is None else TODAY - datetime.timedelta(days)
    return gate(written).gated(
        problem, file_of(problem.path, ["ru", "uk", "en"]), lambda lines: day if lines == SOURCE else None, TODAY
    )


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("{}", Level.WARNING),
        ("{fail: all}", Level.ERROR),
        ("{fail: [uk]}", Level.ERROR),
        ("{fail: uk}", Level.ERROR),
        ("{fail: [en]}", Level.WARNING),
        ("{fail: [security/**]}", Level.ERROR),
        ("{fail: [blog/**]}", Level.WARNING),
        ("{report: all}", Level.INFO),
        ("{report: all, fail: [security/**]}", Level.ERROR),
        ("{report: [uk], fail: [blog/**]}", Level.INFO),
    ],
)
def test_a_path_or_a_language_is_reported_warned_of_or_fails(written: str, level: Level) -> None:
    assert gated(written, stale()).level is level


@pytest.mark.parametrize(
    ("days", "level"), [(0, Level.WARNING), (13, Level.WARNING), (14, Level.ERROR), (99, Level.ERROR)]
)
def test_it_fails_after_so_many_days(days: int, level: Level) -> None:
    found = gated("{fail: all, after: 14 days}", stale(), days)
    assert found.level is level
    assert ("fails from" in found.message) is (level is Level.WARNING)


def test_where_the_age_is_not_known_it_fails_and_says_so() -> None:
    found = gated("{fail: all, after: 14}", stale(), None)
    assert found.level is Level.ERROR and UNKNOWN_AGE in found.message


def test_findings_on_other_things_are_left_as_they_are() -> None:
    other = stale(code=Code.NUMBERS)
    assert gated("{fail: all, report: all}", other) is other
    assert gated("{fail: all}", stale(code=Code.UNCONFIRMED_BLOCKS)).level is Level.WARNING
    assert gated("{report: all}", stale(code=Code.UNCONFIRMED_BLOCKS)).level is Level.INFO


@pytest.mark.parametrize(
    ("written", "key"), [("fast", "freshness"), ("{fial: [uk]}", "fial"), ("{after: two weeks}", "after")]
)
def test_what_cannot_be_is_said(written: str, key: str) -> None:
    _, (wrong,) = read_gate(yaml.safe_load(written), ["uk"])
    assert wrong.key == key
