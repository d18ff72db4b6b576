"""What became of a text, word by word, as a command prints it: in marks, or in colour on a terminal."""

import sys
from collections.abc import Sequence

import click

from tlumach.alignment.word_diff import Change, Run


def marked(runs: Sequence[Run]) -> str:
    """Return a difference with the marks of Git's word diff."""
    marks = {Change.SAME: ("", ""), Change.REMOVED: ("[-", "-]"), Change.ADDED: ("{+", "+}")}
    return "".join(f"{marks[change][0]}{text}{marks[change][1]}" for change, text in runs)


def coloured(runs: Sequence[Run]) -> str:
    """Return a difference for a terminal: in colour, and with lines for who does not see the colours."""
    return "".join(map(_styled, runs))


def _styled(run: Run) -> str:
    if run.change is Change.SAME:
        return run.text
    if run.change is Change.REMOVED:
        return click.style(run.text, fg="red", strikethrough=True)
    return click.style(run.text, fg="green", underline=True)


def in_colour() -> bool:
    """Whether to write in colour: to a terminal, unless the reader wants none, or wants it everywhere."""
    wanted = click.get_current_context().color
    return _is_terminal() if wanted is None else wanted


def _is_terminal() -> bool:
    return sys.stdout.isatty()
