"""Which file a person meant by a link that leads nowhere: one of the same kind, with the nearest name, in the nearest folder."""

import posixpath
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches

from tlumach.library.library import Library
from tlumach.library.pages import Page

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"})
_LIKE = 0.6  # how alike two names are, from 0 to 1, before one is taken for a slip in the other
_PAGE = ".md"


def nearest_file(target: str, path: str, page: Page, library: Library) -> str:
    """Return the path of the file that was meant, from the folder of the page's language; empty where none is near.

    ``target`` is the link as written, ``path`` what it leads to.
    """
    path = path.lstrip("/")
    ending = posixpath.splitext(path)[1].casefold()
    if ending in (_PAGE, "", ".html"):
        known = [other.path for other in library.in_language(page.language)]
        path = _as_page(path, is_folder=target.endswith("/"), known=known)
    else:
        kind = _PICTURES if ending in _PICTURES else {ending}
        known = [file for file in _files(page.language, library) if posixpath.splitext(file)[1].casefold() in kind]
    return path if path in known else nearest(path, known)


def nearest(path: str, known: Iterable[str]) -> str:
    """Return the path with the most similar name (capitals and ending aside), of several that in the most similar folder."""
    by_name: dict[str, list[str]] = {}
    for each in known:
        by_name.setdefault(_name(each), []).append(each)
    close = get_close_matches(_name(path), by_name, n=3, cutoff=_LIKE)
    candidates = [each for name in close for each in by_name[name]]
    return max(sorted(candidates), key=lambda each: _likeness(path, each), default="")


def _as_page(path: str, is_folder: bool, known: Collection[str]) -> str:
    """Return the page that an address as a browser has it leads to: `about/`, `about.html` or `about`."""
    stem = posixpath.splitext(path)[0]
    index = posixpath.join(path, f"index{_PAGE}")
    return index if index in known and (is_folder or f"{stem}{_PAGE}" not in known) else f"{stem}{_PAGE}"


def _files(language: str, library: Library) -> Iterator[str]:
    """Yield all other files as links of a language reach them: its own, the source's, which stand in for them, and shared ones."""
    for file in library.other_files:
        folder, _, rest = file.partition("/")
        yield rest if rest and folder in (language, library.settings.source) else f"../{file}"


def _name(path: str) -> str:
    """Return what tells a file from its neighbours: its name; of an index, also its folder's."""
    stem = posixpath.splitext(path)[0]
    name = posixpath.basename(stem)
    return (f"{posixpath.basename(posixpath.dirname(stem))}/{name}" if name == "index" else name).casefold()


def _likeness(one: str, other: str) -> float:
    names = SequenceMatcher(None, _name(one), _name(other)).ratio()
    folders = SequenceMatcher(None, posixpath.dirname(one), posixpath.dirname(other)).ratio()
    ending = posixpath.splitext(one)[1] == posixpath.splitext(other)[1]
    return 2 * names + folders + ending / 10
