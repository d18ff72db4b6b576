"""Running the rules on pairs over a library, and setting apart what is waived."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tlumach.blocks import Block
from tlumach.checks.pairs.facts import unsourced_facts
from tlumach.checks.pairs.pair import AlignedPair, Finding, Knowledge, Side
from tlumach.checks.pairs.pairing import Paired, Sides, aligned_pairs, own_blocks, unpaired
from tlumach.checks.pairs.registry import (
    CODES,
    NEED_WORDS,
    PAGE_RULES,
    PAIR_RULES,
    SPELLING,
    UNSOURCED,
    Rule,
    RuleOnPage,
)
from tlumach.checks.pairs.waivers import Waived, problems_of, waivers_of
from tlumach.glossary import terms_in
from tlumach.problems import Level, Problem
from tlumach.settings import FILE
from tlumach.spellers import PACKAGES
from tlumach.tracking import Tracked, Tracker
from tlumach.words import Lemmatizer
from tlumach.words import words as words_of


class Compared(NamedTuple):
    """The lines that a problem is about: of the source, with its place, and of the translation."""

    source_path: str
    source_line: int
    source: str
    target: str


@dataclass
class Outcome:
    """What the rules on pairs found: problems, what each compares, and what is waived."""

    problems: list[Problem] = field(default_factory=list)
    waived: list[Waived] = field(default_factory=list)
    compared: dict[Problem, Compared] = field(default_factory=dict)


def check_pairs(tracker: Tracker, words: bool = False) -> Iterator[Problem]:
    """Yield what is wrong with the translations beside their source, waived findings aside.

    What needs dictionaries (spelling, single words left untranslated) is looked for only if ``words``.
    """
    yield from outcome(tracker, words).problems


def waived(tracker: Tracker, words: bool = True) -> list[Waived]:
    """Return the findings that waivers let stand, each with its waiver."""
    return outcome(tracker, words).waived


def outcome(tracker: Tracker, words: bool = False) -> Outcome:
    """Run the rules on every translation of the library."""
    result = Outcome()
    rules = (*PAIR_RULES, SPELLING) if words else PAIR_RULES
    languages, lemmatizer = tracker.library.settings.translations, Lemmatizer() if words else None
    known = {language: Knowledge(lemmatizer, glossary_words(tracker, language)) for language in languages}
    for path in tracker.library.paths:
        sides: Sides = {}  # the source's, which all its translations are held against
        for language in languages:
            if tracked := tracker.track(language, path):
                _check_page(tracked, known[language], rules, sides, result)
    if words:
        result.problems += [_no_dictionary(each) for each in languages if known[each].spelling(each) is None]
    let_stand = {each.problem for each in result.waived}
    found = dict.fromkeys([*result.problems, *_unsourced_in_source(tracker)])
    result.problems = [problem for problem in found if problem not in let_stand]
    return result


def glossary_words(tracker: Tracker, language: str) -> frozenset[str]:
    """Return the words of the glossary's terms in a language, in lower case: spelling lets them be."""
    names = [name for term in terms_in(tracker.library, language) for name in (term.term, term.short, *term.forms)]
    return frozenset(word.text.lower() for name in names for word in words_of(name, language))


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
    for waiver in waivers:
        if knowledge.lemmatizer or waiver.rule not in NEED_WORDS:
            result.problems += problems_of(waiver, tracked, CODES, used)


def _findings(tracked: Tracked, pairs: Paired, rules: Sequence[Rule]) -> Iterator[tuple[str, Problem, Compared | None]]:
    """Yield what the rules find on a page, each with the id of its block and what it compares."""
    ids = {id(both): tracked.ids[pair.translation] for pair, both in pairs if pair.translation is not None}
    sides = [both for _, both in pairs]
    found: list[tuple[Rule | RuleOnPage, AlignedPair, Finding]] = []
    found += [(rule, both, finding) for both in sides for rule in rules for finding in rule.check(both)]
    found += [(rule, both, finding) for rule in PAGE_RULES for both, finding in rule.check(sides)]
    for rule, both, finding in found:
        problem = _problem(tracked, both, finding, rule)
        yield ids[id(both)], problem, _compared(tracked, both, finding)
    for problem in unpaired(tracked):
        yield "", problem, None
    for at, block in own_blocks(tracked):
        for finding in unsourced_facts(Side(tracked.page.language, block)):
            yield tracked.ids[at], _unsourced(tracked.page.file, block, finding), None


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
            yield from (_unsourced(page.file, block, finding) for finding in unsourced_facts(Side(source, block)))


def _unsourced(file: str, block: Block, finding: Finding) -> Problem:
    return Problem(file, block.line + finding.line, UNSOURCED.code, finding.message, UNSOURCED.level)


def _no_dictionary(language: str) -> Problem:
    package = PACKAGES.get(language, f"hunspell-{language}")
    message = (
        f"no dictionary of {language} was found for hunspell, so its spelling was not checked (Debian: {package})."
    )
    return Problem(FILE, 1, "spelling", message, Level.WARNING)
