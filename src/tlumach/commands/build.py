"""`tlumach build`, `join` and `serve`. MkDocs is imported when one of them runs: no other command should wait for it."""

import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tlumach.commands.console import NO_COLOR, counted, note, progress_here, say_problems
from tlumach.commands.options import FAILED, ROOT, trusts_stamps
from tlumach.output.regular import read_regular
from tlumach.tasks.last_build import seen_now
from tlumach.tasks.timestamps import pin_build_date

if TYPE_CHECKING:
    from tlumach.problems import Problem
    from tlumach.tasks.tasks import Share


def _part(_: click.Context, __: click.Parameter, value: str | None) -> "Share | None":
    """Return the part that is named as `2/3`: the second of three."""
    if value is None:
        return None
    from tlumach.tasks.tasks import Share

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
@click.option(
    "--verify-content",
    is_flag=True,
    help="Read and compare every file, whatever its dates; so does a build in CI (where the variable CI is set).",
)
@click.option("--profile", is_flag=True, help="Say at the end what each step took.")
def build(root: Path, part: "Share | None", verify_content: bool, profile: bool) -> None:
    """Check the pages, then build `site/` and the editions in `dist/`. A build that fails leaves both as they were.

    Where nothing has changed since the last build, as the sizes and dates of all files tell, nothing is done.
    """
    if why_undated := pin_build_date(root):
        note(why_undated)
    by_stamps = trusts_stamps() and not verify_content
    seen = seen_now(root) if by_stamps and not part else None
    if seen and seen.said:
        for line in ("Nothing has changed since the last build.", *seen.said.notes):
            note(line)
        click.echo(seen.said.result)
        return
    from tlumach.pipeline import Built, build_all, make_part
    from tlumach.tasks.step_clock import StepClock

    if part:
        _end(
            root,
            make_part(root.resolve(), part, say=note, progress=progress_here()),
            "site/ and dist/ are as they were; join the caches, then build.",
        )
        return
    clock = StepClock()
    result = build_all(
        root.resolve(), say=note, progress=progress_here(), clock=clock, trusts_stamps=by_stamps, seen=seen
    )
    for line in clock.lines() if profile else ():
        note(line)
    if isinstance(result, Built):
        click.echo(str(result))
        return
    _end(root, result, "")


def _end(root: Path, problems: Sequence["Problem"], made: str) -> None:
    """Say what was made, or the problems, and exit."""
    say_problems(problems)
    if problems:
        from tlumach.pipeline import as_they_are

        note(f"{counted(problems)}; {as_they_are(root)}")
        if later := _way_out(root, problems):
            note(later)
        sys.exit(FAILED)
    click.echo(made)


def _way_out(root: Path, problems: Sequence["Problem"]) -> str:
    """Return how a project that has said nothing of findings yet may build with these."""
    from tlumach.problems import way_out
    from tlumach.problems.baseline import FILE as BASELINE
    from tlumach.settings import FILE, read_settings

    with suppress(OSError, UnicodeDecodeError):
        settings, _ = read_settings(read_regular(root / FILE).decode("utf-8"))
        if settings and not (root / BASELINE).exists():
            return way_out(problems, settings.findings)
    return ""


@click.command()
@ROOT
@NO_COLOR
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
def join(root: Path, files: tuple[Path, ...]) -> None:
    """Merge the caches (`.cache/tlumach.db`) of machines that each ran `build --part` into this project's; then run `build`."""
    import sqlite3

    from tlumach.tasks.tasks import task_runner_in

    cache = task_runner_in(root.resolve()).cache
    for file in files:
        try:
            click.echo(f"{file}: {cache.take_in(file)} results taken in.")
        except (sqlite3.Error, OSError) as error:
            note(_why_not_joined(file, cache.file, error))
            sys.exit(FAILED)


def _why_not_joined(part: Path, own: Path, error: Exception) -> str:
    from tlumach.tasks.cache import Cache

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
    from tlumach.library.files import settings_text

    if unread := settings_text(root)[1]:
        say_problems(unread)
        sys.exit(FAILED)
    from tlumach.plugin.mkdocs_runner import serve_site

    if not serve_site(root.resolve(), note):
        sys.exit(FAILED)
