from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.project import fresh_runner

from tlumach.checks.path_rules import problems_of_paths
from tlumach.problems import Code, Level, Problem
from tlumach.tasks.tasks import Share, TaskRunner

PATHS = ["a.md", "b.md", "c.md"]


def problem(path: str) -> Problem:
    return Problem(f"docs/uk/{path}", 3, Code.NUMBERS, "що не так", Level.WARNING)


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def runner(tmp_path: Path) -> TaskRunner:
    return fresh_runner(tmp_path)


def found(asked: list[str], runner: TaskRunner | None, version: int = 1) -> list[Problem]:
    def find(paths: Sequence[str]) -> list[Problem]:
        asked.extend(paths)
        return [problem(path) for path in paths if path != "b.md"]

    return problems_of_paths("kind", PATHS, find, lambda path: (path, version if path == "c.md" else 0), runner)


def test_without_a_cache_all_is_looked_for_at_once(asked: list[str]) -> None:
    assert found(asked, None) == found(asked, None) == [problem("a.md"), problem("c.md")]
    assert asked == PATHS * 2


def test_what_was_found_is_not_looked_for_again(asked: list[str], runner: TaskRunner) -> None:
    assert found(asked, runner) == found(asked, runner) == [problem("a.md"), problem("c.md")]
    assert asked == PATHS


def test_what_is_made_of_something_else_is_looked_for_again(asked: list[str], runner: TaskRunner) -> None:
    found(asked, runner)
    asked.clear()
    assert found(asked, runner, version=2) == [problem("a.md"), problem("c.md")]
    assert asked == ["c.md"]


def test_a_part_of_the_work_looks_at_its_own_paths(asked: list[str], runner: TaskRunner) -> None:
    assert found(asked, TaskRunner(runner.cache, 1, Share(1, 3))) == [problem("a.md")]
    assert asked == ["a.md"]
