"""The text that is ready for a report on each paragraph of a page: to copy, to send, to print. Nothing of the reader is in it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from tlumach.alignment.passages import Shown
from tlumach.editions.copies.version import version_of_pages
from tlumach.editions.reports.labels import Label, label
from tlumach.editions.reports.wording import short_hash
from tlumach.languages.messages import Messages
from tlumach.library.pages import Page
from tlumach.library.urls import absolute
from tlumach.tracking import Tracked, Tracker

_LONGEST_ADDRESS = 1_900
"""Characters of a `mailto:` address: Windows hands on no more than 2,048 to the program for e-mail."""
_FIRST_WORDS = 9


@dataclass(frozen=True)
class Prepared:
    """What is ready for a paragraph: its id, its first words, the report as text, the address that opens a letter with it.

    ``mail`` is empty where the project names no address; where a letter with both wordings would be too long to be opened,
    it has all but these.
    """

    id: str
    beginning: str
    text: str
    mail: str


class Wordings(NamedTuple):
    """A paragraph: its block's index and id, what it says, what its original says (empty: it is none's translation).

    ``seen`` is what readers see of it: the original where that is shown alone.
    """

    at: int
    id: str
    text: str
    original: str
    seen: str

    @property
    def hashes(self) -> list[str]:
        """The short hashes of the two, or of the one."""
        return [short_hash(each) for each in (self.text, self.original) if each]


def prepared_of(page: Page, tracker: Tracker, say: Messages, contact: str) -> list[Prepared]:
    """Return what is ready for each paragraph of a page; ``contact`` is where readers write to (empty: nowhere is named)."""
    head, tail = _frame(page, tracker, say)
    found = []
    for each in wordings_of(page, tracker):
        place = f"{label(Label.PARAGRAPH, say)} {' / '.join([each.id, *each.hashes])}"
        wordings = [f"{label(Label.TEXT, say)} {each.text}"]
        wordings += [f"{label(Label.ORIGINAL, say)} {each.original}"] if each.original else []
        whole, short = [head, place, *tail, *wordings], [head, place, *tail]
        mail = _mail(contact, say, whole, short, label(Label.REMARK, say))
        first = beginning(each.seen, _FIRST_WORDS)
        found.append(Prepared(each.id, first, _lines(whole, label(Label.REMARK, say)), mail))
    return found


def wordings_of(page: Page, tracker: Tracker) -> Iterator[Wordings]:
    """Yield what each paragraph of a page says, and what its original does; what no reader sees of it is left out."""
    tracked, ids = tracker.track(page.language, page.path), tracker.ids(page)
    originals = tracked.source.shown if tracked else []
    for at, text in enumerate(page.shown):
        original = _original(tracked, at, originals)
        seen = original if tracked and tracker.shown(tracked, tracked.pair_of(at)) is Shown.ORIGINAL else text
        if text and seen:
            yield Wordings(at, ids[at], text, original, seen)


def blank(path: str, tracker: Tracker, say: Messages, version: str, left: Collection[Label] = (Label.ORIGINAL,)) -> str:
    """Return the lines of a report on any paragraph of an explainer, to be filled in by hand; those of ``left`` are left out."""
    settings = tracker.library.settings
    values = {
        Label.PAGE: absolute(path, say.language, settings),
        Label.VERSION: version,
        Label.LANGUAGE: say.language,
    }
    return "\n".join(f"{label(each, say)} {values.get(each, '')}" for each in Label if each not in left)


def _frame(page: Page, tracker: Tracker, say: Messages) -> tuple[str, list[str]]:
    """Return the lines before and after that of the paragraph, which all reports on a page have."""
    library = tracker.library
    folder = PurePosixPath(page.path).parent.as_posix()
    version = version_of_pages([page.path] if page.is_term else library.folders[folder], tracker)
    address = absolute(page.path, say.language, library.settings)
    tail = [f"{label(Label.VERSION, say)} {version.bare(say)}", f"{label(Label.LANGUAGE, say)} {page.language}"]
    return f"{label(Label.PAGE, say)} {address}", tail


def _original(tracked: Tracked | None, at: int, originals: list[str]) -> str:
    source = tracked.pair_of(at).source if tracked else None
    return "" if source is None else originals[source]


def _lines(lines: list[str], last: str) -> str:
    return "\n".join([*lines, f"{last} "])


def _mail(contact: str, say: Messages, whole: list[str], short: list[str], last: str) -> str:
    if not contact.startswith("mailto:"):
        return ""
    subject, address = quote(say("report.title"), safe=""), contact.partition("?")[0]
    letters = (f"{address}?subject={subject}&body={_body([*lines, last])}" for lines in (whole, short))
    return next(filter(_can_be_opened, letters), "") or f"{address}?subject={subject}"


def _body(lines: list[str]) -> str:
    """Return lines as the body of a letter in an address (RFC 6068, 5: line ends are %0D%0A)."""
    return quote("\r\n".join(lines) + " ", safe="")


def _can_be_opened(address: str) -> bool:
    return len(address) <= _LONGEST_ADDRESS


def beginning(text: str, most: int) -> str:
    """Return so many words of a text, by which a reader knows it."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")
