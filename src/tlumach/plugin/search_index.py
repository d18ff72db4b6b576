"""Puts the search index into the built site, once: it holds every language."""

from pathlib import Path

from tlumach.languages.lemmas import Lemmatizer
from tlumach.output.hard_links import put
from tlumach.search.index.cached_parts import joined_parts, learn_words, make_own_parts, shared_by_pages
from tlumach.search.index.writer import FOLDER, write_index
from tlumach.search.stemming.keys import Keys
from tlumach.tasks.tasks import TaskRunner
from tlumach.tracking import Tracker


def write_search(tracker: Tracker, site: Path, runner: TaskRunner) -> None:
    """Write the files of the search index under ``site``; of a part of the work, nothing. Raises OSError where the disk refuses."""
    keys = Keys(Lemmatizer())
    shared = shared_by_pages(tracker, keys, runner)
    if not runner.part.is_whole:
        make_own_parts(tracker, shared, runner)
        return
    whole = joined_parts(tracker, shared, runner)
    learn_words(whole, keys, runner, tracker.library.settings)
    for name, content in write_index(whole, shared, tracker.library.settings, keys).items():
        put(site, f"{FOLDER}/{name}", content)
