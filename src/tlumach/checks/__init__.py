"""The checks: what is wrong with the pages, in every language, in one run, without MkDocs.

A rule is one small function; its docstring is the rule's text. Each takes the library, or the tracker where it must
know which block belongs to which, and yields problems.
"""

from tlumach.checks.citations import check_citations
from tlumach.checks.front_matter import check_front_matter
from tlumach.checks.given_text import check_given_text
from tlumach.checks.link_targets import check_links
from tlumach.checks.shape import check_shape
from tlumach.checks.translations import check_freshness, check_translations
from tlumach.library import Library
from tlumach.problems import Problem, in_order
from tlumach.tracking import Tracker

RULES = (check_shape, check_front_matter, check_translations, check_citations, check_given_text)
RULES_ON_BLOCKS = (check_links, check_freshness)


def check_library(library: Library) -> list[Problem]:
    """Run every rule on the library and return the problems of all languages in order."""
    tracker = Tracker(library)
    found = [problem for rule in RULES for problem in rule(library)]
    return in_order([*found, *(problem for rule in RULES_ON_BLOCKS for problem in rule(tracker))])
