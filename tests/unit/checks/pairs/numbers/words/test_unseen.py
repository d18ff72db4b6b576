"""Pairs of real prose style in five languages, written before anything was changed for them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tlumach.blocks import split
from tlumach.checks.pairs.content.same_numbers.rule import check_numbers
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, Side

CASES = Path(__file__).parents[5] / "cases" / "unseen_numbers"
LEAST_FOUND, MOST_FLAGGED = 0.95, 0


def found(data: Any, source: str, target: str) -> list[str]:
    sides = [Side(data[name], split(text)[0][0]) for name, text in (("source", source), ("target", target))]
    return [each.message for each in check_numbers(AlignedPair(sides[0], sides[1], Knowledge()))]


@pytest.mark.parametrize("file", sorted(CASES.glob("*.yml")), ids=lambda file: file.stem)
def test_faults_are_found_and_correct_pairs_let_be(file: Path) -> None:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    flagged = [each for source, target in data["correct"] for each in found(data, source, target)]
    assert len(data["correct"]) >= 30 and len(data["faulty"]) >= 20
    assert len(flagged) <= MOST_FLAGGED, flagged
    pairs = [(*data["correct"][number - 1], str(right), str(wrong)) for number, right, wrong in data["faulty"]]
    missed = [pair for pair in pairs if not found(data, pair[0], pair[1].replace(pair[2], pair[3], 1))]
    assert len(missed) <= (1 - LEAST_FOUND) * len(pairs) + 1e-9, missed
