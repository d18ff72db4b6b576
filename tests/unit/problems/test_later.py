"""How a project that only begins is told to go on with what stops it."""

import pytest

from tlumach.problems import Code, Level, Policy, Problem
from tlumach.problems.baseline import read_baseline
from tlumach.problems.later import way_out
from tlumach.problems.policy import read_policy


def found(*codes: Code, level: Level = Level.ERROR) -> list[Problem]:
    return [Problem("docs/uk/a.md", at, code, "…", level) for at, code in enumerate(codes, 1)]


def test_few_rules_are_named_the_most_frequent_first() -> None:
    said = way_out(found(Code.NUMBERS, Code.UNTRANSLATED, Code.UNTRANSLATED), Policy())
    assert "`tlumach baseline`" in said and "`checks: {untranslated: warn, numbers: warn}`" in said


def test_many_rules_are_one_setting() -> None:
    said = way_out(found(Code.NUMBERS, Code.UNTRANSLATED, Code.STRUCTURE, Code.BROKEN_LINK), Policy())
    assert "`checks: warn`" in said


@pytest.mark.parametrize(
    "problems",
    [
        [],
        found(Code.NUMBERS, level=Level.WARNING),
        found(Code.NUMBERS, Code.ENCODING),
        found(Code.NO_PAGES),
        found(Code.MKDOCS),
        found(Code.STALE_BLOCK),
    ],
)
def test_nothing_is_said_where_nothing_stops_or_where_it_cannot_wait(problems: list[Problem]) -> None:
    assert way_out(problems, Policy()) == ""


def test_a_project_that_has_said_what_counts_is_not_told_again() -> None:
    policy, wrong = read_policy({"checks": {"numbers": "warn"}}, ["ru", "uk"])
    assert not wrong and way_out(found(Code.UNTRANSLATED), policy) == ""
    baseline, _ = read_baseline("docs/uk/a.md numbers 0123456789ab 1\n")
    assert way_out(found(Code.UNTRANSLATED), Policy(baseline=baseline)) == ""


def test_the_setting_that_it_names_is_one() -> None:
    said = way_out(found(Code.UNTRANSLATED), Policy())
    assert "{untranslated: warn}" in said
    policy, wrong = read_policy({"checks": {"untranslated": "warn"}}, ["ru", "uk"])
    (problem,) = policy.settle(found(Code.UNTRANSLATED)).problems
    assert not wrong and problem.level is Level.WARNING
