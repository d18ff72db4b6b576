"""`tlumach remove`: a page that is to be no more, in any language."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from tlumach.commands.console import NO_COLOR, note, say_problems
from tlumach.commands.options import FAILED, NOT_UNDERSTOOD, ROOT
from tlumach.commands.pages.paths import apply, beside, files_of, misnamed, path_named, unknown
from tlumach.commands.project import read_project
from tlumach.library import Library
from tlumach.problems import Code, Problem, in_order
from tlumach.tracking.moving.plan import Planner, moved_pages, own_pictures
from tlumach.tracking.moving.targets import Move


@click.command()
@ROOT
@NO_COLOR
@click.option(
    "--to", metavar="PAGE", help="The page that stands in for it: links lead there, and so does the old address."
)
@click.argument("path")
def remove(root: Path, to: str | None, path: str) -> None:
    """Remove a page in every language, with its records and the pictures beside it that no other page links.

    PATH is x.md or docs/ru/x.md. Where other pages link it, nothing is removed and each link is named, unless --to says
    which page stands in for it. Where only records are left of a page, they are removed.
    """
    library, problems = read_project(root)
    gone = path_named(library, root, path)
    if wrong := misnamed(gone):
        raise click.UsageError(wrong)
    if not gone.endswith(".md") or not moved_pages(library, gone, gone):
        say_problems([unknown(library, path)])
        sys.exit(NOT_UNDERSTOOD)
    other = path_named(library, root, to) if to else ""
    if to and (not library.origin(other) or other == gone):
        raise click.UsageError(f"{to} is no page of the source language that could stand in for {path}.")
    files = files_of(library, root)
    removed = {gone, *own_pictures(library, gone, files)}
    _stop_at([*beside(library, problems, [gone]), *([] if to else _links_to(library, gone))])
    move = Move({gone: other} if to else {}, is_removal=True)
    plan = Planner(library, move, files, lambda name: (root / name).read_bytes(), removed).planned()
    _stop_at(apply(root, plan))
    _say(plan.contents)
    say_problems(in_order(plan.left))


def _links_to(library: Library, path: str) -> list[Problem]:
    return in_order(_linking(library, path))


def _linking(library: Library, path: str) -> Iterator[Problem]:
    for page in library.pages.values():
        for link in page.links if page.path != path else ():
            if not link.is_external and page.target(link) == path:
                message = f"`{link.target}` leads to what is to be removed. Take the link out, or say --to PAGE."
                yield Problem(page.file, link.line, Code.LINKED_PAGE, message)


def _stop_at(problems: list[Problem]) -> None:
    if problems:
        say_problems(problems)
        note("Nothing was removed.")
        sys.exit(FAILED)


def _say(contents: Mapping[str, bytes | None]) -> None:
    for name, content in contents.items():
        click.echo(f"{name}: {'removed' if content is None else 'changed'}.")
