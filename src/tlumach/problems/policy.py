"""What a project makes of the findings, in one place: their levels, the gate for stale translations, the known ones."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from tlumach.problems.baseline import Baseline
from tlumach.problems.codes import Level
from tlumach.problems.freshness import STALE, Changed, Gate, read_gate
from tlumach.problems.levels import Setting, Wrong, levelled, read_levels
from tlumach.problems.patterns import file_of
from tlumach.problems.problem import Problem, in_order

CHECKS, FRESHNESS = "checks", "freshness"
_ELSEWHERE = ("strict_translations", "stale", "in_preparation")
"""Options that others read, near which a misspelt one may be."""


class Settled(NamedTuple):
    """Findings as they count: in order, each with the finding that a rule made; and those that are known already."""

    problems: list[Problem]
    found_as: Mapping[Problem, Problem]
    known: list[Problem]


@dataclass(frozen=True)
class Policy:
    """`checks` and `freshness` of mkdocs.yml, the findings of the baseline, and the days on which the source changed."""

    languages: tuple[str, ...] = ()
    levels: tuple[Setting, ...] = ()
    gate: Gate = field(default_factory=Gate)
    baseline: Baseline = field(default_factory=Baseline)
    changed: Changed = field(default=lambda _: None, compare=False, repr=False)

    def settle(self, found: Iterable[Problem]) -> Settled:
        """Return the findings with their levels, without those that are turned off and those that are known."""
        today = datetime.datetime.now(datetime.UTC).date()
        found_as = {problem: each for each in in_order(found) if (problem := self._counting(each, today))}
        new, known = self.baseline.parted(found_as)
        return Settled(new, found_as, known)

    def _counting(self, found: Problem, today: datetime.date) -> Problem | None:
        file = file_of(found.path, self.languages)
        gated = self.gate.gated(found, file, self.changed, today)
        is_asked = (
            gated.code in STALE and gated.level is Level.ERROR
        )  # by `fail`, or `strict_translations`; else it is a warning
        return levelled(gated, file, self.levels, is_asked)


def read_policy(options: Mapping[str, object], languages: Sequence[str]) -> tuple[Policy, list[Wrong]]:
    """Read what the plugin's settings in mkdocs.yml say of findings; what cannot be read is left out and said."""
    levels, wrong = read_levels(options.get(CHECKS))
    gate, more = read_gate(options.get(FRESHNESS), languages)
    return Policy(tuple(languages), levels, gate), [*wrong, *more, *_misspelt(options)]


def _misspelt(options: Mapping[str, object]) -> Iterator[Wrong]:
    """Yield what is nearly one of our options: a gate that is not there must not look like one that is passed."""
    known = (CHECKS, FRESHNESS, *_ELSEWHERE)
    for key in options.keys() - {*known}:
        if near := get_close_matches(str(key), known, n=1, cutoff=0.75):
            yield Wrong(str(key), f"has an option `{key}`, which is not known. Did you mean `{near[0]}`?")
