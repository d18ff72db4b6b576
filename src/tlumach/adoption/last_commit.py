"""Without a stamp: the last commit that touched a translation and its source together, taken for the one that made them agree."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tlumach.adoption.git_history import GitHistory
from tlumach.adoption.sources import Stamped
from tlumach.library import Library
from tlumach.library.pages import Page, decode, parse_page
from tlumach.library.structure import Place

_MOVED = "R100"


class _Sides(NamedTuple):
    """A translation as such a commit left it: its place, the day, and the blobs of source and translation."""

    place: Place
    day: str
    source: str
    translation: str


def as_of_last_commit(library: Library, history: GitHistory, root: Path, places: Iterable[Place]) -> Iterator[Stamped]:
    """Yield both sides of translations as that commit left them; of those that no commit touched with their source, nothing."""
    found = [sides for place in places if (sides := _last_of_both(library, history, root, place))]
    contents = history.blobs([blob for sides in found for blob in (sides.source, sides.translation)])
    for sides in found:
        language, path = sides.place
        source = _page(library, path, library.settings.source, next(contents))
        translation = _page(library, path, language, next(contents))
        if source and translation:
            yield Stamped(translation, source, sides.day)


def _last_of_both(library: Library, history: GitHistory, root: Path, place: Place) -> _Sides | None:
    """Return what the last commit left that touched both and did more than move the files."""
    names = [
        history.name(root / library.file_of(language, place[1])) for language in (library.settings.source, place[0])
    ]
    of_source = {commit.id: change for commit, change in history.changes(names[0])} if names[0] else {}
    for commit, change in history.changes(names[1]) if names[1] else ():
        other = of_source.get(commit.id)
        if other and "D" not in (change.status, other.status) and not change.status == other.status == _MOVED:
            return _Sides(place, commit.day, other.blob, change.blob)
    return None


def _page(library: Library, path: str, language: str, content: bytes | None) -> Page | None:
    text = None if content is None else decode(content, path)[0]
    return None if text is None else parse_page(text, language, path, library.settings.markdown.syntax)[0]
