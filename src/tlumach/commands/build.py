"""`tlumach build`, `join` and `serve`. MkDocs is imported when one of them runs: no other command should wait for it."""

import re
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from tlumach.commands.console import NO_COLOR, counted, note, progress_here, say_problems
from tlumach.commands.project import FAILED, ROOT
from tlumach.problems import Problem
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import Share, task_runner_in
from tlumach.tasks.timestamps import pin_build_date


def _part(_: click.Context, __: click.Parameter, value: str | None) -> Share | None:
    """Return the part that is named as `2/3`: the second of three."""
    if value is None:
        return None
    match = re.fullmatch(r"([1-9]\d*)/([1-9]\d*)", value)
    if not match or int(match[1]) > int(match[2]):
        raise click.BadParameter(f"`{value}` is no part: write `2/3` for the second of three.")
    return Share(int(match[1]), int(match[2]))


@click.command()
@ROOT
@NO_COLOR
@click.option(
    "--part", metavar="K/N", callback=_part, help="Build only part K of N, into the cache, for `tlumach join`: `2/3`."
)
def build(root: Path, part: Share | None) -> None:
    """Check the pages, then build `site/` and the editions in `dist/`. A build that fails leaves both as they were."""
    from tlumach.pipeline import Built, build_all, make_part

    if why_undated := pin_build_date(root):
        note(why_undated)
    if part:
        _end(
            make_part(root.resolve(), part, say=note, progress=progress_here()),
            "site/ and dist/ are as they were; join the caches, then build.",
        )
        return
    result = build_all(root.resolve(), say=note, progress=progress_here())
    if isinstance(result, Built):
        click.echo(str(result))
        return
    _end(result, "")


def _end(problems: Sequence[Problem], made: str) -> None:
    """Say what was made, or the problems, and exit."""
    say_problems(problems)
    if problems:
        note(f"{counted(problems)}; nothing was built: site/ and dist/ are as they were.")
        sys.exit(FAILED)
    click.echo(made)


@click.command()
@ROOT
@NO_COLOR
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
def join(root: Path, files: tuple[Path, ...]) -> None:
    """Merge the caches (`.cache/tlumach.db`) of machines that each ran `build --part` into this project's; then run `build`."""
    cache = task_runner_in(root.resolve()).cache
    for file in files:
        try:
            click.echo(f"{file}: {cache.take_in(file)} results taken in.")
        except (sqlite3.Error, OSError) as error:
            note(_why_not_joined(file, cache.file, error))
            sys.exit(FAILED)


def _why_not_joined(part: Path, own: Path, error: Exception) -> str:
    if not Cache(part, "").is_cache():
        return f"{part} is no cache of `tlumach build --part` ({error}): make that part again."
    return f"{own}: cannot be written ({error}): check free space and permissions, then join again. {part} is well."


@click.command()
@ROOT
@NO_COLOR
def serve(root: Path) -> None:
    """Preview the site with live reload: a saved page is shown at once, and all that depends on it shortly after."""
    from tlumach.plugin import host

    if lacking := list(host.lacking()):
        say_problems(lacking)
        sys.exit(FAILED)
    from tlumach.plugin.mkdocs_runner import serve_site

    if not serve_site(root.resolve(), note):
        sys.exit(FAILED)
