"""Pairs of which a side is lacking, and what becomes of them: one block of which the kind was changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from tlumach.alignment import Pair
from tlumach.alignment.freshness import State


def with_changed_kinds(pairs: Sequence[Pair], may: Callable[[int, int], bool] = lambda *_: True) -> list[Pair]:
    """Return the pairs, a missing block and one without source that stand side by side as one: the kind was changed."""
    result: list[Pair] = []
    for pair in pairs:
        last = result[-1] if result else None
        one, other = (last, pair) if last and is_missing(last) else (pair, last)
        if last and other and is_missing(one) and is_new(other) and may(one.source or 0, other.translation or 0):
            result[-1] = Pair(one.source, other.translation, None, State.UNCONFIRMED)
        else:
            result.append(pair)
    return result


def is_missing(pair: Pair) -> bool:
    """Whether a block of the source has no translation."""
    return pair.translation is None


def is_new(pair: Pair) -> bool:
    """Whether a pair is a block of the translation alone that no record knows."""
    return pair.source is None and pair.entry is None


def in_order(count: int, others: int, partners: Mapping[int, int]) -> Iterator[Pair]:
    """Yield pairs in the order of the source; what the translation has too many follows what it follows there."""
    taken, waiting = set(partners.values()), list[int]()
    after: dict[int | None, list[int]] = {}
    last: int | None = None
    for at in range(others):
        last = at if at in taken else last
        after.setdefault(last, []).extend([] if at in taken else [at])
    yield from (Pair(None, at, None, State.ORPHANED) for at in after.get(None, waiting))
    for one in range(count):
        other = partners.get(one)
        yield Pair(one, other, None, State.MISSING if other is None else State.UNCONFIRMED)
        if other is not None:
            yield from (Pair(None, at, None, State.ORPHANED) for at in after.get(other, waiting))
