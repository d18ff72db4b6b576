"""Puts the search index into the built site, once: it holds every language."""

import hashlib
from pathlib import Path

from tlumach.languages.lemmas import Lemmatizer
from tlumach.library import Library
from tlumach.output.hard_links import put
from tlumach.plugin.frame.search_words import search_words
from tlumach.search.index.cached_parts import joined_parts, learn_words, make_own_parts, shared_by_pages
from tlumach.search.index.writer import FOLDER, write_index
from tlumach.search.stemming.keys import Keys
from tlumach.tasks.placed import Placed, Told
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
        _place(site, f"{FOLDER}/{name}", content, runner.placed)


def write_search_words(library: Library, site: Path, placed: Placed) -> None:
    """Write what the search says, a file for each language. Raises OSError where the disk refuses."""
    for language in library.settings.languages:
        _place(site, *search_words(library.settings.say(language)), placed)


def _place(site: Path, name: str, content: bytes, placed: Placed) -> None:
    """Put a file there; where it stands already, as the digest of what it is tells, it is taken over unread."""
    key = f"{name} of {hashlib.blake2b(content, digest_size=20).hexdigest()}"
    if not placed.take_over(key, site):
        put(site, name, content)
        placed.note(key, site, Told([name], None))
