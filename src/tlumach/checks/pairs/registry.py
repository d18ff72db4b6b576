"""The rules on pairs, each with its code and its level."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tlumach.checks.pairs.content.citations import check_unsourced_fact, unsourced_facts
from tlumach.checks.pairs.content.length import check_length
from tlumach.checks.pairs.content.link_targets import check_footnotes, check_links
from tlumach.checks.pairs.content.repetition import Found, check_different_sources, check_same_source
from tlumach.checks.pairs.content.same_numbers import check_numbers
from tlumach.checks.pairs.content.structure import check_structure
from tlumach.checks.pairs.content.untranslated import check_untranslated
from tlumach.checks.pairs.pair import AlignedPair, Finding, Knowledge, PairRule, Side
from tlumach.checks.pairs.spelling.rule import check_spelling, misspelt
from tlumach.checks.pairs.typography.brackets import check_apostrophe, check_brackets
from tlumach.checks.pairs.typography.letters import check_letters
from tlumach.checks.pairs.typography.no_break import check_no_break_space
from tlumach.checks.pairs.typography.quotation_marks import check_quotation_marks
from tlumach.checks.pairs.typography.spaces import check_dashes, check_doubled, check_space_before_punctuation
from tlumach.problems import Level

PageRule = Callable[[Sequence[AlignedPair]], Iterator[Found]]


class Rule(NamedTuple):
    """A rule on pairs: its code, how bad what it finds is, and the function."""

    code: str
    level: Level
    check: PairRule


class SourceRule(NamedTuple):
    """A rule on a block of the source, without its translations."""

    code: str
    level: Level
    check: Callable[[Side, Knowledge], Iterator[Finding]]


class RuleOnPage(NamedTuple):
    """A rule on all pairs of a page."""

    code: str
    level: Level
    check: PageRule


UNSOURCED = Rule("unsourced-fact", Level.WARNING, check_unsourced_fact)
PAIR_RULES = (
    Rule("structure", Level.ERROR, check_structure),
    Rule("links", Level.ERROR, check_links),
    Rule("footnotes", Level.ERROR, check_footnotes),
    Rule("letters", Level.ERROR, check_letters),
    Rule("untranslated", Level.ERROR, check_untranslated),
    Rule("numbers", Level.ERROR, check_numbers),
    Rule("quotation-marks", Level.WARNING, check_quotation_marks),
    Rule("brackets", Level.WARNING, check_brackets),
    Rule("apostrophe", Level.WARNING, check_apostrophe),
    Rule("dashes", Level.WARNING, check_dashes),
    Rule("doubled", Level.WARNING, check_doubled),
    Rule("space-before-punctuation", Level.WARNING, check_space_before_punctuation),
    Rule("no-break-space", Level.WARNING, check_no_break_space),
    Rule("length", Level.WARNING, check_length),
    UNSOURCED,
)
SPELLING = Rule("spelling", Level.WARNING, check_spelling)
SOURCE_RULES = (
    SourceRule(UNSOURCED.code, UNSOURCED.level, lambda side, _: unsourced_facts(side)),
    SourceRule(SPELLING.code, SPELLING.level, misspelt),
)
"""The rules that look at a source-language page by itself."""
PAGE_RULES = (
    RuleOnPage("same-source-two-ways", Level.WARNING, check_same_source),
    RuleOnPage("different-sources-alike", Level.WARNING, check_different_sources),
)
CODES = frozenset(rule.code for rule in (*PAIR_RULES, SPELLING, *PAGE_RULES))
"""What can be waived."""
NEED_WORDS = frozenset({"spelling", "untranslated"})
"""What is not found, or not all of it, where no dictionary may be read."""
