"""What the checks find on the pages of one path: what an editor waits for. The rules on all pages together are left out."""

from tlumach.checks import path_rules as by_path
from tlumach.checks import word_rules as with_words
from tlumach.checks.pairs.runner import knowledge_of, problems_of_path
from tlumach.library import Library
from tlumach.problems import Problem
from tlumach.terms.site_matchers import TermWords
from tlumach.tracking import Tracker


class PathChecker:
    """Checks the pages of one path at a time; the words of the glossary and the dictionaries are read once."""

    def __init__(self, library: Library) -> None:
        """Take the glossary from that library: the pages that are checked may have been edited since."""
        self._known, self._words = knowledge_of(library, words=True), TermWords(library)

    def problems(self, tracker: Tracker, path: str) -> list[Problem]:
        """Return what is wrong with the pages of a path, in order."""
        found = [
            *by_path.found_under(tracker, [path]),
            *with_words.found_under(tracker, self._words, [path]),
            *problems_of_path(tracker, path, self._known),
        ]
        return tracker.library.settings.findings.settle(found).problems
