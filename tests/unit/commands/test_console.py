import click
import pytest

from tlumach.commands.console import counted, line_of, number, progress_here, say_problems
from tlumach.problems import Code, Level, Problem

ERROR = Problem("docs/uk/a.md", 3, Code.NUMBERS, "14 is 15")
INFO = Problem("docs/uk/a.md", 0, Code.LENGTH, "long", Level.INFO)


def test_problems_are_printed_on_standard_error_without_infos(capsys: pytest.CaptureFixture[str]) -> None:
    say_problems([ERROR, INFO])
    assert capsys.readouterr() == ("", "docs/uk/a.md:3: error: numbers 14 is 15\n")


def test_a_number_has_its_noun() -> None:
    assert [number(count, "page") for count in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]
    assert counted([ERROR, ERROR]) == "2 errors, 0 warnings"
    assert counted([ERROR, INFO]) == "1 error, 0 warnings, 1 info"


def test_there_is_no_progress_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_here().of("page", 1):
        progress_here().add()
    assert capsys.readouterr().err == ""


def test_what_a_terminal_would_obey_is_not_printed() -> None:
    said = line_of(Problem("docs/uk/a\nb\x1b[2J.md", 3, Code.UNSAFE_NAME, "“\x1b]0;x\x07” stands\n    below\u009b."))
    assert click.unstyle(said) == "docs/uk/a?b?[2J.md:3: error: unsafe-name “?]0;x?” stands\n    below?."
