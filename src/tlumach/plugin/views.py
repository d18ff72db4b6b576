"""What the templates are given to show beside a page's text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from tlumach.addresses import Alternate, absolute, alternates, hreflang, site_path
from tlumach.library import Library
from tlumach.pages import Page
from tlumach.settings import Settings


@dataclass(frozen=True)
class Nearby:
    """A page of the same explainer: its title, its address within the site, and whether it is the one that is shown."""

    title: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class PageView:
    """A page as its template sees it."""

    page: Page
    library: Library

    @cached_property
    def alternates(self) -> list[Alternate]:
        """The page in every language that has it."""
        return alternates(self.page.path, self.library)

    @property
    def hreflang(self) -> list[tuple[str, str]]:
        """The pairs of language and absolute address for search engines."""
        return hreflang(self.alternates, self.library.settings.source)

    @property
    def canonical(self) -> str:
        """The absolute address of the page."""
        return absolute(self.page.path, self.page.language, self.library.settings)

    @property
    def is_translation(self) -> bool:
        """Whether the page was translated from another language."""
        return self.page.language != self.library.settings.source

    @property
    def original(self) -> Alternate | None:
        """The page in the source language."""
        return next((a for a in self.alternates if a.language == self.library.settings.source), None)

    @property
    def date(self) -> str:
        """The date of an explainer's text (ISO 8601), or an empty text."""
        source = self.library.source_of(self.page)
        return str(source.meta.get("date", "")) if source else ""

    @cached_property
    def nearby(self) -> list[Nearby]:
        """The pages of the explainer that this page belongs to, its first page first; none on other pages."""
        folder = PurePosixPath(self.page.path).parent.as_posix()
        first = self.library.page(self.page.language, f"{folder}/index.md")
        if folder == "." or not first or not first.is_explainer:
            return []
        others = [page for page in self._in_folder(folder) if page is not first]
        return [self._nearby(page) for page in [first, *others]]

    def _in_folder(self, folder: str) -> list[Page]:
        paths = self.library.folders.get(folder, ())
        return [page for path in paths if (page := self.library.page(self.page.language, path))]

    def _nearby(self, page: Page) -> Nearby:
        url = site_path(page.path, page.language, self.library.settings)
        return Nearby(page.title, url, page is self.page)


def missing_page_name(language: str, settings: Settings) -> str:
    """Return the file of a language's page for what was not found, such as ``uk/404.html``."""
    return f"{settings.prefix(language)}404.html"


def sitemap(library: Library) -> list[Mapping[str, object]]:
    """Return an entry for each page in each language: its address, and the pairs of language and address of all."""
    entries: list[Mapping[str, object]] = []
    for path in library.paths:
        found = alternates(path, library)
        pairs = hreflang(found, library.settings.source)
        entries += ({"address": alternate.absolute, "hreflang": pairs} for alternate in found)
    return entries
