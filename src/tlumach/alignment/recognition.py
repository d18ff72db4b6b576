"""Recognising the texts of a record among the blocks of a page: left alone, moved, edited, split, merged, replaced."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tlumach.alignment.positions import pair_by_key, pair_by_position
from tlumach.alignment.sequences import comparable, gaps, longest_chain, same
from tlumach.alignment.similarity import (
    ELSEWHERE,
    SIMILAR,
    Words,
    as_block,
    footnote_key,
    is_footnote,
    is_part,
    maybe_alike,
    resemblance,
    sharing,
    words,
)
from tlumach.blocks import Block

_SAME_KEY = 0.2
"""What the same key adds to the resemblance of two footnotes: it decides between notes as alike as “ibid.”."""


@dataclass(frozen=True)
class Recognised:
    """Which recorded text (its index) each block (its index) is, whatever became of it; and what else is explained.

    ``parts`` are blocks that were cut off a recorded text that another block keeps; ``merged`` are recorded texts
    that are now within a block which is another one. Neither is free to be taken for something else.
    """

    texts: Mapping[int, int] = field(default_factory=dict)
    parts: frozenset[int] = frozenset()
    merged: frozenset[int] = frozenset()


def recognise(texts: Sequence[str], blocks: Sequence[Block]) -> Recognised:
    """Find the recorded texts among the blocks: equal ones, then edited ones of the same kind, then footnotes by key."""
    old, new = [comparable(text) for text in texts], [comparable(block.text) for block in blocks]
    found = same(old, new)
    if len(found) == len(blocks) or len(found) == len(texts):
        return Recognised(found)
    rest = _Rest(texts, blocks, found)
    found |= rest.edited()
    found |= rest.by_key(found)
    return Recognised(found, *rest.explained(found))


def replaced(texts: Sequence[str], blocks: Sequence[Block], known: Recognised) -> dict[int, int]:
    """Find, for blocks that are not recognised, the recorded texts that stood in their place and are gone.

    Between what is recognised before and after, by kind and position: a heading with a new name is still that heading.
    """
    left, right = _free(len(texts), known.texts.values(), known.merged), _free(len(blocks), known.texts, known.parts)
    if not left or not right:
        return {}
    gone = {at: block for at in left if (block := as_block(texts[at]))}
    chain = longest_chain((old, new) for new, old in known.texts.items() if not is_footnote(blocks[new]))
    return {new: old for old, new in pair_by_position(gone, {at: blocks[at] for at in right}, chain)}


class _Rest:
    """What equality leaves over: its words, counted once, and between which blocks left alone it stands."""

    def __init__(self, texts: Sequence[str], blocks: Sequence[Block], found: Mapping[int, int]) -> None:
        free = _free(len(texts), found.values())
        self.old = {at: block for at in free if (block := as_block(texts[at]))}
        self.new = {at: blocks[at] for at in _free(len(blocks), found)}
        self.chain = longest_chain((old, new) for new, old in found.items())
        self.old_words: dict[int, Words] = {at: words(block.text) for at, block in self.old.items()}
        self.new_words: dict[int, Words] = {at: words(block.text) for at, block in self.new.items()}
        old_starts, new_starts = [old for old, _ in self.chain], [new for _, new in self.chain]
        self.old_gap = {at: bisect_left(old_starts, at) for at in self.old}
        self.new_gap = {at: bisect_left(new_starts, at) for at in self.new}

    def edited(self) -> dict[int, int]:
        """Pair the most alike first; where two are as alike, those that moved least."""
        taken: dict[int, int] = {}
        gone: set[int] = set()
        for _, _, old, new in sorted(self._candidates()):
            if new not in taken and old not in gone:
                taken[new] = old
                gone.add(old)
        return taken

    def by_key(self, taken: Mapping[int, int]) -> dict[int, int]:
        """Pair footnotes that have the same key, however different their texts."""
        old = {at: block for at, block in self.old.items() if at not in set(taken.values())}
        new = {at: block for at, block in self.new.items() if at not in taken}
        return {at: was for was, at in pair_by_key(old, new)}

    def explained(self, taken: Mapping[int, int]) -> tuple[frozenset[int], frozenset[int]]:
        """Return the free blocks that are parts of a recorded text, and the free recorded texts that are parts of a block."""
        old, new = self.old_words, self.new_words
        kept, parts, merged = set(taken.values()), set[int](), set[int]()
        for ours, theirs in gaps(self.chain, old, new):
            free, gone = [at for at in theirs if at not in taken], [was for was in ours if was not in kept]
            parts |= {at for at in free if any(is_part(new[at], old[was]) for was in ours)}
            merged |= {was for was in gone if any(is_part(old[was], new[at]) for at in theirs)}
        return frozenset(parts), frozenset(merged)

    def _candidates(self) -> Iterator[tuple[float, int, int, int]]:
        by_key = sharing(_notes(self.old), _notes(self.new))
        for pairs in (by_key, maybe_alike(self.old_words, self.new_words, SIMILAR)):
            for old, new in pairs:
                if self.new[new].kind is self.old[old].kind:
                    likeness = self._likeness(old, new)
                    if likeness >= (SIMILAR if self._in_one_place(old, new) else ELSEWHERE):
                        yield -likeness, abs(new - old), old, new

    def _likeness(self, old: int, new: int) -> float:
        key = footnote_key(self.new[new].text)
        extra = _SAME_KEY if key and key == footnote_key(self.old[old].text) else 0.0
        return resemblance(self.old_words[old], self.new_words[new]) + extra

    def _in_one_place(self, old: int, new: int) -> bool:
        """Whether no block that was left alone lies between the places of the two; footnotes are all in one place."""
        return self.old_gap[old] == self.new_gap[new] or is_footnote(self.new[new])


def _free(count: int, taken: Iterable[int], more: Iterable[int] = ()) -> list[int]:
    return sorted(set(range(count)) - set(taken) - set(more))


def _notes(blocks: Mapping[int, Block]) -> dict[int, frozenset[str]]:
    return {at: frozenset({footnote_key(block.text)} - {""}) for at, block in blocks.items()}
