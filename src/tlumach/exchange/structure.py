"""Whether a translation that comes back fits in the place of its block: the rules, each with its code and its message."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tlumach.blocks import split
from tlumach.exchange.marks import FEATURES, Feature, difference, kinds
from tlumach.problems import Code

_CONTROL = re.compile(r"[\0-\x08\x0b-\x1f\x7f]")


class Misfit(NamedTuple):
    """Why a text does not fit: the code of the problem, and what is wrong and how to mend it."""

    code: Code
    message: str


def misfit(target: str, source: str, translation: str | None, source_then: str) -> Misfit | None:
    """Return the first reason why a target does not fit the source block, or None where it does.

    ``translation`` is what stands there now (None: nothing), ``source_then`` the source that it was made from. Marks
    are right where they are those of the source; or where the translation had others by a person's choice (a
    footnote of the translators), and the target gained and lost just what the source has since.
    """
    return next(_misfits(target, source, translation, source_then), None)


def _misfits(target: str, source: str, translation: str | None, source_then: str) -> Iterator[Misfit]:
    if control := _CONTROL.search(target):
        message = f"it has the control character U+{ord(control[0]):04X}. Take it out."
        yield Misfit(Code.EXCHANGE_CHARACTER, message)
    if wrong := _broken(target, source):
        yield Misfit(Code.EXCHANGE_MARKUP, wrong)
    for feature in FEATURES:
        wanted, found = feature.marks(source), feature.marks(target)
        changed = difference(found, wanted)
        if changed and translation is not None:
            kept = difference(found, feature.marks(translation)) == difference(wanted, feature.marks(source_then))
            changed = {} if kept else changed
        if changed:
            yield Misfit(feature.code, _said(feature, changed))


def _broken(target: str, source: str) -> str:
    """Return what is wrong with a target as Markdown, or an empty text: other blocks than the source, a fence left open."""
    wanted, found = kinds(source), kinds(target)
    if found != wanted:
        return f"it is {_list(found)} and its source {_list(wanted)}. Keep the line breaks and marks of the source."
    known = {problem.code for problem in split(source)[1]}
    return next((f"{each.message}." for each in split(target)[1] if each.code not in known), "")


def _said(feature: Feature, changed: dict[str, int]) -> str:
    lost = [mark for mark, count in sorted(changed.items()) if count < 0]
    added = [mark for mark, count in sorted(changed.items()) if count > 0]
    parts = [f"the {feature.name} “{mark}” is lost" for mark in lost]
    parts += [f"the {feature.name} “{mark}” is not in the source" for mark in added]
    return f"{'; '.join(parts)}. Keep it as in the source."


def _list(found: Sequence[str]) -> str:
    return " + ".join(found) or "nothing"
