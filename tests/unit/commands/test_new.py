"""`tlumach new` as a newcomer meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tlumach.cli import cli


def new(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["new", *arguments])


@pytest.mark.slow
def test_a_project_is_written_and_what_comes_next_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "our news"
    said = new(str(folder), "--source", "en", "--languages", "de,kk,uk")
    assert said.exit_code == 0, said.output
    assert "There is no sample in kk yet" in said.output
    assert said.output.splitlines()[-3:] == [f"  cd '{folder}'", "  tlumach serve", "  tlumach build"]
    assert "site_name: our news" in (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert (folder / "translations/uk/rosetta-stone/index.po").is_file()
    checked = CliRunner().invoke(cli, ["check", "--root", str(folder)])
    assert checked.exit_code == 0 and "unconfirmed" not in checked.stderr
    assert (
        "nothing new to confirm"
        in CliRunner().invoke(cli, ["confirm", "docs/uk/index.md", "--root", str(folder)]).output
    )


def test_nothing_is_written_over_a_file(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    said = new(str(tmp_path), "--source", "en", "--languages", "de")
    assert said.exit_code == 1
    assert (
        said.stderr
        == f"tlumach new: {tmp_path}/README.md is there already: name another folder.\nNothing was written.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
    assert (tmp_path / "README.md").read_text() == "mine"


def test_a_folder_with_other_files_is_taken(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert new(str(tmp_path), "--source", "en", "--languages", "de").exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--source", "ua", "--languages", "de"),
        ("--source", "en", "--languages", "en"),
        ("--source", "en", "--languages", "de", "--url", "example"),
        ("--source", "en", "--languages", ","),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    said = new(str(tmp_path / "x"), *arguments)
    assert said.exit_code == 2
    assert len(said.stderr.splitlines()) == 2 and said.stderr.startswith("tlumach new: ")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    said = new(str(tmp_path / "x"), "--source", "en", "--languages", "de")
    assert said.exit_code == 1 and "is a file" in said.stderr
