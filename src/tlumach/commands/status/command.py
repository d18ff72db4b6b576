"""`tlumach status`: how fresh each translation is."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click

from tlumach.commands.console import NO_COLOR, note, progress_here, say_problems
from tlumach.commands.options import LANGUAGE, ROOT
from tlumach.commands.project import problems_of, read_project, translations
from tlumach.commands.pull_request import line_of_stale
from tlumach.commands.status.as_json import json_of
from tlumach.commands.status.table import tables_of
from tlumach.library import Library
from tlumach.problems import Problem
from tlumach.tracking import Tracker, tracker_of_path
from tlumach.tracking.selection import Translation
from tlumach.tracking.status import PageReport, report


@click.command()
@ROOT
@NO_COLOR
@LANGUAGE
@click.option("--json", "as_json", is_flag=True, help="Print JSON; its keys are described above.")
@click.option(
    "--summary",
    is_flag=True,
    help="Print one line for a pull request: what changed, and in which languages it is stale.",
)
@click.option("--who", is_flag=True, help="Show under each page who confirmed its blocks, and when last.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def status(root: Path, language: str | None, as_json: bool, summary: bool, who: bool, paths: Sequence[str]) -> None:
    """Show how current the translations are: all, or those of PATH (docs/uk/x.md, docs/ru/x.md, x.md, or a folder).

    Each block is in one state:

    \b
    current      source and translation are as a person confirmed them
    changed      the source is not what this was translated from
    missing      there is no translation
    moved        the source alone has this in another place now
    orphaned     there is a translation, and its source is gone
    unconfirmed  nobody has confirmed this translation of this source

    "blocks" and "words" are how much of what should be there is current, rounded down; words are those of the
    source. "by position": there is no record, so what belongs together is a guess.

    With --json, an object on the standard output:

    \b
    version           1; it changes when a key changes its meaning or goes
    source_language   the language of the sources
    languages         for each language of these pages:
      language, count, percent   as below, over all its pages
      pages           how many there are of each standing
    pages             for each page and language:
      language, path
      standing        translated, not-translated, source-gone or unreadable
      by_position     true where there is no record to go by
      source_file, translation_file, record_file   from the project's folder,
                      whether they are there or not
      count           {blocks: {STATE: number}, words: {STATE: number}}
      percent         {blocks: 0 to 100, words: 0 to 100}
      blocks          in the order of the source, for each:
        id, state
        source_line, translation_line   from 1; null where it is not there
        confirmed_on  the day (2026-11-22) of the last confirmation, or null
        confirmed_by  who confirmed, or null where that is not recorded
        note          what was written about it, or null
        change        what has changed in the source of a changed block, by its
                      weight: number, negation, term, name, wording, typography
    problems          what could not be read: path, line, code, level, message
    """
    library, problems = read_project(root)
    anything = library.pages and library.settings.translations
    pages = translations(library, root, paths or ["."], language) if anything or paths or language else []
    found = problems_of(library, pages, problems)
    if summary:
        say_problems(found)
        click.echo(line_of_stale(_stale(library, pages), library.settings.languages))
        return
    reports = list(progress_here().over("pages", _reports(library, pages, as_json), len(pages)))
    if as_json:
        click.echo(json_of(library, reports, found))
        return
    say_problems(found)
    if reports:
        click.echo(tables_of(library, reports, who))
    else:
        note("There is no language to translate into: add one to `languages` of `i18n` in mkdocs.yml.")


def _stale(library: Library, pages: Sequence[Translation]) -> list[Problem]:
    """Return what the check finds of stale translations on these pages, as it counts for the project."""
    from tlumach.checks.translations import check_freshness, check_translations  # the table does without the checks

    paths = sorted({path for _, path in pages})
    files = {library.file_of(*page) for page in pages}
    found = [*check_translations(library, paths), *check_freshness(Tracker(library), paths)]
    settled = library.settings.findings.settle(found)
    return [problem for problem in settled.problems if problem.path in files]


def _reports(library: Library, pages: Iterable[Translation], with_changes: bool) -> Iterator[PageReport]:
    """Yield what is known of each page, path by path, so that no path's blocks are held while the next are read."""
    for path, group in groupby(sorted(pages, key=_path), key=_path):
        tracker = tracker_of_path(library, path)
        yield from (report(tracker, *page, with_changes) for page in group)


def _path(page: Translation) -> str:
    return page[1]
