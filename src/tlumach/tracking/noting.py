"""Putting a note, or an entry, into a record without confirming anything: all other entries stay as they are."""

from dataclasses import replace

from tlumach.blocks.headings import unique
from tlumach.records import FIELD, Entry, Record
from tlumach.tracking.segments import Segment
from tlumach.tracking.tracker import Tracked


def with_note(tracked: Tracked, at: int, note: str) -> Record:
    """Return the record with another note on a segment (its index), which must have a translation.

    One that has no entry gets an entry which says that nobody has confirmed it (``fuzzy``).
    """
    segment, record = tracked.segments[at], tracked.record or Record()
    if segment.entry is None:
        return with_entry(tracked, at, replace(entry_of(segment), confirmed=False, note=note))
    fresh = replace(segment.entry, note=note)
    if segment.field:
        return replace(record, fields=tuple(fresh if each is segment.entry else each for each in record.fields))
    return replace(record, entries=tuple(fresh if each is segment.entry else each for each in record.entries))


def with_entry(tracked: Tracked, at: int, entry: Entry) -> Record:
    """Return the record with an entry for a segment (its index) that has none: after that of what stands before it."""
    record = tracked.record or Record()
    if entry.id.startswith(FIELD):
        return replace(record, fields=(*record.fields, entry))
    before = (pair.entry for pair in reversed(tracked.alignment.pairs[:at]))
    place = next((was + 1 for was in before if was is not None), 0)
    taken = {entry.id: 1}
    others = [replace(each, id=unique(each.id, taken)) for each in record.entries]
    return replace(record, entries=(*others[:place], entry, *others[place:]))


def entry_of(segment: Segment) -> Entry:
    """Return an entry of a segment as it stands now, with the line ends of a record, whatever those of the checkout."""
    source, target = segment.source, segment.target
    return Entry(
        id=segment.id,
        source=unix(source.text) if source else "",
        translation=unix(target.text) if target else "",
        line=source.line if source else 0,
    )


def unix(text: str) -> str:
    """Return a text with the line ends of a record, whatever those of the checkout."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
