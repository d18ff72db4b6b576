"""What runs in a copy of a process that waits is what runs in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ready import ready_for
from tests.two_languages import write_site

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("words", ["--version", "status", "no-such-command", "check docs/en/index.md"])
def test_it_ends_and_says_the_same(tmp_path: Path, words: str) -> None:
    write_site(tmp_path, {})
    command = [sys.executable, "-m", "tlumach", *words.split()]
    own = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    ready = ready_for(os.environ)
    assert ready
    done = ready.run(tmp_path, words.split(), os.environ)
    assert (done.returncode, done.stdout, done.stderr) == (own.returncode, own.stdout, own.stderr)
    assert done.stdout + done.stderr


def test_a_run_has_its_own_variables_alone(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    ready = ready_for(os.environ)
    assert ready
    assert "SOURCE_DATE_EPOCH" in ready.run(tmp_path, ["status"], {**os.environ, "SOURCE_DATE_EPOCH": "x"}).stderr
    assert ready.run(tmp_path, ["status"], os.environ).returncode == 0


@pytest.mark.parametrize("name", ["PYTHONHASHSEED", "PYTHONPATH", "LC_ALL", "TZ"])
def test_what_is_told_when_python_starts_needs_a_process_of_its_own(name: str) -> None:
    assert ready_for({**os.environ, name: "7"}) is None
