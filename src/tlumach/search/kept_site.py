"""What a site's index is made of, taken from the cache as far as it was made before: words counted, keys, parts of pages."""

import json
from dataclasses import replace

from tlumach.glossary import terms_in
from tlumach.joining import joined, things
from tlumach.search.common import sample
from tlumach.search.filing import words_filed
from tlumach.search.index import in_order
from tlumach.search.kept_keys import learn
from tlumach.search.kept_parts import from_bytes, to_bytes, told
from tlumach.search.keys import Keys
from tlumach.search.names import words_of_names
from tlumach.search.page_rows import Shared, count_words, page_part, share
from tlumach.search.parts import Part, join_parts
from tlumach.tracking import Tracker
from tlumach.works import Kind, Works

FEWEST = 32
"""Pages whose parts are kept joined, at least: so many are read again when one of them has changed."""


def shared_by_pages(tracker: Tracker, keys: Keys, works: Works) -> Shared:
    """Return what the pages of a site share, as :func:`tlumach.search.page_rows.read_shared`."""
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
    works.made(_parts(tracker, shared), works.own(in_order(tracker.library)), lambda path, made: None)


def joined_parts(tracker: Tracker, shared: Shared, works: Works) -> Part:
    """Return the parts of all pages, joined."""
    pages = in_order(tracker.library)
    some = joined(works, _parts(tracker, shared), pages, FEWEST, lambda parts: to_bytes(_joined(parts)))
    return _joined(some)


def learn_words(site: Part, keys: Keys, works: Works) -> None:
    """Let ``keys`` know all words that are filed, where ``site`` is all parts joined."""
    learn(keys, {language: words_filed(filed) for language, filed in site.words.items()}, "search, keys", works)


def _joined(parts: list[bytes]) -> Part:
    return join_parts([*map(from_bytes, parts)])


def _parts(tracker: Tracker, shared: Shared) -> Kind[str]:
    """Return the kind of thing that a page's part is."""
    shared_by_all, library = told(shared), tracker.library
    return Kind(
        "search",
        lambda path: (path, shared_by_all, library.around(path)),
        lambda path: to_bytes(page_part(path, tracker, shared)),
    )
