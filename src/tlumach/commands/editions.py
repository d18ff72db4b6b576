"""`tlumach editions`: what can be taken away, made from the finished site."""

import os
import sys
from pathlib import Path

import click

from tlumach.commands.project import FAILED, ROOT, counted, say_problems
from tlumach.tasks.timestamps import build_timestamp


@click.command()
@ROOT
@click.option(
    "--only", multiple=True, metavar="NAME", help="An edition: reader, epub, text, zim, offline. May be repeated."
)
def editions(root: Path, only: tuple[str, ...]) -> None:
    """Make the editions in `dist/` from the site that is built; without --only, all that this machine can make.

    A fault leaves the former `dist/` and `site/` as they were.
    """
    from tlumach.pipeline import Built, make_editions

    os.environ["SOURCE_DATE_EPOCH"] = str(build_timestamp(root))
    result = make_editions(root.resolve(), click.echo, only)
    if isinstance(result, Built):
        click.echo(str(result))
        return
    say_problems(result)
    click.echo(f"{counted(result)}; nothing was made: site/ and dist/ are as they were.", err=True)
    sys.exit(FAILED)
