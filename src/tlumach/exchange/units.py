"""What is exported of a page: a unit for each block that has something to translate, its Markdown as it is."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from tlumach.alignment import align
from tlumach.alignment.freshness import State
from tlumach.alignment.rendered import is_invisible
from tlumach.blocks import Block, BlockKind
from tlumach.exchange.exported import mark
from tlumach.library.pages import parse_page
from tlumach.problems import Code, Problem
from tlumach.tracking import Tracked, Tracker
from tlumach.tracking.segments import Segment

STALE = frozenset({State.CHANGED, State.MISSING})
"""The states whose translation a translator has to make, or to make anew."""

_LETTER = re.compile(r"[^\W\d_]")
_SAYS_THE_SAME_EVERYWHERE = frozenset({BlockKind.CODE, BlockKind.REFERENCE, BlockKind.RULE})
_NOT_IN_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTEXT = re.compile(r"(?P<path>\S.*?\.md)#(?P<id>\S+)")


class UnitStatus(StrEnum):
    """What is left to do for a unit, as CAT tools see it."""

    TRANSLATED = "translated"
    NEEDS_REVIEW = "needs review"
    UNTRANSLATED = "untranslated"


STATUS = {
    State.CURRENT: UnitStatus.TRANSLATED,
    State.CHANGED: UnitStatus.NEEDS_REVIEW,
    State.UNCONFIRMED: UnitStatus.NEEDS_REVIEW,
    State.MOVED: UnitStatus.TRANSLATED,
    State.MISSING: UnitStatus.UNTRANSLATED,
}
_NOTES = {
    State.CHANGED: "The source has changed since this was translated.",
    State.UNCONFIRMED: "Nobody has confirmed this translation.",
}


@dataclass(frozen=True)
class Unit:
    """A block exported: its context, both texts (line ends are LF), and where its source stands.

    ``previous`` is the source that the translation was made from, where that is another than the source now; ``confirmed``
    the day on which a person last confirmed the pair (ISO 8601; empty: never).
    """

    id: str
    source: str
    target: str
    status: UnitStatus
    file: str
    line: int
    note: str = ""
    previous: str = ""
    confirmed: str = ""

    @property
    def left_to_do(self) -> str:
        """What is left to do, in the words of XLIFF: a translation of an earlier source needs another, an unconfirmed one review."""
        is_stale = self.status is UnitStatus.NEEDS_REVIEW and self.previous
        return "needs translation" if is_stale else str(self.status)


def units(tracked: Tracked, only_stale: bool = False) -> list[Unit]:
    """Return the units of a page in the order of the source: all, or those whose translation is to be made (anew).

    What is current and says the same in every language (code, link targets, rules, bare numbers) is not exported.
    """
    segments = sorted(tracked.segments, key=lambda segment: not segment.field)  # the front matter stands on top
    wanted = (segment for segment in segments if segment.state in STALE or not only_stale)
    return [_unit(tracked, segment, segment.source) for segment in wanted if segment.source and not _is_done(segment)]


def context_of(tracked: Tracked, segment: Segment) -> str:
    """Return the context of a segment: the page's path and the segment's id, such as ``glossary/csto.md#p-1f2e3d``."""
    return f"{tracked.page.path}#{segment.id}"


def parse_context(context: str) -> tuple[str, str] | None:
    """Return the path and the block's id of a context, or None where it is none of ours."""
    match = _CONTEXT.fullmatch(context)
    return (match["path"], match["id"]) if match else None


def tracked_or_new(tracker: Tracker, language: str, path: str) -> Tracked | None:
    """Return a translation beside its source, an empty one where there is none yet; None where that cannot be.

    It cannot where there is no source, or where the translation is there and cannot be read.
    """
    library = tracker.library
    source = library.origin(path)
    if source is None or language not in library.settings.translations:
        return None
    if library.exists(language, path):
        return tracker.track(language, path)
    page = replace(parse_page("", language, path, source.syntax)[0], written=library.file_of(language, path))
    record = library.record(language, path)
    return Tracked(page, source, record, align(source.blocks, [], record), tracker.source_ids(path))


def in_xml(unit: Unit) -> bool:
    """Whether XML can carry a unit ("Extensible Markup Language 1.0", production 2, Char)."""
    return not any(map(_NOT_IN_XML.search, (unit.source, unit.target, unit.note, unit.previous)))


def not_in_xml(unit: Unit) -> Problem:
    """Return the problem with a unit that is not :func:`in_xml`."""
    message = f"“{unit.id}” has a control character and is not exported. Take it out of the block or its translation."
    return Problem(unit.file, unit.line, Code.EXCHANGE_CHARACTER, message)


def unix(text: str) -> str:
    """Return a text with LF at the ends of its lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_done(segment: Segment) -> bool:
    block = segment.source
    if block is None or is_invisible(block.text):
        return True
    same_everywhere = block.kind in _SAYS_THE_SAME_EVERYWHERE or not _LETTER.search(block.text)
    return segment.state is State.CURRENT and same_everywhere


def _unit(tracked: Tracked, segment: Segment, source: Block) -> Unit:
    entry, target = segment.entry, unix(segment.target.text) if segment.target else ""
    notes = (_NOTES.get(segment.state, ""), entry.note if entry else "", mark(tracked.page.language, target))
    return Unit(
        id=context_of(tracked, segment),
        source=unix(source.text),
        target=target,
        status=STATUS[segment.state],
        file=tracked.source.file,
        line=source.line,
        note="\n".join(filter(None, notes)),
        previous=entry.source if entry and segment.state is State.CHANGED else "",
        confirmed=entry.since if entry else "",
    )
