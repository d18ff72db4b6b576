"""`tlumach editions`: what can be taken away, made from the finished site."""

import sys
from pathlib import Path

import click

from tlumach.commands.console import NO_COLOR, counted, note, progress_here, say_problems
from tlumach.commands.options import FAILED, NOT_UNDERSTOOD, ROOT
from tlumach.problems import Code
from tlumach.tasks.timestamps import pin_build_date


@click.command()
@ROOT
@NO_COLOR
@click.option(
    "--only", multiple=True, metavar="NAME", help="An edition: reader, epub, text, zim, sbom, offline. May be repeated."
)
def editions(root: Path, only: tuple[str, ...]) -> None:
    """Make the editions in `dist/` from the built site; without --only, all that this machine can make.

    If one cannot be made, `dist/` and `site/` stay as they were.
    """
    from tlumach.pipeline import Built, as_they_are, make_editions

    if why_undated := pin_build_date(root):
        note(why_undated)
    result = make_editions(root.resolve(), note, only, progress_here())
    if isinstance(result, Built):
        click.echo(str(result))
        return
    say_problems(result)
    note(f"{counted(result)}; {as_they_are(root)}")
    sys.exit(NOT_UNDERSTOOD if any(problem.code is Code.EDITION_UNKNOWN for problem in result) else FAILED)
