"""What a text mentions of numbers: a value, as many ways as it can be meant, its unit, and how surely it is one."""

from enum import IntEnum
from fractions import Fraction
from typing import NamedTuple

HALF_DAY = 12
Value = int | Fraction
"""A number, exactly; a whole one is an int, which is many times as fast."""


class Weight(IntEnum):
    """How much it means when a mention has nothing that answers to it in the other language."""

    MAYBE = 0
    """It may answer to something; its lack means nothing (“one”, “a day” for 24 hours)."""
    HINT = 1
    """It means something where the other side has a mention of the same family too many (“second” beside «третий»)."""
    SURE = 2
    """It must be on the other side."""


class Key(NamedTuple):
    """One way to understand a mention: a number, a time of day in minutes, a month, a day of the week, a decade."""

    sort: str
    value: Value


NUMBER, TIME, MONTH, WEEKDAY, DECADE, SCORE = "number", "time", "month", "weekday", "decade", "score"
_CENTURIES = range(1700, 2100)


class Mention(NamedTuple):
    """A number, date, time or share in a text: its words, place, meanings, unit (empty: none is known), weight and family.

    ``parts`` are what it can be taken for one by one; ``joint`` says how it goes with the next one: `to`, `of` or not at all.
    """

    text: str
    start: int
    end: int
    keys: frozenset[Key]
    weight: Weight = Weight.SURE
    unit: str = ""
    family: str = "count"
    parts: tuple["Mention", ...] = ()
    joint: str = ""

    def also(self, *keys: Key) -> "Mention":
        """Return the mention with more meanings."""
        return self._replace(keys=self.keys.union(keys))


def number(value: Value) -> Key:
    """Return a number as a meaning."""
    return Key(NUMBER, value.numerator if value.denominator == 1 else value)


def numbers(*values: Value) -> frozenset[Key]:
    """Return numbers as meanings."""
    return frozenset(map(number, values))


def agree(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions can mean the same."""
    return not one.keys.isdisjoint(other.keys) or _loosely(one, other) or _loosely(other, one)


def _loosely(one: Mention, other: Mention) -> bool:
    """Whether a bare hour answers to a time, or a decade without its century to one with it."""
    for sort, value in one.keys:
        if sort == TIME and _has_hour(other, value):
            return True
        if sort == DECADE and value in _CENTURIES and Key(DECADE, value % 100) in other.keys:
            return True
    return False


def _has_hour(mention: Mention, minutes: Value) -> bool:
    """Whether a mention can be the bare hour of a time, in either half of the day."""
    hours = [key.value for key in mention.keys if key.sort == NUMBER and mention.unit in ("", "hour")]
    return any(hour.denominator == 1 and hour <= 24 and (minutes - 60 * hour) % (60 * HALF_DAY) == 0 for hour in hours)
