"""`tlumach new`: a project that builds at once."""

import shlex
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

import click

from tlumach.commands.console import NO_COLOR, number
from tlumach.commands.options import FAILED, NOT_UNDERSTOOD
from tlumach.library import record_file
from tlumach.library.files import read_library
from tlumach.output.together import finish_interrupted
from tlumach.plugin import host
from tlumach.records import write_record
from tlumach.scaffold.project import english_note, files_of, written
from tlumach.scaffold.request import URL, Request, parsed
from tlumach.scaffold.writing import standing_in_the_way, write_files
from tlumach.tasks.timestamps import confirmation_date
from tlumach.tracking import Tracker, confirming


@click.command()
@NO_COLOR
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--source", required=True, metavar="CODE", help="The language that the texts are written in, such as `en`."
)
@click.option("--languages", required=True, metavar="CODES", help="The languages of the translations: `de,kk,uk`.")
@click.option("--name", help="The name of the site; without it, the folder's.")
@click.option("--url", default=URL, show_default=True, help="The address at which the site will be published.")
def new(folder: Path, source: str, languages: str, name: str | None, url: str) -> None:
    """Write a project into FOLDER that builds at once: settings, pages in each language, a glossary.

    Nothing is ever written over a file.
    """
    request = Request(source, parsed(languages), folder.resolve().name if name is None else name, url)
    if refusals := list(request.refusals()):
        _end(refusals, NOT_UNDERSTOOD)
    files = _with_records(files_of(request, confirmation_date()))
    if folder.exists() and not folder.is_dir():
        _end([f"{folder} is a file: name a folder."], FAILED)
    try:
        finish_interrupted(folder)  # one that was killed here: what it had promised stands in the way from now on
        if there := standing_in_the_way(folder, files):
            _end([f"{folder / path} is there already: name another folder." for path in there], FAILED)
        write_files(folder, files)
    except OSError as error:
        _end([f"{folder} cannot be written: {error.strerror}."], FAILED)
    click.echo(_said(folder, request, len(files)))


def _with_records(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files with the records of the translations among them: we have read those ourselves."""
    with tempfile.TemporaryDirectory() as scratch:
        write_files(Path(scratch), files)
        library, _ = read_library(Path(scratch))
        assert library is not None
        tracker = Tracker(library)
        records = {}
        for page in library.pages.values():
            if tracked := tracker.track(page.language, page.path):
                record = confirming.confirm(
                    tracked, confirming.two_sided(tracked), confirming.Said(confirmation_date())
                )
                text = write_record(record, tracked.source.file, page.file, page.language)
                records[record_file(page.language, page.path)] = text.encode()
    return {**files, **records}


def _said(folder: Path, request: Request, count: int) -> str:
    lines = [f"{folder}: {number(count, 'file')} written."]
    if not written(request.source):
        lines.append(english_note(request))
    if missing := [code for code in request.translations if not written(code)]:
        lines.append(
            f"There is no sample in {', '.join(missing)} yet: readers get the original there, and are told so."
        )
    needed = [f"  {host.INSTALL}"] if any(host.lacking()) else []
    steps = [*needed, f"  cd {shlex.quote(str(folder))}", "  tlumach serve", "  tlumach build"]
    return "\n".join([*lines, "Next:", *steps])


def _end(lines: list[str], status: int) -> NoReturn:
    for line in lines:
        click.echo(f"tlumach new: {line}", err=True)
    click.echo("Nothing was written.", err=True)
    sys.exit(status)
