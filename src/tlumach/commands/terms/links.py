"""Links to terms, written into the pages of a project."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from tlumach.commands.project import write_files
from tlumach.library import Library
from tlumach.library.pages import Page, decode
from tlumach.problems import Code, Problem
from tlumach.term_links.suggestions import Unlinked, with_links


def write_links(library: Library, root: Path, found: Sequence[Unlinked]) -> list[Problem]:
    """Write links to terms into their pages, all together or, where there is a problem, none: to the byte nothing else changes."""
    contents: dict[str, bytes] = {}
    for (language, path), links in groupby(found, key=lambda each: (each.language, each.path)):
        page = library.pages[language, path]
        content = _with_links(page, root / page.file, list(links))
        if content is None:
            message = "has changed since it was read; nothing was written. Run the command again."
            return [Problem(page.file, 1, Code.CHANGED_MEANWHILE, message)]
        contents[page.file] = content
    return write_files(root, contents)


def _with_links(page: Page, file: Path, links: Sequence[Unlinked]) -> bytes | None:
    """Return the bytes of a page with links in it; None where the file is no longer that page."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    text, _ = decode(content, page.file)
    mark = content[: len(content) - len(page.text.encode())]
    return mark + with_links(page.text, links).encode() if text == page.text else None
