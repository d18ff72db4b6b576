"""What stands many times by a habit of an author or a site, a hyphen for each dash, is said once, with its count and places.

So is a page of which more than five texts were left in the language of its source, and what a whole site has otherwise than its source.

Who has sixty such findings switches the rule off; `tlumach check --fix` mends all of them at once. A habit of one page is said once
for the page, one that more than five pages of a language share once for the language. It is told after levels and the baseline, so
that these go by each place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tlumach.checks.habits.sites import ONCE, Shape, is_habit, shape_of
from tlumach.library import Library
from tlumach.problems import Code, Level, Problem
from tlumach.problems.levels import levelled
from tlumach.problems.patterns import file_of

_RULES = frozenset({Code.DASHES, Code.APOSTROPHE, Code.QUOTATION_MARKS})
_LOCAL = ("not opened", "not closed", "within the same marks")
"""What is wrong with one quotation mark, and no habit."""
_SPACES = "two spaces"
"""After each full stop, as on a typewriter: a habit from some places on a page on."""
_PAGES, _PLACES = 5, 5

_Kind = tuple[str, Code, Level, str]


def habits_once(problems: Sequence[Problem], library: Library) -> list[Problem]:
    """Return the problems, of those of a habit the first, which says how many there are and where some others stand."""
    languages = {page.file: page.language for page in library.pages.values()}
    sites = _of_sites(problems, languages)
    once = {problem for group in sites for problem in group}
    rest = [problem for problem in problems if problem not in once]
    groups, left = _of_pages(rest, languages), _pages_left(rest)
    first = {group[0]: _with_others(group) for group in groups}
    first |= {group[0]: _left(group) for group in left} | {group[0]: _of_site(group, library) for group in sites}
    later = {problem for group in (*sites, *groups, *left) for problem in group[1:]}
    return [first.get(problem, problem) for problem in problems if problem not in later]


def _of_pages(problems: Sequence[Problem], languages: Mapping[str, str]) -> list[list[Problem]]:
    """Return the findings on marks by habit: of a page, or of a language where many pages have it."""
    kinds: dict[_Kind, list[Problem]] = {}
    for problem in problems:
        if _may_be_habit(problem):
            kinds.setdefault(_kind(problem, languages), []).append(problem)
    groups = [group for some in kinds.values() for group in _groups(some)]
    return [group for group in groups if group[0].code in _RULES or len(group) > _PLACES]


def _may_be_habit(problem: Problem) -> bool:
    if problem.code in _RULES:
        return not any(words in problem.message for words in _LOCAL)
    return problem.code is Code.DOUBLED and problem.message.startswith(_SPACES)


def _of_sites(problems: Sequence[Problem], languages: Mapping[str, str]) -> list[list[Problem]]:
    """Return the findings on what the pages of a language have otherwise than their sources in one way throughout."""
    shapes: dict[tuple[str, Code, Level, Shape], list[Problem]] = {}
    for problem in problems:
        if shape := shape_of(problem):
            key = languages.get(problem.path, ""), problem.code, problem.level, shape
            shapes.setdefault(key, []).append(problem)
    return [some for some in shapes.values() if is_habit(some)]


def _of_site(some: Sequence[Problem], library: Library) -> Problem:
    """Return the one finding on what a site has throughout: a warning, where the project does not ask for another level."""
    settings = library.settings
    first = _with_others(some)
    if first.level is Level.ERROR:
        first = replace(first, level=ONCE)
    return levelled(first, file_of(first.path, settings.languages), settings.findings.levels) or first


def _pages_left(problems: Sequence[Problem]) -> list[list[Problem]]:
    """Return the findings on texts that were not translated, by page, of the pages that have more than a few."""
    pages: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.code is Code.UNTRANSLATED and problem.level is not Level.INFO:
            pages.setdefault(problem.path, []).append(problem)
    return [some for some in pages.values() if len(some) > _PLACES]


def _left(some: Sequence[Problem]) -> Problem:
    """Return the one finding on a page that was left in the language of its source."""
    others = ", ".join(dict.fromkeys(str(each.line) for each in some[1:]))
    message = f"{some[0].message} So are {len(some)} texts of this page; the others stand on lines {others}."
    return replace(some[0], level=min((each.level for each in some), key=[*Level].index), message=message)


def _kind(problem: Problem, languages: Mapping[str, str]) -> _Kind:
    """Return what a habit is: its language, rule and level, and what the message says without the words of the text that it quotes."""
    return languages.get(problem.path, ""), problem.code, problem.level, problem.message.partition(": “")[0]


def _groups(some: Sequence[Problem]) -> list[list[Problem]]:
    """Return the problems of a kind by page; together where many pages have it."""
    pages: dict[str, list[Problem]] = {}
    for problem in some:
        pages.setdefault(problem.path, []).append(problem)
    return [[*some]] if len(pages) > _PAGES else [*pages.values()]


def _with_others(some: Sequence[Problem]) -> Problem:
    if len(some) == 1:
        return some[0]
    pages = {each.path for each in some}
    on_pages = f" on {len(pages)} pages" if len(pages) > 1 else ""
    others = [*dict.fromkeys(f"{each.path}:{each.line}" for each in some[1:])]
    more = f" and {len(others) - _PLACES} more" if len(others) > _PLACES else ""
    message = f"{some[0].message} It stands {len(some)} times{on_pages}: also {', '.join(others[:_PLACES])}{more}."
    return replace(some[0], message=message)
