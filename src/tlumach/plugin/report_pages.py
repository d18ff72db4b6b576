"""The pages with what is ready for reports of readers: one for each page of an explainer and each term, in each language."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property

from tlumach.editions.reports.addresses import pages_with_reports, report_path
from tlumach.editions.reports.prepared import prepared_of
from tlumach.languages.messages import Messages
from tlumach.library.pages import GLOSSARY, Page
from tlumach.library.urls import encoded, relative, site_path
from tlumach.output.hard_links import put
from tlumach.plugin.frame.frame import Frame
from tlumach.plugin.metadata.feed import corrections_path
from tlumach.tasks.cache import digest_of
from tlumach.tasks.placed import Told
from tlumach.tasks.tasks import Glance, Task, TaskRunner
from tlumach.tracking import Tracker

TEMPLATE = "report.html"


class ReportPages:
    """Makes them in one language."""

    def __init__(self, frame: Frame, tracker: Tracker, say: Messages) -> None:
        """Take what is ready for the language that is being built, the pages, and the words."""
        self._frame = frame
        self._tracker, self._library, self._say = tracker, tracker.library, say

    def write(self, runner: TaskRunner) -> None:
        """Write them into the site, those that are not kept from before."""
        pages = {page.path: page for page in pages_with_reports(self._library, self._say.language)}
        kind = Task[str](
            "report",
            self._inputs,
            lambda path: self._made(pages[path]).encode(),
            glance=Glance((self._shared_by_all, self._library.around_glossary), self._glance_at),
        )
        runner.put(kind, runner.own([*pages]), self._frame.site, self._written)

    def _written(self, path: str, made: bytes) -> Told:
        address = report_path(path, self._say.language, self._library)
        put(self._frame.site, address, made)
        return Told([address], False)

    def _inputs(self, path: str) -> object:
        """Return what such a page depends on: its explainer, the terms of that, what the frame shows."""
        around = [self._library.around(each) for each in self._versioned(path)]
        return path, self._shared_by_all, around

    def _glance_at(self, path: str) -> object:
        """Return what tells all of it, where the whole glossary is known to be the same; None for a term's page."""
        return None if path.startswith(f"{GLOSSARY}/") else (path, self._library.around(posixpath.dirname(path) or "."))

    @cached_property
    def _shared_by_all(self) -> str:
        """What tells what every such page depends on."""
        language, offered = self._say.language, self._library.offered
        feed = (corrections_path(language, self._library), language in offered)
        return digest_of((language, offered, feed, self._frame.navigation))

    def _versioned(self, path: str) -> Iterator[str]:
        """Yield what the version of a page is made of: its explainer as a whole, or the term alone, and the terms linked there."""
        page = self._library.shown_page(self._say.language, path)
        folder = posixpath.dirname(path) or "."
        is_term = page is not None and page.is_term
        yield path if is_term else folder
        own = [path] if is_term else self._library.folders[folder]
        pages = [page for each in own for code in self._library.offered if (page := self._library.page(code, each))]
        yield from sorted({term for page in pages for term in self._tracker.facts(page).terms})

    def _made(self, page: Page) -> str:
        settings, language = self._library.settings, self._say.language
        contact = self._frame.contact
        here = posixpath.dirname(report_path(page.path, language, self._library))
        context = self._frame.without_page(relative("", here) if here else ".")
        shown: Mapping[str, str] = {
            "title": page.title,
            "language": page.language,
            "url": encoded(site_path(page.path, language, settings)),
        }
        prepared = prepared_of(page, self._tracker, self._say, contact)
        own = encoded(report_path(page.path, language, self._library))
        values = {"shown": shown, "own": own, "contact": contact, "prepared": prepared}
        return self._frame.env.get_template(TEMPLATE).render(context | values)
