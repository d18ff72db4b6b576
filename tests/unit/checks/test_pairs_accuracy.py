"""The rules on pairs are quiet and sharp: their figures on pairs written for this purpose, by people who had not seen them."""

from pathlib import Path

import pytest
from accuracy import PARTS, TARGETS, Case, Figures, cases, figures, findings, rows, table

from tlumach.languages.spelling import speller

pytestmark = pytest.mark.slow

MOST_FLAGGED, LEAST_FOUND = 0.02, 0.95


@pytest.fixture(scope="module", params=PARTS)
def counted(request: pytest.FixtureRequest) -> Figures:
    chosen = cases(request.param)
    assert all(map(speller, ("ru", *TARGETS))), "the dictionaries are missing: scripts/test.py installs them"
    return figures(chosen, findings(chosen))


def test_at_most_two_in_a_hundred_correct_pairs_are_flagged_and_none_as_an_error(counted: Figures) -> None:
    assert counted.flagged <= MOST_FLAGGED * counted.correct, counted.alarms
    assert counted.errors == 0, counted.alarms


def test_the_rule_meant_finds_at_least_95_in_a_hundred_faults(counted: Figures) -> None:
    assert counted.recall >= LEAST_FOUND, counted.faults - counted.found


def test_the_figures_in_the_page_of_the_rules_are_these(counted: Figures) -> None:
    shown = (Path(__file__).parents[3] / "RULES.md").read_text(encoding="utf-8")
    assert [row for row in rows(counted) if row not in shown] == [], "not current: python scripts/rules.py"


def test_there_are_enough_pairs() -> None:
    both = [case for part in PARTS for case in cases(part)]
    for language in ("uk", "en"):
        assert sum(case.language == language and not case.rule for case in both) >= 150
        assert sum(case.language == language and bool(case.rule) for case in both) >= 150


def test_figures_count_what_was_meant() -> None:
    chosen = [
        Case("a", "uk", "Раз.", "Один.", ""),
        Case("b", "uk", "5", "6", "numbers"),
        Case("c", "uk", "5", "5", "dashes"),
    ]
    counted = figures(chosen, findings(chosen))
    assert (counted.correct, counted.flagged, counted.by_any, counted.recall) == (1, 0, 1, 0.5)
    assert "| numbers | 1 | 1 | 0 of 1 |" in table(counted, counted)
