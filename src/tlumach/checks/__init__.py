"""The checks: what is wrong with the pages, in every language, in one run, without MkDocs.

A rule is one small function; its docstring is the rule's text. Each takes the library, or the tracker where it must
know which block belongs to which, and yields problems.

Rules that must know the forms of words take the terms' words too. They stand apart, since reading every word with a
dictionary takes longer than all else: `tlumach check` asks for them, a build does not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tlumach.checks.coverage.site_words import check_site_words
from tlumach.checks.file_names import check_file_names
from tlumach.checks.habits import habits_once
from tlumach.checks.navigation import check_navigation, check_there_are_pages
from tlumach.checks.pairs import Compared, outcome
from tlumach.checks.pairs.waivers import Waived
from tlumach.checks.path_rules import problems_by_path, problems_of_glossary, problems_with_words
from tlumach.checks.records.checksums import check_checksums
from tlumach.checks.records.days_to_come import check_days_of_confirmations
from tlumach.checks.records.without_page import check_former_paths, check_pages_of_records
from tlumach.checks.svg import check_drawings
from tlumach.checks.terms import check_unused_terms
from tlumach.library import Library
from tlumach.problems import Problem
from tlumach.tasks.tasks import TaskRunner
from tlumach.tracking import Tracker, tracker_of

RULES = (
    check_there_are_pages,
    check_drawings,
    check_file_names,
    check_navigation,
    check_site_words,
    check_pages_of_records,
    check_former_paths,
    check_days_of_confirmations,
    check_checksums,
)
RULES_ON_ALL_PAGES = (check_unused_terms,)


@dataclass(frozen=True)
class Report:
    """What the checks found: problems in order, the lines that some compare, and what is waived.

    ``problems`` are those that count: with the levels of the project, without those of its baseline, which are ``known``;
    ``found_as`` has for each of both the problem that a rule made.
    """

    problems: list[Problem]
    compared: Mapping[Problem, Compared]
    waived: list[Waived]
    known: list[Problem] = field(default_factory=list)
    found_as: Mapping[Problem, Problem] = field(default_factory=dict)


def check_library(
    library: Library,
    words: bool = False,
    runner: TaskRunner | None = None,
    reading: Sequence[Problem] = (),
    tracker: Tracker | None = None,
) -> list[Problem]:
    """Run every rule on the library and return the problems of all languages in order, as the project's settings have them.

    The rules that read words with a dictionary, :data:`tlumach.checks.path_rules.RULES_ON_WORDS` and spelling, are run only if ``words``.
    With ``runner`` the rules on pairs look at changed pages alone. ``reading``: what was wrong in reading the library.
    ``tracker``: of that library, where there is one already. A habit of a page or site is said once.
    """
    return habits_once(check_and_report(library, words, runner, reading, tracker).problems, library)


def check_and_report(
    library: Library,
    words: bool = False,
    runner: TaskRunner | None = None,
    reading: Sequence[Problem] = (),
    tracker: Tracker | None = None,
) -> Report:
    """Do the same, and return also what the rules on pairs compare, what is waived, and what is known already."""
    tracker = tracker or (tracker_of(library, runner) if runner else Tracker(library))
    found = [problem for rule in RULES for problem in rule(library)]
    found += [problem for on_pages in RULES_ON_ALL_PAGES for problem in on_pages(tracker)]
    found += problems_of_glossary(library, runner)
    found += problems_by_path(tracker, runner)
    if words:
        found += problems_with_words(tracker, runner)
    pairs = outcome(tracker, words, runner)
    settled = library.settings.findings.settle([*reading, *found, *pairs.problems])
    compared = {problem: pairs.compared[each] for problem, each in settled.found_as.items() if each in pairs.compared}
    return Report(settled.problems, compared, pairs.waived, settled.known, settled.found_as)
