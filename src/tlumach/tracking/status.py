"""The state of translations as values: of each block, page and language. What ``tlumach status`` prints."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tlumach.alignment.freshness import State, Summary
from tlumach.alignment.freshness import summary as count
from tlumach.alignment.passages import ChangeKind
from tlumach.blocks import Block
from tlumach.library import Library
from tlumach.tracking.segments import Segment
from tlumach.tracking.tracker import Tracker


class PageStatus(StrEnum):
    """What there is of a page in a language."""

    TRANSLATED = "translated"
    """Source and translation are there."""
    NOT_TRANSLATED = "not-translated"
    """There is no translation."""
    SOURCE_GONE = "source-gone"
    """There is a translation, and no source."""
    UNREADABLE = "unreadable"
    """The source or the translation cannot be read, so nothing is known."""


@dataclass(frozen=True, slots=True)
class BlockReport:
    """A block: its id, its state, its lines in both files (None where it is not there), and what the record says of it."""

    id: str
    state: State
    source_line: int | None
    translation_line: int | None
    confirmed_on: str = ""
    confirmed_by: str = ""
    note: str = ""
    change: tuple[ChangeKind, ...] = ()
    """What kinds of change its source has seen, by their weight; told where it is asked for."""


@dataclass(frozen=True, slots=True)
class PageReport:
    """A page in a language; ``by_position``: there is no record to go by, so what belongs together is a guess."""

    language: str
    path: str
    standing: PageStatus
    by_position: bool
    blocks: Sequence[BlockReport]
    counts: Summary
    source_file: str = ""
    file: str = ""
    """The files of the source and of the translation, there or not, relative to the project's root."""


def report(tracker: Tracker, language: str, path: str, with_changes: bool = False) -> PageReport:
    """Return what is known of a page in a language; at least one of source and translation must be there.

    ``with_changes``: what kinds of change the changed blocks have seen too.
    """
    library = tracker.library
    files = library.origin_file(path), library.file_of(language, path)
    return replace(_report(tracker, language, path, with_changes), source_file=files[0], file=files[1])


def _report(tracker: Tracker, language: str, path: str, with_changes: bool) -> PageReport:
    library, source_language = tracker.library, tracker.library.settings.source
    if tracked := tracker.track(language, path):
        segments = sorted(tracked.segments, key=lambda segment: not segment.field)  # the front matter stands on top
        blocks = [_segment(segment, tracker if with_changes else None) for segment in segments]
        counts = count((segment.source, segment.state) for segment in segments)
        return PageReport(language, path, PageStatus.TRANSLATED, tracked.alignment.by_position, blocks, counts)
    page, source = library.page(language, path), library.page(source_language, path)
    if source and not library.exists(language, path):
        return _one_sided(language, path, PageStatus.NOT_TRANSLATED, source.blocks, tracker.source_ids(path))
    if page and not library.exists(source_language, path):
        return _one_sided(language, path, PageStatus.SOURCE_GONE, page.blocks, tracker.ids(page))
    return _one_sided(language, path, PageStatus.UNREADABLE, [], [])


def total(reports: Iterable[PageReport]) -> Summary:
    """Add up the figures of pages."""
    counts = [page.counts for page in reports]
    blocks, words = (
        {state: sum(each[state] for each in figures) for state in State}
        for figures in ([each.blocks for each in counts], [each.words for each in counts])
    )
    return Summary(blocks, words)


def percent(figures: Mapping[State, int]) -> int:
    """Return how much of what should be there is current, rounded down, so that 100 means all of it.

    What is orphaned should not be there, and does not count.
    """
    whole = sum(number for state, number in figures.items() if state is not State.ORPHANED)
    return 100 * figures[State.CURRENT] // whole if whole else 100


def by_language(library: Library, reports: Sequence[PageReport]) -> Iterator[tuple[str, list[PageReport]]]:
    """Yield the languages that have pages among these, in the site's order, each with its pages by path."""
    for language in library.settings.translations:
        if pages := [page for page in reports if page.language == language]:
            yield language, sorted(pages, key=lambda page: page.path)


def _segment(segment: Segment, tracker: Tracker | None) -> BlockReport:
    """Report a segment; with a tracker, with what has changed in its source."""
    kinds: Collection[ChangeKind] = ()
    if tracker and segment.state is State.CHANGED and segment.source:
        kinds = tracker.changes.kinds(segment.entry, segment.source.text)
    return BlockReport(
        segment.id,
        segment.state,
        segment.source.line if segment.source else None,
        segment.target.line if segment.target else None,
        segment.entry.since if segment.entry else "",
        segment.entry.by if segment.entry else "",
        segment.entry.note if segment.entry else "",
        tuple(kind for kind in ChangeKind if kind in kinds),
    )


def _one_sided(
    language: str, path: str, standing: PageStatus, blocks: Sequence[Block], ids: Sequence[str]
) -> PageReport:
    """Report a page of which only one side is there: all its blocks are missing from the other, or orphaned."""
    gone = standing is PageStatus.SOURCE_GONE
    state = State.ORPHANED if gone else State.MISSING
    reports = [
        BlockReport(name, state, None if gone else block.line, block.line if gone else None)
        for name, block in zip(ids, blocks, strict=True)
    ]
    counts = count((None if gone else block, state) for block in blocks)
    return PageReport(language, path, standing, False, reports, counts)
