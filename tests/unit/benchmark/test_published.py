import json
from pathlib import Path

import pytest
from benchmark.figures import Figure
from benchmark.readme import BEGIN, END, put
from benchmark.record import Record

ROOT = Path(__file__).parents[3]

ABOUT = {"date": "2026-11-22T21:00+00:00", "machine": "2 × Some", "system": "Linux, Python 3.11"}


@pytest.fixture
def record() -> Record:
    figures = [
        Figure("build", name, size, seconds * size, "s", True, (seconds,))
        for name, seconds in (("tlumach", 0.5), ("bare stack", 1.0))
        for size in (10, 100)
    ]
    figures += [Figure("status", "tlumach", size, 1.0, "s", True, (1.0,)) for size in (10, 100)]
    return Record(ABOUT, {"mkdocs": "1.6.1"}, tuple(figures))


def test_the_table_stands_between_the_marks_and_the_rest_stays(record: Record) -> None:
    text = put(f"# X\n\n{BEGIN}\nold\n{END}\n\nafter\n", record)
    assert text.startswith(f"# X\n\n{BEGIN}\n2026-11-22, 2 × Some, Linux, Python 3.11; mkdocs 1.6.1.\n")
    assert "\n| 100 explainers in three languages | tlumach | bare stack |\n|---|---|---|\n" in text
    assert "\n| build | 50.0 s (0.50) | 100.0 s (1.00) |\n" in text
    assert "\n| build: power of N, 10 to 100 | 1.00 | 1.00 |\n" in text
    assert "| status |" in text and "status: power" not in text
    assert text.endswith(f"\n{END}\n\nafter\n") and "old" not in text


def test_the_second_time_changes_nothing(record: Record) -> None:
    once = put(f"{BEGIN}\n{END}\n", record)
    assert put(once, record) == once


def test_a_readme_without_marks_is_an_error(record: Record) -> None:
    with pytest.raises(ValueError, match="README"):
        put("# X\n", record)


def test_the_readme_of_the_project_has_the_marks(record: Record) -> None:
    assert "| build |" in put((ROOT / "README.md").read_text(encoding="utf-8"), record)


def test_a_run_is_kept_whole(record: Record) -> None:
    assert Record.from_json(json.loads(json.dumps(record.to_json()))) == record
