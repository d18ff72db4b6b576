"""The commands where mkdocs.yml is no file that can be read: one line that says why, status 1, no wait."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tlumach.cli import cli

COMMANDS = (
    "check",
    "languages",
    "baseline",
    "status",
    "diff a.md --language uk",
    "confirm docs/uk/a.md",
    "seal",
    "waive docs/uk/a.md 1 numbers --why so",
    "move a.md b.md",
    "remove a.md",
    "exchange export --to po",
    "terms",
    "adopt",
    "build",
    "serve",
    "editions",
)
KINDS: dict[str, Callable[[Path], object]] = {
    "missing": lambda file: None,
    "a folder": Path.mkdir,
    "a pipe": os.mkfifo,
    "a link to itself": lambda file: file.symlink_to(file.name),
    "no UTF-8": lambda file: file.write_bytes(b"site_name: \xff"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", COMMANDS)
def test_it_is_said_and_nothing_hangs(tmp_path: Path, command: str, kind: str) -> None:
    (tmp_path / "docs").mkdir()
    KINDS[kind](tmp_path / "mkdocs.yml")
    command, *rest = command.split()
    begin = [command, rest.pop(0)] if command == "exchange" else [command]
    said = CliRunner().invoke(cli, [*begin, "--root", str(tmp_path), *rest], catch_exceptions=False)
    assert said.exit_code == 1
    why = "there is no mkdocs.yml" if kind == "missing" else "mkdocs.yml cannot be read"
    assert f"mkdocs.yml:1: error: settings {why}" in said.output
