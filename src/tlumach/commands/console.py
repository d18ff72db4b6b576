"""What is printed where, and how: results on standard output, words about the run on standard error, colour on a terminal.

A problem is printed as compilers print it, ``path:line: level: code message`` (GNU Coding Standards, "Formatting Error
Messages"), which the matchers of editors and CI know.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from tlumach.tasks.progress import Progress

if TYPE_CHECKING:  # a build in which nothing has changed has no problems
    from tlumach.problems import Problem

_COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}


def _colors_wanted(ctx: click.Context, _: click.Parameter, without: bool) -> None:
    """Set whether a command prints in colour: never with ``--no-color`` or ``NO_COLOR``, always with ``FORCE_COLOR``.

    Else where it prints on a terminal that knows colours (https://no-color.org, https://force-color.org).
    """
    if without or os.environ.get("NO_COLOR"):
        ctx.color = False
    elif ctx.color is None:
        ctx.color = True if os.environ.get("FORCE_COLOR") else False if os.environ.get("TERM") == "dumb" else None


NO_COLOR = click.option(
    "--no-color",
    is_flag=True,
    expose_value=False,
    callback=_colors_wanted,
    help="Print without colours, as with NO_COLOR=1 in the environment; FORCE_COLOR=1 prints with them always.",
)


_CONTROLS = {code: "?" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}
"""What a terminal would obey: names of files, and what is quoted from them, may be a stranger's."""


def line_of(problem: "Problem") -> str:
    """Return a problem as a line, ``path:line: level: code message``, with the marks of colours in it."""
    path, message = problem.path.translate({**_CONTROLS, ord("\n"): "?"}), problem.message.translate(_CONTROLS)
    place = click.style(f"{path}:{max(problem.line, 1)}:", bold=True)
    level = click.style(f"{problem.level}:", fg=_COLORS[problem.level], bold=True)
    return f"{place} {level} {click.style(problem.code, fg=_COLORS[problem.level])} {message}"


def say_problems(problems: Iterable["Problem"]) -> None:
    """Print problems on standard error, one a line: why a command did less than it was asked to. No infos."""
    from tlumach.problems import Level

    for problem in problems:
        if problem.level is not Level.INFO:
            click.echo(line_of(problem), err=True)


def note(words: str) -> None:
    """Print words about the run, which are no result of it, on standard error."""
    click.echo(words, err=True)


def progress_here(wanted: bool = True) -> Progress:
    """Return the progress that is shown on standard error where that is a terminal; none elsewhere, or where it is not wanted."""
    is_terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return Progress(sys.stderr if wanted and is_terminal else None)


def counted(problems: Sequence["Problem"]) -> str:
    """Return how many problems of each level there are: ``1 error, 2 warnings``; infos only where there are any."""
    from tlumach.problems import Level

    numbers = {level: sum(problem.level is level for problem in problems) for level in Level}
    said = [number(count, level) for level, count in numbers.items() if count or level is not Level.INFO]
    return ", ".join(said)


def printable(name: object) -> str:
    """Return a stranger's text (a file's name, a quotation from a file) without marks that rewrite a terminal's lines."""
    return "".join(letter if letter.isprintable() else "?" for letter in str(name))


def number(count: int, noun: str) -> str:
    """Return a number with its noun: ``1 block``, ``2 blocks``."""
    return f"{count} {noun}{'s' * (count != 1)}"
