"""The rules on pairs, each with its code."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tlumach.checks.pairs.content.addresses.footnotes import check_footnotes
from tlumach.checks.pairs.content.addresses.link_targets import check_links
from tlumach.checks.pairs.content.citations import check_unsourced_fact, unsourced_facts
from tlumach.checks.pairs.content.left_words import check_left_words
from tlumach.checks.pairs.content.length import check_length
from tlumach.checks.pairs.content.repetition import Found, check_different_sources, check_same_source
from tlumach.checks.pairs.content.same_numbers.rule import check_numbers
from tlumach.checks.pairs.content.structure import check_structure
from tlumach.checks.pairs.content.untranslated import check_untranslated
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, PairFinding, PairRule, Side
from tlumach.checks.pairs.spelling.rule import check_spelling, misspelt
from tlumach.checks.pairs.typography.brackets import check_apostrophe, check_brackets
from tlumach.checks.pairs.typography.broken_markup import check_broken_markup
from tlumach.checks.pairs.typography.joined import check_missing_space
from tlumach.checks.pairs.typography.letters import check_letters
from tlumach.checks.pairs.typography.no_break import check_no_break_space
from tlumach.checks.pairs.typography.quotation_marks import check_quotation_marks
from tlumach.checks.pairs.typography.spaces import check_dashes, check_doubled, check_space_before_punctuation
from tlumach.checks.pairs.typography.unseen import check_invisible, unseen
from tlumach.problems import Code

PageRule = Callable[[Sequence[AlignedPair]], Iterator[Found]]


class Rule(NamedTuple):
    """A rule on pairs: its code and the function."""

    code: Code
    check: PairRule


class SourceRule(NamedTuple):
    """A rule on a block of the source, without its translations."""

    code: Code
    check: Callable[[Side, Knowledge], Iterator[PairFinding]]


class RuleOnPage(NamedTuple):
    """A rule on all pairs of a page."""

    code: Code
    check: PageRule


UNSOURCED = Rule(Code.UNSOURCED_FACT, check_unsourced_fact)
UNSEEN = Rule(Code.INVISIBLE, check_invisible)
PAIR_RULES = (
    Rule(Code.STRUCTURE, check_structure),
    Rule(Code.LINKS, check_links),
    Rule(Code.FOOTNOTES, check_footnotes),
    Rule(Code.LETTERS, check_letters),
    Rule(Code.UNTRANSLATED, check_untranslated),
    Rule(Code.NUMBERS, check_numbers),
    Rule(Code.QUOTATION_MARKS, check_quotation_marks),
    Rule(Code.BRACKETS, check_brackets),
    Rule(Code.APOSTROPHE, check_apostrophe),
    Rule(Code.DASHES, check_dashes),
    Rule(Code.DOUBLED, check_doubled),
    Rule(Code.SPACE_BEFORE_PUNCTUATION, check_space_before_punctuation),
    Rule(Code.MISSING_SPACE, check_missing_space),
    Rule(Code.BROKEN_MARKUP, check_broken_markup),
    UNSEEN,
    Rule(Code.NO_BREAK_SPACE, check_no_break_space),
    Rule(Code.LENGTH, check_length),
    UNSOURCED,
)
SPELLING = Rule(Code.SPELLING, check_spelling)
SOURCE_RULES = (
    SourceRule(UNSOURCED.code, lambda side, _: unsourced_facts(side)),
    SourceRule(Code.INVISIBLE, lambda side, _: unseen(side)),
    SourceRule(SPELLING.code, misspelt),
)
"""The rules that look at a source-language page by itself."""
PAGE_RULES = (
    RuleOnPage(Code.SAME_SOURCE_TWO_WAYS, check_same_source),
    RuleOnPage(Code.LEFT_WORD, check_left_words),
    RuleOnPage(Code.DIFFERENT_SOURCES_ALIKE, check_different_sources),
)
CODES = frozenset(rule.code for rule in (*PAIR_RULES, SPELLING, *PAGE_RULES))
"""What can be waived."""
NEED_WORDS = frozenset({Code.SPELLING, Code.LEFT_WORD, Code.UNTRANSLATED})
"""What is not found, or not all of it, where no dictionary may be read."""
