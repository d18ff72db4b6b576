"""What every command says of a project in which there is nothing to work on."""

import os
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
    written = {path.name for path in set(desk.root.rglob("*")) - before if ".cache" not in path.parts}
    assert not written - {".gitignore"} and PO not in written


@pytest.mark.parametrize("command", ["check", "status", "build", "baseline"])
def test_a_folder_without_a_project_is_told_how_to_begin(tmp_path: Path, command: str) -> None:
    desk = Desk(tmp_path)
    (desk.root / "mkdocs.yml").unlink()
    result = desk.run(command)
    assert result.exit_code == 1
    assert "there is no mkdocs.yml" in result.output and "`tlumach new FOLDER`" in result.output


def test_a_record_in_a_folder_that_cannot_be_looked_into_is_not_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(tmp_path)
    desk.run("confirm", UK)
    desk.edit(UK, "Перший", "Найперший")
    before = desk.files()
    real = os.scandir

    def closed(folder: str | Path) -> object:
        if Path(folder).name == "uk" and Path(folder).parent.name == "translations":
            raise PermissionError(13, "Permission denied", str(folder))
        return real(folder)

    monkeypatch.setattr(os, "scandir", closed)
    said = desk.run("confirm", UK)
    monkeypatch.undo()
    assert said.exit_code == 1 and "translations/uk:1: error: unreadable" in said.stderr
    assert PO in before and desk.files() == before
