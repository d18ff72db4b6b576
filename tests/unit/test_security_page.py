"""Each promise of SECURITY.md names what holds it, and that is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def promises() -> list[list[str]]:
    part = (ROOT / "SECURITY.md").read_text(encoding="utf-8").split("## What is promised\n")[1].split("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("| ")
    ]
    return rows[1:]


def test_each_promise_names_a_test_that_is_there() -> None:
    found = promises()
    assert len(found) > 10
    for to, promise, holds in found:
        named = re.findall(r"`((?:tests|src)/[^`]+)`", holds)
        assert to in ("readers", "the publisher") and promise and named
        assert [name for name in named if not (ROOT / name).exists()] == []
