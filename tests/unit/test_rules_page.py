"""RULES.md is what scripts/rules.py makes of the rules now, and has every code."""

from pathlib import Path

import pytest
import rules
import yaml

from tlumach.checks.pairs import CODES
from tlumach.problems import Code

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_the_page_is_current() -> None:
    """Each example is run through the rules again; the figures are compared with the data by another test."""
    shown = (ROOT / "RULES.md").read_text(encoding="utf-8")
    assert rules.page(rules.figures_on(shown)) == shown, "not current: python scripts/rules.py"


def test_every_code_is_on_the_page_with_what_it_says_and_how_to_mend_it() -> None:
    rows = (ROOT / "RULES.md").read_text(encoding="utf-8").splitlines()
    for code in Code:
        assert code.says.endswith(".") and code.remedy.endswith("."), code
        assert sum(row.startswith(f"| `{code}` | {code.level} | {code.says} | {code.remedy} |") for row in rows) == 1


def test_the_rules_on_pairs_are_those_that_can_be_waived() -> None:
    assert {code for code in Code if code.can_be_waived} == CODES


def test_every_example_is_of_a_rule_that_there_is() -> None:
    groups = [*rules.PAIRS, *rules.LIBRARY]
    listed = [code for group in groups for code in group.codes]
    assert sorted(yaml.safe_load(rules.EXAMPLES.read_text(encoding="utf-8"))) == sorted(listed)
    assert set(listed) >= CODES


def test_an_example_that_is_not_found_fails() -> None:
    try:
        rules._pair("numbers", {"what": "the same", "source": "Раз 5.", "target": "Один 5."})
    except AssertionError as error:
        assert "does not find its example" in str(error)
    else:
        raise AssertionError("it was taken for found")
