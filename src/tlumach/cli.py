"""The commands: `tlumach build`, `check`, `serve`."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from tlumach.checks import check_library
from tlumach.library import read_library
from tlumach.problems import Level, Problem, has_errors, in_order
from tlumach.site import Built, build_all
from tlumach.timestamps import build_timestamp

ROOT = click.option(
    "--root", type=click.Path(path_type=Path, exists=True, file_okay=False), default=".", help="The project's folder."
)


@click.group()
def cli() -> None:
    """One text and its translations as a site that people can trust."""


@cli.command()
@ROOT
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
def check(root: Path, strict: bool) -> None:
    """Check the pages of all languages, without building."""
    library, problems = read_library(root)
    found = in_order([*problems, *(check_library(library) if library else [])])
    _print(found)
    if library:
        click.echo(f"{len(library.pages)} pages in {len(library.settings.languages)} languages: {_counts(found)}.")
    sys.exit(1 if has_errors(found) or (strict and found) else 0)


@cli.command()
@ROOT
def build(root: Path) -> None:
    """Check, build `site/` and `dist/`, and say what was made. A failed build leaves both as they were."""
    os.environ["SOURCE_DATE_EPOCH"] = str(build_timestamp(root))  # MkDocs reads it too
    result = build_all(root.resolve(), say=click.echo)
    if isinstance(result, Built):
        click.echo(str(result))
        return
    _print(result)
    click.echo(f"{_counts(result)}; nothing was built: site/ and dist/ are as they were.", err=True)
    sys.exit(1)


@cli.command()
@ROOT
def serve(root: Path) -> None:
    """Preview the site with live reload, for an editor."""
    from tlumach.plugin.building import serve_site

    serve_site(root.resolve())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status."""
    cli.main(args=arguments, prog_name="tlumach")
    return 0


def _print(problems: Iterable[Problem]) -> None:
    for problem in problems:
        mark = "" if problem.level is Level.ERROR else f" ({problem.level})"
        click.echo(f"{problem}{mark}", err=True)


def _counts(problems: Sequence[Problem]) -> str:
    errors = sum(problem.level is Level.ERROR for problem in problems)
    warnings = len(problems) - errors
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
