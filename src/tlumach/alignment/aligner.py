"""Alignment: which block of a translation belongs to which block of the source, and whether it is still right.

The record is the link between the two: each side is compared with what the record has of it, in its own language.
Only what the record does not know is paired by kind and position.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tlumach.alignment.freshness import State, is_text, state_of
from tlumach.alignment.positions import heading_pairs, pair_by_key, pair_by_position
from tlumach.alignment.recognition import recognise, replaced
from tlumach.alignment.sequences import comparable, longest_chain
from tlumach.alignment.similarity import is_footnote
from tlumach.blocks import Block
from tlumach.records import Entry, Record


class Pair(NamedTuple):
    """A block of the source, its translation and what the record has of them, by their indices; None for what is lacking."""

    source: int | None
    translation: int | None
    entry: int | None
    state: State


@dataclass(frozen=True)
class Alignment:
    """All blocks of both pages, each in one pair, in the order of the source; orphans follow what they follow on their page.

    ``by_position``: there was no record to go by, so that kind and position alone tell what belongs together.
    """

    pairs: list[Pair]
    by_position: bool = False


def align(source: Sequence[Block], translation: Sequence[Block], record: Record | None) -> Alignment:
    """Align the blocks of a page with those of its translation, through the record of that translation (if there is one)."""
    if record is None or not record.entries:
        return _without_record(source, translation)
    if _as_recorded(source, translation, record.entries):
        states = (State.CURRENT if entry.confirmed else State.UNCONFIRMED for entry in record.entries)
        return Alignment([Pair(at, at, at, state) for at, state in enumerate(states)])
    return _through_record(source, translation, record.entries)


def _as_recorded(source: Sequence[Block], translation: Sequence[Block], entries: Sequence[Entry]) -> bool:
    """Whether both pages are what the record has, block by block: nearly all pages, nearly always."""
    return len(source) == len(translation) == len(entries) and all(
        is_text(ours, entry.source) and is_text(theirs, entry.translation)
        for ours, theirs, entry in zip(source, translation, entries, strict=True)
    )


def _without_record(source: Sequence[Block], translation: Sequence[Block]) -> Alignment:
    ours, theirs = dict(enumerate(source)), dict(enumerate(translation))
    pairs = heading_pairs(source, translation)
    free = _left(ours, {one for one, _ in pairs}), _left(theirs, {other for _, other in pairs})
    pairs += pair_by_position(*free, pairs)
    pairs += pair_by_key(ours, theirs)
    return Alignment(_in_order(source, translation, dict(pairs), {}, {}, ()), by_position=True)


def _through_record(source: Sequence[Block], translation: Sequence[Block], entries: Sequence[Entry]) -> Alignment:
    originals = [entry.source for entry in entries]
    known, theirs = recognise(originals, source), recognise([entry.translation for entry in entries], translation)
    in_place = replaced(originals, source, known)
    ours = _reunited({**known.texts, **in_place}, theirs.texts, entries)
    block_of = {entry: at for at, entry in theirs.texts.items()}
    pairs = {at: block_of[entry] for at, entry in ours.items() if entry in block_of}
    lone = _left(dict(enumerate(source)), pairs)
    fresh = _left(dict(enumerate(translation)), theirs.texts)
    pairs |= pair_by_key(lone, fresh)
    # What was cut off a translation belongs to what was cut off a source, if to anything.
    pairs |= pair_by_position(
        _left(lone, pairs),
        fresh,
        longest_chain((one, other) for one, other in pairs.items() if not is_footnote(source[one])),
        lambda one, other: other not in theirs.parts or one in known.parts,
    )
    # A guess about what stood here before means nothing without the translation that was made from it.
    certain = {at: entry for at, entry in ours.items() if at in pairs or at not in in_place}
    return Alignment(_with_moved(source, _in_order(source, translation, pairs, certain, theirs.texts, entries)))


def _with_moved(source: Sequence[Block], pairs: list[Pair]) -> list[Pair]:
    """Mark what the source alone has put into another place: its order is neither the record's nor the translation's.

    Where both were re-ordered alike nothing has moved; nor where the order of a translation was confirmed as it is.
    """
    placed = [
        (pair.source, pair.translation, pair.entry)
        for pair in pairs
        if pair.source is not None and pair.translation is not None and pair.entry is not None
        if not is_footnote(source[pair.source])
    ]
    in_translation = {one for _, one in longest_chain((theirs, ours) for ours, theirs, _ in placed)}
    in_record = {one for _, one in longest_chain((entry, ours) for ours, _, entry in placed)}
    moved = {ours for ours, _, _ in placed} - in_translation - in_record
    return [
        pair._replace(state=State.MOVED) if pair.source in moved and pair.state is State.CURRENT else pair
        for pair in pairs
    ]


def _reunited(ours: Mapping[int, int], theirs: Mapping[int, int], entries: Sequence[Entry]) -> dict[int, int]:
    """Give a source block that stands in the record more than once the entry whose translation is still there."""
    with_source, with_translation = set(ours.values()), set(theirs.values())
    waiting = defaultdict(list)
    for entry in sorted(with_translation - with_source, reverse=True):
        waiting[comparable(entries[entry].source)].append(entry)
    reunited = dict(ours)
    for at, entry in sorted(ours.items()):
        if entry not in with_translation and (others := waiting.get(comparable(entries[entry].source))):
            reunited[at] = others.pop()
    return reunited


def _left(blocks: Mapping[int, Block], taken: Container[int]) -> dict[int, Block]:
    return {at: block for at, block in blocks.items() if at not in taken}


def _in_order(
    source: Sequence[Block],
    translation: Sequence[Block],
    partners: Mapping[int, int],
    ours: Mapping[int, int],
    theirs: Mapping[int, int],
    entries: Sequence[Entry],
) -> list[Pair]:
    """Put the pairs in the order of the source, each followed by the orphans that follow its translation."""
    orphans = _orphans(translation, set(partners.values()))

    def pair(one: int | None, other: int | None, entry: int | None) -> Pair:
        block, its_translation = None if one is None else source[one], None if other is None else translation[other]
        return Pair(one, other, entry, state_of(block, its_translation, None if entry is None else entries[entry]))

    def all_pairs() -> Iterator[Pair]:
        yield from (pair(None, orphan, theirs.get(orphan)) for orphan in orphans[None])
        for one in range(len(source)):
            yield pair(one, partners.get(one), ours.get(one))
            if one in partners:
                yield from (pair(None, orphan, theirs.get(orphan)) for orphan in orphans[partners[one]])

    return list(all_pairs())


def _orphans(translation: Sequence[Block], paired: set[int]) -> Mapping[int | None, list[int]]:
    """Return the blocks of a translation without partner by the one with a partner that they follow (None: at the top)."""
    orphans: dict[int | None, list[int]] = defaultdict(list)
    last = None
    for at in range(len(translation)):
        if at in paired:
            last = at
        else:
            orphans[last].append(at)
    return orphans
