"""The gate for stale translations: where they are reported, where they are a warning, and where they fail, and from when on.

freshness:
  report: [blog/**]            # a level below a warning
  fail: [uk, security/**]      # languages, and paths as in `checks`
  after: 14 days               # so long after the source changed it is still a warning
"""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from tlumach.problems.codes import Code, Level
from tlumach.problems.levels import ALL, Wrong
from tlumach.problems.patterns import File, Pattern
from tlumach.problems.problem import Lines, Problem

STALE = frozenset({Code.STALE_BLOCK, Code.MISSING_BLOCK, Code.ORPHANED_BLOCK, Code.MISSING_TRANSLATION})
"""What is found where the source has moved on."""
UNKNOWN_AGE = "When the source changed is not known here: clone the project's whole history (`fetch-depth: 0`)."
_AFTER = re.compile(r"(?P<days>\d+)(?: days?)?")

Changed = Callable[[Lines], datetime.date | None]
"""Returns the day on which lines of the source last changed; None where that is not known."""


@dataclass(frozen=True)
class Where:
    """Some of the translations: all, those into languages, those of pages that a pattern means."""

    everything: bool = False
    languages: frozenset[str] = frozenset()
    patterns: tuple[Pattern, ...] = ()

    def fits(self, file: File) -> bool:
        """Whether a page of a translation is among them."""
        own = self.everything or file.language in self.languages
        return own or any(pattern.fits(file) for pattern in self.patterns)


@dataclass(frozen=True)
class Gate:
    """Where a stale translation is only reported, where it fails, and for how many days it is a warning before it does."""

    report: Where | None = None
    fail: Where | None = None
    after: int = 0

    def gated(self, problem: Problem, file: File, changed: Changed, today: datetime.date) -> Problem:
        """Return a finding with the level that the gate gives it; any but those on stale translations as it is."""
        if problem.code not in STALE and problem.code is not Code.UNCONFIRMED_BLOCKS:
            return problem
        if problem.code in STALE and self.fail and self.fail.fits(file):
            return self._failing(problem, changed, today)
        if self.report and self.report.fits(file):
            return replace(problem, level=Level.INFO)
        return problem

    def _failing(self, problem: Problem, changed: Changed, today: datetime.date) -> Problem:
        if not self.after:
            return replace(problem, level=Level.ERROR)
        since = changed(problem.source) if problem.source else None
        if since is None:
            return replace(problem, level=Level.ERROR, message=f"{problem.message} {UNKNOWN_AGE}")
        until = since + datetime.timedelta(days=self.after)
        if until <= today:
            message = f"{problem.message} It fails since {until}: the source changed on {since}."
            return replace(problem, level=Level.ERROR, message=message)
        return replace(problem, level=Level.WARNING, message=f"{problem.message} It fails from {until} on.")


def read_gate(value: object, languages: Iterable[str]) -> tuple[Gate, list[Wrong]]:
    """Read `freshness` into a gate; what cannot be read is left out and said."""
    if value is None:
        return Gate(), []
    if not isinstance(value, Mapping):
        return Gate(), [Wrong("freshness", "has a `freshness` that is no mapping of `report`, `fail` and `after`.")]
    known = frozenset(map(str, languages))
    wrong = [
        Wrong(str(key), f"names `{key}` under `freshness`. Write `report`, `fail` or `after`.")
        for key in value
        if key not in ("report", "fail", "after")
    ]
    after = _AFTER.fullmatch(str(value.get("after", 0)))
    if not after:
        wrong.append(Wrong("after", f"has `after: {value['after']}`. Write a number of days: `after: 14 days`."))
    days = int(after["days"]) if after else 0
    return Gate(_where(value.get("report"), known), _where(value.get("fail"), known), days), wrong


def _where(value: object, languages: frozenset[str]) -> Where | None:
    words = [str(each) for each in (value if isinstance(value, list) else [] if value is None else [value])]
    if not words:
        return None
    return Where(
        ALL in words,
        languages & frozenset(words),
        tuple(Pattern(word) for word in words if word != ALL and word not in languages),
    )
