"""The rules that look at the pages of one path at a time, in all its languages: what they found on pages that have not
changed is remembered."""

from collections.abc import Sequence

from tlumach.checks.cached_problems import problems_of_paths
from tlumach.checks.citations import check_citations
from tlumach.checks.front_matter import check_front_matter
from tlumach.checks.given_text import check_given_text
from tlumach.checks.link_targets import check_links
from tlumach.checks.safety import check_safety
from tlumach.checks.shape import check_shape
from tlumach.checks.terms import check_definitions, check_term_links
from tlumach.checks.translations import check_freshness, check_translations
from tlumach.problems import Problem
from tlumach.tasks.tasks import Works
from tlumach.tracking import Tracker

RULES = (
    check_shape,
    check_front_matter,
    check_translations,
    check_citations,
    check_safety,
    check_given_text,
    check_definitions,
)
RULES_ON_BLOCKS = (check_links, check_freshness, check_term_links)


def problems_by_path(tracker: Tracker, works: Works | None) -> list[Problem]:
    """Return what these rules find; with ``works``, only pages that have changed, or that link to such, are looked at."""
    return problems_of_paths(
        "problems",
        tracker.library.paths,
        lambda paths: found_under(tracker, paths),
        lambda path: _inputs(tracker, path),
        works,
    )


def found_under(tracker: Tracker, paths: Sequence[str]) -> list[Problem]:
    """Return what these rules find on the pages of these paths."""
    found = [problem for rule in RULES for problem in rule(tracker.library, paths)]
    return found + [problem for rule in RULES_ON_BLOCKS for problem in rule(tracker, paths)]


def _inputs(tracker: Tracker, path: str) -> object:
    """Return all that the rules see: the pages, the given text, what their links lead to, and, for a hint, what else there is."""
    library, pages = tracker.library, list(tracker.library.under([path]))
    linked = list(dict.fromkeys(target for page in pages for target in tracker.facts(page).pages))
    files = [f"{page.language}/{page.target_of(file)}" for page in pages for file in tracker.facts(page).files]
    there = [file in library.other_files for file in files]
    texts = [library.given_text_of(page) for page in pages]
    is_whole = all(there) and all(library.shown_page(page.language, target) for page in pages for target in linked)
    return (
        path,
        library.around(path),
        [library.around(each) for each in linked],
        there,
        texts,
        is_whole or (library.paths, sorted(library.other_files)),
    )
