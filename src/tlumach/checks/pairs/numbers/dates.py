"""Dates as one thing: a day with its month, a month with its year, wherever either stands in the text.

Day, month and year are mentions of their own, since languages part and leave out some of them; here they are put
together again, so that two dates that exchanged their days are seen.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from tlumach.checks.pairs.numbers.mentions import MONTH, NUMBER, SCORE, Mention, Value
from tlumach.checks.pairs.numbers.words.lexicon import phrase

_DAYS, _YEARS = range(1, 32), range(1000, 2101)
_BESIDE = re.compile(
    r"-?(?:[а-яіїє]{1,3}|st|nd|rd|th)?(?:[ \u00a0]?(?:of|числа|,))?(?:[ \u00a0](?:of|the))*[ \u00a0]?", re.IGNORECASE
)
"""What stands between a day and its month, or a month and its year."""
_LISTED = re.compile(
    r"(?:[ \u00a0]?[–—-][ \u00a0]?|[ \u00a0]?,[ \u00a0]|[ \u00a0](?:и|і|й|та|and|or|или|або|чи|до|по|to|through)[ \u00a0](?:the )?)"
)
"""What stands between two days of one month: from 3 to 5 March, 3, 5 and 7 March."""
_FIGURE = re.compile(r"\d")
_AFTER = re.compile(r"[ \u00a0](?:the )?")
_OF = re.compile(r"[ \u00a0]?(?:,|of|in)?[ \u00a0]?(?:the year )?", re.IGNORECASE)

Date = tuple[str, Value, Value]
"""A day and its month, or a month and its year: what it is, and both values."""


def dates(mentions: Sequence[Mention], text: str, language: str) -> Mapping[Date, Mention]:
    """Return the dates of a text, each with the mention of its day or year."""
    single = [each for each in mentions if each.family != SCORE]
    every = [part for each in single for part in (each.parts if any(map(_month, each.parts)) else (each,))]
    in_order = sorted(every, key=lambda each: (each.start, each.end))
    found: dict[Date, Mention] = {}
    for at, mention in enumerate(in_order):
        if month := _month(mention):
            for day in _days(in_order, at, text, language):
                found.setdefault(("day", _value(day, _DAYS) or 0, month), day)
            if (year := _year(in_order, at, text)) is not None:
                found.setdefault(("year", month, _value(year, _YEARS) or 0), year)
    return found


def _days(mentions: Sequence[Mention], at: int, text: str, language: str) -> Iterator[Mention]:
    """Yield the days that a month is named for: before it (3 and 5 March), within one figure (03.05.2022), or after it (March 3)."""
    month = mentions[at]
    within = [each for each in mentions if each.start == month.start and each is not month and _value(each, _DAYS)]
    if within:
        yield within[0]
        return
    before = _run(mentions[:at][::-1], month, text, language)
    yield from before or _run_after(mentions[at + 1 :], month, text)


def _run(earlier: Sequence[Mention], month: Mention, text: str, language: str) -> list[Mention]:
    found: list[Mention] = []
    beside, listed = phrase("beside", language) or _BESIDE, phrase("listed", language) or _LISTED
    for day in earlier:
        between = text[day.end : (found[-1] if found else month).start]
        if not _value(day, _DAYS) or not (listed if found else beside).fullmatch(between):
            break
        found.append(day)
    return found


def _run_after(later: Sequence[Mention], month: Mention, text: str) -> list[Mention]:
    found: list[Mention] = []
    end = month.end
    for day in later:
        if not _value(day, _DAYS) or not (_LISTED if found else _AFTER).fullmatch(text, end, day.start):
            break
        found.append(day)
        end = day.end
    return found


def _year(mentions: Sequence[Mention], at: int, text: str) -> Mention | None:
    """Return the year that follows a month, or its day after it."""
    month = mentions[at]
    within = [each for each in mentions if each.start == month.start and _value(each, _YEARS)]
    if within:
        return within[0]
    end = month.end
    for mention in mentions[at + 1 :]:
        if _value(mention, _YEARS) and _OF.fullmatch(text, end, mention.start):
            return mention
        if not _value(mention, _DAYS):
            break
        end = mention.end
    return None


def _month(mention: Mention) -> int:
    """Return the month that a mention says; 0 where it says none, or may say two (03/05/2022)."""
    months = [int(key.value) for key in mention.keys if key.sort == MONTH]
    return months[0] if len(months) == 1 else 0


def _value(mention: Mention, values: range) -> Value | None:
    """Return the day or year that a mention says in its own figures, or a day in words; not what its context may make of it."""
    if not mention.weight and not _FIGURE.search(mention.text):
        return None  # “the day of the Sept. 11 attacks”
    return next(
        (key.value for key in mention.keys if key.sort == NUMBER and key.value in values and _says(mention, key.value)),
        None,
    )


def _says(mention: Mention, value: Value) -> bool:
    return not _FIGURE.search(mention.text) or str(value)[-2:] in mention.text
