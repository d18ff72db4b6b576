"""Whether links lead somewhere: to a page, a file, an anchor that is there."""

import difflib
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator

from tlumach.blocks.links import Link
from tlumach.library import Library, Paths
from tlumach.library.nearest import nearest, nearest_file
from tlumach.library.pages import GLOSSARY, Page
from tlumach.problems import Code, Problem
from tlumach.rendering.generated import made_anchors
from tlumach.tracking import Tracker

_WRITTEN_IDS = re.compile(r"""\b(?:id|name)\s*=\s*["']?(?P<html>[^"'\s>]+)|\{[^{}\n]*?#(?P<list>[^\s{}]+)""")
_NUMBERED = re.compile(r"_\d+")
"""What MkDocs calls a heading of which no letter is a Latin one."""


def check_links(tracker: Tracker, paths: Paths = None) -> Iterator[Problem]:
    """A relative link leads to a page or file of the same language, and its anchor to a block of that page.

    A link under `glossary/` that leads nowhere is an unknown term. In pages that MkDocs makes, an address from the root of the
    site is MkDocs' to judge.
    """
    is_guest = tracker.library.settings.pages == "mkdocs"
    for page in tracker.library.under(paths):
        for link in page.links:
            if not link.is_external and not (is_guest and link.target.startswith("/")):
                yield from _problems_of(link, page, tracker)


def _problems_of(link: Link, page: Page, tracker: Tracker) -> Iterator[Problem]:
    path, library = page.target(link), tracker.library
    target = library.page(page.language, path) or library.page(library.settings.fallback, path)
    if target:
        if link.anchor and not _is_there(link.anchor, known := _anchors(target, tracker), library):
            message = (
                f"`{link.target}`: {target.file} has no anchor `#{link.anchor}`.{_nearest_anchor(link.anchor, known)}"
            )
            yield _problem(page, link, Code.BROKEN_ANCHOR, message)
    elif not (library.exists(page.language, path) or _is_file(path, page, library)):
        yield _missing(link, path, page, library)


def _is_there(anchor: str, known: set[str], library: Library) -> bool:
    """Whether an anchor is known; of those that MkDocs numbers, which one is meant is not asked."""
    is_numbered = library.settings.pages == "mkdocs" and _NUMBERED.search(anchor)
    return anchor in known or bool(is_numbered and _NUMBERED.sub("", anchor) in {"", *known})


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
    ours = {*tracker.ids(page), *made_anchors(page)}
    return ours if tracker.library.settings.pages == "tlumach" else ours | set(_of_mkdocs(page))


def _of_mkdocs(page: Page) -> Iterator[str]:
    """Yield the anchors that a page has where MkDocs makes it: headings by their words, as its usual functions have them."""
    for heading in page.headings:
        words = re.sub(r"[^\w\s-]", "", heading.text).strip()
        latin = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
        yield heading.id
        for each in (words, latin):
            yield from (re.sub(r"[-\s]+", "-", each.strip()), re.sub(r"[-\s]+", "-", each.strip().lower()))
    for match in _WRITTEN_IDS.finditer(page.body):
        yield match["html"] or match["list"]


def _nearest_anchor(wanted: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(wanted, sorted(known), n=1, cutoff=0.6)
    return f" Did you mean `#{close[0]}`?" if close else ""


def _problem(page: Page, link: Link, code: Code, message: str) -> Problem:
    return Problem(page.file, link.line, code, message)
