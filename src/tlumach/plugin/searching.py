"""Put the search index into the built site, once: it holds every language."""

from pathlib import Path

from tlumach.search.index import FOLDER, in_order, write_index
from tlumach.search.kept_parts import from_bytes, to_bytes, told
from tlumach.search.keys import Keys
from tlumach.search.page_rows import page_part, read_shared
from tlumach.search.parts import Part, join_parts
from tlumach.tracking import Tracker
from tlumach.words import Lemmatizer
from tlumach.works import Kind, Works


def write_search(tracker: Tracker, site: Path, works: Works) -> None:
    """Write the files of the search index under ``site``; of a part of the work, nothing. Raises OSError where the disk refuses."""
    keys = Keys(Lemmatizer())
    shared = read_shared(tracker, keys)
    shared_by_all, library = told(shared), tracker.library
    kind = Kind[str](
        "search",
        lambda path: (path, shared_by_all, library.around(path)),
        lambda path: to_bytes(page_part(path, tracker, shared)),
    )
    parts: list[Part] = works.made(kind, works.own(in_order(library)), lambda path, made: from_bytes(made))
    if works.part.is_whole:
        for name, content in write_index(join_parts(parts), shared, library.settings, keys).items():
            file = site / FOLDER / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
