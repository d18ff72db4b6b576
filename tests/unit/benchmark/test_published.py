import json
import shutil
from pathlib import Path

import pytest
from benchmark.figures import Figure
from benchmark.published import BEGIN, END, PAGE, README, SHOWN_FIRST, first_rows, publish, put, whole
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
    text = put(f"# X\n\n{BEGIN}\nold\n{END}\n\nafter\n", whole(record))
    assert text.startswith(f"# X\n\n{BEGIN}\n2026-11-22, 2 × Some, Linux, Python 3.11; mkdocs 1.6.1.\n")
    assert "\n| 100 explainers in three languages | tlumach | bare stack |\n|---|---|---|\n" in text
    assert "\n| build | 50.0 s (0.50) | 100.0 s (1.00) |\n" in text
    assert "\n| build: power of N, 10 to 100 | 1.00 | 1.00 |\n" in text
    assert "| status |" in text and "status: power" not in text
    assert text.endswith(f"\n{END}\n\nafter\n") and "old" not in text


def test_the_readme_has_the_first_rows_alone(record: Record) -> None:
    assert [*first_rows(record)] == [
        "| 100 explainers in three languages | tlumach | bare stack |",
        "|---|---|---|",
        "| build | 50.0 s (0.50) | 100.0 s (1.00) |",
    ]


def documents(root: Path) -> dict[str, str]:
    return {name: (root / name).read_text(encoding="utf-8") for name in (PAGE, README)}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project's documents."""
    for name in (PAGE, README):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_both_documents_are_written_and_the_second_time_changes_nothing(project: Path, record: Record) -> None:
    publish(project, record)
    once = documents(project)
    assert all("| build | 50.0 s (0.50) |" in text for text in once.values())
    assert "| status |" in once[PAGE] and "| status |" not in once[README]
    publish(project, record)
    assert documents(project) == once


def test_where_one_has_no_marks_none_is_written(project: Path, record: Record) -> None:
    (project / README).write_text("# X\n", encoding="utf-8")
    before = documents(project)
    with pytest.raises(ValueError, match="--publish"):
        publish(project, record)
    assert documents(project) == before


def test_the_readme_says_what_the_page_of_the_bench_says() -> None:
    page, readme = documents(ROOT).values()
    rows = readme.partition(BEGIN)[2].partition(END)[0].split("\n")
    assert [row.split(" | ")[0].removeprefix("| ") for row in rows[3:-1]] == [*SHOWN_FIRST]
    assert [row for row in rows if row not in page.split("\n")] == []


def test_a_run_is_kept_whole(record: Record) -> None:
    assert Record.from_json(json.loads(json.dumps(record.to_json()))) == record
