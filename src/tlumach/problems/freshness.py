"""The gate for stale translations: where they are reported, where they are a warning, and where they fail, and from when on.

freshness:
  report: [blog/**]            # a level below a warning
  warn: {all: 7 days}          # so long after the source changed it is only reported, then it is a warning
  fail:                        # languages, and paths as in `checks`; of those that fit, the last one counts
    uk: 30 days                # so long after the source changed it is still a warning
    security/**: 0 days
  after: 14 days               # the same for those of `fail` that give no days: `fail: [uk, security/**]`
"""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from tlumach.problems.codes import Code, Level
from tlumach.problems.levels import ALL, Wrong
from tlumach.problems.patterns import File, Pattern
from tlumach.problems.problem import Lines, Problem

STALE = frozenset({Code.STALE_BLOCK, Code.MISSING_BLOCK, Code.ORPHANED_BLOCK, Code.MISSING_TRANSLATION})
"""What is found where the source has moved on."""
_NEVER_FAIL = frozenset({Code.UNCONFIRMED_BLOCKS, Code.MOVED_BLOCK})
"""What has no age and breaks no promise: it may be reported alone, and never fails by the gate."""
UNKNOWN_AGE = "When the source changed is not known here: clone the project's whole history (`fetch-depth: 0`)."
_AFTER = re.compile(r"(?P<days>\d{1,5})(?: days?)?")
_KEYS = ("report", "warn", "fail", "after")

Changed = Callable[[Lines], datetime.date | None]
"""Returns the day on which lines of the source last changed; None where that is not known."""


@dataclass(frozen=True)
class Where:
    """Some of the translations: all, those into a language, those of pages that a pattern means; and an age in days."""

    word: str
    languages: frozenset[str] = frozenset()
    """Those of the site: other words are patterns."""
    days: int = 0

    def fits(self, file: File) -> bool:
        """Whether a page of a translation is among them."""
        if self.word == ALL or self.word in self.languages:
            return self.word in (ALL, file.language)
        return self._pattern.fits(file)

    @cached_property
    def _pattern(self) -> Pattern:
        return Pattern(self.word)


Step = tuple[Where, ...]
"""Where a level of the gate holds; of those that fit, the last one counts."""


@dataclass(frozen=True)
class Gate:
    """Where a stale translation is only reported, where it is a warning, and where it fails, each from an age on.

    ``warn`` None: everywhere and at once, but for ``report``.
    """

    report: Step = ()
    warn: Step | None = None
    fail: Step = ()

    def gated(self, problem: Problem, file: File, changed: Changed, today: datetime.date) -> Problem:
        """Return a finding with the level that the gate gives it; any but those on stale translations as it is."""
        if problem.code in _NEVER_FAIL:
            return replace(problem, level=Level.INFO) if _last(self.report, file) else problem
        if problem.code not in STALE:
            return problem
        fails = _last(self.fail, file)
        if fails is None and self.warn is None:
            return replace(problem, level=Level.INFO) if _last(self.report, file) else problem
        age = _Age(problem, changed, today)
        if fails and age.is_over(fails.days):
            return age.said(Level.ERROR, "fails", fails.days)
        warns = _last(self.warn, file) if self.warn is not None else None
        if fails and (self.warn is None or (warns and age.is_over(warns.days))):
            return age.said(Level.WARNING, "fails", fails.days)
        if warns:
            level = problem.level if age.is_over(warns.days) else Level.INFO
            return age.said(level, "is a warning", warns.days)
        return replace(problem, level=Level.INFO)


@dataclass(frozen=True)
class _Age:
    """How old the change is that a finding is about: the day on which the source changed, as far as it is known."""

    problem: Problem
    changed: Changed
    today: datetime.date

    @cached_property
    def since(self) -> datetime.date | None:
        return self.changed(self.problem.source) if self.problem.source else None

    def is_over(self, days: int) -> bool:
        """Whether the source changed so many days ago, or nobody knows when."""
        return not days or self.since is None or self.since + datetime.timedelta(days) <= self.today

    def said(self, level: Level, what: str, days: int) -> Problem:
        """Return the finding with a level, and with the day from which on it ``what`` (fails, is a warning)."""
        message = self.problem.message
        if days and self.since is None:
            message = f"{message} {UNKNOWN_AGE}"
        elif days and self.since:
            day = self.since + datetime.timedelta(days)
            is_over = self.is_over(days)
            message += (
                f" It {what} since {day}: the source changed on {self.since}."
                if is_over
                else f" It {what} from {day} on."
            )
        return replace(self.problem, level=level, message=message)


def _last(step: Step, file: File) -> Where | None:
    return next((where for where in reversed(step) if where.fits(file)), None)


def read_gate(value: object, languages: Iterable[str]) -> tuple[Gate, list[Wrong]]:
    """Read `freshness` into a gate; what cannot be read is left out and said."""
    if value is None:
        return Gate(), []
    if not isinstance(value, Mapping):
        return Gate(), [Wrong("freshness", f"has a `freshness` that is no mapping of {_listed(_KEYS)}.")]
    wrong = [
        Wrong(str(key), f"names `{key}` under `freshness`. Write {_listed(_KEYS)}.")
        for key in value
        if key not in _KEYS
    ]
    known = frozenset(map(str, languages))
    after = _days("after", value.get("after", 0), wrong)
    report, warn, fail = (
        _step(value.get(key), known, days, wrong) for key, days in (("report", 0), ("warn", 0), ("fail", after))
    )
    return Gate(report, warn if "warn" in value else None, fail), wrong


def _step(value: object, languages: frozenset[str], days: int, wrong: list[Wrong]) -> Step:
    """Read where a level holds: a word, a list of them, or a mapping of each to an age."""
    if isinstance(value, Mapping):
        ages = {str(word): _days(str(word), age, wrong) for word, age in value.items()}
    else:
        words = value if isinstance(value, list) else [] if value is None else [value]
        ages = dict.fromkeys(map(str, words), days)
    return tuple(Where(word, languages, age) for word, age in ages.items())


def _days(key: str, value: object, wrong: list[Wrong]) -> int:
    if match := _AFTER.fullmatch(str(value)):
        return int(match["days"])
    wrong.append(Wrong(key, f"has `{key}: {value}`. Write a number of days: `{key}: 14 days`."))
    return 0


def _listed(words: Iterable[str]) -> str:
    *first, last = (f"`{word}`" for word in words)
    return f"{', '.join(first)} or {last}"
