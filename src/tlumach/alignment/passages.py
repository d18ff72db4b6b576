"""What a stale passage shows to readers, as a project's settings have it: `stale` of the plugin in mkdocs.yml.

    stale: original-first         # everywhere
    stale:
      all: mark                   # the translation, with the original folded below it (what is done without this)
      number: original-first      # where a number has changed: the original, with the translation folded below it
      security/**: original       # on these pages: the original alone
      "docs/uk/**":
        negation: original

Of the lines that fit a change the last one counts; a change of several kinds shows the most careful of theirs.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from tlumach.problems.levels import ALL, Wrong
from tlumach.problems.patterns import File, Pattern

STALE = "stale"


class ChangeKind(StrEnum):
    """What changed in a source since it was translated."""

    NUMBER = "number"
    """A number, a date, a sum, a unit's sign."""
    NEGATION = "negation"
    """A word that denies came or went."""
    TERM = "term"
    """A term of the glossary."""
    NAME = "name"
    """A name of somebody or something."""
    WORDING = "wording"
    """Other words, links, code, or their order."""
    TYPOGRAPHY = "typography"
    """Commas, quotation marks, capitals, emphasis, a slip of the pen."""
    ADDED = "added"
    """The passage is new, and has no translation."""
    REMOVED = "removed"
    """The passage is gone, and its translation still there."""


class Shown(StrEnum):
    """What is shown of a stale passage, from the least careful on."""

    MARK = "mark"
    """The translation, and the original folded below it."""
    ORIGINAL_FIRST = "original-first"
    """The original, and the translation folded below it."""
    ORIGINAL = "original"
    """The original alone."""


@dataclass(frozen=True)
class Rule:
    """What is shown of changes of a kind (None: of all), on the pages of a pattern (None: on all)."""

    shown: Shown
    kind: ChangeKind | None = None
    pattern: Pattern | None = None


@dataclass(frozen=True)
class Passages:
    """The rules of a project, in the order of its settings."""

    rules: tuple[Rule, ...] = ()

    def shown(self, file: File, kinds: Collection[ChangeKind]) -> Shown:
        """Return what is shown of a change of these kinds on a page."""
        order = list(Shown)
        return max((self._of(file, kind) for kind in kinds), key=order.index, default=Shown.MARK)

    @property
    def are_by_kind(self) -> bool:
        """Whether it matters what has changed."""
        return any(rule.kind for rule in self.rules)

    def _of(self, file: File, kind: ChangeKind) -> Shown:
        fitting = (
            rule.shown
            for rule in reversed(self.rules)
            if rule.kind in (None, kind) and (rule.pattern is None or rule.pattern.fits(file))
        )
        return next(fitting, Shown.MARK)


def read_passages(value: object) -> tuple[Passages, list[Wrong]]:
    """Read `stale` into rules; what cannot be read is left out and said."""
    found = list(_read(value, None))
    rules = tuple(each for each in found if isinstance(each, Rule))
    return Passages(rules), [each for each in found if isinstance(each, Wrong)]


def _read(value: object, pattern: Pattern | None) -> Iterator[Rule | Wrong]:
    if value is None:
        return
    if not isinstance(value, Mapping):
        yield _rule(STALE if pattern is None else pattern.text, value, None, pattern)
        return
    for key, inner in value.items():
        name = str(key)
        if name in {*ChangeKind, ALL}:
            yield _rule(name, inner, None if name == ALL else ChangeKind(name), pattern)
        elif pattern is None and any(mark in name for mark in "/*?."):
            yield from _read(inner, Pattern(name))
        else:
            yield Wrong(
                name, f"names `{name}` under `{STALE}`, which is no kind of change. {_hint(name, [ALL, *ChangeKind])}"
            )


def _rule(key: str, value: object, kind: ChangeKind | None, pattern: Pattern | None) -> Rule | Wrong:
    if isinstance(value, str) and value in set(Shown):
        return Rule(Shown(value), kind, pattern)
    return Wrong(key, f"has `{key}: {value}` under `{STALE}`. {_hint(str(value), list(Shown))}")


def _hint(written: str, known: list[str]) -> str:
    near = get_close_matches(written, known, n=1)
    return f"Did you mean `{near[0]}`?" if near else f"Write one of {', '.join(f'`{word}`' for word in known)}."
