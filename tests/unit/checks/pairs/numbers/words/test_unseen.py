"""Pairs of real prose style in five languages, written before anything was changed for them.

The first are in the style of reports; the later ones are news, law, medicine, sport and economy.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tlumach.blocks import split
from tlumach.checks.pairs.content.same_numbers.rule import check_numbers
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, Side

CASES = Path(__file__).parents[5] / "cases"
FILES = sorted([*CASES.glob("unseen_numbers/*.yml"), *CASES.glob("prose_numbers/*.yml")])
FEWEST = {"unseen_numbers": 30, "prose_numbers": 20}
LEAST_FOUND, MOST_FLAGGED = {"unseen_numbers": 0.95, "prose_numbers": 0.9}, 0


def found(data: Any, source: str, target: str) -> list[str]:
    sides = [Side(data[name], split(text)[0][0]) for name, text in (("source", source), ("target", target))]
    return [each.message for each in check_numbers(AlignedPair(sides[0], sides[1], Knowledge()))]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.stem}-{file.stem}")
def test_faults_are_found_and_correct_pairs_let_be(file: Path) -> None:
    data = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    flagged = [each for source, target in data["correct"] for each in found(data, source, target)]
    assert len(data["correct"]) >= FEWEST[file.parent.stem] and len(data["faulty"]) >= 20
    assert len(flagged) <= MOST_FLAGGED, flagged
    pairs = [(*data["correct"][number - 1], str(right), str(wrong)) for number, right, wrong in data["faulty"]]
    missed = [pair for pair in pairs if not found(data, pair[0], pair[1].replace(pair[2], pair[3], 1))]
    assert len(missed) <= (1 - LEAST_FOUND[file.parent.stem]) * len(pairs) + 1e-9, missed
