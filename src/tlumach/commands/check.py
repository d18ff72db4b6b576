"""`tlumach check`."""

import sys
from pathlib import Path

import click

from tlumach.checks import check_library
from tlumach.commands.project import ROOT, counted, say_problems
from tlumach.library import read_library
from tlumach.problems import has_errors, in_order


@click.command()
@ROOT
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
def check(root: Path, strict: bool) -> None:
    """Check the pages of all languages, without building."""
    library, problems = read_library(root)
    found = in_order([*problems, *(check_library(library, words=True) if library else [])])
    say_problems(found)
    if library:
        click.echo(f"{len(library.pages)} pages in {len(library.settings.languages)} languages: {counted(found)}.")
    sys.exit(1 if has_errors(found) or (strict and found) else 0)
