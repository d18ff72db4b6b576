"""How much two texts have in common: within one language by their words, between two by what needs no translation."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import ceil
from typing import Any

from tlumach.blocks import Block, BlockKind, split

SIMILAR = 0.55
"""From here on, two texts that stand in the same place are the same paragraph before and after an edit.

Taken from tests/cases/resemblance, where edits start at 0.58 and what is unrelated but on one subject ends at 0.53. Of the
1,700 pairs of blocks of one kind on one page of the first site, one in a thousand reaches 0.45 and none more than 0.47.
"""
ELSEWHERE = 0.75
"""The same for texts that stand in different places: there, chance has more tries."""
PART = 0.8
"""From here on, a text is a part of another: the share of its words that the other has."""
_FEWEST_WORDS_OF_PART = 3

_STEM = 5  # letters; endings come after, in Russian and Ukrainian as in English
_LITTLE = 3  # letters at most, in most words that say nothing of the subject
_TARGET = re.compile(r"\]\([^)]*\)")
_WORD = re.compile(r"[^\W_]+")
_FOOTNOTE_KEY = re.compile(r"\s*\[\^(?P<key>[^\]]*)\]:")
_MARKS = re.compile(r"\A#+|\d+|\]\([^)\s]*|\[\^[^\]]+\]|`[^`]+`|https?://[^\s)>]+")

Words = frozenset[tuple[str, int]]


def words(text: str) -> Words:
    """Return the beginnings of the words of a text, each with how many times it was there so far.

    Little words count only where there are no others; numbers always do.
    """
    everything = _WORD.findall(_TARGET.sub("]", _without_key(text)).casefold())
    seen: Counter[str] = Counter()
    found = set()
    for word in [word for word in everything if len(word) > _LITTLE or word.isdigit()] or everything:
        stem = word[:_STEM]
        seen[stem] += 1
        found.add((stem, seen[stem]))
    return frozenset(found)


def resemblance(one: Words, other: Words) -> float:
    """Return how much two texts have in common, from 0 to 1 (the cosine of their words; a text without words is like none)."""
    if not one or not other:
        return 0.0
    return float(len(one & other) / (len(one) * len(other)) ** 0.5)


def maybe_alike(left: Mapping[int, Words], right: Mapping[int, Words], least: float) -> Iterator[tuple[int, int]]:
    """Yield the pairs that may resemble each other by ``least`` or more: none that does is left out, most others are.

    Two texts that do share one of their rarer words: each has at least ``least``² of its words in common, so that not all of
    the common ones can be among its most frequent (R. Bayardo, Y. Ma, R. Srikant, "Scaling Up All Pairs Similarity Search",
    2007). So a page of which all was changed need not be compared block by block with itself.
    """
    often = Counter(word for side in (left, right) for found in side.values() for word in found)

    def rarer(found: Words) -> list[tuple[str, int]]:
        common = max(1, ceil(least * least * len(found) - 1e-9))
        return sorted(found, key=lambda word: (often[word], word))[: len(found) - common + 1]

    return sharing(*({at: rarer(found) for at, found in side.items()} for side in (left, right)))


def sharing(left: Mapping[int, Iterable[Any]], right: Mapping[int, Iterable[Any]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that have something in common."""
    places = defaultdict[Any, list[int]](list)
    for at, found in right.items():
        for each in found:
            places[each].append(at)
    for one, found in left.items():
        for other in {other for each in found for other in places.get(each, ())}:
            yield one, other


def is_part(one: Words, other: Words) -> bool:
    """Whether the first text is a part of the second, as the smaller piece of a split paragraph is."""
    return len(one) >= _FEWEST_WORDS_OF_PART and len(one & other) >= PART * len(one)


def footnote_key(text: str) -> str:
    """Return the key of a footnote definition (``[^key]: …``); an empty text where there is none."""
    found = _FOOTNOTE_KEY.match(text)
    return found["key"] if found else ""


def marks(block: Block) -> Counter[str]:
    """Return what a block has that is the same in every language: level, numbers, targets, footnote marks, code."""
    return Counter(_MARKS.findall(block.text))


def as_block(text: str) -> Block | None:
    """Return a recorded text as a block, with the kind that it has by itself; None where it is empty."""
    found = split(text)[0]
    return Block(found[0].kind, 0, text) if found else None


def is_footnote(block: Block) -> bool:
    """Whether the block is a footnote: these have a key, and their place on the page says nothing."""
    return block.kind is BlockKind.FOOTNOTE


def _without_key(text: str) -> str:
    return _FOOTNOTE_KEY.sub("", text, count=1)
