"""The rules on pairs: what is wrong with a translation beside its source, block by block.

A rule is one small function whose docstring is its text in the documentation. Most are given a pair of blocks; the
rules on a page are given all of its pairs. All say where, what was expected and what was found.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tlumach.checks.pairs.facts import check_unsourced_fact, unsourced_facts
from tlumach.checks.pairs.length import check_length
from tlumach.checks.pairs.letters import check_letters
from tlumach.checks.pairs.marks import check_apostrophe, check_brackets, check_quotation_marks
from tlumach.checks.pairs.no_break import check_no_break_space
from tlumach.checks.pairs.same_numbers import check_numbers
from tlumach.checks.pairs.pair import AlignedPair, Finding, Knowledge, PairRule, Side
from tlumach.checks.pairs.pairing import Paired, Sides, aligned_pairs, unpaired
from tlumach.checks.pairs.repetition import Found, check_different_sources, check_same_source
from tlumach.checks.pairs.spaces import check_dashes, check_doubled, check_space_before_punctuation
from tlumach.checks.pairs.spelling import check_spelling
from tlumach.checks.pairs.structure import check_structure
from tlumach.checks.pairs.targets import check_footnotes, check_links
from tlumach.checks.pairs.untranslated import check_untranslated
from tlumach.checks.pairs.waivers import Waived, problems_of, waivers_of
from tlumach.glossary import terms_in
from tlumach.problems import Level, Problem
from tlumach.settings import FILE
from tlumach.spellers import PACKAGES
from tlumach.tracking import Tracked, Tracker
from tlumach.words import Lemmatizer, words

PageRule = Callable[[Sequence[AlignedPair]], Iterator[Found]]


class Rule(NamedTuple):
    """A rule on pairs: its code, how bad what it finds is, and the function."""

    code: str
    level: Level
    check: PairRule


class RuleOnPage(NamedTuple):
    """A rule on all pairs of a page."""

    code: str
    level: Level
    check: PageRule


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
    Rule("unsourced-fact", Level.WARNING, check_unsourced_fact),
)
SPELLING = Rule("spelling", Level.WARNING, check_spelling)
PAGE_RULES = (
    RuleOnPage("same-source-two-ways", Level.WARNING, check_same_source),
    RuleOnPage("different-sources-alike", Level.WARNING, check_different_sources),
)


class Compared(NamedTuple):
    """The lines that a problem is about: of the source, with its place, and of the translation."""

    source_path: str
    source_line: int
    source: str
    target: str


CODES = frozenset(rule.code for rule in (*PAIR_RULES, SPELLING, *PAGE_RULES))
"""What can be waived."""


@dataclass
class Outcome:
    """What the rules on pairs found: problems, what each compares, and what is waived."""

    problems: list[Problem] = field(default_factory=list)
    waived: list[Waived] = field(default_factory=list)
    compared: dict[Problem, Compared] = field(default_factory=dict)


def check_pairs(tracker: Tracker, spelling: bool = False) -> Iterator[Problem]:
    """Yield what is wrong with the translations beside their source, waived findings aside; spelling only if asked for."""
    yield from outcome(tracker, spelling).problems


def waived(tracker: Tracker, spelling: bool = True) -> list[Waived]:
    """Return the findings that waivers let stand, each with its waiver."""
    return outcome(tracker, spelling).waived


def outcome(tracker: Tracker, spelling: bool = False) -> Outcome:
    """Run the rules on every translation of the library."""
    result = Outcome()
    rules = (*PAIR_RULES, SPELLING) if spelling else PAIR_RULES
    languages, lemmatizer = tracker.library.settings.translations, Lemmatizer()
    known = {language: Knowledge(lemmatizer, glossary_words(tracker, language)) for language in languages}
    for path in tracker.library.paths:
        sides: Sides = {}  # the source's, which all its translations are held against
        for language in languages:
            if tracked := tracker.track(language, path):
                _check_page(tracked, known[language], rules, sides, result)
    if spelling:
        result.problems += [_no_dictionary(each) for each in languages if known[each].spelling(each) is None]
    result.problems += _unsourced_in_source(tracker)
    return result


def glossary_words(tracker: Tracker, language: str) -> frozenset[str]:
    """Return the words of the glossary's terms in a language, in lower case: spelling lets them be."""
    names = [name for term in terms_in(tracker.library, language) for name in (term.term, term.short, *term.forms)]
    return frozenset(word.text.lower() for name in names for word in words(name, language))


def _check_page(tracked: Tracked, knowledge: Knowledge, rules: Sequence[Rule], sides: Sides, result: Outcome) -> None:
    waivers = list(waivers_of(tracked))
    reasons = {(waiver.id, waiver.rule): waiver for waiver in waivers if waiver.reason}
    used = set()
    for id, problem, compared in _findings(tracked, list(aligned_pairs(tracked, knowledge, sides)), rules):
        if compared:
            result.compared[problem] = compared
        if waiver := reasons.get((id, problem.code)):
            used.add(waiver)
            result.waived.append(Waived(waiver, problem))
        else:
            result.problems.append(problem)
    not_run = {SPELLING.code} - {rule.code for rule in rules}
    for waiver in waivers:
        if waiver.rule not in not_run:
            result.problems += problems_of(waiver, tracked, CODES, used)


def _findings(
    tracked: Tracked, pairs: Paired, rules: Sequence[Rule]
) -> Iterator[tuple[str, Problem, Compared | None]]:
    """Yield what the rules find on a page, each with the id of its block and what it compares."""
    ids = {id(both): tracked.ids[pair.translation] for pair, both in pairs if pair.translation is not None}
    sides = [both for _, both in pairs]
    found = [(rule, both, finding) for both in sides for rule in rules for finding in rule.check(both)]
    found += [(rule, both, finding) for rule in PAGE_RULES for both, finding in rule.check(sides)]
    for rule, both, finding in found:
        problem = _problem(tracked, both, finding, rule)
        yield ids[id(both)], problem, _compared(tracked, both, finding)
    for problem in unpaired(tracked):
        yield "", problem, None


def _problem(tracked: Tracked, pair: AlignedPair, finding: Finding, rule: Rule | RuleOnPage) -> Problem:
    side = pair.source if finding.in_source else pair.target
    file = tracked.source.file if finding.in_source else tracked.page.file
    return Problem(file, side.block.line + finding.line, rule.code, finding.message, rule.level)


def _compared(tracked: Tracked, pair: AlignedPair, finding: Finding) -> Compared:
    """Return the lines of both sides; where they have as many, the one of the source that stands where the finding does."""
    ours, theirs = pair.source.text.splitlines(), pair.target.text.splitlines()
    at = finding.line if len(ours) == len(theirs) and finding.line < len(ours) else 0
    target = theirs[min(finding.line, len(theirs) - 1)] if theirs else ""
    return Compared(tracked.source.file, pair.source.block.line + at, (ours or [""])[at], target)


def _unsourced_in_source(tracker: Tracker) -> Iterator[Problem]:
    """Yield the unsourced facts of the source-language pages, which no pair is about."""
    source = tracker.library.settings.source
    for page in tracker.library.in_language(source):
        for block in page.blocks:
            for finding in unsourced_facts(Side(source, block)):
                yield Problem(page.file, block.line + finding.line, "unsourced-fact", finding.message, Level.WARNING)


def _no_dictionary(language: str) -> Problem:
    package = PACKAGES.get(language, f"hunspell-{language}")
    message = f"no dictionary of {language} was found for hunspell, so its spelling was not checked (Debian: {package})."
    return Problem(FILE, 1, "spelling", message, Level.WARNING)
