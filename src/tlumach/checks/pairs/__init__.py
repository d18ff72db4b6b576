"""The rules on pairs: what is wrong with a translation beside its source, block by block.

A rule is one small function whose docstring is its text in the documentation. Most are given a pair of blocks; the
rules on a page are given all of its pairs. All say where, what was expected and what was found.
"""

from tlumach.checks.pairs.findings import Compared
from tlumach.checks.pairs.registry import CODES, PAGE_RULES, PAIR_RULES, SPELLING, Rule, RuleOnPage
from tlumach.checks.pairs.runner import Outcome, check_pairs, outcome, waived

__all__ = [
    "CODES",
    "PAGE_RULES",
    "PAIR_RULES",
    "SPELLING",
    "Compared",
    "Outcome",
    "Rule",
    "RuleOnPage",
    "check_pairs",
    "outcome",
    "waived",
]
