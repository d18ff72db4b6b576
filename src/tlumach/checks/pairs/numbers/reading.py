"""Reading the numbers of a text: figures, words and Roman numerals, with their magnitudes, units and times of day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from tlumach.checks.pairs.numbers.figures import figures, times
from tlumach.checks.pairs.numbers.lexicon import sense, unit_names, unit_pattern
from tlumach.checks.pairs.numbers.mentions import DECADE, NUMBER, TIME, Key, Mention, Weight, number
from tlumach.checks.pairs.numbers.roman import roman_numerals
from tlumach.checks.pairs.numbers.spelled import multiples, spelled

_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "₴": "UAH", "₽": "RUB", "₸": "KZT", "¥": "JPY"}
_BEFORE = re.compile(r"(?P<symbol>[$€£₴₽₸¥])[ \u00a0]?\Z|(?P<code>USD|EUR|GBP|RUB|UAH|KZT|CNY|JPY|PLN)[ \u00a0]\Z")
_SUFFIX = re.compile(r"-?(?:st|nd|rd|th)\b|-(?:[йяеюмхіа]|го|му|ми|ти|ть|та|те|ту|то|ша|ше|шу|шої|ший|га|гу|ге|гий|гої|тий|тій|тої|ій|мий|ма|му|мої|ої|им|ті|ів)(?![^\W_])")
_MAGNITUDE = re.compile(r"[ \u00a0\u202f-]?(?P<word>[^\W\d_]+)\.?")
_LETTER = re.compile(r"(?P<letter>bn|tn|[mMkKB])(?![^\W_])")
_LETTERS = {"bn": 10**9, "b": 10**9, "tn": 10**12, "m": 10**6, "k": 1000}
_ADJECTIVE = re.compile(r"-?(?P<stem>тысяч|миллион|миллиард|тисяч|мільйон|мільярд)н[а-яії]+")
_STEMS = {"тысяч": 1000, "тисяч": 1000, "миллион": 10**6, "мільйон": 10**6, "миллиард": 10**9, "мільярд": 10**9}
_TIMES = re.compile(r"[ \u00a0-]?(?:times\b|fold\b|раза?\b|разів\b|рази\b)")
_DAYPART = re.compile(
    r"(?:[ \u00a0](?:час(?:а|ов)?|годин[аиі]?))?[ \u00a0]?(?:(?P<am>a\.?\u00a0?m\b\.?|утра|ранку|in the morning)|(?P<pm>p\.?\u00a0?m\b\.?|вечера|вечора|дня|in the (?:afternoon|evening))"
    r"|(?P<night>ночи|ночі|at night))(?![^\W_])"
)
_RANGE = re.compile(r"\s?(?:[–—−-]|до|по|to|and|and up to|или|або|чи|и|і|та|or)\s?[$€£]?", re.IGNORECASE)
_FACTORS = (10**3, 10**6, 10**9, 10**12)
_NEAR = 40


def read(text: str, language: str) -> list[Mention]:
    """Return what a text mentions of numbers, in order."""
    plain = text
    found = [*figures(plain, language), *roman_numerals(plain, language)]
    complete = [_complete(mention, text, language) for mention in found]
    complete += [_complete(mention, text, language) for mention in spelled(plain, language, complete)]
    complete.sort(key=lambda mention: (mention.start, mention.end))
    return _with_centuries(_with_left_out(_with_ranges(complete, text), text), text)


def _complete(mention: Mention, text: str, language: str) -> Mention:
    """Return a mention with what stands around it: a currency, an ending, a magnitude, a unit, a time of day."""
    if not any(key.sort in {NUMBER, TIME} for key in mention.keys):
        return mention
    if before := _BEFORE.search(text, max(mention.start - 4, 0), mention.start):
        mention = replace(mention, unit=_SYMBOLS.get(before["symbol"] or "", before["code"] or ""))
    if mention.text[-1:].isdigit() and (suffix := _SUFFIX.match(text, mention.end)):
        mention = replace(mention, end=suffix.end())
    mention = _with_magnitude(mention, text, language)
    mention = _with_daypart(mention, text)
    if _TIMES.match(text, mention.end):
        values = [key.value for key in mention.keys if key.sort == NUMBER]
        mention = mention.also(*(key for value in values for key in multiples(value)))
    if unit := unit_pattern(language).match(text, mention.end):
        name = unit_names(language)[int(str(unit.lastgroup)[1:])]
        shares = (number(key.value / 100) for key in mention.keys if key.sort == NUMBER and name == "%")
        return replace(mention.also(*shares), end=unit.end(), unit=mention.unit or name)
    return mention


def _with_magnitude(mention: Mention, text: str, language: str) -> Mention:
    if mention.text[-1:].isdigit() and language == "en" and (letter := _LETTER.match(text, mention.end)):
        larger = _times(mention, _LETTERS[letter["letter"].lower()])
        sure = mention.unit or letter["letter"] not in "mM"
        return replace(mention, keys=larger if sure else mention.keys | larger, end=letter.end() if sure else mention.end)
    if adjective := _ADJECTIVE.match(text, mention.end):
        return replace(mention, keys=_times(mention, _STEMS[adjective["stem"]]), end=adjective.end())
    word = _MAGNITUDE.match(text, mention.end) if mention.weight or mention.text[-1:].isdigit() else None
    found = sense(word["word"], language) if word else None
    if word and found and found.kind == "mag" and len(word["word"]) > 1:
        return replace(mention, keys=_times(mention, found.values[0]), end=word.end(), weight=Weight.SURE)
    return mention


def _times(mention: Mention, factor: Fraction | int) -> frozenset[Key]:
    return frozenset(number(key.value * factor) for key in mention.keys if key.sort == NUMBER)


def _with_daypart(mention: Mention, text: str) -> Mention:
    """Return a number with a time of day after it (9 утра, 9.30 p.m.) as a time; «2 дня» may be two days."""
    match = _DAYPART.match(text, mention.end)
    if not match:
        return mention
    minutes = [_minutes(key, mention) for key in mention.keys]
    keys = {key for value in minutes if value is not None for key in _of_day(value, match)}
    if not keys:
        return mention
    if match[0].strip() == "дня":
        return mention.also(*keys)
    return replace(mention, keys=frozenset(keys), end=match.end(), parts=(), family="time")


def _minutes(key: Key, mention: Mention) -> int | None:
    if key.sort == TIME:
        return int(key.value)
    is_hour = key.sort == NUMBER and key.value.denominator == 1 and 0 <= key.value <= 24 and not mention.unit
    return int(key.value) * 60 if is_hour else None


def _of_day(minutes: int, match: re.Match[str]) -> list[Key]:
    hours, rest = divmod(minutes, 60)
    late = match["pm"] or (match["night"] and 8 <= hours < 12)
    if hours <= 12:
        hours = hours % 12 + (12 if late else 0)
    return times(hours, rest)


def _with_ranges(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Give the first number of a range what only the second has: 1,2–1,8 млрд, from 54 to 47 per cent, 2022–23."""
    result = list(mentions)
    for at in range(len(result) - 2, -1, -1):
        one, other = result[at], result[at + 1]
        if one.weight is Weight.MAYBE or one.unit or not _RANGE.fullmatch(text, one.end, other.start):
            continue
        first = [key.value for key in one.keys if key.sort == NUMBER]
        larger = [key.value for key in other.keys if key.sort == NUMBER and key.value >= 1000]
        extra = [number(v * f) for v in first for f in _FACTORS for w in larger if v and f / 100 <= w / v <= f * 100]
        result[at] = replace(one.also(*extra), unit=other.unit)
    return [_short_year(result, at) for at in range(len(result))]


def _with_left_out(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Give a bare number the magnitudes of the others: three million euros, two of it from Germany."""
    factors = {f for mention in mentions for f in _FACTORS for key in mention.keys if key.sort == NUMBER and key.value >= f}
    return [_or_larger(mention, factors) if _is_bare(mention, text) else mention for mention in mentions]


def _is_bare(mention: Mention, text: str) -> bool:
    following = text[mention.end : mention.end + 2].strip()[:1]
    small = all(key.sort == NUMBER and 0 < key.value < 1000 for key in mention.keys)
    return small and not mention.unit and mention.weight is Weight.SURE and not following.isalnum()


def _or_larger(mention: Mention, factors: set[int]) -> Mention:
    return mention.also(*(number(key.value * factor) for key in mention.keys for factor in factors))


def _short_year(mentions: Sequence[Mention], at: int) -> Mention:
    """Give 23 in 2022–23 its century."""
    mention = mentions[at]
    before = mentions[at - 1] if at else None
    if before is None or mention.start - before.end != 1 or len(mention.text) != 2 or not mention.text.isdigit():
        return mention
    years = [key.value for key in before.keys if key.sort == NUMBER and 1000 <= key.value < 2100]
    return mention.also(*(number(year // 100 * 100 + int(mention.text)) for year in years))


def _with_centuries(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Put 20-е годы XX века together: the 1920s, and the century may go without."""
    result = list(mentions)
    for at, mention in enumerate(result):
        decades = [key.value for key in mention.keys if key.sort == DECADE and key.value < 100]
        for after in range(at + 1, min(at + 3, len(result))):
            near = text[mention.end : result[after].start]
            centuries = [key.value for key in result[after].keys if key.sort == NUMBER and 10 < key.value <= 21]
            if decades and centuries and len(near) < _NEAR and re.search(r"год|рок", near):
                full = [Key(DECADE, (centuries[0] - 1) * 100 + decade) for decade in decades]
                result[at] = replace(mention, keys=frozenset(full))
                result[after] = replace(result[after], weight=Weight.MAYBE)
    return result


def has_unit(text: str, unit: str, language: str) -> bool:
    """Tell whether a text names a unit anywhere, beside a number or not."""
    symbols = [symbol for symbol, name in _SYMBOLS.items() if name == unit]
    if any(symbol in text for symbol in symbols) or (len(unit) == 3 and unit in text):
        return True
    names = unit_names(language)
    return any(names[int(str(match.lastgroup)[1:])] == unit for match in _all_units(text, language))


def _all_units(text: str, language: str) -> Iterator[re.Match[str]]:
    pattern = unit_pattern(language)
    for place in re.finditer(r"(?<![^\W\d_])(?=\S)", text):
        if match := pattern.match(text, place.start()):
            yield match
