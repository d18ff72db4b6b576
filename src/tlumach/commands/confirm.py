"""`tlumach confirm`: a person says that a translation is right for its source."""

import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from tlumach.alignment.freshness import State
from tlumach.commands.console import NO_COLOR, number, say_problems
from tlumach.commands.options import BY, FAILED, LANGUAGE, ROOT, confirmer, refusal_of_name
from tlumach.commands.project import problems_of, read_project, translations, write_files
from tlumach.library import Library, record_file
from tlumach.problems import Code, Problem
from tlumach.records import Record, write_record
from tlumach.tasks.timestamps import confirmation_date
from tlumach.tracking import Tracked, Tracker, confirming
from tlumach.tracking.confirming import Said
from tlumach.tracking.following import carried_from
from tlumach.tracking.segments import Segment
from tlumach.tracking.selection import Translation, chosen_blocks

_BEGINNING = 60  # letters of a block that are enough to know it by


@dataclass(frozen=True)
class _Confirmation:
    """What is said of a page: the segments (their indices) that this confirms, and the record that then holds."""

    tracked: Tracked
    segments: list[int]
    record: Record

    @property
    def file(self) -> str:
        return record_file(self.tracked.page.language, self.tracked.page.path)

    @property
    def text(self) -> str:
        page = self.tracked.page
        return write_record(self.record, self.tracked.source.file, page.file, page.language)


@click.command()
@ROOT
@NO_COLOR
@LANGUAGE
@click.option("--all", "every", is_flag=True, help="All pages of PATH; without PATH, of --language.")
@click.option(
    "--unchanged",
    "--trivial",
    "unchanged",
    metavar="WHY",
    help="The source changed and the translation may stay as it is: say why. The record keeps it.",
)
@BY
@click.argument("path", required=False)
@click.argument("blocks", nargs=-1, metavar="[BLOCK]...")
def confirm(
    root: Path,
    language: str | None,
    every: bool,
    unchanged: str | None,
    by: str | None,
    path: str | None,
    blocks: Sequence[str],
) -> None:
    """Say that a translation is right for its source, as both are now.

    PATH is docs/uk/x.md, or x.md with --language uk. BLOCK is an id as `tlumach status` shows it, or a line of the
    translation (write an id of digits alone as '#2022'). Without BLOCK, all blocks that have a source and a
    translation are confirmed; with --unchanged, those of them whose source has changed. A translation that is
    letter for letter what it was when its source said something else is confirmed only with --unchanged. A block without
    source is confirmed only by its name: it is then the translators' own; so is one whose entry in the record was
    changed by hand. If anything is wrong, nothing is written.

    The record keeps who confirmed: what --as says, or `confirmed_by` in mkdocs.yml, or else that it is not recorded. With
    --as, what is current already is confirmed anew by that name; a machine takes no person's place. Only --as claims that:
    the name in mkdocs.yml is given to what is confirmed now, and to nothing that was.
    """
    if wrong := _misuse(language, every, unchanged, path, blocks) or refusal_of_name(by):
        raise click.UsageError(wrong)
    library, problems = read_project(root)
    pages = translations(library, root, [path or "."], language)
    if len(pages) > 1 and not every:
        raise click.UsageError(f"{path} stands for {_some(library, pages)}. Name one, or say --all.")
    _stop_at(problems_of(library, pages, problems))
    tracker = Tracker(library)
    tracked = [found for page in pages if (found := tracker.track(*page))]
    if not tracked:
        _stop_at([_nothing_there(page, library) for page in pages])
    said = Said(confirmation_date(), confirmer(by, library), is_renewed=by is not None)
    confirmations = [_confirmation(each, blocks, unchanged, said) for each in tracked]
    told = [each for each in confirmations if each.segments]
    places = {(each.tracked.page.language, each.tracked.page.path) for each in told}
    carried = dict(carried_from(library, places))
    _stop_at(write_files(root, {**carried, **{each.file: each.text.encode() for each in told}}))
    if every:
        click.echo(_summed_up(told, len(tracked)))
    else:
        click.echo("\n".join(_said(confirmations[0])))


def _misuse(language: str | None, every: bool, unchanged: str | None, path: str | None, blocks: Sequence[str]) -> str:
    """Return what is wrong with a request by itself; an empty text if nothing is."""
    if path is None and not (every and language):
        return "Name a translation (docs/uk/x.md), or a whole language: --all --language uk."
    if every and blocks:
        return "Name blocks, or say --all."
    if unchanged is not None and not unchanged.strip():
        return "Say after --unchanged why the translation may stay as it is: the record keeps it."
    return ""


def _some(library: Library, pages: Sequence[Translation]) -> str:
    names = [library.file_of(language, path) for language, path in pages]
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _stop_at(problems: Sequence[Problem]) -> None:
    """Say what is wrong, if anything is, and end before anything is written."""
    if problems:
        say_problems(problems)
        click.echo("Nothing was confirmed.", err=True)
        sys.exit(FAILED)


def _nothing_there(page: Translation, library: Library) -> Problem:
    file, origin = (library.file_of(language, page[1]) for language in (page[0], library.settings.source))
    return Problem(
        file, 1, Code.NOT_TRANSLATED, f"this page or its source, {origin}, is not there: nothing to confirm."
    )


def _confirmation(tracked: Tracked, names: Sequence[str], unchanged: str | None, said: Said) -> _Confirmation:
    chosen, unknown = chosen_blocks(tracked, names)
    if not names:
        segments = tracked.segments
        both = (at for at in confirming.two_sided(tracked) if not _is_edited(segments[at]))
        chosen = [at for at in both if unchanged is None or segments[at].state is State.CHANGED]
    _stop_at([*unknown, *confirming.refusals(tracked, chosen, unchanged is not None)])
    note = "" if unchanged is None else confirming.dated_note(said.date, unchanged)
    new = confirming.unsettled(tracked, chosen, said.renewed_by)
    return _Confirmation(tracked, new, confirming.confirm(tracked, chosen, replace(said, note=note)))


def _is_edited(segment: Segment) -> bool:
    """Whether the record was changed by hand: then it is by its name alone that a person says what is right."""
    return segment.entry is not None and bool(segment.entry.edited)


def _said(confirmation: _Confirmation) -> Iterator[str]:
    """Yield what was confirmed on a page, block by block."""
    tracked = confirmation.tracked
    yield _page_line(confirmation)
    for segment in (tracked.segments[at] for at in confirmation.segments):
        if block := segment.target:
            beginning = " ".join(block.text.split())[:_BEGINNING]
            yield f"    {tracked.page.file}:{block.line} {segment.id} (was {segment.state}) {beginning}"


def _summed_up(told: Sequence[_Confirmation], pages: int) -> str:
    blocks = sum(len(each.segments) for each in told)
    whole = f"{number(blocks, 'block')} confirmed on {len(told)} of {number(pages, 'page')}."
    return "\n".join([*map(_page_line, told), whole])


def _page_line(confirmation: _Confirmation) -> str:
    page, left = confirmation.tracked.page, _left(confirmation.tracked, set(confirmation.segments))
    if not confirmation.segments:
        return f"{page.file}: nothing new to confirm{left}; nothing was written."
    return f"{page.file}: {number(len(confirmation.segments), 'block')} confirmed in {confirmation.file}{left}."


def _left(tracked: Tracked, confirmed: Collection[int]) -> str:
    states = [segment.state for at, segment in enumerate(tracked.segments) if at not in confirmed]
    left = [f"{states.count(state)} {state}" for state in State if state is not State.CURRENT and state in states]
    return f"; left as they are: {', '.join(left)}" if left else ""
