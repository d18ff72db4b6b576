import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmark.builders.contender import Contender
from benchmark.change import CHANGED
from benchmark.content.generate import explainer_path
from benchmark.figures import Figure
from benchmark.rows import INSPECTIONS, Row, _measured, chosen, rows

BUILD = """
import os, pathlib, sys
log = pathlib.Path("../log.txt")
kept = pathlib.Path("kept").exists()
text = pathlib.Path("docs/uk/story-0000/index.md").read_text(encoding="utf-8")
with log.open("a", encoding="utf-8") as file:
    print(sys.argv[1], "kept" if kept else "fresh", text.count("…"), os.environ["SOURCE_DATE_EPOCH"], file=file)
pathlib.Path("kept").mkdir(exist_ok=True)
pathlib.Path("site").mkdir(exist_ok=True)
pathlib.Path("site/index.html").write_text("x" * 1000)
"""


def prepare(source: Path, folder: Path) -> None:
    page = folder / "docs" / CHANGED / explainer_path(0)
    page.parent.mkdir(parents=True)
    page.write_text("---\n---\n# Title\n\nText.\n", encoding="utf-8")


def contender(name: str) -> Contender:
    def command(word: str) -> tuple[str, ...]:
        return (sys.executable, "-c", BUILD, word)

    return Contender(name, prepare, command(f"{name}-cold"), ("site", "kept"), again=command(f"{name}-again"))


def inspect(contender: Contender, folder: Path, explainers: int) -> Iterator[Figure]:
    yield Figure("looked", contender.name, explainers, len(list((folder / contender.site).iterdir())), "files")


@pytest.fixture
def figures(tmp_path: Path) -> list[Figure]:
    row = Row("build", (contender("a"), contender("b")), again=True, inspections=(inspect,))
    return list(_measured(row, tmp_path, 5, 2, lambda _: None))


def test_contenders_take_turns_cold_and_after_a_change_of_the_page(figures: list[Figure], tmp_path: Path) -> None:
    assert (tmp_path / "log.txt").read_text(encoding="utf-8").splitlines() == [
        *(
            "a-cold fresh 0 1700000000",
            "a-again kept 1 1700000000",
            "b-cold fresh 0 1700000000",
            "b-again kept 1 1700000000",
        ),
        *(
            "a-cold fresh 1 1700000000",
            "a-again kept 3 1700000000",
            "b-cold fresh 1 1700000000",
            "b-again kept 3 1700000000",
        ),
    ]


def test_the_figures_of_each(figures: list[Figure], tmp_path: Path) -> None:
    assert [figure.row for figure in figures if figure.contender == "b"] == [
        *("build", "build: CPU", "build: memory"),
        *("build, one edit", "build, one edit: CPU", "build, one edit: memory"),
        *("site on the disk", "looked"),
    ]
    values = {(figure.row, figure.contender): figure for figure in figures}
    assert values["site on the disk", "a"].value == 1000
    assert values["looked", "a"].value == 1
    assert len(values["build", "a"].runs) == 2
    assert {figure.explainers for figure in figures} == {5}
    assert [entry.name for entry in tmp_path.iterdir()] == ["log.txt"]  # the folders are gone


def test_nothing_changed_and_a_change_on_the_next_day(tmp_path: Path) -> None:
    row = Row("build", (contender("a"),), again=True, unchanged=True, next_day=True)
    figures = list(_measured(row, tmp_path, 5, 1, lambda _: None))
    assert [figure.row for figure in figures if figure.unit == "s" and "CPU" not in figure.row] == [
        *("build", "build, no change", "build, one edit", "build, one edit on the next day"),
    ]
    assert (tmp_path / "log.txt").read_text(encoding="utf-8").splitlines() == [
        *("a-cold fresh 0 1700000000", "a-again kept 0 1700000000"),
        *("a-again kept 1 1700000000", "a-again kept 2 1700086400"),
    ]


def test_a_site_is_what_inspections_are_for() -> None:
    table = rows([contender("c")])
    assert [row.task for row in table if set(row.inspections) & set(INSPECTIONS)] == ["build"]
    assert table[0].inspections == INSPECTIONS
    assert [contender.name for contender in table[0].contenders] == ["tlumach", "bare stack", "c"]


def test_rows_are_chosen_by_their_tasks() -> None:
    table = rows([])
    assert chosen(table, []) == table
    assert [row.task for row in chosen(table, ["status", "check"])] == ["check", "status"]
    with pytest.raises(ValueError, match=r"no row `staus`; there are `build`, .*`status`"):
        chosen(table, ["staus"])
