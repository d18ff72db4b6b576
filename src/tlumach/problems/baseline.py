"""The list of findings that were there when a project began to check: only new ones count.

It is a text file in which each line has a path, a code, a digest of the message's words without numbers of lines, and how
often that finding stands there; so it changes only where findings are mended, not where lines move.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tlumach.problems.codes import Code
from tlumach.problems.levels import FIXED
from tlumach.problems.problem import Problem

FILE = "tlumach-baseline.txt"
_HEAD = """\
# Findings that were there when `tlumach baseline` was run: `tlumach check` and builds count only new ones.
# Run `tlumach baseline` again to drop those that are fixed. Columns: path, code, digest of the message, count.
"""
_LINE_NUMBER = re.compile(r"(?<=\w):\d+|\blines? \d+")
_NUMBER = re.compile(r"\d+")
_COUNTS = frozenset({Code.UNCONFIRMED_BLOCKS, Code.LONG_DEFINITION})
"""The rules that say how many there are of what they find: fewer of it is no new finding."""
_ROW = re.compile(r"(?P<path>.+) (?P<code>[a-z-]+) (?P<digest>[0-9a-f]{12}) (?P<count>[1-9]\d*)")


class Key(NamedTuple):
    """What makes findings the same one: the file, the rule, and the words of the message."""

    path: str
    code: str
    digest: str


@dataclass(frozen=True)
class Baseline:
    """Known findings, each with how often it stands there."""

    counts: Mapping[Key, int] = field(default_factory=dict)

    def parted(self, found_as: Mapping[Problem, Problem]) -> tuple[list[Problem], list[Problem]]:
        """Return the findings that are new, and those that are known; of more than are known the last ones are new.

        ``found_as`` has, by each finding, that which a rule made of it: what settings make of it does not make it new.
        """
        left = Counter(self.counts)
        new: list[Problem] = []
        known: list[Problem] = []
        for problem, found in found_as.items():
            key = key_of(found)
            (known if left[key] > 0 and problem.code not in FIXED else new).append(problem)
            left[key] -= 1
        return new, known


def key_of(problem: Problem) -> Key:
    """Return what makes a finding the same as another: where it stands on its page does not, nor how large a count is."""
    words = (_NUMBER if problem.code in _COUNTS else _LINE_NUMBER).sub("", problem.message)
    return Key(problem.path, problem.code.value, hashlib.sha256(words.encode()).hexdigest()[:12])


def write_baseline(problems: Iterable[Problem]) -> str:
    """Return the text of a list of these findings, sorted."""
    counts = Counter(key_of(problem) for problem in problems if problem.code not in FIXED)
    return _HEAD + "".join(f"{' '.join(key)} {count}\n" for key, count in sorted(counts.items()))


def read_baseline(text: str) -> tuple[Baseline, list[Problem]]:
    """Read the text of a list; a line that is none is a problem and is left out."""
    counts: Counter[Key] = Counter()
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if match := _ROW.fullmatch(line):
            counts[Key(match["path"], match["code"], match["digest"])] += int(match["count"])
        elif line and not line.startswith("#"):
            message = "this line is not path, code, digest and number. Run `tlumach baseline` again."
            problems.append(Problem(FILE, number, Code.BASELINE, message))
    return Baseline(counts), problems


def gone(baseline: Baseline, known: Sequence[Problem]) -> int:
    """Return how many findings of a list are no more."""
    return sum(baseline.counts.values()) - len(known)
