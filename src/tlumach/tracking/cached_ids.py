"""The ids of all blocks, known without splitting or comparing the pages of which nothing has changed."""

import json

from tlumach.library import Library
from tlumach.tasks.tasks import Kind, Works
from tlumach.tracking.tracker import IdsOfPages, Tracker


def ids_of_all(library: Library, works: Works) -> IdsOfPages:
    """Return the id of each block of every page, by language and path."""
    kind = Kind[str]("ids", lambda path: (path, library.around(path)), lambda path: _made(library, path), is_small=True)
    found = works.made(kind, library.paths, lambda path, made: json.loads(made))
    return {
        (language, path): ids for path, of in zip(library.paths, found, strict=True) for language, ids in of.items()
    }


def _made(library: Library, path: str) -> bytes:
    tracker = Tracker(library)
    pages = (library.pages[language, path] for language in library.languages_of(path))
    return json.dumps({page.language: tracker.ids(page) for page in pages}, ensure_ascii=False).encode()
