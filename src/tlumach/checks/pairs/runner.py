"""Running the rules on pairs over a library, and setting apart what is waived."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tlumach.checks.pairs.cached_findings import Finder, FoundIn
from tlumach.checks.pairs.findings import Compared, PairFindings
from tlumach.checks.pairs.knowledge import knowledge_of, wrong_in_lists
from tlumach.checks.pairs.pair import Knowledge
from tlumach.checks.pairs.registry import CODES, NEED_WORDS, SPELLING
from tlumach.checks.pairs.spelling.once import each_once
from tlumach.checks.pairs.waivers import Waived, problems_of, waivers_of
from tlumach.languages.spelling import why_not
from tlumach.library import Library
from tlumach.library.structure import Place
from tlumach.problems import Problem
from tlumach.settings import FILE
from tlumach.tasks.tasks import TaskRunner
from tlumach.tracking import Tracker


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


def outcome(tracker: Tracker, words: bool = False, runner: TaskRunner | None = None) -> Outcome:
    """Run the rules on every page of the library; with ``runner``, those of changed pages alone, in several processes."""
    result, known = Outcome(), knowledge_of(tracker.library, words, runner)
    finder, paths = Finder(tracker, known), tracker.library.paths
    own = runner.own(paths) if runner else paths
    for path, found in zip(own, finder.all_found(runner) if runner else map(finder.found, own), strict=True):
        _judge_path(tracker, path, known, found, result)
    if words:
        result.problems += [_no_dictionary(each) for each in sorted(known) if known[each].spelling(each) is None]
        result.problems += wrong_in_lists(tracker.library, known)
    result.problems = _once(_left(result), tracker.library)
    return result


def _once(problems: list[Problem], library: Library) -> list[Problem]:
    return each_once(problems, {page.file: page.language for page in library.pages.values()})


def _left(result: Outcome) -> list[Problem]:
    let_stand = {each.problem for each in result.waived}
    return [problem for problem in dict.fromkeys(result.problems) if problem not in let_stand]


def problems_of_path(tracker: Tracker, path: str, known: Mapping[str, Knowledge]) -> list[Problem]:
    """Return what is wrong with the pages of one path, waived findings aside, by what is ``known`` of each language."""
    result = Outcome()
    _judge_path(tracker, path, known, Finder(tracker, known).found(path), result)
    return _once(_left(result), tracker.library)


def _judge_path(tracker: Tracker, path: str, known: Mapping[str, Knowledge], found: FoundIn, result: Outcome) -> None:
    """Judge what was found under a path. A finding in the source is let stand by the record of any of its translations."""
    settings = tracker.library.settings
    in_source = found[settings.source]
    result.problems += [each.problem for each in in_source]
    for language in settings.translations:
        if language in found:
            _judge(tracker, language, path, [*found[language], *in_source], known[language], result)


def _judge(
    tracker: Tracker, language: str, path: str, found: Sequence[PairFindings], knowledge: Knowledge, result: Outcome
) -> None:
    """Set apart what the record of a translation waives, and what is wrong with its waivers."""
    may_waive = _has_notes(tracker.library, (language, path))
    tracked = tracker.track(language, path) if may_waive else None
    waivers = list(waivers_of(tracked)) if tracked else []
    reasons = {(waiver.id, waiver.rule): waiver for waiver in waivers if waiver.reason}
    used = set()
    for id, problem, compared in found:
        if compared:
            result.compared[problem] = compared
        if waiver := reasons.get((id, problem.code)):
            used.add(waiver)
            result.waived.append(Waived(waiver, problem))
        else:
            result.problems.append(problem)
    for waiver in waivers:
        if tracked and (knowledge.lemmatizer or waiver.rule not in NEED_WORDS):
            result.problems += problems_of(waiver, tracked, CODES, used)


def _has_notes(library: Library, place: Place) -> bool:
    return place in library.records and library.facts_of_record(place).has_notes


def _no_dictionary(language: str) -> Problem:
    message = f"the spelling of “{language}” was not checked: {why_not(language)}."
    return Problem(FILE, 1, SPELLING.code, message)
