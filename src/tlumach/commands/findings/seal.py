"""`tlumach seal`: checksums for what was confirmed before records had any."""

import sys
from pathlib import Path

import click

from tlumach.commands.console import NO_COLOR, note, number, say_problems
from tlumach.commands.options import FAILED, ROOT
from tlumach.commands.project import read_project, write_files
from tlumach.library.library import TRANSLATIONS
from tlumach.problems import in_order
from tlumach.tracking.sealing import sealed_files, unsealed


@click.command()
@ROOT
@NO_COLOR
def seal(root: Path) -> None:
    """Write a checksum beside each confirmation that has none, as `tlumach confirm` does since there are checksums.

    From then on an edit of both texts of an entry by hand is found: `check` says so, and the block is unconfirmed. What the
    records say now is taken as it stands; nothing is confirmed, and an entry that was edited after its checksum was written
    stays as it is. If anything is wrong with a record, nothing is written.
    """
    library, problems = read_project(root)
    wrong = [problem for problem in problems if problem.path.startswith(f"{TRANSLATIONS}/")]
    wrong = wrong or write_files(root, sealed_files(library))
    if wrong:
        say_problems(in_order(wrong))
        note("Nothing was written.")
        sys.exit(FAILED)
    found = [count for _, count in unsealed(library)]
    click.echo(f"{number(sum(found), 'checksum')} written in {number(len(found), 'record')}.")
