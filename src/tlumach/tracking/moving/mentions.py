"""What still names a page by the path that it had: code, absolute addresses, comments; a person says what becomes of it."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple


class Mention(NamedTuple):
    """A line, from 1, and the name that stands there as it is written."""

    line: int
    written: str


def names_of(path: str) -> list[str]:
    """Return what a page or file may be called by: its path and, of a page, its addresses from the root of the site."""
    if not path.endswith(".md"):
        return [path]
    stem = path.removesuffix(".md")
    folder = stem.removesuffix("/index").removesuffix("/README")
    shown = [f"/{folder}/"] if folder else []
    return [path, f"/{stem}.html", *shown]


def mentions(text: str, names: Collection[str]) -> Iterator[Mention]:
    """Yield the names in a text, where they stand by themselves or after `/`, `../` and the like, each line once."""
    relative = [re.escape(name) for name in names if not name.startswith("/")]
    absolute = [re.escape(name[1:]) for name in names if name.startswith("/")]
    starts = [rf"(?:\.{{1,2}}/)*/?(?:{'|'.join(relative)})"] if relative else []
    starts += [rf"/(?:[a-z]{{2,3}}(?:-\w+)?/)?(?:{'|'.join(absolute)})"] if absolute else []
    pattern = re.compile(rf"(?<![\w./-])(?:{'|'.join(starts)})(?![\w-])")
    for number, line in enumerate(text.split("\n") if starts else (), 1):
        if found := pattern.search(line):
            yield Mention(number, found[0])


def in_page(text: str, path: str, names: Collection[str], exists: Callable[[str], bool]) -> Iterator[Mention]:
    """Yield the same of a page, but for what leads from there to something that there is, and for its own former paths."""
    lines = text.split("\n")
    for found in mentions(text, names):
        there = posixpath.normpath(posixpath.join(posixpath.dirname(path), found.written))
        if not exists(there) and lines[found.line - 1].strip().lstrip("- ") != found.written:
            yield found
