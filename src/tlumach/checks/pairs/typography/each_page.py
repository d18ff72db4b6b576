"""What a page has many times by its author's habit, a hyphen for each dash, is said once for the page, with its count and lines.

Who has sixty such findings switches the rule off; `tlumach check --fix` mends all of them at once.
"""

from collections.abc import Sequence
from dataclasses import replace

from tlumach.problems import Code, Level, Problem

_HABITS = frozenset({Code.DASHES, Code.APOSTROPHE})
_LINES = 5


def once_a_page(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems, of those of an author's habits the first of each kind and page, which says where the others are."""
    kinds: dict[tuple[str, Code, Level, str], list[Problem]] = {}
    for problem in problems:
        if problem.code in _HABITS:
            kinds.setdefault((problem.path, problem.code, problem.level, _kind(problem)), []).append(problem)
    first = {some[0]: _with_others(some) for some in kinds.values()}
    later = {problem for some in kinds.values() for problem in some[1:]}
    return [first.get(problem, problem) for problem in problems if problem not in later]


def _kind(problem: Problem) -> str:
    """Return what a message says, without the words of the text that it quotes."""
    return problem.message.partition(": “")[0]


def _with_others(some: Sequence[Problem]) -> Problem:
    if len(some) == 1:
        return some[0]
    lines = [*dict.fromkeys(str(each.line) for each in some[1:])]
    more = f" and {len(lines) - _LINES} more" if len(lines) > _LINES else ""
    places = f"also line {', line '.join(lines[:_LINES])}{more}"
    return replace(some[0], message=f"{some[0].message} It stands {len(some)} times: {places}.")
