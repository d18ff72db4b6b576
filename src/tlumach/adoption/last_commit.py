"""Without a stamp: the last commit that touched a translation and its source together, taken for the one that made them agree."""

from pathlib import Path

from tlumach.adoption.git_history import GitHistory
from tlumach.adoption.sources import Stamped
from tlumach.library import Library
from tlumach.library.pages import Page, decode, parse_page
from tlumach.library.structure import Place

_MOVED = "R100"


def as_of_last_commit(library: Library, history: GitHistory, root: Path, place: Place) -> Stamped | None:
    """Return both sides as that commit left them; None where no commit touched both, but for moving the files."""
    page, source = library.pages[place], library.origin(place[1])
    names = [history.name(root / each.file) for each in (source, page) if each]
    if len(names) < 2 or names[0] is None or names[1] is None:
        return None
    of_source = {commit.id: change for commit, change in history.changes(names[0])}
    for commit, change in history.changes(names[1]):
        other = of_source.get(commit.id)
        if other and "D" not in (change.status, other.status) and not change.status == other.status == _MOVED:
            sides = [
                _page(library, page.path, language, blob, history)
                for language, blob in ((library.settings.source, other.blob), (page.language, change.blob))
            ]
            return Stamped(sides[1], sides[0], commit.day) if sides[0] and sides[1] else None
    return None


def _page(library: Library, path: str, language: str, blob: str, history: GitHistory) -> Page | None:
    content = next((content for _, content in history.blobs([blob])), b"")
    text, _ = decode(content, path)
    return None if text is None else parse_page(text, language, path, library.settings.markdown.syntax)[0]
