"""Comparing a text with the one that was given, word for word: block by block, in step again after each that differs."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from tlumach.alignment.similarity import SIMILAR, resemblance, words
from tlumach.languages.invisible import without_invisible
from tlumach.languages.normal_form import normal_form

_SPACES = re.compile(r"\s+")
_AROUND = 15  # characters


class Kind(StrEnum):
    """What differs: a text is not given, a given one is missing, other words, or only what nobody sees."""

    ADDED, MISSING, OTHER, UNSEEN = "added", "missing", "other", "unseen"


class Difference(NamedTuple):
    """A difference: which text of ours (its index; for a missing one that which it should follow, -1: none), which given one, how.

    ``words`` say in words where the two part; empty for a text that has no counterpart.
    """

    kind: Kind
    ours: int
    given: int
    words: str = ""


def differences(ours: Sequence[str], given: Sequence[str]) -> Iterator[Difference]:
    """Yield how texts differ from those that were given, in order. A text may be cut into lines otherwise than the given one."""
    seen, theirs = [visible(text) for text in ours], [visible(text) for text in given]
    for kind, i, j, k, m in SequenceMatcher(None, seen, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from _unseen(ours, given, zip(range(i, j), range(k, m), strict=True))
        elif " ".join(seen[i:j]) != " ".join(theirs[k:m]):
            yield from _in_gap(ours, given, range(i, j), range(k, m))


def visible(text: str) -> str:
    """Return a text as a reader sees it: composed letters, plain single spaces, none of the characters that nobody sees."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", without_invisible(text))).strip()


def _unseen(ours: Sequence[str], given: Sequence[str], pairs: Iterator[tuple[int, int]]) -> Iterator[Difference]:
    """Yield what nobody sees and a line's end depends on, or a search: spaces of another kind, letters put together."""
    for at, there in pairs:
        one, other = (_plain(text) for text in (ours[at], given[there]))
        if one != other:
            yield Difference(Kind.UNSEEN, at, there, _parting(one, other))


def _plain(text: str) -> str:
    """Return a text without what an editor leaves at the ends of lines, and without characters that have a rule of their own."""
    return re.sub(r"[ \t]*\n[ \t]*|[ \t]+", " ", without_invisible(text)).strip()


def _in_gap(ours: Sequence[str], given: Sequence[str], left: range, right: range) -> Iterator[Difference]:
    """Pair, between texts that are the same, those that are alike; the others are added or missing."""
    waiting = list(right)
    for at in left:
        partner = max(waiting, key=lambda there: _likeness(ours[at], given[there]), default=None)
        if partner is None or _likeness(ours[at], given[partner]) < SIMILAR:
            yield Difference(Kind.ADDED, at, -1)
            continue
        while waiting[0] != partner:
            yield Difference(Kind.MISSING, at - 1, waiting.pop(0))
        waiting.pop(0)
        yield Difference(Kind.OTHER, at, partner, _parting(visible(ours[at]), visible(given[partner])))
    yield from (Difference(Kind.MISSING, left.stop - 1, there) for there in waiting)


def _likeness(one: str, other: str) -> float:
    """Return how much two texts are alike, from 0 to 1: by their words, or where these are few by their letters."""
    letters = SequenceMatcher(None, normal_form(one).text, normal_form(other).text, autojunk=False)
    return max(resemblance(words(one), words(other)), letters.ratio())


def _parting(one: str, other: str) -> str:
    """Return where two texts part: the words around, and the code points where these look alike."""
    place = next(n for n, (a, b) in enumerate(zip_longest(one, other)) if a != b)
    start = max(place - _AROUND, 0)
    here, there = (text[start : place + _AROUND] for text in (one, other))
    if visible(here) != visible(there) and not _are_lookalikes(one[place : place + 1], other[place : place + 1]):
        return f"differs at character {place + 1}: “{here}”, not “{there}”"
    names = (_named(text, place) for text in (one, other))
    return f"looks the same and differs at character {place + 1} (“{here}”): {next(names)} here, {next(names)} there"


def _are_lookalikes(one: str, other: str) -> bool:
    """Whether two characters (either may be none: where its text ends) are letters of two scripts, which may look the same."""
    if not (one and other):
        return False
    scripts = [unicodedata.name(each, "").partition(" ")[0] for each in (one, other)]
    return (
        one.isalpha() and other.isalpha() and scripts[0] != scripts[1] and {*scripts} <= {"LATIN", "CYRILLIC", "GREEK"}
    )


def _named(text: str, place: int) -> str:
    """Return the character at a place, with the marks that follow it, by code points and names."""
    end = place + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    found = [f"U+{ord(each):04X} {unicodedata.name(each, 'unnamed')}" for each in text[place:end]]
    return " and ".join(found) or "nothing"
