"""Every command where mkdocs.yml is no file that can be read: one line that says why, status 1, no wait."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tlumach.cli import COMMANDS, cli

ARGUMENTS = {
    "diff": ["a.md", "--language", "uk"],
    "confirm": ["docs/uk/a.md"],
    "exchange": ["export", "--to", "po"],
    "move": ["a.md", "b.md"],
    "remove": ["a.md"],
    "waive": ["docs/uk/a.md", "1", "numbers", "--why", "so"],
}
"""What a command does not do without."""
READ_NONE = {"new", "verify", "join", "compare"}
BY_BUILD = {"release"}
"""Begins with a build, after programs that a test need not have."""
KINDS: dict[str, Callable[[Path], object]] = {
    "missing": lambda file: None,
    "a folder": Path.mkdir,
    "a pipe": os.mkfifo,
    "a link to itself": lambda file: file.symlink_to(file.name),
    "no UTF-8": lambda file: file.write_bytes(b"site_name: \xff"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in READ_NONE | BY_BUILD])
def test_it_is_said_and_nothing_hangs(tmp_path: Path, command: str, kind: str) -> None:
    (tmp_path / "docs").mkdir()
    KINDS[kind](tmp_path / "mkdocs.yml")
    first, *rest = ARGUMENTS.get(command, [""])
    arguments = [first] if command == "exchange" else []
    more = rest if command == "exchange" else [first, *rest] if first else []
    said = CliRunner().invoke(cli, [command, *arguments, "--root", str(tmp_path), *more], catch_exceptions=False)
    assert said.exit_code == 1
    why = "there is no mkdocs.yml" if kind == "missing" else "mkdocs.yml cannot be read"
    assert f"mkdocs.yml:1: error: settings {why}" in said.output
