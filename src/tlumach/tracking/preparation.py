"""Languages in preparation: those of which less is current than a project wants to offer."""

import json
from collections.abc import Mapping

from tlumach.alignment.freshness import State
from tlumach.library import Library
from tlumach.tasks.tasks import Task, TaskRunner
from tlumach.tracking.changes.page import with_change_pages
from tlumach.tracking.status import report
from tlumach.tracking.tracker import Tracker, tracker_of, tracker_of_path

Counts = Mapping[str, tuple[int, int]]
"""By language how many words of the source are current, and how many should be."""


def tracker_of_offered(library: Library, runner: TaskRunner) -> Tracker:
    """Return a tracker for all that readers get: its library knows which languages are reachable and not offered, and what changed."""
    library = with_change_pages(library)
    return tracker_of(library, runner).hiding(in_preparation(library, runner))


def in_preparation(library: Library, runner: TaskRunner) -> Mapping[str, int]:
    """Return the languages of which less than the set share is current, each with its share in percent, rounded down.

    Words of the source are counted, on all pages, translated or not. Where no share is set, none is in preparation.
    """
    wanted = library.settings.in_preparation
    shares = _shares(library, runner) if wanted else {}
    return {language: share for language, share in shares.items() if share < wanted}


def _shares(library: Library, runner: TaskRunner) -> Mapping[str, int]:
    kind = Task[str](
        "current words",
        lambda path: (path, library.around(path)),
        lambda path: json.dumps(_counts(library, path)).encode(),
        is_small=True,
    )
    found: list[Counts] = runner.made(kind, library.paths, lambda path, made: json.loads(made))
    return {
        language: _percent(*(sum(counts[language][side] for counts in found if language in counts) for side in (0, 1)))
        for language in library.settings.translations
    }


def _counts(library: Library, path: str) -> Counts:
    """Count the words of a page's translations; one whose source is gone has none that should be there."""
    source = library.settings.source
    tracker = tracker_of_path(library, path)
    reports = [
        report(tracker, language, path) for language in library.settings.translations if library.exists(source, path)
    ]
    words = {each.language: each.counts.words for each in reports}
    return {
        language: (of[State.CURRENT], sum(count for state, count in of.items() if state is not State.ORPHANED))
        for language, of in words.items()
    }


def _percent(current: int, whole: int) -> int:
    return 100 * current // whole if whole else 100
