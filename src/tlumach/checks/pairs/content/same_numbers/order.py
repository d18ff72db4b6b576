"""Two figures or dates of a block that changed places: each side has them all, so that nothing else finds it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tlumach.checks.pairs.numbers.mentions import MONTH, NUMBER, SCORE, Mention, agree
from tlumach.checks.pairs.prose import Sentence

KEEPING_ORDER = frozenset({"en", "ru", "uk"})
"""The languages of sources and of translations that were measured; in Turkish and Kazakh sentences are put the other way round."""
_TWO = 2
_GAP = 4
"""Characters between the parts of a date, at most: 3 March 2021, March 3, 2021, 3-го марта."""
_DAYS, _YEARS = range(1, 32), range(1500, 2100)
_NO_DIGIT = re.compile(r"\D")
_Thing = tuple[Mention, ...]
"""A figure, or a date with all of its parts."""


class Exchange(NamedTuple):
    """Two figures of a translation, or two dates, that changed places."""

    one: Mention
    other: Mention
    are_dates: bool
    is_across: bool
    """Whether from one sentence to another, of as many as the source has."""


def exchanged(
    source: Sequence[Mention],
    target: Sequence[Mention],
    ours: Sequence[Sentence],
    theirs: Sequence[Sentence],
    is_list: bool = False,
) -> Iterator[Exchange]:
    """Yield the two figures or dates of a translation that changed places, within a sentence or from one to another.

    What is said of a place stays there: “32 or 64 GB”, not “5 km in 2 hours” and «за 2 часа — 5 км». A date may stand before or after any
    other figure (“PHP 5 came in July 2004”, «В июле 2004 вышел PHP 5»), a whole before its part (“14 of 17”, «из 17 — 14»), and an item of
    a list where it suits.
    """
    if len(source) < _TWO or len(target) < _TWO:
        return
    for one, other in _side_by_side(ours, theirs, is_list):
        some, others = _things(source, one), _things(target, other)
        moved = _moved(some, others) if len(some) == len(others) >= _TWO else []
        if len(moved) != _TWO or some[moved[0]][-1].joint == "of":
            continue  # more that moved is a list in another order
        this, that = (others[at] for at in moved)
        if all(_measure(others[at]) == _measure(some[at]) for at in moved):
            are_dates = _is_date(this) and _is_date(that)
            is_across = len(ours) == len(theirs) and not any(_has_both(each, this, that) for each in theirs)
            yield Exchange(_whole(this), _whole(that), are_dates, is_across)
            return


def _has_both(sentence: Sentence, this: _Thing, that: _Thing) -> bool:
    return all(each[0].start in _place(sentence) for each in (this, that))


def _whole(thing: _Thing) -> Mention:
    return thing[0]._replace(end=thing[-1].end, unit=thing[-1].unit)


def _side_by_side(ours: Sequence[Sentence], theirs: Sequence[Sentence], is_list: bool) -> Iterator[tuple[range, range]]:
    """Yield where the sentences of both sides stand, one by one where each side has as many, and as a whole, but for a list's."""
    if len(ours) == len(theirs) > 1:
        yield from zip(map(_place, ours), map(_place, theirs), strict=True)
    if ours and theirs and not is_list:
        yield range(_place(ours[-1]).stop), range(_place(theirs[-1]).stop)


def _place(sentence: Sentence) -> range:
    return range(sentence.start, sentence.start + len(sentence.text))


def _moved(some: Sequence[_Thing], others: Sequence[_Thing]) -> list[int]:
    """Return the places at which another stands than in the source; nothing where it is not certain which is which."""
    own = [min(_alike(one, some)) for one in some]
    found = [{own[at] for at in _alike(other, some)} for other in others]
    if any(len(each) != 1 for each in found) or sorted(own) != sorted(map(min, found)):
        return []
    return [at for at, (name, names) in enumerate(zip(own, found, strict=True)) if name not in names]


def _alike(thing: _Thing, others: Sequence[_Thing]) -> list[int]:
    """Return the places of those that are the same: with the same digits or, where there is none or a month, with the same meaning."""
    has_month = any(map(_is_month, thing))
    same = [at for at, other in enumerate(others) if not has_month and _digits(other) == _digits(thing)]
    return same or [at for at, other in enumerate(others) if _mean_the_same(thing, other)]


def _digits(thing: _Thing) -> list[str]:
    return [_NO_DIGIT.sub("", each.text) for each in thing]


def _mean_the_same(one: _Thing, other: _Thing) -> bool:
    return len(one) == len(other) and all(any(agree(each, part) for part in other) for each in one)


def _things(mentions: Sequence[Mention], place: range) -> list[_Thing]:
    """Return the figures and dates of a sentence, in order."""
    found: list[list[Mention]] = []
    for each in mentions:
        if not (each.start in place and each.start < each.end <= place.stop and _is_figure(each)):
            continue
        if found and _go_together(found[-1], each):
            found[-1].append(each)
        else:
            found.append([each])
    return [tuple(each) for each in found if any(map(_is_month, each)) or _has_digit(each)]


def _has_digit(thing: Sequence[Mention]) -> bool:
    return any(sign.isdigit() for part in thing for sign in part.text)


def _go_together(earlier: Sequence[Mention], each: Mention) -> bool:
    """Tell whether a mention is of the figure before it (2021-03-05), or goes on with its date."""
    if earlier[-1].start == each.start:
        return True
    parts = [_part_of_date(part) for part in (*earlier, each)]
    is_date = len(parts) == len(set(parts)) and MONTH in parts and "" not in parts
    return is_date and each.start - earlier[-1].end <= _GAP


def _part_of_date(mention: Mention) -> str:
    """Return what a mention can be of a date: its month, year or day; nothing for another figure."""
    if _is_month(mention):
        return MONTH
    if _is_year(mention):
        return "year"
    return "day" if any(value in _DAYS for value in _values(mention)) else ""


def _is_figure(mention: Mention) -> bool:
    return (mention.text[:1].isdigit() and mention.family != SCORE) or _is_month(mention)


def _is_date(thing: _Thing) -> bool:
    return any(map(_is_month, thing)) or _is_year(thing[0])


def _measure(thing: _Thing) -> str:
    """Return what a figure counts; of a year, years are said with it or not: «2014 год»."""
    return "date" if _is_date(thing) else thing[-1].unit


def _is_month(mention: Mention) -> bool:
    return any(key.sort == MONTH for key in mention.keys)


def _is_year(mention: Mention) -> bool:
    return len(mention.text) == len("2021") and any(value in _YEARS for value in _values(mention))


def _values(mention: Mention) -> list[int]:
    return [int(key.value) for key in mention.keys if key.sort == NUMBER and key.value.denominator == 1]
