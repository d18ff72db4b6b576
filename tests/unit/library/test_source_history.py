import datetime
import os
import subprocess
from pathlib import Path

import pytest

from tlumach.library.source_history import SourceHistory
from tlumach.problems.problem import Lines

PAGE = "docs/ru/a.md"


def git(root: Path, *arguments: str, day: str = "2026-11-01") -> None:
    environment = os.environ | {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
    name = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
    subprocess.run(["git", "-C", str(root), *name, *arguments], env=environment, check=True, capture_output=True)


def commit(root: Path, text: str, day: str) -> None:
    (root / PAGE).parent.mkdir(parents=True, exist_ok=True)
    (root / PAGE).write_text(text, encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-m", "x", day=day)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    git(root, "init", "-b", "main")
    commit(root, "# А\n\nРаз\nещё раз.\n\nДва.\n", "2026-11-01")
    commit(root, "# А\n\nРаз\nи ещё раз.\n\nДва.\n", "2026-11-05")
    commit(root, "# А\n\nРаз\nи ещё раз.\n", "2026-11-09")
    return root


def test_lines_changed_when_the_newest_of_them_did(project: Path) -> None:
    history = SourceHistory(project)
    assert history.changed(Lines(PAGE, 1, 1)) == datetime.date(2026, 11, 1)
    assert history.changed(Lines(PAGE, 3, 4)) == datetime.date(2026, 11, 5)


def test_a_whole_file_is_as_old_as_its_oldest_line_and_lines_that_are_gone_as_its_last_commit(project: Path) -> None:
    history = SourceHistory(project)
    assert history.changed(Lines(PAGE)) == datetime.date(2026, 11, 1)
    assert history.changed(Lines(PAGE, 0)) == datetime.date(2026, 11, 9)


def test_what_is_not_committed_changed_today(project: Path) -> None:
    (project / PAGE).write_text("# Другое\n", encoding="utf-8")
    today = datetime.datetime.now(datetime.UTC).date()
    assert SourceHistory(project).changed(Lines(PAGE, 1, 1)) in (today, today - datetime.timedelta(1))


def test_nothing_is_known_without_git_or_of_what_a_shallow_clone_cut_off(project: Path, tmp_path: Path) -> None:
    (tmp_path / "plain" / "docs/ru").mkdir(parents=True)
    (tmp_path / "plain" / PAGE).write_text("# А\n", encoding="utf-8")
    assert SourceHistory(tmp_path / "plain").changed(Lines(PAGE, 1, 1)) is None
    git(tmp_path, "clone", "--depth=1", f"file://{project}", "shallow")
    shallow = SourceHistory(tmp_path / "shallow")
    assert [shallow.changed(lines) for lines in (Lines(PAGE, 1, 1), Lines(PAGE), Lines(PAGE, 0))] == [None] * 3
    commit(tmp_path / "shallow", "# Б\n\nРаз\nи ещё раз.\n", "2026-11-20")
    after = SourceHistory(tmp_path / "shallow")
    assert after.changed(Lines(PAGE, 1, 1)) == datetime.date(2026, 11, 20)
    assert after.changed(Lines(PAGE, 3, 4)) is None
