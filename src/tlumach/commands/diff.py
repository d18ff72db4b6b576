"""`tlumach diff`: what became of the source since it was translated, and the translation that it touches."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from tlumach.alignment.freshness import State
from tlumach.alignment.word_diff import Change, Run, word_diff
from tlumach.commands.console import NO_COLOR, number, say_problems
from tlumach.commands.options import LANGUAGE, ROOT
from tlumach.commands.project import problems_of, read_project, translations
from tlumach.commands.word_diffs import coloured, in_colour, marked
from tlumach.library import Library
from tlumach.records import Entry
from tlumach.tracking import Tracked, Tracker
from tlumach.tracking.segments import Segment

Show = Callable[[Sequence[Run]], str]


@click.command()
@ROOT
@NO_COLOR
@LANGUAGE
@click.argument("path")
def diff(root: Path, language: str | None, path: str) -> None:
    """Show, for each block whose source has changed, the source then and now, word by word, and the translation.

    PATH is docs/uk/x.md, or docs/ru/x.md or x.md for all translations, or a folder. On a terminal what was removed is
    red and struck through, what was added green and underlined; elsewhere [-these-] {+are the marks+}.
    """
    library, problems = read_project(root)
    pages = translations(library, root, [path], language)
    say_problems(problems_of(library, pages, problems))
    tracker = Tracker(library)
    show = coloured if in_colour() else marked
    for page in pages:
        click.echo("\n".join(_page(library, tracker.track(*page), *page, show)))


def _page(library: Library, tracked: Tracked | None, language: str, path: str, show: Show) -> Iterator[str]:
    file = library.file_of(language, path)
    if tracked is None:
        yield f"{file}: {_why_not(library, language, path)}"
        return
    segments = sorted(tracked.segments, key=lambda segment: not segment.field)  # the front matter stands on top
    blocks = [_segment(tracked, segment, show) for segment in segments if segment.state in _SAYINGS]
    if not blocks:
        yield f"{file}: nothing has changed in the source since the translation was confirmed{_so_far(tracked)}."
        return
    yield from blocks
    yield f"{file}: {number(len(blocks), 'block')} to look at{_so_far(tracked)}."


def _why_not(library: Library, language: str, path: str) -> str:
    if not library.exists(language, path):
        return "not translated."
    if not library.has_origin(path):
        return f"its source, {library.origin_file(path)}, is gone."
    return "it or its source cannot be read."


def _so_far(tracked: Tracked) -> str:
    if tracked.alignment.by_position:
        return " (there is no record, so no change is known; `tlumach confirm` begins one)"
    unconfirmed = tracked.count([State.UNCONFIRMED])
    return f" ({number(unconfirmed, 'block')} not confirmed yet)" if unconfirmed else ""


def _segment(tracked: Tracked, segment: Segment, show: Show) -> str:
    """Return what is said of a segment: where it stands, the source then and now, and the translation under it."""
    source, target, entry = segment.source, segment.target, segment.entry
    now = source.text if source else ""
    runs = word_diff(entry.source, now) if entry else [Run(Change.SAME, now)]
    sides = ((tracked.page, target), (tracked.source, source))
    places = [f"{page.file}:{block.line}" for page, block in sides if block]
    known = [*places[1:], *_confirmed(entry)]
    head = f"{places[0]} {segment.id} {segment.state}: {_SAYINGS[segment.state]}"
    return "\n".join(
        [
            head + (f" ({', '.join(known)})" if known else ""),
            *_voice(tracked.source.language, show(runs)),
            *_voice(tracked.page.language, target.text if target else ""),
            "",
        ]
    )


def _confirmed(entry: Entry | None) -> list[str]:
    """Return when a pair was last confirmed, and by whom, as far as it is recorded."""
    if entry is None or not entry.since:
        return []
    return [f"confirmed {entry.since} by {entry.by}" if entry.by else f"confirmed {entry.since}"]


def _voice(language: str, text: str) -> list[str]:
    """Return a text with its language before the first line, and the others under it."""
    margin = len(language) + 2
    lines = text.splitlines()
    return [(language if at == 0 else "").ljust(margin) + line for at, line in enumerate(lines)]


_SAYINGS = {
    State.CHANGED: "the source is not what this was translated from",
    State.MISSING: "there is no translation",
    State.ORPHANED: "its source is gone",
    State.MOVED: "the source has this in another place now",
}
