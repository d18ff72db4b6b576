"""What must stand under a text that others publish: whose it is, how it was translated, who read it, where it is from, on what terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from tlumach.editions.copies.version import version_of
from tlumach.editions.shared.book import Book, byline_in, rights
from tlumach.languages.messages import Messages
from tlumach.library.urls import absolute
from tlumach.tracking import Tracker


@dataclass(frozen=True)
class CreditLine:
    """A line of the credit: its words, and the address that it ends with (empty: none)."""

    words: str
    address: str = ""

    @property
    def text(self) -> str:
        """The line as plain text."""
        return f"{self.words} {self.address}".rstrip()


def credit(book: Book, tracker: Tracker, say: Messages, *, has_pictures: bool) -> Iterator[CreditLine]:
    """Yield the lines of the credit of a book's text in a reader's language.

    A licence is named only where the settings name one (`extra: license`); where they do not, that is said in words.
    """
    settings = tracker.library.settings
    publisher = settings.site_names[book.language]
    byline = byline_in(book, tracker, say)
    yield CreditLine(byline.line)
    if address := canonical(book, tracker):
        yield CreditLine(say("reuse.published", publisher=publisher), address)
    else:
        yield CreditLine(say("reuse.no_address", publisher=publisher))
    yield from map(CreditLine, rights(settings, say) or [say("reuse.no_license")])
    if byline.publication:
        said = say("reuse.original", publisher=byline.publication.title_in(book.language))
        yield CreditLine(said.removesuffix("."), byline.publication.url)
    if has_pictures:
        yield CreditLine(say("reuse.picture_credit", publisher=publisher))
    yield CreditLine(version_of(book.first.path, tracker).said(say))


def canonical(book: Book, tracker: Tracker) -> str:
    """Return the address of the text on the publisher's site; empty where the site has none."""
    settings = tracker.library.settings
    return absolute(book.first.path, book.language, settings) if settings.has_address else ""
