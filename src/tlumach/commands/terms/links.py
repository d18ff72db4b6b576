"""Links to terms, written into the pages of a project.

`tlumach terms`: uses of terms that are not linked, and the links written in.
"""

import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import click

from tlumach.commands.console import NO_COLOR, line_of, note, number, progress_here, say_problems
from tlumach.commands.options import FAILED, LANGUAGE, ROOT
from tlumach.commands.project import read_project, translations, write_pages
from tlumach.library import Library
from tlumach.problems import Code, Problem, in_order
from tlumach.tasks.workers import processes_here, shared
from tlumach.term_links.suggestions import Unlinked, unlinked, with_links
from tlumach.terms.site_matchers import TermWords
from tlumach.tracking import Tracker, tracker_of_path
from tlumach.tracking.following import records_after
from tlumach.tracking.selection import Translation


def write_links(library: Library, root: Path, found: Sequence[Unlinked]) -> list[Problem]:
    """Write links to terms into their pages, all together or, where there is a problem, none: to the byte nothing else changes.

    The records follow: what was confirmed without the links is as well translated with them, in every language alike.
    """
    texts: dict[Translation, str] = {}
    for place, links in groupby(found, key=lambda each: (each.language, each.path)):
        texts[place] = with_links(library.pages[place].text, list(links))
    return write_pages(library, root, texts, dict(records_after(Tracker(library), texts)))


Chosen = Mapping[str, Collection[str]]
"""The languages asked for, by the path of a page."""


@click.command("unlinked", short_help="List uses of terms that are not linked; --fix links them.")
@ROOT
@NO_COLOR
@LANGUAGE
@click.option("--fix", is_flag=True, help="Write the links, where every language then links the term in that block.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def say_unlinked(root: Path, language: str | None, fix: bool, paths: Sequence[str]) -> None:
    """List the uses of terms that are not linked: on all pages, or on those of PATH (docs/uk/x.md, x.md, or a folder).

    A page links a term once, where it first uses it, and in the same block in every language; each line says what the
    other languages have there. Not linked are headings, code, footnotes, quoted titles and headlines, a term on its
    own page, and the definition that its page begins with.

    --fix writes a link only where, with it, every language links the term in that block. The rest is for a person:
    link another word there, or use the term. What was confirmed stays confirmed: the records take the links in too.
    """
    library, problems = read_project(root)
    chosen = _chosen(library, root, paths, language) if library.pages or paths else {}
    found = _find(library, chosen)
    say_problems(in_order(problems))
    for each in found:
        click.echo(line_of(_problem(each)))
    note(_summary(found))
    if fix:
        _fix(library, root, [each for each in found if each.in_step])


def _chosen(library: Library, root: Path, names: Sequence[str], language: str | None) -> dict[str, list[str]]:
    settings = library.settings
    without_source = replace(settings, languages=("", *settings.languages))  # so that the source may be asked for too
    chosen: dict[str, list[str]] = {}
    for each, path in translations(replace(library, settings=without_source), root, names or ["."], language):
        chosen.setdefault(path, []).append(each)
    return chosen


def _find(library: Library, chosen: Chosen) -> list[Unlinked]:
    """Return what is not linked on the chosen pages, by file and line."""
    words = TermWords(library)
    for language in library.settings.languages:
        words.matcher(language)  # the dictionaries are read before the work is shared, and so once

    progress = progress_here()

    def on_page(path: str) -> list[Unlinked]:
        found = unlinked(tracker_of_path(library, path), words, path, chosen[path])
        progress.add()
        return found

    with progress.of("pages", len(chosen)):
        pages = shared(list(chosen), lambda paths: [on_page(path) for path in paths], processes_here())
    found = [each for page in pages for each in page]
    return sorted(found, key=lambda each: (each.file, each.line, each.offset))


def _problem(found: Unlinked) -> Problem:
    beside = "".join(f"; {each.file}:{each.line} {each.standing}" for each in found.beside)
    by_hand = "" if found.in_step else " (by hand)"
    message = f"“{found.surface}”: write {found.link}{by_hand}{beside}"
    return Problem(found.file, found.line, Code.UNLINKED_TERM, message)


def _summary(found: Sequence[Unlinked]) -> str:
    in_step = sum(each.in_step for each in found)
    if not found:
        return "Every term that is used is linked."
    return (
        f"{number(len(found), 'term')} used without a link; --fix can link {in_step}, in step with the other languages."
    )


def _fix(library: Library, root: Path, found: Sequence[Unlinked]) -> None:
    """Write the links, which come by file, into all pages together: one language would be out of step without the others."""
    if problems := write_links(library, root, found):
        say_problems(problems)
        sys.exit(FAILED)
    for file, links in groupby(found, key=lambda each: each.file):
        click.echo(f"{file}: {number(len(list(links)), 'link')} written.")
