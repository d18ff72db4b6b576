"""What every command says of a project in which there is nothing to work on."""

from pathlib import Path

import pytest
from tests.translator import PO, RU, UK, Desk

COMMANDS = (
    "check",
    "baseline",
    "status",
    "status --json",
    "diff docs/uk/a.md",
    "confirm --all --language uk",
    "terms",
    "terms export",
    "adopt",
    "move a.md b.md",
    "remove a.md",
    "editions --only reader",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_project_without_a_page_is_told_what_to_write(tmp_path: Path, command: str) -> None:
    desk = Desk(tmp_path)
    for name in (RU, UK):
        (desk.root / name).unlink()
    before = set(desk.root.rglob("*"))
    result = desk.run(*command.split())
    assert result.exit_code == 1
    assert "mkdocs.yml:1: error: no-pages" in result.output and "Write docs/ru/index.md" in result.output
    written = {path.name for path in set(desk.root.rglob("*")) - before}
    assert not written - {".cache", "tlumach.db", ".gitignore"} and PO not in written


@pytest.mark.parametrize("command", ["check", "status", "build", "baseline"])
def test_a_folder_without_a_project_is_told_how_to_begin(tmp_path: Path, command: str) -> None:
    desk = Desk(tmp_path)
    (desk.root / "mkdocs.yml").unlink()
    result = desk.run(command)
    assert result.exit_code == 1
    assert "there is no mkdocs.yml" in result.output and "`tlumach new FOLDER`" in result.output
