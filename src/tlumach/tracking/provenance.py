"""What the records say of a translation's paragraphs: who confirmed which, and which nobody has confirmed as they stand."""

from collections.abc import Iterable

from tlumach.alignment.freshness import State
from tlumach.blocks import ELEMENTS, BlockKind
from tlumach.library.provenance import NOTHING, Kind, Provenance, Readers
from tlumach.records import Entry
from tlumach.records.confirmer import is_machine
from tlumach.tracking.segments import Segment
from tlumach.tracking.tracker import Tracked

_READ = (State.CURRENT, State.MOVED)


def provenance_of(tracked: Tracked | None) -> Provenance:
    """Return what is recorded of a translation's paragraphs; nothing of a page that is none.

    What says the same in every language, and what has no translation, can have no reader. A paragraph is read as long as it
    and its source say what they said then: where either has changed, nobody has read the two together.
    """
    if tracked is None or tracked.page.is_made:
        return NOTHING
    shown = [segment for segment in tracked.segments if not segment.field and _is_shown(segment)]
    read = [segment.entry for segment in shown if segment.state in _READ and segment.entry]
    unread = [segment for segment in shown if segment.state not in (*_READ, State.MISSING)]
    first = next((each.id for each in unread if each.target and each.target.kind is not BlockKind.FOOTNOTE), "")
    groups = ((kind, [entry for entry in read if kind_of(entry) is kind]) for kind in Kind)
    readers = (_readers(kind, entries) for kind, entries in groups if entries)
    was_read = any(segment.entry and segment.entry.confirmed for segment in unread)
    return Provenance(tuple(readers), tuple(segment.id for segment in unread), first, was_read)


def kind_of(entry: Entry) -> Kind:
    """Return who confirmed an entry, as far as it is recorded."""
    if not entry.by:
        return Kind.UNRECORDED
    return Kind.MACHINE if is_machine(entry.by) else Kind.PERSON


def _is_shown(segment: Segment) -> bool:
    block = segment.target
    return block is not None and (block.kind in ELEMENTS or block.kind is BlockKind.FOOTNOTE)


def _readers(kind: Kind, entries: Iterable[Entry]) -> Readers:
    latest = sorted(entries, key=lambda entry: entry.since, reverse=True)
    names = dict.fromkeys(entry.by for entry in latest if entry.by)
    return Readers(kind, tuple(names), latest[0].since, len(latest))
