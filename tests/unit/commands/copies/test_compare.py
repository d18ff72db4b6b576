"""`tlumach compare`, as a person reads it who has two copies and no network."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tlumach.commands.copies.compare import compare
from tlumach.editions.copies.code_words import in_words

TEXT = "Версія {day}: {code}\n\nОдин\nабзац [3].\n\n{second}\n\nТретій.\n\nЧетвертий.\n"


def run(*files: Path) -> Result:
    return CliRunner().invoke(compare, [str(file) for file in files])


def text(folder: Path, name: str, number: int, day: str, second: str) -> Path:
    (folder / name).write_text(
        TEXT.format(day=day, code=" ".join(in_words(number, "uk")), second=second), encoding="utf-8"
    )
    return folder / name


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return text(tmp_path, "old.txt", 1, "2026-11-28", "У 1843 році.")


def test_which_is_newer_and_what_differs(old: Path, tmp_path: Path) -> None:
    new = text(tmp_path, "new.txt", 2, "2026-12-03", "У 1834 році.")
    for result in (run(old, new), run(new, old)):
        assert result.exit_code == 1
        assert f"{new} is newer." in result.stdout
        assert f"{old}: version 2026-11-28: accordion abacus" in result.stdout
    assert "  text: У [-1843-]{+1834+} році.\n" in run(old, new).stdout


def test_the_same(old: Path) -> None:
    result = run(old, old)
    assert result.exit_code == 0
    assert result.stdout.endswith("They say the same.\n")


def test_two_of_one_day(old: Path, tmp_path: Path) -> None:
    result = run(old, text(tmp_path, "new.txt", 2, "2026-11-28", "Нове."))
    assert "Which is newer cannot be told from them." in result.stdout


def test_what_is_no_copy_is_said_of_both(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Привіт")
    result = run(tmp_path / "letter.txt", tmp_path / "none\x1b[2J.html")
    assert result.exit_code == 1
    assert "letter.txt: carries no version" in result.stderr
    assert "none?[2J.html: cannot be read: No such file" in result.stderr
    assert not result.stdout
