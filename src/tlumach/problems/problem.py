"""A problem, and how problems are sorted.

A check yields problems; it never prints, counts or stops. This module is the one place that sorts and formats them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from tlumach.problems.codes import Code, Level


class Lines(NamedTuple):
    """Lines of a file, both counted from 1; ``last`` 0: all of it; ``first`` 0 too: lines that are no more."""

    path: str
    first: int = 1
    last: int = 0


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, which rule says so, what was expected and how to mend it.

    ``path`` is relative to the project's root, ``line`` counts from 1 (0: the file as a whole); ``level`` is that of the
    code, unless another is given; ``source`` are the lines of the source that a translation is behind.
    """

    path: str
    line: int
    code: Code
    message: str
    level: Level = None  # type: ignore[assignment]  # that of its code
    source: Lines | None = None

    def __post_init__(self) -> None:
        """Take the level of the code where none is given."""
        if self.level is None:
            object.__setattr__(self, "level", self.code.level)

    def __str__(self) -> str:
        """Return ``path:line: code message``, the form that editors and CI turn into a link."""
        return f"{self.path}:{max(self.line, 1)}: {self.code} {self.message}"


Row = tuple[str, int, str, str, str, tuple[str, int, int] | None]


def as_row(problem: Problem) -> Row:
    """Return a problem as plain values, which JSON can hold."""
    return problem.path, problem.line, problem.code.name, problem.message, problem.level.value, problem.source


def from_row(
    path: str, line: int, code: str, message: str, level: str, source: tuple[str, int, int] | None = None
) -> Problem:
    """Return the problem of the values that :func:`as_row` gave."""
    return Problem(path, line, Code[code], message, Level(level), Lines(*source) if source else None)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without repetitions, by path, line and code, so that two runs print the same."""
    return sorted(set(problems), key=lambda found: (found.path, found.line, found.code, found.message))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems must fail the build."""
    return any(found.level is Level.ERROR for found in problems)
