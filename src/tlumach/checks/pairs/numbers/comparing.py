"""Comparing what two texts mention of numbers."""

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from tlumach.checks.pairs.numbers.amounts import has_unit
from tlumach.checks.pairs.numbers.conversions import factors, without_converted
from tlumach.checks.pairs.numbers.dates import dates
from tlumach.checks.pairs.numbers.mentions import DECADE, NUMBER, SCORE, Key, Mention, Weight, agree, number
from tlumach.checks.pairs.numbers.words.lexicon import is_deep

_MONEY = frozenset({"USD", "EUR", "GBP", "RUB", "UAH", "KZT", "CNY", "JPY", "PLN", "TRY", "crown", "franc"})
_SHARE = "part"
_SMALL = 20
_BRACKET = len(" (") + 1
"""Characters between a number and one in brackets after it, at most."""
_MILLION = 10**6
_YEARS = range(1900, 2100)
_MUST_STAY = _MONEY | {"%", "pp"}


_HOW_MANY = {frozenset({"week", "day"}): 7, frozenset({"minute", "hour"}): 60, frozenset({"hour", "day"}): 24}


class Difference(NamedTuple):
    """What one side has and the other has not: of the source (``wanted``), of the translation (``found``), or both."""

    wanted: Mention | None
    found: Mention | None
    is_unit: bool = False


class Text(NamedTuple):
    """A text in its language, and what it mentions."""

    text: str
    language: str
    mentions: Sequence[Mention]


def differences(source: Text, target: Text) -> list[Difference]:
    """Return how the numbers of a translation differ from those of its source."""
    ours, theirs = source.mentions, target.mentions
    lost, added = _unconverted(source, target, _without_answer(ours, theirs), _without_answer(theirs, ours))
    wrong = [
        *_reported(lost, added, ours, theirs),
        *_exchanged(lost, added, ours, theirs),
        *_turned_round(ours, theirs),
    ]
    units = [*_wrong_units(ours, theirs), *_lost_units(ours, target)]
    return [*wrong, *units[:1]] if wrong or units else [*_exchanged_dates(source, target)][:1]


def in_figures(side: Text) -> Text:
    """Return a text with what is said in figures alone for sure: beside a language whose number words nobody has written down.

    Small and round figures may be words on the other side: five ships, beş gemi.
    """
    return side._replace(mentions=[_or_decade(each if _tells(each) else _hint(each)) for each in side.mentions])


def _or_decade(mention: Mention) -> Mention:
    """Return a decade as its first year too: how a language marks one is not known (1980’lerde)."""
    return mention.also(*(number(key.value) for key in mention.keys if key.sort == DECADE))


def _tells(mention: Mention) -> bool:
    """Tell whether a figure is one that no language puts in words: 1843, 398, 17.5, 30 %."""
    if not any(sign.isdigit() for sign in mention.text) or mention.unit == "%":
        return mention.unit == "%" and any(sign.isdigit() for sign in mention.text)
    values = [key.value for key in mention.keys if key.sort == NUMBER]
    return any(
        value > _SMALL and (value.denominator > 1 or value % 10 or len(str(value).rstrip("0")) > 2) for value in values
    )


def _hint(mention: Mention) -> Mention:
    loose = min(mention.weight, Weight.HINT)
    return mention._replace(weight=loose, parts=tuple(map(_hint, mention.parts)))


def _without_answer(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    meanings = {key for other in others for each in (other, *other.parts) for key in each.keys}
    return [mention for mention in mentions if mention.weight and not _answered(mention, others, meanings)]


def _unconverted(
    source: Text, target: Text, lost: list[Mention], added: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Return what is lost and added without what one side has in English measures and the other in metric ones."""
    both = ((source, target), (target, source))
    in_english = [each for each in both if each[0].language.startswith("en")]
    for english, other in in_english or both if lost or added else ():
        if by := factors(english.text, other.text, other.language):
            is_source = english is source
            lost, added = (
                without_converted(lost, target.mentions, by, is_source),
                without_converted(added, source.mentions, by, not is_source),
            )
    return lost, _without_repeated(added, target)


def _without_repeated(added: Sequence[Mention], target: Text) -> list[Mention]:
    """Return what is added without what only says again in brackets, in other measures, what stands before them: 300 км (190 миль)."""
    return [
        each
        for each in added
        if not (
            each.unit and target.text[: each.start].rstrip().endswith("(") and _has_unit_before(each, target.mentions)
        )
    ]


def _has_unit_before(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(each.unit and 0 < mention.start - each.end <= _BRACKET for each in others)


def _answered(mention: Mention, others: Sequence[Mention], meanings: Set[Key]) -> bool:
    """Tell whether a mention has an answer among others; ``meanings`` are all that they and their parts can mean."""
    if not mention.keys.isdisjoint(meanings) or any(agree(mention, other) for other in others):
        return True
    return bool(mention.parts) and all(_answered(part, others, meanings) for part in mention.parts)


def _reported(
    lost: Sequence[Mention], added: Sequence[Mention], ours: Sequence[Mention], theirs: Sequence[Mention]
) -> Iterator[Difference]:
    """Pair what is lost with what is there instead; what is only hinted at counts if its like stands on the other side."""
    rest = list(added)
    for mention in lost:
        other = next((each for each in rest if _is_like(mention, each)), None)
        if other is not None:
            rest.remove(other)
            yield Difference(mention, other)
        elif mention.weight is Weight.SURE:
            yield Difference(mention, _said_less(mention, theirs, ours))
    for mention in rest:
        if mention.weight is Weight.SURE:
            yield Difference(_said_less(mention, ours, theirs), mention)


def _said_less(mention: Mention, ours: Sequence[Mention], theirs: Sequence[Mention]) -> Mention | None:
    """Return the figure in whose place another stands, though it is said elsewhere too: 8 and 8 in the source, 8 and 5 here."""
    if not mention.text.isdigit():
        return None
    figures = [each for each in ours if each.text.isdigit() and each.family == mention.family]
    return next((each for each in figures if _count(each, ours) > _count(each, theirs) > 0), None)


def _count(mention: Mention, among: Sequence[Mention]) -> int:
    return sum(agree(mention, each) for each in among)


def _exchanged(
    lost: Sequence[Mention], added: Sequence[Mention], ours: Sequence[Mention], theirs: Sequence[Mention]
) -> Iterator[Difference]:
    """Find a share that is gone although there are as many as before: one of them seems to answer to two."""
    counts = [
        sum(each.family == _SHARE and each.weight > Weight.MAYBE for each in mentions) for mentions in (ours, theirs)
    ]
    if counts[0] == counts[1] and not any(each.family == _SHARE for each in added):
        yield from (Difference(each, None) for each in lost if each.family == _SHARE and each.weight is Weight.HINT)


def _turned_round(ours: Sequence[Mention], theirs: Sequence[Mention]) -> Iterator[Difference]:
    """Find two numbers that changed places: from 10 to 20, 14 of 17."""
    there = [(this, that) for this, that in pairwise(theirs) if this.joint]
    for one, other in pairwise(ours) if there else ():
        if one.joint and not agree(one, other):
            for this, that in there:
                is_crossed = one.keys & that.keys and other.keys & this.keys and one.joint == this.joint
                if is_crossed and not (agree(one, this) or agree(other, that)):
                    yield Difference(one, this)


def _exchanged_dates(source: Text, target: Text) -> Iterator[Difference]:
    """Find two dates that exchanged a part: 3 March and 5 April for 5 March and 3 April, March 2021 for March 2022."""
    ours, theirs = dates(*_in_text(source)), dates(*_in_text(target))
    for sort in ("day", "year"):
        lost = [mention for date, mention in ours.items() if date[0] == sort and date not in theirs]
        added = [mention for date, mention in theirs.items() if date[0] == sort and date not in ours]
        if lost and added:
            yield Difference(lost[0], added[0])


def _in_text(side: Text) -> tuple[Sequence[Mention], str, str]:
    return side.mentions, side.text, side.language


def _is_like(one: Mention, other: Mention) -> bool:
    sure = Weight.SURE in (one.weight, other.weight)
    if _has_share(one) and _has_share(other):
        return True  # an hour and a half, zweieinhalb Stunden
    return one.family == other.family or (sure and not {one.family, other.family} & {"month", "weekday", SCORE})


def _has_share(mention: Mention) -> bool:
    return any(key.sort == NUMBER and key.value.denominator > 1 for key in mention.keys)


def _wrong_units(ours: Sequence[Mention], theirs: Sequence[Mention]) -> Iterator[Difference]:
    """Find a number that is there with another unit each time; a share and a half of a year may be put in months."""
    for mention in ours:
        if not mention.unit or mention.family == _SHARE:
            continue
        answers = [other for other in theirs if mention.keys & other.keys]
        others = {other.unit if other.family != _SHARE else "" for other in answers}
        as_part = any(_is_other_unit(mention, other) for other in answers)
        if answers and not as_part and not others & {"", mention.unit}:
            yield Difference(mention, answers[0], True)


def _is_other_unit(one: Mention, other: Mention) -> bool:
    """Tell whether two say the same in two units: six months and half a year, two weeks and fourteen days."""
    shared = one.keys & other.keys
    if "year" in (one.unit, other.unit) and all(key.value in _YEARS for key in shared):
        return True  # in 2013 dollars
    if "%" in (one.unit, other.unit) and all(key.value <= 1 for key in shared):
        return True  # one minute, 100 %
    if "m" in (one.unit, other.unit) and any(key.value >= _MILLION for key in shared):
        return True  # 8m tonnes
    if times := _HOW_MANY.get(frozenset({one.unit, other.unit})):
        return any(number(key.value * times) in one.keys | other.keys for key in shared)
    return any(key.value < 1 for key in shared)


def _lost_units(ours: Sequence[Mention], target: Text) -> Iterator[Difference]:
    """Find a currency or percentage that the translation does not name at all."""
    needed = _MUST_STAY if is_deep(target.language) else frozenset({"%"})  # CLDR has not all names of a currency
    missing = needed - {mention.unit for mention in target.mentions}
    for mention in ours:
        if mention.unit not in missing or not mention.weight:
            continue
        if not any(mention.keys & other.keys for other in target.mentions):
            continue  # the number itself is lost, or converted: 198 pounds, 90 кг
        as_share = any(
            key.value < 1 or other.family == _SHARE for other in target.mentions for key in mention.keys & other.keys
        )
        if not as_share and not has_unit(target.text, mention.unit, target.language):
            yield Difference(mention, None, True)
