"""Hours with the part of the day: 9 утра, 9.30 p.m., шесть вечера."""

import re

from tlumach.checks.pairs.numbers.dated import times
from tlumach.checks.pairs.numbers.mentions import HALF_DAY, NUMBER, TIME, Key, Mention
from tlumach.checks.pairs.numbers.words.lexicon import phrase

_DAYPART = re.compile(
    r"(?:[ \u00a0](?:час(?:а|ов)?|годин[аиі]?))?[ \u00a0]?"
    r"(?:(?P<am>(?i:a\.?\u00a0?m)\b\.?|утра|ранку|in the morning)"
    r"|(?P<pm>(?i:p\.?\u00a0?m)\b\.?|вечера|вечора|дня|in the (?:afternoon|evening))"
    r"|(?P<night>ночи|ночі|at night))(?![^\W_])"
)
_OCLOCK = re.compile(r"[ \u00a0]o['’]clock\b")
_LATE = 8  # from this hour on, «ночи» is before midnight
_HOURS = 24


def with_daypart(mention: Mention, text: str, language: str) -> Mention:
    """Return a number with a part of the day after it as a time; «2 дня» may be two days as well."""
    match, is_late = _DAYPART.match(text, mention.end), False
    for name in ("am", "pm") if not match else ():
        own = phrase(name, language)
        if own and (match := own.match(text, mention.end)):
            is_late = name == "pm"
            break
    if oclock := _OCLOCK.match(text, mention.end):
        hours = [int(key.value) for key in mention.keys if key.sort == NUMBER and 0 < key.value <= HALF_DAY]
        either = [key for hour in hours for half in (0, HALF_DAY) for key in times(hour % HALF_DAY + half, 0)]
        return mention.also(*either)._replace(end=oclock.end(), family="time")
    minutes = [_minutes(key, mention) for key in mention.keys] if match else []
    keys = {key for value in minutes if value is not None and match for key in _of_day(value, match, is_late)}
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


def _of_day(minutes: int, match: re.Match[str], is_late: bool) -> list[Key]:
    hours, rest = divmod(minutes, 60)
    found = match.groupdict()
    late = is_late or found.get("pm") or (found.get("night") and _LATE <= hours < HALF_DAY)
    if hours <= HALF_DAY:
        hours = hours % HALF_DAY + (HALF_DAY if late else 0)
    return times(hours, rest)
