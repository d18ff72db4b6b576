"""`tlumach baseline`: today's findings are known, and new ones alone count."""

import sys
from pathlib import Path

import click

from tlumach.checks import check_and_report
from tlumach.commands.console import NO_COLOR, note, number, progress_here, say_problems
from tlumach.commands.options import FAILED, ROOT
from tlumach.commands.project import write_files
from tlumach.library.files import nothing_there, read_library
from tlumach.problems import Code, Level, in_order
from tlumach.problems.baseline import FILE, gone, write_baseline
from tlumach.problems.levels import FIXED
from tlumach.tasks.tasks import task_runner_in


@click.command()
@ROOT
@NO_COLOR
def baseline(root: Path) -> None:
    """Record today's findings in tlumach-baseline.txt, so that `check`, builds and the preview count only new ones.

    Commit the file: it is sorted and does not change when text moves. Run the command again to drop findings that are
    fixed; when none is left, the file is removed. Unreadable files and invalid settings are never recorded.
    """
    runner = task_runner_in(root, progress=progress_here())
    library, unread = read_library(root, runner)
    there = [*unread, *(nothing_there(library) if library else ())]
    blocking = [problem for problem in there if problem.code in FIXED - {Code.BASELINE}]
    if library is None or blocking:
        say_problems(in_order(blocking or unread))
        note("Nothing was recorded.")
        sys.exit(FAILED)
    report = check_and_report(library, True, runner, unread)
    counting = [found for problem, found in report.found_as.items() if problem.level is not Level.INFO]
    noted = [found for found in counting if found.code not in FIXED]
    if failed := write_files(root, {FILE: write_baseline(noted).encode() if noted else None}):
        say_problems(failed)
        sys.exit(FAILED)
    mended = gone(library.settings.findings.baseline, report.known)
    click.echo(f"{FILE}: {number(len(noted), 'finding')} ({len(report.problems)} new, {mended} fixed).")
