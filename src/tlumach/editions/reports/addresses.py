"""Which pages readers are asked to report on, where what is ready for that lies, and which page an address is of."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from tlumach.library import Library
from tlumach.library.pages import Page
from tlumach.library.urls import encoded, relative, site_path
from tlumach.tracking.moving.redirects import redirects

FOLDER = "report"
"""The folder of each language in which the pages with what is ready lie."""
_DASH = re.compile("[\u2010-\u2015]")
"""What some programs make of a hyphen."""
_READY = re.compile(rf"(?:[a-z]{{2,3}}(?:-[A-Za-z0-9]+)*/)?{FOLDER}/")


def has_reports(page: Page, library: Library) -> bool:
    """Whether readers are asked to report on a page: on those of explainers and on the glossary's entries."""
    folder = PurePosixPath(page.path).parent.as_posix()
    first = library.shown_page(library.settings.source, f"{folder}/index.md")
    return not page.is_made and (page.is_term or bool(first and first.is_explainer))


def pages_with_reports(library: Library, language: str) -> Iterator[Page]:
    """Yield the pages on which readers of a language are asked to report, as they get them."""
    return (page for page in library.shown(language) if has_reports(page, library))


def report_path(path: str, language: str, library: Library) -> str:
    """Return the file within the site that has what is ready for a page, as readers of a language get it."""
    return site_path(f"{FOLDER}/{path}", language, library.settings)


def is_ready_text(file: str) -> bool:
    """Tell whether a file of the site is one of these: it says what its page says, and no search is to find it."""
    return _READY.match(file) is not None


def report_address(page: Page, language: str, library: Library) -> str:
    """Return the address of that file from the page; empty for a page on which nobody is asked to report."""
    here = posixpath.dirname(site_path(page.path, language, library.settings))
    return encoded(relative(report_path(page.path, language, library), here)) if has_reports(page, library) else ""


def path_of(address: str, library: Library) -> str | None:
    """Return the path of the page that an address is or was of, on whatever host or stick; None where none is reported on."""
    file = _DASH.sub("-", unquote(urlsplit(address).path))
    file = f"/{file}index.html" if not file or file.endswith("/") else f"/{file}"
    asked = {page.path for page in pages_with_reports(library, library.settings.source)}
    paths = [*((path, path) for path in asked), *((then, now) for then, now in redirects(library) if now in asked)]
    found = [
        (len(site), path)
        for then, path in paths
        for language in library.settings.languages
        if file.endswith(f"/{(site := site_path(then, language, library.settings))}")
    ]
    return max(found)[1] if found else None
