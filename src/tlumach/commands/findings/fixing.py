"""`tlumach check --fix`: what has one right answer is put right, or shown (`--diff`)."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

import click

from tlumach.blocks.lines import source_lines
from tlumach.checks.fixing.project import Fixes, FixIn, fixes
from tlumach.commands.console import note, number
from tlumach.commands.project import write_pages
from tlumach.library import Library
from tlumach.problems import Problem
from tlumach.tracking import Tracker


def fix(library: Library, root: Path, files: Sequence[str]) -> list[Problem]:
    """Put right what has one right answer in these pages (their files), and say what; return why nothing could be written."""
    found = fixes(Tracker(library), files)
    problems = write_pages(library, root, found.texts, found.others)
    if not problems:
        _say(found, "fixed")
    return problems


def show(library: Library, root: Path, files: Sequence[str]) -> bool:
    """Print what :func:`fix` would write, as a unified diff; return whether there is anything."""
    found = fixes(Tracker(library), files)
    for place, text in found.texts.items():
        page = library.pages[place]
        click.echo("".join(_diff(page.file, page.text, text)), nl=False)
    for name, content in found.others.items():
        before = (root / name).read_bytes() if (root / name).exists() else b""
        if name.endswith(".c2pa"):
            note(f"{name}: {len(content)} bytes, to be written.")
        else:
            click.echo(
                "".join(_diff(name, before.decode(errors="replace"), content.decode(errors="replace"))), nl=False
            )
    _say(found, "to be fixed")
    return bool(found.texts)


def _say(found: Fixes, what: str) -> None:
    for each in found.made:
        note(_line(each))
    places = f"{number(len(found.made), 'place')} in {number(len(found.texts), 'file')}" if found.made else "nothing"
    note(f"{places} {what}.")


def _line(each: FixIn) -> str:
    file, change = each
    became = f"“{change.before}” → “{change.after}”" if change.after else f"{change.before} taken out"
    return f"{file}:{change.line}: {change.code}: {became}"


def _diff(name: str, before: str, after: str) -> Iterator[str]:
    for line in unified_diff(source_lines(before), source_lines(after), f"a/{name}", f"b/{name}"):
        ended = line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        yield click.style(ended, fg=_COLORS[ended[0]]) if ended[0] in _COLORS else ended


_COLORS = {"+": "green", "-": "red", "@": "cyan"}
