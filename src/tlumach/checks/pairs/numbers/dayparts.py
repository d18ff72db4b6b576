"""Hours with the part of the day: 9 утра, 9.30 p.m., шесть вечера."""

import re

from tlumach.checks.pairs.numbers.figures import times
from tlumach.checks.pairs.numbers.mentions import HALF_DAY, NUMBER, TIME, Key, Mention

_DAYPART = re.compile(
    r"(?:[ \u00a0](?:час(?:а|ов)?|годин[аиі]?))?[ \u00a0]?"
    r"(?:(?P<am>a\.?\u00a0?m\b\.?|утра|ранку|in the morning)"
    r"|(?P<pm>p\.?\u00a0?m\b\.?|вечера|вечора|дня|in the (?:afternoon|evening))"
    r"|(?P<night>ночи|ночі|at night))(?![^\W_])"
)
_LATE = 8  # from this hour on, «ночи» is before midnight
_HOURS = 24


def with_daypart(mention: Mention, text: str) -> Mention:
    """Return a number with a part of the day after it as a time; «2 дня» may be two days as well."""
    match = _DAYPART.match(text, mention.end)
    minutes = [_minutes(key, mention) for key in mention.keys] if match else []
    keys = {key for value in minutes if value is not None and match for key in _of_day(value, match)}
    if not match or not keys:
        return mention
    if match[0].strip() == "дня":
        return mention.also(*keys)
    return mention._replace(keys=frozenset(keys), end=match.end(), parts=(), family="time")


def _minutes(key: Key, mention: Mention) -> int | None:
    if key.sort == TIME:
        return int(key.value)
    is_hour = key.sort == NUMBER and key.value.denominator == 1 and 0 <= key.value <= _HOURS and not mention.unit
    return int(key.value) * 60 if is_hour else None


def _of_day(minutes: int, match: re.Match[str]) -> list[Key]:
    hours, rest = divmod(minutes, 60)
    late = match["pm"] or (match["night"] and _LATE <= hours < HALF_DAY)
    if hours <= HALF_DAY:
        hours = hours % HALF_DAY + (HALF_DAY if late else 0)
    return times(hours, rest)
