"""Which entry of the glossary defines a term to readers, where its own definition is stale."""

from tlumach.alignment.passages import Shown
from tlumach.library.pages import Page
from tlumach.terms.glossary import definition_at
from tlumach.tracking.tracker import Tracker


def definition_shown(tracker: Tracker, entry: Page) -> Shown:
    """Return what readers get of a term's definition, by the project's `stale`."""
    tracked = tracker.track(entry.language, entry.path) if entry.is_term else None
    at = definition_at(entry)
    return Shown.MARK if tracked is None or at is None else tracker.shown(tracked, tracked.pair_of(at))


def defining(tracker: Tracker, entry: Page) -> Page:
    """Return the page that defines a term where two texts have no room: the source's where `stale` puts the original first, or alone."""
    source = tracker.library.source_of(entry)
    return source if source and definition_shown(tracker, entry) is not Shown.MARK else entry
