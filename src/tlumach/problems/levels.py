"""The levels that a project gives the rules, by rule and by path: `checks` of the plugin in mkdocs.yml.

    checks: warn                  # nothing fails
    checks:
      all: warn                   # the same
      numbers: error              # but for this rule
      "blog/**": off              # and for these files
      "docs/uk/**":
        spelling: off

A level for all rules is the highest that a finding may have; one for a rule is the one that it has. Of the lines that
fit a finding the last one counts.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tlumach.problems.codes import Code, Level
from tlumach.problems.patterns import File, Pattern
from tlumach.problems.problem import Problem

ALL = "all"
WORDS: Mapping[str, Level | None] = {"error": Level.ERROR, "warn": Level.WARNING, "info": Level.INFO, "off": None}
FIXED = frozenset({Code.SETTINGS, Code.ENCODING, Code.UNREADABLE, Code.BASELINE, Code.NO_PAGES})
"""What leaves no page, or no list, to go on with: always an error."""


@dataclass(frozen=True)
class Setting:
    """One level: for the findings of a rule (None: of all), on the files of a pattern (None: on all); None turns them off."""

    level: Level | None
    code: Code | None = None
    pattern: Pattern | None = None

    def fits(self, code: Code, file: File) -> bool:
        """Whether the level is meant for a finding of a rule on a file."""
        return self.code in (None, code) and (self.pattern is None or self.pattern.fits(file))


class Wrong(NamedTuple):
    """What is wrong in the settings: the key or value that stands on the line, and what is to be said of it."""

    key: str
    message: str


def levelled(problem: Problem, file: File, settings: Sequence[Setting], is_asked: bool = False) -> Problem | None:
    """Return a finding on a file with the level that the settings give it; None where they turn it off.

    ``is_asked``: another setting asks for the level that it has, which one for all rules on all files does not lower.
    """
    last = next((each for each in reversed(settings) if each.fits(problem.code, file)), None)
    if last is None or problem.code in FIXED:
        return problem
    if last.level is None:
        return None
    if is_asked and last.code is None and last.pattern is None:
        return problem
    level = last.level if last.code else _lower(problem.level, last.level)
    return problem if level is problem.level else replace(problem, level=level)


def read_levels(value: object) -> tuple[tuple[Setting, ...], list[Wrong]]:
    """Read `checks` into settings; what cannot be read is left out and said."""
    found = list(_read(value, None))
    return (
        tuple(each for each in found if isinstance(each, Setting)),
        [each for each in found if isinstance(each, Wrong)],
    )


def _lower(one: Level, other: Level) -> Level:
    order = list(Level)  # from the worst on
    return max(one, other, key=order.index)


def _read(value: object, pattern: Pattern | None) -> Iterator[Setting | Wrong]:
    if value is None:
        return
    if not isinstance(value, dict):
        yield _setting("checks" if pattern is None else pattern.text, value, None, pattern)
        return
    for key, inner in value.items():
        name = str(key)
        if name == ALL:
            yield _setting(name, inner, None, pattern)
        elif name in set(Code):
            yield _setting(name, inner, Code(name), pattern)  # type: ignore[call-arg]  # looked up by its value
        elif pattern is None and any(mark in name for mark in "/*?."):
            yield from _read(inner, Pattern(name))
        else:
            yield _unknown(name)


def _setting(key: str, value: object, code: Code | None, pattern: Pattern | None) -> Setting | Wrong:
    word = "off" if value is False else value  # YAML 1.1 reads `off` as false
    if isinstance(word, str) and word in WORDS:
        return Setting(WORDS[word], code, pattern)
    near = difflib.get_close_matches(str(value), WORDS, n=1)
    hint = f"Did you mean `{near[0]}`?" if near else f"Write one of {', '.join(WORDS)}."
    return Wrong(key, f"gives `{key}` the level `{value}`, which is none. {hint}")


def _unknown(name: str) -> Wrong:
    near = difflib.get_close_matches(name, [ALL, *Code], n=1)
    hint = (
        f"Did you mean `{near[0]}`?"
        if near
        else "RULES.md lists the rules; a path has a `/` or a `*`, as in `blog/**`."
    )
    return Wrong(name, f"names `{name}` under `checks`, which is no rule. {hint}")
