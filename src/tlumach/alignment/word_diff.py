"""What an edit did to a text, word by word."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from tlumach.alignment.sequences import comparable

_TOKEN = re.compile(r"\s+|[^\W_]+(?:['’ʼ-][^\W_]+)*|.")


class Change(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Run(NamedTuple):
    """Neighbouring words to which the same happened, with the spaces and marks between them."""

    change: Change
    text: str


class _Edit(NamedTuple):
    """A stretch of both texts: the same words, or words and what stands in their place."""

    same: bool
    then: str
    now: str


def word_diff(then: str, now: str) -> list[Run]:
    """Return the runs that lead from one text to the other; what was removed stands before what took its place.

    The runs that are not added make up the first text, those that are not removed, the second. Line ends and the
    composition of letters are no difference. The words of a replaced phrase stay together, whatever spaces they share.
    """
    old, new = _TOKEN.findall(comparable(then)), _TOKEN.findall(comparable(now))
    edits = list(_phrases(_edits(old, new)))
    return [run for edit in edits for run in _runs(edit) if run.text]


def _edits(old: Sequence[str], new: Sequence[str]) -> Iterable[_Edit]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield _Edit(tag == "equal", "".join(old[i1:i2]), "".join(new[j1:j2]))


def _phrases(edits: Iterable[_Edit]) -> list[_Edit]:
    """Join two replacements that have nothing but spaces between them."""
    joined: list[_Edit] = []
    for edit in edits:
        joined.append(edit)
        if len(joined) > 2 and _is_replacement(joined[-3]) and joined[-2].now.isspace() and _is_replacement(edit):
            phrase = joined[-3:]
            joined[-3:] = [_Edit(False, "".join(part.then for part in phrase), "".join(part.now for part in phrase))]
    return joined


def _is_replacement(edit: _Edit) -> bool:
    return not edit.same and bool(edit.then and edit.now)


def _runs(edit: _Edit) -> tuple[Run, ...]:
    if edit.same:
        return (Run(Change.SAME, edit.now),)
    return Run(Change.REMOVED, edit.then), Run(Change.ADDED, edit.now)
