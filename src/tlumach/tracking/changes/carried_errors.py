"""Which paragraphs of a translation still say what was corrected in the source."""

from collections.abc import Mapping

from tlumach.alignment.freshness import State
from tlumach.library import Library
from tlumach.library.changes import Change, ChangeOf
from tlumach.tracking.tracker import Tracked


def carried_errors(tracked: Tracked, library: Library) -> Mapping[str, Change]:
    """Return the last correction of each paragraph, by its id, that its translation does not have: it is of the text before.

    It has it as soon as somebody confirms the translation beside the source as it is now.
    """
    corrections = {
        change.block: change
        for kept in library.changes.values()
        for change in sorted(kept.changes, key=lambda each: each.date)
        if change.kind is ChangeOf.CORRECTION and change.path == tracked.page.path
    }
    stale = (segment for segment in tracked.segments if segment.state is State.CHANGED) if corrections else ()
    return {
        segment.id: change
        for segment in stale
        if (change := corrections.get(segment.id)) and (segment.entry is None or segment.entry.since <= change.date)
    }
