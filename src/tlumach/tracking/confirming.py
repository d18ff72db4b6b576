"""Confirming: a person says that a translation is right for its source, as both stand now, and the record keeps that.

A pair that nobody has confirmed gets no entry. The record then says only what people said: confirming one block
changes one entry and nothing beside it; and a guess by position, written down, would bind the blocks together and
be taken for memory when better evidence comes.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from tlumach.alignment.freshness import State
from tlumach.blocks.headings import Taken, unique
from tlumach.problems import Code, Problem
from tlumach.records import Entry, Record
from tlumach.records.confirmer import is_machine
from tlumach.tracking.noting import entry_of
from tlumach.tracking.segments import Segment
from tlumach.tracking.source_edits import is_unanswered
from tlumach.tracking.tracker import Tracked

UNANSWERED = (
    "its source says something else now, and the translation is letter for letter that of the old one. See `tlumach "
    "diff`; translate it, or say why it may stay: `tlumach confirm PATH BLOCK --unchanged WHY`."
)


def two_sided(tracked: Tracked) -> list[int]:
    """Return the segments (their indices) that have both a source and a translation: what a page's confirmation is about."""
    segments = enumerate(tracked.segments)
    return [at for at, segment in segments if segment.source is not None and segment.target is not None]


def unsettled(tracked: Tracked, chosen: Iterable[int], by: str = "") -> list[int]:
    """Return those of the chosen segments, in order, whose confirmation says something new.

    ``by``: who says so of what is current, too. That is new where the record has another name or none, but for a machine that
    confirms what a person has.
    """
    return [at for at in sorted(set(chosen)) if not _is_settled(tracked.segments[at], by)]


def refusals(tracked: Tracked, chosen: Iterable[int], unchanged: bool = False) -> list[Problem]:
    """Return why some of the chosen segments cannot be confirmed.

    There is no translation; the source says something else and the translation is what it was; or, where a reason is
    given why it may stay so (``unchanged``), the source has not changed.
    """
    found = (tracked.segments[at] for at in chosen)
    return [problem for segment in found if (problem := _refusal(tracked, segment, unchanged))]


@dataclass(frozen=True)
class Said:
    """What is said in confirming: the day (ISO 8601), who says it (empty: that is not recorded), and a note, if there is one.

    ``is_renewed``: what is current is confirmed anew, by that name (see ``unsettled``).
    """

    date: str
    by: str = ""
    note: str = ""
    is_renewed: bool = False

    @property
    def renewed_by(self) -> str:
        """Who confirms what is current, too; empty where it is left as it is."""
        return self.by if self.is_renewed else ""


def confirm(tracked: Tracked, chosen: Collection[int], said: Said) -> Record:
    """Return the record after the chosen segments were confirmed.

    Entries are in the order of the source. Those of other segments, and of chosen ones that are current anyway, stay
    as they are, so what is changed stays changed; so do entries to which nothing belongs any more, as long as
    anything on the page is not current, since that may have come of them. A chosen block without source becomes the
    translators' own. One without translation is left alone. Where nothing new is said, the record is what it was.
    """
    pairs, segments = tracked.alignment.pairs, tracked.segments
    new = unsettled(tracked, chosen, said.renewed_by)
    fresh = {at: _confirmed(segments[at], said) for at in new if segments[at].target}
    if not fresh:
        return tracked.record or Record()
    entries = [(pair.entry, fresh.get(at) or tracked.entry_of(pair)) for at, pair in enumerate(pairs)]
    kept = [(was, entry) for was, entry in entries if entry]
    if any(pair.state is not State.CURRENT and at not in fresh for at, pair in enumerate(pairs)):
        kept = _with_forgotten(kept, tracked.record)
    if any(pair.state is State.MOVED and at not in fresh for at, pair in enumerate(pairs)):
        kept = _in_old_order(kept)
    blocks = _with_unique_ids(kept, {entry.id: 1 for entry in fresh.values()}, set(fresh.values()))
    fields = (fresh.get(at) or segment.entry for at, segment in enumerate(segments) if segment.field)
    return Record(blocks, tuple(filter(None, fields)))


def dated_note(date: str, reason: str) -> str:
    """Return what a record keeps of the reason why a change of the source needed no new translation: one line."""
    return f"{date}: {' '.join(reason.split())}"


def _is_settled(segment: Segment, by: str) -> bool:
    if segment.state is not State.CURRENT or segment.entry is None:
        return False
    known = segment.entry.by
    return not by or known == by or (is_machine(by) and bool(known) and not is_machine(known))


def _refusal(tracked: Tracked, segment: Segment, unchanged: bool) -> Problem | None:
    if segment.target is None:
        line = segment.source.line if segment.source is not None else 1
        message = f"{segment.id} has no translation to confirm. Translate it in {tracked.page.file} first."
        return Problem(tracked.source.file, line, Code.NOT_TRANSLATED, message)
    if unchanged and segment.state not in (State.CHANGED, State.CURRENT):
        message = f"{segment.id} is {segment.state}: no change of its source is known. Confirm it without --unchanged."
        return Problem(tracked.page.file, segment.target.line, Code.SOURCE_NOT_CHANGED, message)
    if not unchanged and is_unanswered(segment, tracked.source.language):
        message = f"{segment.id}: {UNANSWERED}"
        return Problem(tracked.page.file, segment.target.line, Code.UNCHANGED_TRANSLATION, message)
    return None


def _confirmed(segment: Segment, said: Said) -> Entry:
    was = segment.entry
    note = "\n".join(filter(None, (was.note if was else "", said.note)))
    return replace(entry_of(segment), since=said.date, by=said.by, is_sealed=True, note=note)


Kept = list[tuple[int | None, Entry]]
"""Entries of the new record, each with its index in the old one."""


def _with_forgotten(kept: Kept, record: Record | None) -> Kept:
    """Put the entries to which nothing belongs any more after those that they followed."""
    followers: dict[int | None, Kept] = defaultdict(list)
    known, last = {was for was, _ in kept}, None
    for at, entry in enumerate(record.entries if record else ()):
        if at in known:
            last = at
        else:
            followers[last].append((at, entry))
    followed = (each for was, entry in kept for each in [(was, entry), *(followers[was] if was is not None else [])])
    return [*followers[None], *followed]


def _in_old_order(kept: Kept) -> Kept:
    """Put entries as the record had them, new ones after what they follow now: a move that nobody confirmed stays known."""
    places: list[tuple[int, int]] = []
    last = -1
    for at, (was, _) in enumerate(kept):
        last = last if was is None else was
        places.append((last, at))
    return [kept[at] for _, at in sorted(places)]


def _with_unique_ids(kept: Kept, taken: Taken, fresh: Collection[Entry]) -> tuple[Entry, ...]:
    """Let what is confirmed now have the ids that the page shows; an older entry that has one of these makes way."""
    return tuple(entry if entry in fresh else replace(entry, id=unique(entry.id, taken)) for _, entry in kept)
