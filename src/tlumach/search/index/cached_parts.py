"""A part of the index as bytes, and back: so that pages that have not changed are not read again.

What a site's index is made of, taken from the cache as far as it was made before: words counted, keys, parts of pages.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tlumach.languages.own_language import NOT_CHECKED
from tlumach.search.index.common import sample
from tlumach.search.index.filing import words_filed
from tlumach.search.index.names import words_of_names
from tlumach.search.index.page_rows import part_of
from tlumach.search.index.parts import Filed, IndexPart, join_parts
from tlumach.search.index.runs import Runs
from tlumach.search.index.shared import Shared, count_words, share
from tlumach.search.index.shared_bytes import shared_from_bytes, shared_to_bytes
from tlumach.search.index.writer import in_order
from tlumach.search.stemming.keys import Keys, learn
from tlumach.settings import Settings
from tlumach.tasks.tasks import Task, TaskRunner, groups, joined, things
from tlumach.terms.glossary import terms_in
from tlumach.tracking import Tracker


def told(shared: Shared) -> str:
    """Return what tells what pages share from other such: a digest, the same in every process."""
    return hashlib.sha256(shared_to_bytes(shared)).hexdigest()


def to_bytes(part: IndexPart) -> bytes:
    """Write a part."""
    words = {
        language: (
            _lists(filed.titles),
            _lists(filed.rows),
            sorted(filed.names),
            sorted(filed.capitals),
            sorted(filed.odd),
        )
        for language, filed in part.words.items()
    }
    about = _lists(part.about_titles), _lists(part.about_rows)
    values = part.terms, part.aside, part.rows, part.pieces, part.sizes, words, part.pages, dict(part.texts), *about
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(content: bytes) -> IndexPart:
    """Read a part that :func:`to_bytes` wrote."""
    terms, aside, rows, pieces, sizes, words, pages, texts, about_titles, about_rows = json.loads(content)
    return IndexPart(
        terms=terms,
        aside=aside,
        rows=tuple(rows),
        pieces=tuple(pieces),
        sizes=tuple(sizes),
        words={language: _filed(*values) for language, values in words.items()},
        pages=tuple(pages),
        texts={language: tuple(some) for language, some in texts.items()},
        about_titles=_runs(about_titles),
        about_rows=_runs(about_rows),
    )


def _filed(titles: Any, rows: Any, *sets: list[str]) -> Filed:
    return Filed(_runs(titles), _runs(rows), *map(frozenset, sets))


def _lists(runs: Runs) -> list[list[Any]]:
    """Write runs as four lists: of the names, of the first and the last numbers, of the steps, which are read faster than one for each."""
    return [[*runs], *map(list, zip(*runs.values(), strict=True))]


def _runs(lists: list[list[Any]]) -> Runs:
    names, *values = lists
    return dict(zip(names, zip(*values, strict=True), strict=True)) if names else {}


FEWEST = 4
"""Pages whose part is kept, at least: so many are read again when one of them has changed. So many parts are joined in turn."""


def shared_by_pages(tracker: Tracker, keys: Keys, runner: TaskRunner) -> Shared:
    """Return what the pages of a site share, as :func:`tlumach.search.index.shared.read_shared`."""
    library = tracker.library
    kind = Task[str](
        "search, shared",
        lambda _: (
            library.around_glossary,
            library.settings.told(without=NOT_CHECKED),
            [(path, library.around(path)) for path in sample(library.paths)],
        ),
        lambda _: shared_to_bytes(_shared(tracker, keys, runner)),
    )
    (made,) = things(replace(runner, processes=1), kind, [""])
    return shared_from_bytes(made)


def _shared(tracker: Tracker, keys: Keys, runner: TaskRunner) -> Shared:
    library = tracker.library
    kind = Task[str](
        "search, words counted",
        lambda path: (path, library.around(path), library.settings.told(without=NOT_CHECKED)),
        lambda path: json.dumps(count_words(path, tracker), ensure_ascii=False).encode(),
    )
    here = replace(
        runner, processes=1
    )  # what is parsed for this is parsed for the parts too: they find it in their copies
    counts = map(json.loads, things(here, kind, sample(library.paths)))
    words = {each: words_of_names(terms_in(library, each), each) for each in library.settings.languages}
    learn(keys, words, "search, keys of names", runner)
    return share(library, counts, keys)


def make_own_parts(tracker: Tracker, shared: Shared, runner: TaskRunner) -> None:
    """Make the parts of this share of the pages, to be kept."""
    pages = _pages(tracker)
    runner.made(_parts(tracker, shared, pages), runner.own([*pages]), lambda first, made: None)


def joined_parts(tracker: Tracker, shared: Shared, runner: TaskRunner) -> IndexPart:
    """Return the parts of all pages, joined."""
    pages = _pages(tracker)
    some = joined(runner, _parts(tracker, shared, pages), pages, FEWEST, lambda parts: to_bytes(_joined(parts)))
    return _joined(some)


def learn_words(site: IndexPart, keys: Keys, runner: TaskRunner, settings: Settings) -> None:
    """Let ``keys`` know all words that are filed, where ``site`` is all parts joined."""
    learn(
        keys, {settings.known(each): words_filed(filed) for each, filed in site.words.items()}, "search, keys", runner
    )


def _joined(parts: list[bytes]) -> IndexPart:
    return join_parts([*map(from_bytes, parts)])


def _pages(tracker: Tracker) -> dict[str, list[str]]:
    """Return the pages of each part, by the first of them."""
    return {group[0]: group for group in groups(in_order(tracker.library), FEWEST)}


def _parts(tracker: Tracker, shared: Shared, pages: Mapping[str, list[str]]) -> Task[str]:
    """Return the kind of thing that the part of some pages is, which is called by the first of them."""
    library = tracker.library
    shared_by_all = told(shared), library.settings.told(without=NOT_CHECKED)
    return Task(
        "search",
        lambda first: (shared_by_all, [(path, library.around(path)) for path in pages[first]]),
        lambda first: to_bytes(part_of(pages[first], tracker, shared)),
    )
