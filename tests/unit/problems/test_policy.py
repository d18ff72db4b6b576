import pytest

from tlumach.problems import Code, Level, Policy, Problem
from tlumach.problems.baseline import read_baseline, write_baseline
from tlumach.problems.policy import read_policy

FOUND = [
    Problem("docs/uk/a.md", 9, Code.NUMBERS, "14 is 15"),
    Problem("docs/uk/a.md", 3, Code.STALE_BLOCK, "docs/ru/a.md:3 has changed."),
    Problem("docs/uk/a.md", 5, Code.LENGTH, "long"),
]


def test_without_settings_all_findings_count_as_they_were_found() -> None:
    settled = Policy().settle(FOUND)
    assert settled.problems == sorted(FOUND, key=lambda each: each.line) and settled.known == []


def test_levels_the_gate_and_the_known_ones_work_together() -> None:
    policy, wrong = read_policy({"checks": {"numbers": "warn", "length": "off"}, "freshness": {"fail": "all"}}, ["uk"])
    settled = policy.settle(FOUND)
    assert wrong == []
    assert [(each.code, each.level) for each in settled.problems] == [
        (Code.STALE_BLOCK, Level.ERROR),
        (Code.NUMBERS, Level.WARNING),
    ]
    assert [settled.found_as[each] for each in settled.problems] == [FOUND[1], FOUND[0]]
    assert read_policy({"checks": "nothing", "freshness": 3}, [])[1:] != ([],)


def test_another_level_does_not_make_a_known_finding_new() -> None:
    baseline, _ = read_baseline(write_baseline(FOUND))
    loud, _ = read_policy({"freshness": {"fail": "all", "after": 1}}, ["uk"])
    for policy in (Policy(baseline=baseline), Policy(loud.languages, loud.levels, loud.gate, baseline)):
        assert policy.settle(FOUND).problems == []


@pytest.mark.parametrize(
    ("key", "meant"), [("chekcs", "checks"), ("check", "checks"), ("freshnes", "freshness"), ("Freshness", "freshness")]
)
def test_a_misspelt_option_is_said(key: str, meant: str) -> None:
    _, (wrong,) = read_policy({key: "off", "pages": "mkdocs", "strict_translations": True, "files": []}, ["uk"])
    assert wrong.key == key and f"Did you mean `{meant}`?" in wrong.message
