"""Records and former paths that no page is at: pages renamed or removed by hand."""

from collections import Counter
from collections.abc import Iterator

from tlumach.alignment.sequences import comparable
from tlumach.library import Library, record_file
from tlumach.library.pages import Page
from tlumach.problems import Code, Problem
from tlumach.records import Record
from tlumach.tracking.moving.redirects import REDIRECT_FROM, former_paths

_SHARE = 0.5
"""From this share of a record's texts on, a page is taken for the one that the record was of."""


def check_pages_of_records(library: Library) -> Iterator[Problem]:
    """Each record, `translations/<language>/<path>.po`, belongs to the page at that path.

    Where the page was renamed by hand, `tlumach move OLD NEW` brings record, links and the old address after it. Where the page
    was removed, `tlumach remove` removes the record.
    """
    for language, path in library.records:
        if not library.exists(language, path) and (language, path) not in library.left_out:
            record = library.records[language, path]
            yield _renamed(library, language, path, record) or _without_page(library, language, path)


def check_former_paths(library: Library) -> Iterator[Problem]:
    """A path that a page once had (`redirect_from`) is that of no page now, and one page alone has had it."""
    pages = list(library.origins())
    times = Counter(path for page in pages for path in former_paths(page.meta))
    for page in pages:
        for path in former_paths(page.meta):
            if path in library.paths:
                message = f"`{REDIRECT_FROM}` names {path}, where there is a page. Take it out, or move that page."
            elif times[path] > 1:
                message = f"`{REDIRECT_FROM}` names {path}, and so does another page. Leave it in one of them."
            else:
                continue
            yield Problem(page.file, page.front_matter.line_of(REDIRECT_FROM), Code.FORMER_PATH, message)


def _renamed(library: Library, language: str, path: str, record: Record) -> Problem | None:
    """Return that the page of a record has another path now; None where no page is like it."""
    if (new := _nearest(library, language, record)) is None:
        return None
    message = f"its record is still that of {path}: `tlumach move {path} {new.path}` moves it, the links and the rest."
    return Problem(new.file, 1, Code.RENAMED_PAGE, message)


def _nearest(library: Library, language: str, record: Record) -> Page | None:
    """Return the page without a record that has most of a record's texts, in its language or in the source."""
    free = [
        path for path in library.paths if (language, path) not in library.records or (language, path) in library.carried
    ]
    translations = {comparable(entry.translation) for entry in record.entries if entry.translation}
    sources = {comparable(entry.source) for entry in record.entries if entry.source}
    shares = [
        (_share(texts, page), page)
        for each, texts in ((language, translations), (library.settings.source, sources))
        for path in free
        if (page := library.page(each, path))
    ]
    share, page = max(shares, key=lambda each: each[0], default=(0.0, None))
    return page if share >= _SHARE else None


def _share(texts: set[str], page: Page) -> float:
    return len(texts & {comparable(block.text) for block in page.blocks}) / len(texts) if texts else 0.0


def _without_page(library: Library, language: str, path: str) -> Problem:
    file, record = library.file_of(language, path), record_file(language, path)
    if library.has_origin(path):
        message = (
            f"there is no {file}, whose record this is. Restore the page, or remove the record to translate it anew."
        )
    else:
        message = (
            f"there is no {file}, nor a page of that path in any language: `tlumach remove {path}` removes the record."
        )
        if any(library.exists(each, path) for each in library.settings.languages):
            message = f"there is no {file}. Restore it, or remove the record."
        message += " If it was renamed: `tlumach move OLD NEW`."
    return Problem(record, 1, Code.RECORD_WITHOUT_PAGE, message)
