"""`tlumach changes`, where it can propose nothing: said in a sentence, and nothing is written."""

import subprocess
from pathlib import Path

import pytest
from tests.repository import git_that_fails
from tests.translator import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.write("docs/ru/b/index.md", "# Новость\n\nПервый абзац о горах и реках.\n")
    return desk


def git(desk: Desk, *arguments: str) -> None:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
    subprocess.run(command, cwd=desk.root, check=True, capture_output=True)


def commit(desk: Desk) -> None:
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "x")


@pytest.mark.parametrize("arguments", [(), ("--since", "v9"), ("--since", "--all"), ("--since", "a\x1b[2Jb")])
def test_a_commit_that_git_does_not_know(desk: Desk, arguments: tuple[str, ...]) -> None:
    for prepare in (lambda: None, lambda: (git(desk, "init", "-q"), commit(desk))):
        prepare()
        result = desk.run("changes", *arguments)
        assert result.exit_code == 1 and "changes/b.yml:1: error: changes" in result.stdout + result.stderr
        assert "--since REVISION" in result.stdout + result.stderr and "\x1b" not in result.stdout + result.stderr
        assert not (desk.root / "changes").exists()


def test_nothing_has_changed(desk: Desk) -> None:
    git(desk, "init", "-q")
    commit(desk)
    result = desk.run("changes", "--since", "HEAD")
    assert (result.exit_code, result.stdout) == (0, "0 changes proposed.\n")
    assert not (desk.root / "changes").exists()


def test_the_second_time_it_begins_where_the_first_has_ended(desk: Desk) -> None:
    git(desk, "init", "-q")
    commit(desk)
    desk.edit("docs/ru/b/index.md", "о горах и реках", "о горах, реках и морях")
    commit(desk)
    assert "1 change proposed" in desk.run("changes", "--since", "HEAD~1").stdout
    desk.edit("docs/ru/b/index.md", "о горах, реках", "о лесах, реках")
    commit(desk)
    assert "1 change proposed" in desk.run("changes").stdout
    kept = desk.read("changes/b.yml")
    assert kept.count("kind:") == 2 and "before: Первый абзац о горах, реках и морях." in kept


@pytest.mark.parametrize("failing", ["cat-file", "rev-parse --verify"])
def test_where_git_fails_that_is_said_and_nothing_is_proposed(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    git(desk, "init", "-q")
    commit(desk)
    desk.edit("docs/ru/b/index.md", "о горах и реках", "о горах, реках и морях")
    commit(desk)
    git_that_fails(tmp_path / "bin", failing, monkeypatch)
    result = desk.run("changes", "--since", "HEAD~1")
    assert result.exit_code == 1 and not (desk.root / "changes").exists()
    assert "proposed" not in result.stdout and "Traceback" not in result.stderr


def test_a_file_that_cannot_be_read_stops_before_anything_is_written(desk: Desk) -> None:
    git(desk, "init", "-q")
    desk.write("changes/b.yml", "changes: [\n")
    commit(desk)
    desk.edit("docs/ru/b/index.md", "о горах", "о лесах")
    commit(desk)
    result = desk.run("changes", "--since", "HEAD~1")
    assert result.exit_code == 1 and desk.read("changes/b.yml") == "changes: [\n"
