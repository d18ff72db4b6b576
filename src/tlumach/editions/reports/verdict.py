"""What became of a paragraph since a reader reported on it. That it was changed is said only where that is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from tlumach.editions.reports.addresses import path_of
from tlumach.editions.reports.compared import ASK, Compared, UnknownReportError, refuse_what_was_altered
from tlumach.editions.reports.following import Follower
from tlumach.editions.reports.known import Known, Wanted, Wordings
from tlumach.editions.reports.place import Place, place_of
from tlumach.editions.reports.reading import Report, Said
from tlumach.editions.reports.wording import letters
from tlumach.library.pages import Page
from tlumach.tracking import Tracker


class Verdict(StrEnum):
    """What is said of a paragraph."""

    STANDS = "stands"
    """It reads as it was reported, here or in another place, whole or in parts."""
    CHANGED = "changed"
    BEHIND = "behind"
    """It reads as it was reported, and its original has been changed since."""
    GONE = "gone"


@dataclass(frozen=True)
class Outcome:
    """What is found out about a report: the place today (None: there is none), and each wording then and now, by language.

    ``page`` is the page that it was on, as it is today.
    """

    verdict: Verdict
    page: Page
    place: Place | None
    wordings: Sequence[tuple[str, str, str]]


_NOTHING = Said.of("")


class Reports:
    """Judges reports by the pages of today and all that is known of those of before."""

    def __init__(self, tracker: Tracker, root: Path) -> None:
        """Judge by the pages of that tracker, whose project lies in ``root``."""
        self.tracker, self.library = tracker, tracker.library
        self._wordings, self._follower = Wordings(tracker.library, root), Follower()

    def outcome(self, report: Report) -> Outcome:
        """Return what became of the paragraph. Raises UnknownReportError where the report was cut, forged, or is of no known text."""
        page, own = self._compared(self._page(report), report, Wanted(report.own, report.text))
        origin = self.library.origin(page.path)
        has_original = origin is not None and origin is not page and report.original
        original = self._original(origin, report) if origin and has_original else None
        wordings = [(page.language, own.then, own.now)]
        wordings += [(self.library.settings.source, original.then, original.now)] if original and original.place else []
        return Outcome(_verdict(own, original), page, own.place, wordings)

    def _original(self, origin: Page, report: Report) -> Compared | None:
        """Return the original then and now; None where the wording that it had is not known."""
        try:
            return self._compared(origin, report, Wanted(report.original, report.source))[1]
        except UnknownReportError:
            if report.source.letters and self._is_known(origin, report.original):
                raise  # it was altered: what else it says is not to be relied on
            return None

    def _compared(self, page: Page, report: Report, wanted: Wanted) -> tuple[Page, Compared]:
        """Return a wording then and now, and the page that it was on: the one that is named, or another of the same book."""
        home, known = self._known(page, wanted)
        place = place_of(known, report.block, self._beside(home), self.tracker, self._follower)
        return home, Compared(known[0].text, place, bool(wanted.hash))

    def _page(self, report: Report) -> Page:
        path = path_of(report.page, self.library)
        if path is None:
            raise UnknownReportError(f"no page of this site has the address {report.page}, and none had it")
        page = self.library.page(report.language, path)
        if page is None:
            raise UnknownReportError(f"{path} is not there in the language “{report.language}”")
        return page

    def _known(self, page: Page, wanted: Wanted) -> tuple[Page, list[Known]]:
        """Return the page that had the wording that was reported, and that wording as the project had it."""
        for each in self._around(page):
            if found := self._wordings.find(each.language, each.path, wanted):
                if wanted.hash:
                    refuse_what_was_altered(wanted.said, found[0].text)
                return each, found
        if (
            wanted.hash
            and wanted.said.letters
            and self._wordings.find(page.language, page.path, wanted._replace(hash=""))
        ):
            raise UnknownReportError(
                f"its check {wanted.hash} is not that of its text: one of the two was altered. {ASK}"
            )
        raise UnknownReportError(
            "neither today's page nor any former one that git, the records or changes/ know ever had this text: it was"
            f" altered or cut, or is of another site. {ASK}, and see that the whole history is there (`git fetch --unshallow`)"
        )

    def _is_known(self, page: Page, hash: str) -> bool:
        return any(self._wordings.find(each.language, each.path, Wanted(hash, _NOTHING)) for each in self._around(page))

    def _around(self, page: Page) -> list[Page]:
        """Return the pages of the book that a page stands in: itself, the others of its folder, the terms that they link to.

        A book names one address for all of them.
        """
        pages = self._beside(page)
        terms = dict.fromkeys(path for each in pages for path in self.tracker.facts(each).terms if not page.is_term)
        shown = (self.library.shown_page(page.language, path) for path in terms)
        return [*pages, *(each for each in shown if each and each not in pages)]

    def _beside(self, page: Page) -> list[Page]:
        """Return a page and then the others of its folder, as its readers get them: its paragraphs may have been moved there."""
        paths = self.library.folders[PurePosixPath(page.path).parent.as_posix()] if not page.is_term else []
        shown = (self.library.shown_page(page.language, path) for path in paths if path != page.path)
        return [page, *(each for each in shown if each)]


def _verdict(own: Compared, original: Compared | None) -> Verdict:
    if own.place is None:
        return Verdict.GONE
    if not own.stands:
        return Verdict.CHANGED
    is_behind = original and original.place and not original.stands and letters(original.then) != letters(original.now)
    return Verdict.BEHIND if is_behind else Verdict.STANDS
