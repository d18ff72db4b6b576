"""`tlumach report`, as an editor reads it who got a letter."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.messengers import folded, quoted
from tests.repository import Repository
from tests.unit.editions.reports.test_verdict import EN, UK, desk, edited, texts

from tlumach.cli import cli

__all__ = ["desk"]


def given(desk: Repository, text: str | bytes) -> Result:
    """Give a report on standard input."""
    return CliRunner().invoke(cli, ["report", "--root", str(desk.root), "-"], input=text, catch_exceptions=False)


def test_where_it_is_what_changed_and_a_draft(desk: Repository) -> None:
    letter = quoted(folded(texts(desk, "uk")[1], 40))
    edited(UK, "14", "15")(desk)
    desk.write("letter.txt", letter)
    result = desk.run("report", str(desk.root / "letter.txt"))
    assert (result.exit_code, result.stderr) == (0, "")
    first, diff, *rest = result.stdout.split("\n")
    assert first.startswith("docs/uk/a/index.md:3: p-") and "it has been changed since" in first
    assert diff == "  uk: У залі було [-14-]{+15+} «людей»."
    assert "  remark: Hm." in rest and "Дякуємо за повідомлення про цей абзац:" in result.stdout
    assert given(desk, letter).stdout == result.stdout


def test_nothing_is_written(desk: Repository) -> None:
    before = desk.files()
    given(desk, texts(desk, "uk")[1])
    given(desk, "nothing")
    assert desk.files() == before


def test_what_can_be_used_is_said_and_what_cannot_is_a_problem_of_its_line(desk: Repository) -> None:
    one, other = texts(desk, "uk")[1:3]
    edited(EN, "14", "15")(desk)
    result = given(desk, f"Вітаю!\n{one}\n\n{other.replace('дощило', 'сніжило')}\n")
    assert result.exit_code == 1
    assert "its original has been changed since" in result.stdout and "p-" in result.stdout
    (line,) = result.stderr.strip().split("\n")
    assert line.startswith("-:10: error: report its text was altered")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "-:1: error: report there is no report in it"),
        ("Hello\n[Page] https://x.example/\n", "-:2: error: report the report was cut on its way: it has no [Paragraph]"),
        (b"\xff\xfe[", "-:1: error: encoding byte 1 is not UTF-8"),
        (b"a" * 1_000_001, "-:1: error: report is larger than any report"),
        ("\x1b[31m[Page] x\x1b[Paragraph] a\x1b[Language] b[Text] c[Remark]", "-:1: error: report no page of this site has the address"),
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence_and_status_1(desk: Repository, text: str | bytes, said: str) -> None:
    result = given(desk, text)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr and "Traceback" not in result.stderr and "\x1b" not in result.stderr


def test_a_file_that_cannot_be_read(desk: Repository, tmp_path: Path) -> None:
    for name in (tmp_path / "none.txt", tmp_path):
        result = desk.run("report", str(name))
        assert result.exit_code == 1 and "error: unreadable cannot be read:" in result.stderr
