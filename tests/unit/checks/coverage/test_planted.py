"""What `tlumach languages` says of a language, held against what is found in it: one fault of each kind in each language."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tlumach.blocks import split
from tlumach.checks.coverage.parts import parts
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, Side
from tlumach.checks.pairs.registry import PAGE_RULES, PAIR_RULES, SPELLING
from tlumach.languages.lemmas import Lemmatizer
from tlumach.settings import Settings

CASES: dict[str, Any] = yaml.load(
    (Path(__file__).parents[3] / "cases/planted.yml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
KNOWLEDGE = Knowledge(Lemmatizer())
FAULTS = [(language, *fault) for language, data in CASES.items() for fault in data["faults"]]


def codes(source: str, target: str, language: str) -> set[str]:
    """The rules that find anything in a pair."""
    sides = (Side(each, split(text)[0][0]) for each, text in ((CASES[language]["source"], source), (language, target)))
    pair = AlignedPair(*sides, KNOWLEDGE)
    found = {str(rule.code) for rule in (*PAIR_RULES, SPELLING) for _ in rule.check(pair)}
    return found | {str(rule.code) for rule in PAGE_RULES for _ in rule.check([pair])}


def is_looked_after(name: str, language: str) -> bool:
    found = {part.name: part.is_there for part in parts(language, Settings((language,), "", {}, {}))}
    return next(there for part, there in found.items() if part.startswith(name))


@pytest.mark.parametrize(("language", "part", "code", "source", "right", "wrong"), FAULTS)
def test_a_fault_is_found_where_the_language_is_said_to_be_looked_after(
    language: str, part: str, code: str, source: str, right: str, wrong: str
) -> None:
    assert codes(source, right, language) == set()
    assert (code in codes(source, wrong, language)) is is_looked_after(part, language)


@pytest.mark.parametrize("language", CASES)
def test_every_part_that_pairs_are_checked_for_has_a_fault(language: str) -> None:
    of_no_pair = {"forms of words", "negations", "words of the site", "plurals and dates"}
    named = {part.name for part in parts(language, Settings((language,), "", {}, {}))} - of_no_pair
    tried = {fault[0] for fault in CASES[language]["faults"]}
    assert all(any(name.startswith(each) for each in tried) for name in named), named
