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


LADDER = "{warn: {all: 7 days, security/**: 0}, fail: {uk: 30 days, security/**: 14 days, blog/**: 0}}"


@pytest.mark.parametrize(
    ("path", "days", "level", "said"),
    [
        ("docs/uk/a.md", 6, Level.INFO, "It is a warning from 2026-11-30 on."),
        ("docs/uk/a.md", 7, Level.WARNING, "It fails from 2026-12-22 on."),
        ("docs/uk/a.md", 30, Level.ERROR, "It fails since 2026-11-29: the source changed on 2026-10-30."),
        ("docs/en/a.md", 6, Level.INFO, "It is a warning from 2026-11-30 on."),
        ("docs/en/a.md", 99, Level.WARNING, "It is a warning since "),
        ("docs/uk/security/a.md", 0, Level.WARNING, "It fails from 2026-12-13 on."),
        ("docs/en/security/a.md", 14, Level.ERROR, "It fails since 2026-11-29"),
        ("docs/en/blog/a.md", 0, Level.ERROR, "has changed."),
        ("docs/uk/a.md", None, Level.ERROR, UNKNOWN_AGE),
        ("docs/en/a.md", None, Level.WARNING, UNKNOWN_AGE),
    ],
)
def test_report_then_warn_then_fail_by_path_language_and_age(
    path: str, days: int | None, level: Level, said: str
) -> None:
    found = gated(LADDER, stale(path), days)
    assert (found.level, said in found.message) == (level, True), found


def test_what_warn_does_not_name_is_only_reported() -> None:
    assert gated("{warn: [security/**]}", stale()).level is Level.WARNING
    assert gated("{warn: [security/**]}", stale("docs/uk/a.md")).level is Level.INFO
    assert gated("{warn: [security/**], fail: {uk: 9 days}}", stale("docs/uk/a.md"), 8).level is Level.INFO


def test_of_what_fits_the_last_counts() -> None:
    assert gated("{fail: {all: 0, security/**: 9 days}}", stale(), 8).level is Level.WARNING
    assert gated("{fail: {security/**: 9 days, all: 0}}", stale(), 8).level is Level.ERROR


def test_a_word_that_a_list_gives_has_the_days_of_after_and_one_of_a_mapping_its_own() -> None:
    assert gated("{fail: {all: 3 days}, after: 14 days}", stale(), 8).level is Level.ERROR


def test_where_the_age_is_not_known_it_fails_and_says_so() -> None:
    found = gated("{fail: all, after: 14}", stale(), None)
    assert found.level is Level.ERROR and UNKNOWN_AGE in found.message


def test_findings_on_other_things_are_left_as_they_are() -> None:
    other = stale(code=Code.NUMBERS)
    assert gated("{fail: all, report: all}", other) is other
    assert gated("{fail: all}", stale(code=Code.UNCONFIRMED_BLOCKS)).level is Level.WARNING
    for code in (Code.UNCONFIRMED_BLOCKS, Code.MOVED_BLOCK):
        assert gated("{report: all}", stale(code=code)).level is Level.INFO


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("fast", "freshness"),
        ("{fial: [uk]}", "fial"),
        ("{after: two weeks}", "after"),
        ("{fail: {uk: soon}}", "uk"),
        ("{warn: {all: -1}}", "all"),
    ],
)
def test_what_cannot_be_is_said(written: str, key: str) -> None:
    _, (wrong,) = read_gate(yaml.safe_load(written), ["uk"])
    assert wrong.key == key
