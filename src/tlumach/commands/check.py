"""`tlumach check`."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from tlumach.checks import Report, check_and_report
from tlumach.commands.check_formats import FORMATS, as_text, as_waived
from tlumach.commands.project import NOT_UNDERSTOOD, ROOT, counted, within
from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.problems import Problem, has_errors, in_order
from tlumach.tasks.tasks import works_in


@click.command()
@ROOT
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option(
    "--format", "form", type=click.Choice(["text", *FORMATS]), default="text", help="How problems are printed."
)
@click.option("--waived", is_flag=True, help="List what is waived, with the reasons, instead of the problems.")
def check(root: Path, paths: tuple[str, ...], strict: bool, form: str, waived: bool) -> None:
    """Check the pages of all languages, without building; with PATHs, say only what is wrong in those files and folders."""
    names = [within(root, path) for path in paths]
    if missing := [name for name in names if not (root / name).exists()]:
        click.echo(f"there is no {missing[0]} in {root.resolve().name}/.", err=True)
        sys.exit(NOT_UNDERSTOOD)
    works = works_in(root)
    library, unreadable = read_library(root, works)
    report = check_and_report(library, True, works) if library else Report([], {}, [])
    found = _among(names, in_order([*unreadable, *report.problems]))
    if waived:
        _say_waived(names, report)
    elif form == "text":
        _say(found, report, library)
    else:
        click.echo(FORMATS[form](found, report.compared))
    sys.exit(1 if has_errors(found) or (strict and found) else 0)


def _among(names: Sequence[str], problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems in the files and folders that are named; all where none is."""
    return [problem for problem in problems if not names or any(_is_in(problem.path, name) for name in names)]


def _is_in(path: str, name: str) -> bool:
    return name == "." or path == name or path.startswith(name.rstrip("/") + "/")


def _say(found: Sequence[Problem], report: Report, library: Library | None) -> None:
    click.echo(as_text(found, report.compared), err=True, nl=False)
    if library:
        click.echo(f"{len(library.pages)} pages in {len(library.settings.languages)} languages: {counted(found)}.")


def _say_waived(names: Sequence[str], report: Report) -> None:
    chosen = [each for each in report.waived if not names or any(_is_in(each.problem.path, name) for name in names)]
    click.echo(as_waived(chosen), nl=False)
    click.echo(f"{len(chosen)} waived.")
