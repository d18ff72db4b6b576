"""`tlumach waive`: a person has looked at a finding and lets it stand."""

import sys
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from pathlib import Path

import click

from tlumach.checks.pairs import CODES
from tlumach.checks.pairs.cached_findings import Finder
from tlumach.checks.pairs.knowledge import knowledge_of
from tlumach.checks.pairs.registry import NEED_WORDS
from tlumach.checks.pairs.waivers import with_waiver
from tlumach.commands.console import NO_COLOR, say_problems
from tlumach.commands.options import FAILED, LANGUAGE, ROOT
from tlumach.commands.project import problems_of, read_project, translations, within, write_files
from tlumach.library import Library, record_file
from tlumach.problems import Code, Problem
from tlumach.records import write_record
from tlumach.tracking import Tracked, Tracker
from tlumach.tracking.noting import with_note
from tlumach.tracking.selection import Translation, chosen_blocks


@click.command()
@ROOT
@NO_COLOR
@LANGUAGE
@click.option("--why", required=True, metavar="REASON", help="Why the finding may stand. The record keeps it.")
@click.argument("path")
@click.argument("block")
@click.argument("rule")
def waive(root: Path, language: str | None, why: str, path: str, block: str, rule: str) -> None:
    """Let a finding of `tlumach check` stand: write a waiver with its reason into the record of the translation.

    PATH is docs/uk/x.md, or x.md with --language uk; with the source page, docs/ru/x.md, a finding in the source is meant.
    BLOCK is a line of that file, as the finding has it, or the block's id. RULE is the code of the finding, such as
    `numbers`. The waiver holds for that rule and that block in that language, and goes with the block when it moves. Nothing
    is confirmed by it. `tlumach check --waived` lists all waivers; to end one, take its line out of the record.
    """
    _stop_at_misuse(rule, why)
    library, problems = read_project(root)
    in_source = _is_source(library, within(root, path))
    pages = translations(library, root, [path], language)
    if len(pages) > 1 and not in_source:
        raise click.UsageError(f"{path} stands for {len(pages)} translations. Name one file, or give --language.")
    _stop_at(problems_of(library, pages, problems))
    tracker = Tracker(library)
    tracked = next((found for page in pages if (found := tracker.track(*page))), None)
    if tracked is None:
        _stop_at([_nothing_there(library, pages[0])])
        return
    (at, *_), unknown = _chosen(tracked, block, in_source)
    _stop_at(unknown)
    codes = _codes_found(tracker, tracked, at, rule, in_source)
    _stop_at([] if rule in codes else [_nothing_to_waive(tracked, at, rule, codes, in_source)])
    _write(root, tracked, at, rule, why)


def _stop_at_misuse(rule: str, why: str) -> None:
    if not why.strip():
        raise click.UsageError("Say after --why why the finding may stand: the record keeps it.")
    if rule not in CODES:
        near = get_close_matches(rule, CODES, n=1)
        known = f"Did you mean {near[0]}?" if near else f"Those that can be waived are {', '.join(sorted(CODES))}."
        raise click.UsageError(f"{rule} is no rule that can be waived. {known}")


def _is_source(library: Library, name: str) -> bool:
    return any(page.file == name for page in library.origins())


def _stop_at(problems: Iterable[Problem]) -> None:
    """Say what is wrong, if anything is, and end before anything is written."""
    if found := list(problems):
        say_problems(found)
        click.echo("Nothing was waived.", err=True)
        sys.exit(FAILED)


def _nothing_there(library: Library, page: Translation) -> Problem:
    message = "this page or its source is not there: nothing to waive."
    return Problem(library.file_of(*page), 1, Code.NOT_TRANSLATED, message)


def _chosen(tracked: Tracked, block: str, in_source: bool) -> tuple[list[int], list[Problem]]:
    chosen, unknown = chosen_blocks(tracked, [block], in_source)
    if chosen and (segment := tracked.segments[chosen[0]]).target is None:
        message = f"{segment.id} has no translation, and a waiver stands in the record of one. Translate it first."
        unknown = [Problem(tracked.page.file, 1, Code.NOT_TRANSLATED, message)]
    return chosen or [0], unknown


def _codes_found(tracker: Tracker, tracked: Tracked, at: int, rule: str, in_source: bool) -> Collection[Code]:
    """Return the codes of what the rules find in a block, of those that its record can waive."""
    library, segment = tracker.library, tracked.segments[at]
    found = Finder(tracker, knowledge_of(library, words=rule in NEED_WORDS)).found(tracked.page.path)
    languages = [library.settings.source] if in_source else [library.settings.source, tracked.page.language]
    return {each.problem.code for language in languages for each in found[language] if each.id == segment.id}


def _nothing_to_waive(tracked: Tracked, at: int, rule: str, found: Collection[Code], in_source: bool) -> Problem:
    segment, page = tracked.segments[at], tracked.source if in_source else tracked.page
    block = segment.source if in_source else segment.target
    there = f"what is found there: {', '.join(sorted(found))}" if found else "nothing is found there by any such rule"
    return Problem(
        page.file,
        block.line if block else 1,
        Code.NOTHING_TO_WAIVE,
        f"{segment.id} has no finding of `{rule}`; {there}.",
    )


def _write(root: Path, tracked: Tracked, at: int, rule: str, why: str) -> None:
    segment, page = tracked.segments[at], tracked.page
    note = with_waiver(segment.entry.note if segment.entry else "", rule, why)
    file = record_file(page.language, page.path)
    text = write_record(with_note(tracked, at, note), tracked.source.file, page.file, page.language)
    _stop_at(write_files(root, {file: text.encode()}))
    line = segment.target.line if segment.target else 1
    click.echo(f"{page.file}:{line} {segment.id} ({segment.state}): {rule} waived in {file}: {' '.join(why.split())}")
