"""What git does not know is no answer; what it failed to say is a failure, whoever asked."""

import subprocess
from pathlib import Path

import pytest

from tlumach.git import NOT_INSTALLED, GitFailedError, ask

FAILING = {
    "ended by a signal": ("kill -KILL $$", "it was ended by SIGKILL"),
    "half an answer": ("printf half; echo 'fatal: write failure on standard output' >&2; exit 128", "write failure"),
    "no word": ("exit 3", "its exit status is 3"),
    "an object that is damaged": ("echo 'error: inflate: data stream error' >&2; exit 128", "inflate: data stream"),
}


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program that is called `git` here; a test writes it."""
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.touch(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    return program


@pytest.mark.parametrize("how", FAILING)
def test_a_failure_is_none_of_its_answers(git: Path, tmp_path: Path, how: str) -> None:
    script, why = FAILING[how]
    git.write_text(f"#!/bin/sh\n{script}\n")
    with pytest.raises(GitFailedError, match=why) as failed:
        ask(tmp_path, "--no-pager", "-c", "a.b=c", "cat-file", "--batch", must_answer=True)
    assert "`git cat-file` failed" in str(failed.value) and "\n" not in str(failed.value)


@pytest.mark.parametrize(
    "script", ["exit 1", "echo 'fatal: not a git repository' >&2; exit 128", "printf half; exit 128"]
)
def test_a_refusal_is_nothing_known_and_half_an_answer_none(git: Path, tmp_path: Path, script: str) -> None:
    git.write_text(f"#!/bin/sh\n{script}\n")
    assert ask(tmp_path, "describe", "--tags").said == b""


def test_that_it_was_ended_is_no_refusal(git: Path, tmp_path: Path) -> None:
    git.write_text("#!/bin/sh\nkill -TERM $$\n")
    with pytest.raises(GitFailedError, match="SIGTERM"):
        ask(tmp_path, "describe", "--tags")


def test_one_that_may_not_be_started_is_no_machine_without_it(
    git: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git.write_text("no program of this machine")
    monkeypatch.setenv("PATH", str(git.parent))
    with pytest.raises(GitFailedError, match="Exec format error"):
        ask(tmp_path, "log")


def test_without_git_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ask(tmp_path, "log", must_answer=True) == (b"", NOT_INSTALLED)


def test_its_complaints_are_in_english_whatever_the_users_language(
    git: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "uk_UA.UTF-8")
    git.write_text('#!/bin/sh\necho "$LC_ALL" >&2\nexit 1\n')
    assert ask(tmp_path, "log").complaint == "C"


def test_it_answers_in_a_repository(tmp_path: Path) -> None:
    subprocess.run(["git", "-C", str(tmp_path), "init", "-q"], check=True)
    assert ask(tmp_path, "cat-file", "--batch", given=b"0123\n").said == b"0123 missing\n"
