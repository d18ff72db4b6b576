"""Whether links lead somewhere: to a page, a file, an anchor that is there."""

import difflib
import posixpath
from collections.abc import Iterable, Iterator

from tlumach.blocks.links import Link
from tlumach.library import Library, Paths
from tlumach.library.nearest import nearest, nearest_file
from tlumach.library.pages import GLOSSARY, Page
from tlumach.problems import Code, Problem
from tlumach.rendering.generated import made_anchors
from tlumach.tracking import Tracker


def check_links(tracker: Tracker, paths: Paths = None) -> Iterator[Problem]:
    """A relative link leads to a page or file of the same language, and its anchor to a block of that page.

    A link under `glossary/` that leads nowhere is an unknown term.
    """
    for page in tracker.library.under(paths):
        for link in page.links:
            if not link.is_external:
                yield from _problems_of(link, page, tracker)


def _problems_of(link: Link, page: Page, tracker: Tracker) -> Iterator[Problem]:
    path, library = page.target(link), tracker.library
    target = library.page(page.language, path) or library.page(library.settings.fallback, path)
    if target:
        if link.anchor and link.anchor not in (known := _anchors(target, tracker)):
            message = (
                f"`{link.target}`: {target.file} has no anchor `#{link.anchor}`.{_nearest_anchor(link.anchor, known)}"
            )
            yield _problem(page, link, Code.BROKEN_ANCHOR, message)
    elif not (library.exists(page.language, path) or _is_file(path, page, library)):
        yield _missing(link, path, page, library)


def _is_file(path: str, page: Page, library: Library) -> bool:
    """Whether there is such a file, of the page's language or the source's, which stands in for it (`addresses`)."""
    folders = (page.language, library.settings.source)
    return any(posixpath.normpath(f"{folder}/{path}") in library.other_files for folder in folders)


def _missing(link: Link, path: str, page: Page, library: Library) -> Problem:
    file = library.file_of(page.language, path)
    if path.startswith(f"{GLOSSARY}/") and path.endswith(".md"):
        terms = [other.path for other in library.in_language(page.language) if other.is_term]
        hint = _hint(nearest(path, terms), page) or f" Write {file}, in every language."
        return _problem(page, link, Code.UNKNOWN_TERM, f"`{link.target}`: the glossary has no such term.{hint}")
    hint = _hint(nearest_file(link.path, path, page, library), page)
    if link.target.startswith("/"):
        hint = f" Links between pages are relative, and name the .md file.{hint}"
    return _problem(page, link, Code.BROKEN_LINK, f"`{link.target}`: there is no {file}.{hint}")


def _hint(meant: str, page: Page) -> str:
    """Return a hint at a path of the page's language, as a link on the page is written."""
    return f" Did you mean `{posixpath.relpath(meant, posixpath.dirname(page.path) or '.')}`?" if meant else ""


def _anchors(page: Page, tracker: Tracker) -> set[str]:
    return {*tracker.ids(page), *made_anchors(page)}


def _nearest_anchor(wanted: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(wanted, sorted(known), n=1, cutoff=0.6)
    return f" Did you mean `#{close[0]}`?" if close else ""


def _problem(page: Page, link: Link, code: Code, message: str) -> Problem:
    return Problem(page.file, link.line, code, message)
