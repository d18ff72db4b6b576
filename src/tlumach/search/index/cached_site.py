"""What a site's index is made of, taken from the cache as far as it was made before: words counted, keys, parts of pages."""

import json
from collections.abc import Mapping
from dataclasses import replace

from tlumach.search.index.cached_parts import from_bytes, to_bytes, told
from tlumach.search.index.common import sample
from tlumach.search.index.filing import words_filed
from tlumach.search.index.names import words_of_names
from tlumach.search.index.page_rows import part_of
from tlumach.search.index.parts import Part, join_parts
from tlumach.search.index.shared import Shared, count_words, share
from tlumach.search.index.writer import in_order
from tlumach.search.stemming.cached_keys import learn
from tlumach.search.stemming.keys import Keys
from tlumach.tasks.merge_tree import groups, joined, things
from tlumach.tasks.tasks import Kind, Works
from tlumach.terms.glossary import terms_in
from tlumach.tracking import Tracker

FEWEST = 4
"""Pages whose part is kept, at least: so many are read again when one of them has changed. So many parts are joined in turn."""


def shared_by_pages(tracker: Tracker, keys: Keys, works: Works) -> Shared:
    """Return what the pages of a site share, as :func:`tlumach.search.index.shared.read_shared`."""
    library = tracker.library
    kind = Kind[str](
        "search, words counted",
        lambda path: (path, library.around(path)),
        lambda path: json.dumps(count_words(path, tracker), ensure_ascii=False).encode(),
    )
    here = replace(
        works, processes=1
    )  # what is parsed for this is parsed for the parts too: they find it in their copies
    counts = map(json.loads, things(here, kind, sample(library.paths)))
    words = {each: words_of_names(terms_in(library, each), each) for each in library.settings.languages}
    learn(keys, words, "search, keys of names", works)
    return share(library, counts, keys)


def make_own_parts(tracker: Tracker, shared: Shared, works: Works) -> None:
    """Make the parts of this share of the pages, to be kept."""
    pages = _pages(tracker)
    works.made(_parts(tracker, shared, pages), works.own([*pages]), lambda first, made: None)


def joined_parts(tracker: Tracker, shared: Shared, works: Works) -> Part:
    """Return the parts of all pages, joined."""
    pages = _pages(tracker)
    some = joined(works, _parts(tracker, shared, pages), pages, FEWEST, lambda parts: to_bytes(_joined(parts)))
    return _joined(some)


def learn_words(site: Part, keys: Keys, works: Works) -> None:
    """Let ``keys`` know all words that are filed, where ``site`` is all parts joined."""
    learn(keys, {language: words_filed(filed) for language, filed in site.words.items()}, "search, keys", works)


def _joined(parts: list[bytes]) -> Part:
    return join_parts([*map(from_bytes, parts)])


def _pages(tracker: Tracker) -> dict[str, list[str]]:
    """Return the pages of each part, by the first of them."""
    return {group[0]: group for group in groups(in_order(tracker.library), FEWEST)}


def _parts(tracker: Tracker, shared: Shared, pages: Mapping[str, list[str]]) -> Kind[str]:
    """Return the kind of thing that the part of some pages is, which is called by the first of them."""
    shared_by_all, library = told(shared), tracker.library
    return Kind(
        "search",
        lambda first: (shared_by_all, [(path, library.around(path)) for path in pages[first]]),
        lambda first: to_bytes(part_of(pages[first], tracker, shared)),
    )
