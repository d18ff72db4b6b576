"""Problems: what is wrong with the input, said so that a person can mend it.

A check yields problems; it never prints, counts or stops. This module is the one place that sorts and formats them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad a problem is: an error fails the build, a warning does so only when asked to."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, which rule says so, what was expected and how to mend it.

    ``path`` is relative to the project's root, ``line`` counts from 1 (0: the file as a whole).
    """

    path: str
    line: int
    code: str
    message: str
    level: Level = Level.ERROR

    def __str__(self) -> str:
        """Return ``path:line: code message``, the form that editors and CI turn into a link."""
        return f"{self.path}:{max(self.line, 1)}: {self.code} {self.message}"


def as_row(problem: Problem) -> tuple[str, int, str, str, str]:
    """Return a problem as plain values, which JSON can hold."""
    return problem.path, problem.line, problem.code, problem.message, problem.level.value


def from_row(path: str, line: int, code: str, message: str, level: str) -> Problem:
    """Return the problem of the values that :func:`as_row` gave."""
    return Problem(path, line, code, message, Level(level))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without repetitions, by path, line and code, so that two runs print the same."""
    return sorted(set(problems), key=lambda found: (found.path, found.line, found.code, found.message))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems must fail the build."""
    return any(found.level is Level.ERROR for found in problems)
