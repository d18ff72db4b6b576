"""What the rules on pairs find on one page.

Each function here is pure: what it returns depends on its arguments alone, so that it can be remembered, and made
elsewhere. Of the tracked page that is the translation, its source and its record; of knowledge, the dictionaries and
the words of the glossary.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tlumach.blocks import Block
from tlumach.checks.pairs.content.citations import unsourced_facts
from tlumach.checks.pairs.matching.counterparts import matched
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, PairFinding, Side
from tlumach.checks.pairs.pairing import Sides, compared_pairs, field_pairs, own_blocks, unpaired
from tlumach.checks.pairs.registry import (
    PAGE_RULES,
    PAIR_RULES,
    SOURCE_RULES,
    SPELLING,
    UNSEEN,
    UNSOURCED,
    Rule,
    RuleOnPage,
    SourceRule,
)
from tlumach.checks.pairs.typography.unseen import unseen
from tlumach.library.pages import Page
from tlumach.problems import Code, Problem
from tlumach.tracking import Tracked


class Compared(NamedTuple):
    """The lines that a problem is about: of the source, with its place, and of the translation."""

    source_path: str
    source_line: int
    source: str
    target: str


class PairFindings(NamedTuple):
    """A problem, the id of the block that it is in (empty: no block is to blame), and what it compares, if it does."""

    id: str
    problem: Problem
    compared: Compared | None = None


def of_translation(tracked: Tracked, knowledge: Knowledge, sides: Sides | None = None) -> list[PairFindings]:
    """Return what is wrong with a translation beside its source; ``sides`` spares reading the source again for each language."""
    what = matched(tracked)
    pairs = list(compared_pairs(tracked, what, knowledge, {} if sides is None else sides))
    fields = list(field_pairs(tracked, knowledge))
    ids = {id(both): tracked.ids[pair.translation] for pair, both in pairs if pair.translation is not None}
    ids |= {id(both): name for name, both in fields}
    found = [
        PairFindings(ids[id(both)], _problem(tracked, both, finding, rule), _compared(tracked, both, finding))
        for rule, both, finding in _findings([both for _, both in (*pairs, *fields)], knowledge)
    ]
    found += [PairFindings("", problem) for problem in unpaired(tracked, what)]
    for at, block in own_blocks(tracked):
        side = Side(tracked.page.language, block, tracked.page.syntax)
        for rule, some in ((UNSOURCED, unsourced_facts(side)), (UNSEEN, unseen(side))):
            found += [PairFindings(tracked.ids[at], _problem_in(tracked.page, block, each, rule)) for each in some]
    return found


def of_source(page: Page, ids: Sequence[str], knowledge: Knowledge, sides: Sides | None = None) -> list[PairFindings]:
    """Return what is wrong with a source-language page by itself; ``ids`` are those of its blocks, ``sides`` as above."""
    known = {} if sides is None else sides
    return [
        PairFindings(id, _problem_in(page, block, finding, rule))
        for id, block in zip(ids, page.blocks, strict=True)
        for side in [known.setdefault(block, Side(page.language, block, page.syntax))]
        for rule in SOURCE_RULES
        if knowledge.lemmatizer or rule.code != SPELLING.code
        for finding in rule.check(side, knowledge)
    ]


def _findings(
    pairs: Sequence[AlignedPair], knowledge: Knowledge
) -> Iterator[tuple[Rule | RuleOnPage, AlignedPair, PairFinding]]:
    """Yield what the rules find. Where a text was not translated, what else may be said of its block means nothing yet."""
    rules = (*PAIR_RULES, SPELLING) if knowledge.lemmatizer else PAIR_RULES
    translated = list[AlignedPair]()
    for both in pairs:
        found = [(rule, both, finding) for rule in rules for finding in rule.check(both)]
        left = [each for each in found if each[0].code is Code.UNTRANSLATED]
        yield from left or found
        translated += [] if left else [both]
    yield from ((rule, both, finding) for rule in PAGE_RULES for both, finding in rule.check(translated))


def _problem(tracked: Tracked, pair: AlignedPair, finding: PairFinding, rule: Rule | RuleOnPage) -> Problem:
    page, side = (tracked.source, pair.source) if finding.in_source else (tracked.page, pair.target)
    return _problem_in(page, side.block, finding, rule)


def _problem_in(page: Page, block: Block, finding: PairFinding, rule: Rule | RuleOnPage | SourceRule) -> Problem:
    return Problem(page.file, block.line + finding.line, rule.code, finding.message, finding.level or rule.code.level)


def _compared(tracked: Tracked, pair: AlignedPair, finding: PairFinding) -> Compared:
    """Return the lines of both sides; where they have as many, the one of the source that stands where the finding does."""
    ours, theirs = pair.source.text.splitlines(), pair.target.text.splitlines()
    at = finding.line if len(ours) == len(theirs) and finding.line < len(ours) else 0
    target = theirs[min(finding.line, len(theirs) - 1)] if theirs else ""
    return Compared(tracked.source.file, pair.source.block.line + at, (ours or [""])[at], target)
