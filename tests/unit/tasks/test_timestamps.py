import subprocess
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from tlumach.cli import cli
from tlumach.tasks.timestamps import (
    OLDEST,
    InvalidDateError,
    build_date,
    build_timestamp,
    confirmation_date,
    given_timestamp,
    pin_build_date,
    why_undated,
)


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No date from outside: neither the variable, nor a repository above the folder, nor a person's git settings."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.delenv("GIT_DIR", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")


def commit(root: Path, date: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "A")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "a@example.org")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2001-01-01T00:00:00Z")
    monkeypatch.setenv("GIT_COMMITTER_DATE", date)
    for command in (("init", "-q"), ("commit", "-q", "--allow-empty", "-m", "x")):
        subprocess.run(("git", "-C", str(root), *command), check=True)


def test_the_variable_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(tmp_path, "2022-08-28T12:00:00Z", monkeypatch)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert build_timestamp(tmp_path) == 1700000000


def test_else_the_last_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(tmp_path, "2022-08-28T12:00:00Z", monkeypatch)
    assert build_timestamp(tmp_path) == 1661688000


@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_variable_does_not_decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: str) -> None:
    commit(tmp_path, "2022-08-28T12:00:00Z", monkeypatch)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", empty)
    assert build_timestamp(tmp_path) == 1661688000
    assert build_date(tmp_path) == "2022-08-28"


@pytest.mark.parametrize(
    "wrong", ["yesterday", "abc", "-5", "1.5", "²", "٣", "1e9", "0x10", "4354819199", "99999999999", "9" * 5000]
)
def test_a_variable_that_no_zip_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
    with pytest.raises(InvalidDateError, match=r"SOURCE_DATE_EPOCH is .* must be"):
        given_timestamp()
    done = CliRunner().invoke(cli, ["check", "--help"])
    assert done.exit_code == 1 and done.output.count("\n") == 1


@pytest.mark.parametrize("early", ["0", "1", "315532799", "315532800"])
def test_a_date_of_no_package_is_no_day_to_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, early: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", early)
    assert (build_timestamp(tmp_path), build_date(tmp_path)) == (OLDEST, "")
    assert "1980-01-01" in why_undated(tmp_path)


def test_where_no_date_is_known_none_is_shown_and_a_line_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build_date(tmp_path) == "" and "in no git repository" in why_undated(tmp_path)
    subprocess.run(("git", "-C", str(tmp_path), "init", "-q"), check=True)
    assert build_date(tmp_path) == "" and "no commit yet" in why_undated(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed" in why_undated(tmp_path)


def test_a_folder_of_another_owner_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(tmp_path, "2022-08-28T12:00:00Z", monkeypatch)
    assert why_undated(tmp_path) == ""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert build_date(tmp_path) == "" and "belongs to another user" in why_undated(tmp_path)


def test_else_the_oldest_date_that_a_zip_can_hold(tmp_path: Path) -> None:
    assert build_timestamp(tmp_path) == OLDEST


def test_a_machine_without_git_has_a_date_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert build_timestamp(tmp_path) == OLDEST


def test_a_confirmation_has_the_day_of_the_variable_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "XXX-14")  # fourteen hours ahead
    time.tzset()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795391999")
    assert confirmation_date() == "2026-11-22"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    assert confirmation_date() == "2026-11-23"
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("given", [None, ""])
def test_else_a_confirmation_has_today_s(monkeypatch: pytest.MonkeyPatch, given: str | None) -> None:
    if given is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    monkeypatch.setattr("tlumach.tasks.timestamps.time.time", lambda: 1795305600.5)
    assert confirmation_date() == "2026-11-22"


def test_the_reason_is_that_of_before_the_date_was_pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has set no variable was told that the variable is wrong."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert "in no git repository" in pin_build_date(tmp_path)
    assert (given_timestamp(), build_date(tmp_path)) == (OLDEST, "")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert pin_build_date(tmp_path) == "" and build_date(tmp_path) == "2023-11-14"
