"""`tlumach move`: a page, or a folder of pages, at another path in every language."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from tlumach.commands.console import NO_COLOR, note, number, say_problems
from tlumach.commands.options import FAILED, NOT_UNDERSTOOD, ROOT
from tlumach.commands.pages.paths import apply, beside, files_of, misnamed, path_named, unknown
from tlumach.commands.project import read_project
from tlumach.library import Library
from tlumach.problems import Code, Problem, in_order
from tlumach.tracking.moving.plan import Plan, Planner, moved_pages, own_pictures, pictures_under
from tlumach.tracking.moving.targets import Move


@click.command()
@ROOT
@NO_COLOR
@click.argument("old")
@click.argument("new")
def move(root: Path, old: str, new: str) -> None:
    """Move a page, or a folder of pages, in every language: OLD and NEW are x.md, story/index.md, docs/ru/x.md or a folder.

    With it go its records and the pictures beside it that no other page links. Links to it are written anew in every
    language, in pages and records, so that what was confirmed stays confirmed; so are addresses in raw HTML, and what
    mkdocs.yml says of it. What has no one right answer (code, patterns, absolute addresses) is left and named. The page's front
    matter keeps its former path (redirect_from): the build writes a page there that leads to the new one, on any host
    and from a folder. A page that was renamed by hand is recognised: give both paths, and the rest is done.
    """
    library, problems = read_project(root)
    before = path_named(library, root, old)
    after = _target(before, path_named(library, root, new), new)
    if wrong := misnamed(after) or misnamed(before):
        raise click.UsageError(wrong)
    if before == after:
        raise click.UsageError(f"{old} lies there already.")
    paths = moved_pages(library, before, after)
    if not paths:
        say_problems([unknown(library, old)])
        sys.exit(NOT_UNDERSTOOD)
    _stop_at([*beside(library, problems, paths), *_taken(library, paths)])
    files = files_of(library, root)
    moving = Move(
        {**paths, **_pictures(library, before, after, files)}, {} if before.endswith(".md") else {before: after}
    )
    plan = Planner(library, moving, files, lambda name: (root / name).read_bytes()).planned()
    _stop_at(apply(root, plan))
    _say(plan, paths)


def _target(before: str, after: str, written: str) -> str:
    """Return the path of a page that is moved into a folder, as `mv` does it."""
    is_page, names_folder = before.endswith(".md"), not after.endswith(".md")
    if not is_page and not names_folder:
        raise click.UsageError(f"{before} is a folder, and {written} a page. Name a folder to move it to.")
    return f"{after}/{before.rpartition('/')[2]}".removeprefix("./") if is_page and names_folder else after


def _pictures(library: Library, before: str, after: str, files: frozenset[str]) -> Mapping[str, str]:
    """Return the files that go along, each with its new path: all of a folder; of a page, what is its own."""
    if not before.endswith(".md"):
        return {path: after + path[len(before) :] for path in pictures_under(library, before, files)}
    folder, new_folder = (path.rpartition("/")[0] for path in (before, after))
    inner = ((path, path[len(folder) + 1 :] if folder else path) for path in own_pictures(library, before, files))
    return {path: f"{new_folder}/{rest}" if new_folder else rest for path, rest in inner}


def _taken(library: Library, paths: Mapping[str, str]) -> Iterator[Problem]:
    for language in library.settings.languages:
        for old, new in paths.items():
            is_there = library.exists(language, new) and new not in paths
            if is_there and library.exists(language, old):
                message = (
                    f"is there already, and {library.file_of(language, old)} too. Move or remove one of them first."
                )
                yield Problem(library.file_of(language, new), 1, Code.PAGE_EXISTS, message)


def _stop_at(problems: list[Problem]) -> None:
    if problems:
        say_problems(problems)
        note("Nothing was moved.")
        sys.exit(FAILED)


def _say(plan: Plan, paths: Mapping[str, str]) -> None:
    for old, new in plan.moved.items():
        click.echo(f"{old} -> {new}")
    for file, count in plan.links.items():
        click.echo(f"{file}: {number(count, 'link')} changed.")
    for old, new in paths.items():
        note(f"The address of {old} will lead to {new} (redirect_from in its front matter).")
    say_problems(in_order(plan.left))
