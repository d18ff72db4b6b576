"""The causes of false and missed findings on published text: right pairs that no rule may flag, wrong ones that one must find."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tlumach.checks.pairs.findings import of_translation
from tlumach.checks.pairs.knowledge import knowledge_of
from tlumach.library import Library
from tlumach.library.pages import parse_page
from tlumach.problems import Level
from tlumach.settings import Settings
from tlumach.tracking import Tracker

CASES = yaml.load(
    (Path(__file__).parents[3] / "cases" / "causes" / "pairs.yml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
LEAST = 8
"""So many pairs each cause has."""


def found_in(case: dict[str, Any]) -> list[tuple[str, Level]]:
    """Return the codes and levels of what the rules find in a pair, each side a page of its own."""
    languages = (case["from"], case["to"])
    settings = Settings(
        languages, "https://tlumach.example/", dict.fromkeys(languages, ""), dict.fromkeys(languages, "")
    )
    pages = {
        (language, "p.md"): parse_page(case[side], language, "p.md")[0]
        for side, language in (("source", case["from"]), ("target", case["to"]))
    }
    library = Library(settings, pages)
    tracked = Tracker(library).track(case["to"], "p.md")
    assert tracked
    found = of_translation(tracked, knowledge_of(library, words=True)[case["to"]])
    return [(str(each.problem.code), each.problem.level) for each in found]


@pytest.mark.parametrize("case", [each for each in CASES if not each["want"]])
def test_right_pairs_are_let_be(case: dict[str, Any]) -> None:
    assert [each for each in found_in(case) if each[1] is not Level.INFO] == []


@pytest.mark.parametrize("case", [each for each in CASES if each["want"]])
def test_wrong_pairs_are_found_by_the_rule_meant(case: dict[str, Any]) -> None:
    assert case["want"] in {code for code, _ in found_in(case)}


def test_each_cause_has_enough_pairs() -> None:
    causes = [each["cause"] for each in CASES]
    assert len(set(causes)) == 12 and all(causes.count(cause) >= LEAST for cause in causes)
