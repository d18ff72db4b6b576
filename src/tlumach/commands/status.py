"""`tlumach status`: how fresh each translation is."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from tlumach.choosing import Translation
from tlumach.commands.project import LANGUAGE, ROOT, number, problems_of, read_project, say_problems, translations
from tlumach.freshness import State, Summary
from tlumach.library import Library
from tlumach.pages import DOCS
from tlumach.problems import Problem
from tlumach.reporting import PageReport, Standing, language_as_json, page_as_json, percent, report, total
from tlumach.tracking import tracker_of_path

_HEAD = ("page", *State, "blocks", "words")
_WIDTHS = tuple(len(word) + 2 for word in _HEAD[1:])
_SHOWN = (State.CHANGED, State.MISSING, State.ORPHANED, State.UNCONFIRMED)
_INDENT = "    "


@click.command()
@ROOT
@LANGUAGE
@click.option("--json", "as_json", is_flag=True, help="For a machine; the keys are described below.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def status(root: Path, language: str | None, as_json: bool, paths: Sequence[str]) -> None:
    """Say how fresh the translations are: all, or those of PATH (docs/uk/x.md, docs/ru/x.md, x.md, or a folder).

    Each block is in one state:

    \b
    current      source and translation are as a person confirmed them
    changed      the source is not what this was translated from
    missing      there is no translation
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
        note          what was written about it, or null
    problems          what could not be read: path, line, code, level, message
    """
    library, problems = read_project(root)
    anything = library.pages and library.settings.translations
    pages = translations(library, root, paths or ["."], language) if anything or paths or language else []
    reports = list(_reports(library, pages))
    found = problems_of(library, pages, problems)
    if as_json:
        click.echo(json.dumps(_as_json(library, reports, found), ensure_ascii=False, indent=2))
        return
    say_problems(found)
    tables = ["\n".join(_table(library, *each)) for each in _by_language(library, reports)]
    click.echo("\n\n".join(tables) or "There are no pages, or no languages to translate them into.")


def _reports(library: Library, pages: Iterable[Translation]) -> Iterator[PageReport]:
    """Yield what is known of each page, path by path, so that no path's blocks are held while the next are read."""
    for path, group in groupby(sorted(pages, key=_path), key=_path):
        tracker = tracker_of_path(library, path)
        yield from (report(tracker, *page) for page in group)


def _path(page: Translation) -> str:
    return page[1]


def _by_language(library: Library, reports: Sequence[PageReport]) -> Iterator[tuple[str, list[PageReport]]]:
    for language in library.settings.translations:
        if pages := [page for page in reports if page.language == language]:
            yield language, sorted(pages, key=lambda page: page.path)


def _as_json(library: Library, reports: Sequence[PageReport], problems: Sequence[Problem]) -> dict[str, Any]:
    groups = list(_by_language(library, reports))
    return {
        "version": 1,
        "source_language": library.settings.source,
        "languages": [language_as_json(language, pages) for language, pages in groups],
        "pages": [page_as_json(page, library.settings.source) for _, pages in groups for page in pages],
        "problems": [
            {"path": each.path, "line": each.line, "code": each.code, "level": each.level, "message": each.message}
            for each in problems
        ],
    }


def _table(library: Library, language: str, pages: Sequence[PageReport]) -> Iterator[str]:
    """Yield the lines of a language's table: its pages, what is to be done on each, and the sums."""
    width = max(len(name) for name in ("page", _sum(pages), *(page.path for page in pages)))
    yield f"{language} {library.settings.language_names[language]}"
    yield _row(width, "page", _HEAD[1:])
    for page in pages:
        yield _row(width, page.path, _cells(page.counts)) + _remark(page)
        yield from _details(page, library.settings.source)
    yield _row(width, _sum(pages), _cells(total(pages)))


def _row(width: int, name: str, cells: Sequence[str]) -> str:
    return name.ljust(width) + "".join(cell.rjust(size) for cell, size in zip(cells, _WIDTHS, strict=True))


def _cells(counts: Summary) -> list[str]:
    states = [str(counts.blocks[state]) for state in State]
    return [*states, f"{percent(counts.blocks)}%", f"{percent(counts.words)}%"]


def _sum(pages: Sequence[PageReport]) -> str:
    missing = sum(page.standing is Standing.NOT_TRANSLATED for page in pages)
    return number(len(pages), "page") + (f", {missing} not translated" if missing else "")


def _remark(page: PageReport) -> str:
    if page.standing is Standing.TRANSLATED:
        return "  by position: no record" if page.by_position else ""
    return f"  {_STANDINGS[page.standing]}"


_STANDINGS = {
    Standing.NOT_TRANSLATED: "not translated",
    Standing.SOURCE_GONE: "its source is gone",
    Standing.UNREADABLE: "cannot be read",
}


def _details(page: PageReport, source_language: str) -> Iterator[str]:
    """Yield a line for each block that wants a person: where it stands and its id, without `#`, which a shell would drop."""
    if page.standing is not Standing.TRANSLATED:
        return
    for state in _SHOWN:
        if page.by_position and state is State.UNCONFIRMED:
            continue  # that is all of them
        for block in (block for block in page.blocks if block.state is state):
            source = f"{DOCS}/{source_language}/{page.path}:{block.source_line}"
            own = f"{DOCS}/{page.language}/{page.path}:{block.translation_line}"
            place = source if block.translation_line is None else own
            since = f", confirmed {block.confirmed_on}" if block.confirmed_on else ""
            of = f" (source line {block.source_line}{since})" if state is State.CHANGED else ""
            yield f"{_INDENT}{state:<12} {place} {block.id}{of}"
