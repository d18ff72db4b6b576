"""What the books (EPUB, plain text) have for a report on a paragraph: lines to fill in, and a code for each paragraph.

The texts that the site has ready, each with both wordings, would double a book; a code is as long as two short hashes.
"""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from tlumach.editions.copies.version import version_of
from tlumach.editions.reports.addresses import has_reports
from tlumach.editions.reports.labels import Label
from tlumach.editions.reports.prepared import beginning, blank, wordings_of
from tlumach.editions.reports.reading import code_of
from tlumach.editions.shared.book import Book
from tlumach.editions.shared.page_elements import Renderer
from tlumach.languages.messages import Messages
from tlumach.library.pages import Page
from tlumach.tracking import Tracker

_FIRST_WORDS = 5


class Coded(NamedTuple):
    """A paragraph as the list has it: the page, the block's index and id there, its code, its first words."""

    page: Page
    at: int
    id: str
    code: str
    beginning: str


def form(book: Book, tracker: Tracker, say: Messages) -> list[str]:
    """Return the lines of a report on any paragraph of a book: with its code, it needs no wording."""
    version = version_of(book.first.path, tracker).bare(say)
    left = (Label.TEXT, Label.ORIGINAL)
    return [line.rstrip() for line in blank(book.first.path, tracker, say, version, left).split("\n")]


def how(say: Messages) -> str:
    """Return the sentences that say how the lines are filled in."""
    return say("report.book", paragraph=say("report.paragraph"), remark=say("report.remark"))


def coded(book: Book, renderer: Renderer) -> Iterator[Coded]:
    """Yield each paragraph of a book's pages and terms in reading order, the same wording once."""
    seen = set[str]()
    for page in (*book.pages, *book.terms):
        for each in renderer.once("codes", page, "", partial(_codes, page, renderer.tracker)):
            if each.code not in seen:
                seen.add(each.code)
                yield each


def _codes(page: Page, tracker: Tracker) -> list[Coded]:
    """Return the paragraphs of a page, whichever book it stands in."""
    found = wordings_of(page, tracker) if has_reports(page, tracker.library) else ()
    return [Coded(page, each.at, each.id, code_of(each.hashes), beginning(each.seen, _FIRST_WORDS)) for each in found]
