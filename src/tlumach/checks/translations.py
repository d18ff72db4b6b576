"""Whether every page stands in every language, and says what the source says now."""

from collections.abc import Iterator

from tlumach.alignment.freshness import State
from tlumach.blocks import Block, BlockKind
from tlumach.checks.pairs.matching.counterparts import OWN, matched
from tlumach.checks.pairs.matching.lone import is_new
from tlumach.checks.pairs.pair import short
from tlumach.library import Library, Paths, record_file
from tlumach.problems import Code, Level, Problem
from tlumach.problems.problem import Lines
from tlumach.tracking import Tracked, Tracker
from tlumach.tracking.segments import Segment


def check_translations(library: Library, paths: Paths = None) -> Iterator[Problem]:
    """The same path stands in every language: a page in a translation alone is an error, one that a translation lacks
    a warning, or an error where `mkdocs.yml` sets `strict_translations`. The site shows the source in its place.
    """
    settings = library.settings
    for path in library.paths if paths is None else paths:
        source = library.origin_file(path)
        for language in settings.translations:
            translation = library.file_of(language, path)
            if (language, path) in library.left_out:
                continue
            in_source, here = library.has_origin(path), library.exists(language, path)
            if in_source and not here:
                message = f"the page has no translation: {source} is there, this file is not. Translate it."
                yield Problem(translation, 1, Code.MISSING_TRANSLATION, message, _level(library), Lines(source))
            elif here and not in_source:
                message = f"the page has no source: there is no {source}. Restore it, or remove this translation."
                yield Problem(translation, 1, Code.MISSING_SOURCE, message)


def check_freshness(tracker: Tracker, paths: Paths = None) -> Iterator[Problem]:
    """A translation is of the source as it stands: a block that was translated from another text, that lacks its
    translation, whose source is gone, or that nobody has confirmed, is a warning, or an error with `strict_translations`.
    """
    for page in tracker.library.under(paths):
        if tracked := tracker.track(page.language, page.path):
            yield from _not_current(tracked, _level(tracker.library))


def _not_current(tracked: Tracked, level: Level) -> Iterator[Problem]:
    file, source = tracked.page.file, tracked.source
    unconfirmed, last = [], 1
    told = _said_by_structure(tracked)
    for segment in tracked.segments:
        line = segment.target.line if segment.target else last
        last = segment.target.end if segment.target else last
        if segment.entry and segment.entry.edited and segment.state is State.UNCONFIRMED:
            yield Problem(file, line, Code.EDITED_RECORD, _edited(tracked, segment), level, Lines(source.file))
        elif segment.state is State.UNCONFIRMED:
            unconfirmed.append(line)
        elif (segment.state is State.ORPHANED and segment.target in told) or _is_definition(segment):
            continue
        elif segment.state is State.ORPHANED:
            message = f"{source.file} no longer has what this translates. Remove it."
            yield Problem(file, line, Code.ORPHANED_BLOCK, message, level, Lines(source.file, 0))
        elif (block := segment.source) and segment.state in _SAID and block not in told:
            code, said = _SAID[segment.state]
            message = said.format(there=f"{source.file}:{block.line}", file=file, text=short(block.text))
            yield Problem(
                file,
                line,
                code,
                message,
                Level.WARNING if code is Code.MOVED_BLOCK else level,
                Lines(source.file, block.line, block.end),
            )
    if unconfirmed:
        whole = sum(segment.target is not None for segment in tracked.segments)
        message = (
            f"nobody has confirmed {len(unconfirmed)} of {whole} blocks: read them, then `tlumach confirm {file}`."
        )
        yield Problem(file, min(unconfirmed), Code.UNCONFIRMED_BLOCKS, message, level)


def _is_definition(segment: Segment) -> bool:
    """Tell whether a definition of a link by reference stands on one side alone: `links` compares by where each link leads."""
    block = segment.source or segment.target
    return segment.state in (State.MISSING, State.ORPHANED) and block is not None and block.kind is BlockKind.REFERENCE


def _said_by_structure(tracked: Tracked) -> frozenset[Block]:
    """Return the blocks of which `structure` says all: one of another kind stands in the place, or the source never had it.

    Where no block is out of date, nothing is said, and the pages need not be compared for it.
    """
    if not any(segment.state is State.ORPHANED or segment.state in _SAID for segment in tracked.segments):
        return frozenset()
    found = matched(tracked)
    missing = {pair.source for pair in tracked.alignment.pairs if pair.translation is None}
    there = {found.of_pages(pair).source for pair in found.pairs if pair.translation is not None}
    of_source = {tracked.source.blocks[at] for at in missing & there if at is not None}
    new = {pair.translation for pair in tracked.alignment.pairs if is_new(pair)}
    extra = {block for at, block in enumerate(tracked.page.blocks) if at in new and block.kind not in OWN}
    return frozenset(of_source | extra)


def _edited(tracked: Tracked, segment: Segment) -> str:
    page = tracked.page
    record, day = record_file(page.language, page.path), segment.entry.since if segment.entry else ""
    return (
        f"{record} was changed by hand after this was confirmed on {day}: nobody said that these two texts belong together."
        f" Read both; then `tlumach confirm {page.file} {segment.id}`."
    )


_SAID = {
    State.CHANGED: (
        Code.STALE_BLOCK,
        "{there} has changed since this was translated. See `tlumach diff {file}`; then `tlumach confirm`.",
    ),
    State.MISSING: (Code.MISSING_BLOCK, "{there} has no translation here: “{text}”. Translate it."),
    State.MOVED: (
        Code.MOVED_BLOCK,
        "{there} stands in another place of the source than when this was confirmed. Move this too, or confirm it as it is.",
    ),
}


def _level(library: Library) -> Level:
    return Level.ERROR if library.settings.strict_translations else Level.WARNING
