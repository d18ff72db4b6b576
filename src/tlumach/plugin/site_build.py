"""What a build is made of: the site that all languages share, and the language that is being built."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tlumach.editions.reader.making import write_one_file_readers
from tlumach.editions.reader.parts import READERS
from tlumach.editions.republish.writing import write_what_to_republish
from tlumach.editions.termbase.placing import put_termbase
from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.library.pages import Page
from tlumach.plugin.dependencies import Dependencies
from tlumach.plugin.frame.frame import Frame
from tlumach.plugin.metadata.cards import write_cards
from tlumach.plugin.metadata.feed import write_feeds
from tlumach.plugin.metadata.redirects import write_redirects
from tlumach.plugin.page_context import ContextBuilder, PageContext
from tlumach.plugin.page_maker import PageMaker
from tlumach.plugin.page_problems import Preview
from tlumach.plugin.report_pages import ReportPages
from tlumach.plugin.search_index import write_search, write_search_words
from tlumach.rendering.extension import TlumachExtension
from tlumach.settings import named_in
from tlumach.tasks.tasks import TaskRunner
from tlumach.tracking import Tracker


class Site:
    """What all languages of a build share."""

    def __init__(self, root: Path, tracker: Tracker, runner: TaskRunner, preview: Preview | None = None) -> None:
        """Build the project in ``root`` from the pages of that tracker; in the preview, pages show what is wrong with them."""
        self.root, self.tracker, self.runner, self.preview = root, tracker, runner, preview or Preview()
        self.gatherer = ContextBuilder(tracker, root)
        self.dependencies = Dependencies(tracker, self.gatherer, runner)

    @property
    def library(self) -> Library:
        """The pages."""
        return self.tracker.library

    def beside(self, shown: PageContext) -> dict[str, object]:
        """Return what a page's template is given beside what MkDocs gives it."""
        problems = self.preview.of(shown.view.page.path, self.tracker, shown.view.language)
        return {"view": shown.view, "structured_data": shown.structured_data, "problems": problems}


class Language:
    """A language of the build that goes on. MkDocs gives the names of the theme's files as it goes.

    ``maker`` is there with the pages.
    """

    assets: Mapping[str, str]
    maker: PageMaker

    def __init__(self, site: Site, say: Messages) -> None:
        """Build the site in the language of these words."""
        self.site, self.say = site, say

    @property
    def is_source(self) -> bool:
        """Whether it is the source language, which is built first."""
        return self.say.language == self.site.library.settings.source

    def named_by(self, nav: Any) -> set[str]:
        """Return the paths of the pages that a navigation of `mkdocs.yml` names: all pages where there is none."""
        return set(self.site.library.paths if nav is None else named_in(nav))

    def fallback_page(self, path: str) -> Page | None:
        """Return the source page that stands in for one that this language lacks; None where it lacks none."""
        library = self.site.library
        page = library.shown_page(self.say.language, path)
        return None if library.exists(self.say.language, path) else page

    def make_pages(self, frame: Frame, extension: TlumachExtension) -> list[Page]:
        """Make every page of the language, in that frame; return those whose blocks the renderer sees otherwise than their text shows."""
        site, language = self.site, self.say.language
        pages = {page.path: page for page in site.library.shown(language)}
        self.maker = PageMaker(frame, extension, site.beside)
        disagreeing = self.maker.write(
            list(pages),
            lambda path: (site.dependencies.of(path, language), site.preview.of(path, site.tracker, language)),
            lambda path: site.gatherer.shown(pages[path], self.say),
            site.runner,
            None if site.preview.problems else site.dependencies.glance(language),
        )
        ReportPages(frame, site.tracker, self.say).write(site.runner)
        return [pages[path] for path in disagreeing]


STYLES = tuple(f"assets/stylesheets/{name}.css" for name in ("tlumach", "later"))
"""What pages of ours that no template of the theme makes load of it."""


def write_for_all_languages(site: Site, folder: Path, assets: Mapping[str, str]) -> None:
    """Write into the built site what holds every language: the term bases, search index, one-file readers, cards, feeds,
    what texts are republished from. ``assets``: the names of the theme's files in the site."""
    write_one_file_readers(site.tracker, site.root, folder, site.runner, f"{READERS}/")
    styles = [assets.get(name, name) for name in STYLES]
    write_what_to_republish(site.tracker, site.root, folder, styles, site.runner)
    write_search(site.tracker, folder, site.runner)
    write_cards(site.library, folder, site.runner)
    if site.runner.part.is_whole:
        write_search_words(site.library, folder, site.runner.placed)
        write_feeds(site.library, folder, site.runner)
        write_redirects(site.library, folder, site.runner.placed)
        put_termbase(site.library, folder, site.runner)
