"""Pages made again after an edit, from what the last build holds in memory; the build that follows puts all else right."""

from collections.abc import Collection, Sequence

from tlumach.checks.path_rules import PathChecker
from tlumach.library import Library
from tlumach.library.reloading import with_files
from tlumach.plugin.page_problems import showing
from tlumach.plugin.site_build import Language, Site
from tlumach.problems import Problem
from tlumach.tracking import Tracker


class QuickPages:
    """Makes pages over those of a site that was built as a preview: its languages, with all that MkDocs made ready for them."""

    def __init__(self, site: Site, languages: Sequence[Language]) -> None:
        """Take over from a build that is done."""
        self.site, self.languages = site, languages
        self._checker = PathChecker(site.library)

    def warm_up(self) -> None:
        """Check one page, so that the first edit need not wait for the dictionaries."""
        for path in self.site.library.paths[-1:]:
            self._checker.problems(self.site.tracker, path)

    def make_again(self, files: Collection[str]) -> int:
        """Make the pages of these files (relative to the root) in all languages; return how many paths that are.

        What is no page of the last build, or its record, is left to the build that follows, as is what depends on a page.
        """
        library, paths, problems = with_files(self.site.library, self.site.root, files)
        if paths:
            self._take(library, paths, problems)
            for language in self.languages:
                language.maker.beside = self.site.beside
                for path in paths:
                    if page := library.shown_page(language.say.language, path):
                        language.maker.write_one(self.site.gatherer.shown(page, language.say))
        return len(paths)

    def _take(self, library: Library, paths: Collection[str], reading: Sequence[Problem]) -> None:
        """Go on from that library; of pages that have not changed, what others must know of them is known."""
        former = self.site.tracker
        same = {
            place: former.facts(page) for place, page in library.pages.items() if page is former.library.pages[place]
        }
        tracker = Tracker(library, same)
        found = [problem for path in paths for problem in self._checker.problems(tracker, path)]
        self.site = Site(
            self.site.root,
            tracker,
            self.site.runner,
            showing([*library.settings.findings.settle(reading).problems, *found]),
        )
