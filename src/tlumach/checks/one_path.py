"""What the checks find on the pages of one path: what an editor waits for. The rules on all pages together are left out."""

from dataclasses import replace

from tlumach.checks.by_path import found_under
from tlumach.checks.pairs.running import knowledge_of, problems_of_path
from tlumach.checks.term_renderings import check_avoided_forms, check_term_renderings
from tlumach.library import Library
from tlumach.problems import Problem, in_order
from tlumach.term_words import TermWords
from tlumach.tracking import Tracker


class PathChecker:
    """Checks the pages of one path at a time; the words of the glossary and the dictionaries are read once."""

    def __init__(self, library: Library) -> None:
        """Take the glossary from that library: the pages that are checked may have been edited since."""
        self._known, self._words = knowledge_of(library, words=True), TermWords(library)

    def problems(self, tracker: Tracker, path: str) -> list[Problem]:
        """Return what is wrong with the pages of a path, in order."""
        pages = {(page.language, page.path): page for page in tracker.library.under([path])}
        alone = Tracker(replace(tracker.library, pages=pages))  # rules on words look at every page that they are given
        found = [*check_avoided_forms(alone, self._words), *check_term_renderings(alone, self._words)]
        found += found_under(tracker, [path])
        return in_order([*found, *problems_of_path(tracker, path, self._known)])
