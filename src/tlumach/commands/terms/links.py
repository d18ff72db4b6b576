"""Links to terms, written into the pages of a project."""

from collections.abc import Sequence
from pathlib import Path

from tlumach.library import Library
from tlumach.library.pages import decode
from tlumach.output.publish import put_file
from tlumach.problems import Code, Problem
from tlumach.term_links.suggestions import Unlinked, with_links


def write_links(library: Library, root: Path, found: Sequence[Unlinked]) -> Problem | None:
    """Write links to terms, all of one page, into it: to the byte nothing else changes. Return what keeps it from being written."""
    page = library.pages[found[0].language, found[0].path]
    file = root / page.file
    try:
        content = file.read_bytes()
        text, _ = decode(content, page.file)
        if text != page.text:
            return Problem(
                page.file, 1, Code.CHANGED_MEANWHILE, "has changed since it was read. Run the command again."
            )
        mark = content[: len(content) - len(page.text.encode())]
        put_file(file, mark + with_links(page.text, found).encode())
    except OSError as error:
        message = f"cannot be written: {error.strerror}. Check its permissions and the free space."
        return Problem(page.file, 1, Code.UNWRITABLE, message)
    return None
