"""`tlumach update` and `tlumach apply`, as a publisher and a reader run them."""

from pathlib import Path

import pytest
from click import Command
from click.testing import CliRunner, Result
from tests.unit.editions.conftest import FILES, small  # noqa: F401

from tlumach.commands.copies.update import apply, update
from tlumach.editions.copies.version import version_in
from tlumach.editions.reader import ReaderMaker
from tlumach.library import Library
from tlumach.tracking import Tracker


def run(command: Command, *arguments: object) -> Result:
    return CliRunner().invoke(command, [str(each) for each in arguments])


@pytest.fixture
def readers(small: Library, tmp_path: Path) -> tuple[Path, Path]:  # noqa: F811
    """An old and a new reader, which differ in a word."""
    old = ReaderMaker(Tracker(small), lambda _: None).html("land/index.md")
    (tmp_path / "old.html").write_text(old, encoding="utf-8")
    (tmp_path / "new.html").write_text(old.replace("Сказано давно", "Сказано недавно"), encoding="utf-8")
    return tmp_path / "old.html", tmp_path / "new.html"


def test_there_and_back(readers: tuple[Path, Path]) -> None:
    old, new = readers
    version = version_in(old.read_text(encoding="utf-8"))
    assert version
    made = run(update, old, new)
    assert made.exit_code == 0, made.stderr
    file = old.with_name(f"update-{version.day}.html")
    assert made.stdout.startswith(f"{file}: ")
    assert run(apply, old, file).exit_code == 0
    assert old.with_name(f"old.{version.day}.html").read_bytes() == new.read_bytes()


def test_nothing_is_written_over(readers: tuple[Path, Path]) -> None:
    old, new = readers
    before = old.read_bytes()
    for output in (["--output", str(old)], ["--output", str(new)]):
        result = run(update, old, new, *output)
        assert result.exit_code == 1
        assert "is there already" in result.stderr
    assert run(update, old, new).exit_code == 0
    assert "is there already" in run(update, old, new).stderr
    assert old.read_bytes() == before


def test_what_cannot_be_is_said(readers: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = readers
    assert "cannot be read" in run(update, old, tmp_path / "none.html").stderr
    assert "is no update" in run(apply, old, new).stderr
    assert run(apply, old, new).exit_code == 1
    assert "the same to the byte" in run(update, old, old).stderr
    assert {file.name for file in tmp_path.iterdir()} == {"old.html", "new.html"}
