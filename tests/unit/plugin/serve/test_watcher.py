import os
import shutil
from pathlib import Path
from queue import Queue

import pytest

from tlumach.plugin.serve.watcher import watch

LONG = 60  # seconds until a test gives up


@pytest.fixture
def told(tmp_path: Path) -> "Queue[str]":
    (tmp_path / "docs/uk").mkdir(parents=True)
    (tmp_path / "site").mkdir()
    for name in ("docs/uk/a.md", "mkdocs.yml"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    told: Queue[str] = Queue()
    later = [tmp_path / name for name in ("changes", "languages", "words", "baseline.txt")]
    watch(tmp_path, [tmp_path / "docs", tmp_path / "mkdocs.yml", *later], told.put)
    return told


def until(told: "Queue[str]", name: str) -> None:
    while told.get(timeout=LONG) != name:
        pass


def test_what_changes_is_told_from_the_root(told: "Queue[str]", tmp_path: Path) -> None:
    (tmp_path / "docs/uk/a.md").write_text("y", encoding="utf-8")
    until(told, "docs/uk/a.md")
    (tmp_path / "docs/uk/deep").mkdir()
    os.replace(tmp_path / "docs/uk/a.md", tmp_path / "docs/uk/b.md")
    until(told, "docs/uk/a.md")
    until(told, "docs/uk/b.md")
    (tmp_path / "docs/uk/b.md").unlink()
    until(told, "docs/uk/b.md")


def test_a_file_that_an_editor_puts_in_the_place_of_another_is_that_file(told: "Queue[str]", tmp_path: Path) -> None:
    for _ in range(2):
        (tmp_path / "mkdocs.yml~").write_text("y", encoding="utf-8")
        os.replace(tmp_path / "mkdocs.yml~", tmp_path / "mkdocs.yml")
        until(told, "mkdocs.yml")


def test_reading_and_other_files_are_no_change(told: "Queue[str]", tmp_path: Path) -> None:
    (tmp_path / "site/a.html").write_text("y", encoding="utf-8")
    (tmp_path / "docs/uk/a.md").read_text(encoding="utf-8")
    (tmp_path / "docs/last.md").write_text("y", encoding="utf-8")
    assert told.get(timeout=LONG) == "docs/last.md"


@pytest.mark.parametrize("name", ["changes", "languages", "words"])
def test_a_folder_that_is_made_later_is_watched_from_then_on(told: "Queue[str]", tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    until(told, name)
    for file in ("a.yml", "deep/b.yml"):
        (tmp_path / name / file).parent.mkdir(exist_ok=True)
        (tmp_path / name / file).write_text("x", encoding="utf-8")
        until(told, f"{name}/{file}")


def test_a_folder_that_went_and_came_back_is_watched(told: "Queue[str]", tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "docs")
    until(told, "docs")
    (tmp_path / "docs").mkdir()
    until(told, "docs")
    (tmp_path / "docs/a.md").write_text("y", encoding="utf-8")
    until(told, "docs/a.md")
    os.replace(tmp_path / "docs", tmp_path / "site/former")
    until(told, "docs")
    (tmp_path / "site/former/a.md").write_text("not ours any more", encoding="utf-8")
    (tmp_path / "site/other").mkdir()
    (tmp_path / "site/other/b.md").write_text("y", encoding="utf-8")
    os.replace(tmp_path / "site/other", tmp_path / "docs")
    until(told, "docs")
    (tmp_path / "docs/b.md").write_text("z", encoding="utf-8")
    assert told.get(timeout=LONG) == "docs/b.md"


def test_a_file_that_is_made_later_is_told(told: "Queue[str]", tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("x", encoding="utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "baseline.txt").write_text("x", encoding="utf-8")
    assert told.get(timeout=LONG) == "baseline.txt"
