import subprocess
import time
from pathlib import Path

import pytest

from tlumach.tasks.timestamps import OLDEST, build_timestamp, confirmation_date


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


@pytest.mark.parametrize("nonsense", ["", "yesterday", "-5", "1.5"])
def test_a_variable_that_is_no_number_does_not_decide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nonsense: str
) -> None:
    commit(tmp_path, "2022-08-28T12:00:00Z", monkeypatch)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", nonsense)
    assert build_timestamp(tmp_path) == 1661688000


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


@pytest.mark.parametrize("given", [None, "", "yesterday"])
def test_else_a_confirmation_has_today_s(monkeypatch: pytest.MonkeyPatch, given: str | None) -> None:
    if given is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    monkeypatch.setattr("tlumach.tasks.timestamps.time.time", lambda: 1795305600.5)
    assert confirmation_date() == "2026-11-22"
