"""Numbers in words: cardinals, ordinals, shares and multiples, months and days of the week."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from tlumach.checks.pairs.numbers.lexicon import Sense, sense
from tlumach.checks.pairs.numbers.mentions import DECADE, MONTH, TIME, WEEKDAY, Key, Mention, Weight, number, numbers
from tlumach.words import normal

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_JOINT = re.compile(r"[ \u00a0\u202f-]\Z|[ \u00a0](?:and|с|із?|з)[ \u00a0]\Z", re.IGNORECASE)
_AND_A_HALF = re.compile(r"[ \u00a0-](?:and[ -]a[ -](?P<en>half|quarter)|(?:с|із?|з)[ \u00a0](?P<slavic>половин\w+|четверть\w*|чверт\w+))", re.IGNORECASE)
_A_NOUN_AND_A_HALF = re.compile(r"\b(?:an?|one) (?!half)[^\W\d_]+ and a half\b", re.IGNORECASE)
_OF_THE_HOUR = re.compile(
    r"\b(?:(?P<half>half past)|(?P<past>quarter past)|(?P<to>quarter to)|(?P<ru_half>половин\w)|(?P<uk_half>пів на))[ \u00a0](?P<hour>[^\W\d_]+(?:['’ʼ][^\W\d_]+)?)",
    re.IGNORECASE,
)
_PLURAL_ORDINAL = re.compile(r".*(?:ые|ых|ыми|ті|тих|тими|сті|стих)")
_ONE_OF_IT = re.compile(r"тысяч[ау]|тысячей|(?:миллион|миллиард|триллион|мільйон|мільярд|трильйон)(?:а|у|ом)?|тисяч[ау]|thousand|million|billion|trillion")
_COMPOUND = {
    "ru": re.compile(r"(?P<number>двух|дву|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|двенадцати|пятнадцати|двадцати|тридцати|сорока|пятидесяти|сто|полутора)(?=(?:лет|дн|месяч|недел|час|минут|секунд|этаж|кратн|сторон|процент|миллион|миллиард|тысяч|метр|килом|тонн|раз|балль|мест|комнат))"),
    "uk": re.compile(r"(?P<number>дво|двох|три|трьох|чотири|чотирьох|п'яти|шести|семи|восьми|дев'яти|десяти|дванадцяти|п'ятнадцяти|двадцяти|тридцяти|сорока|п'ятдесяти|сто|півтора)(?=(?:річ|ден|місяч|тиж|годин|хвилин|секунд|поверх|кратн|сторон|відсот|мільйон|мільярд|тисяч|метр|кілом|тонн|разов|баль|місн|кімнат))"),
}  # fmt: skip
_PREFIXES = {"дву": 2, "дво": 2, "полутора": Fraction(3, 2), "півтора": Fraction(3, 2)}
_OF_PLACE = frozenset("in by since until of from last next this late early mid until till during after before в у з до від на про за по с к".split())


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    sense: Sense | None


def spelled(text: str, language: str, taken: Sequence[Mention]) -> Iterator[Mention]:
    """Yield what a text says of numbers in words, outside the places that are taken."""
    masked = _masked(text, [(mention.start, mention.end) for mention in taken])
    hours = list(_of_the_hour(masked, language))
    halves = [_mention(masked, *match.span(), numbers(Fraction(3, 2), 18), Weight.HINT, "part") for match in _A_NOUN_AND_A_HALF.finditer(masked)]  # fmt: skip
    yield from hours
    yield from halves
    masked = _masked(masked, [(mention.start, mention.end) for mention in [*hours, *halves]])
    words = [_Word(m[0], m.start(), m.end(), sense(m[0], language)) for m in _WORD.finditer(masked)]
    yield from _compounds(words, language)
    at = 0
    while at < len(words):
        mention, used = _read(masked, words, at)
        if mention:
            yield mention
        at += used


def _masked(text: str, places: Sequence[tuple[int, int]]) -> str:
    for start, end in places:
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text


def _mention(text: str, start: int, end: int, keys: frozenset[Key], weight: Weight, family: str = "count") -> Mention:
    return Mention(text[start:end], start, end, keys, weight, family=family)


def _read(text: str, words: Sequence[_Word], at: int) -> tuple[Mention | None, int]:
    """Read what begins with a word; return it, if it is anything, and how many words it has."""
    word = words[at]
    if word.sense is None:
        return None, 1
    if word.sense.kind in {"card", "two", "some", "hundred", "half"} or (word.sense.kind == "part" and _half_of(text, words, at)):
        return _cardinal(text, words, at)
    return _simple(text, words, at), 1


def _half_of(text: str, words: Sequence[_Word], at: int) -> bool:
    """Whether a magnitude follows: half a million, четверть миллиона."""
    skipped = 2 if words[at + 1 : at + 2] and words[at + 1].text.lower() == "a" else 1
    following = words[at + skipped] if at + skipped < len(words) else None
    return following is not None and following.sense is not None and following.sense.kind == "mag" and following.start - words[at].end <= 4


def _cardinal(text: str, words: Sequence[_Word], at: int) -> tuple[Mention, int]:
    """Read a number that may have several words: двадцать пять тысяч, one hundred and five, two thirds, три с половиной."""
    first = words[at]
    assert first.sense is not None
    total, current, used, end = Fraction(0), first.sense.values[0], 1, first.end
    weight = {"card": Weight.SURE, "hundred": Weight.HINT}.get(first.sense.kind, Weight.HINT)
    weight = Weight.MAYBE if first.sense.kind == "some" else weight
    family = "part" if first.sense.kind in {"half", "part"} else "count"
    if more := _AND_A_HALF.match(text, end):
        current += Fraction(1, 4) if (more["en"] or more["slavic"])[:2].lower() in {"qu", "че", "чв"} else Fraction(1, 2)
        end, weight = more.end(), Weight.HINT
        used += sum(word.start < end for word in words[at + 1 : at + 5])
    while at + used < len(words):
        word = words[at + used]
        joint = text[end : word.start]
        if word.text.lower() == "a" and first.sense.kind == "part":
            used, end = used + 1, word.end
            continue
        joined = _joined(word, total, current) if word.sense and _JOINT.search(joint) and len(joint) <= 5 else None
        if joined is None:
            break
        if joint.strip("- \u00a0") and word.sense and word.sense.kind in {"part", "ordpart", "ord"}:
            break
        total, current = joined
        used, end, weight, family = used + 1, word.end, Weight.SURE, "count"
    keys = numbers(total + current)
    if family == "part" and first.sense.kind == "half":
        keys |= numbers(18)  # months, of a year and a half
    return _mention(text, first.start, end, keys, weight, family), used


def _joined(word: _Word, total: Fraction, current: Fraction) -> tuple[Fraction, Fraction] | None:
    """Return the total and current part of a number with one more word; None where the word begins something else."""
    assert word.sense is not None
    kind, value = word.sense.kind, word.sense.values[0]
    if kind == "mag":
        return (total + max(current, Fraction(0)) * value, Fraction(0)) if current else None
    if kind == "hundred" and 1 <= current < 100:
        return total, current * 100
    if kind in {"part", "ordpart"} and 1 <= current <= 12 and word.sense.values[-1] < 1:
        if kind == "ordpart" and current >= 20:
            return total, current + value
        return total, current * word.sense.values[-1]
    fits = (current % 10 == 0 and current % 100 >= 20 and value < 10) or (current % 100 == 0 and current >= 100 and value < 100)
    if kind in {"card", "two", "some", "ord", "ordpart"} and 1 <= value and (fits or (current == 0 and total > 0 and value < 1000)):
        return total, current + value
    return None


def _simple(text: str, words: Sequence[_Word], at: int) -> Mention | None:
    """Read a single word."""
    word = words[at]
    assert word.sense is not None
    kind, values = word.sense
    value = values[0]
    if kind in {"ord", "ordpart"}:
        weight = Weight.SURE if value > 2 else Weight.HINT
        keys = numbers(*values)
        if value >= 20 and _PLURAL_ORDINAL.fullmatch(word.text.lower()):
            keys |= {Key(DECADE, value)}
        return _mention(text, word.start, word.end, keys, weight, "ordinal")
    if kind == "times":
        return _mention(text, word.start, word.end, multiples(value), Weight.HINT, "part")
    if kind == "part":
        by = text[max(word.start - 3, 0) : word.start].lower() == "by "
        return _mention(text, word.start, word.end, numbers(*values, *((Fraction(3, 2), 50) if by else ())), Weight.HINT, "part")
    if kind == "twice":
        return _mention(text, word.start, word.end, numbers(value), Weight.HINT)
    if kind == "month":
        return _mention(text, word.start, word.end, frozenset({Key(MONTH, value)}), _weight_of_month(text, words, at), "month")
    if kind == "day":
        return _mention(text, word.start, word.end, frozenset({Key(WEEKDAY, value)}), Weight.HINT, "weekday")
    if kind == "decade":
        return _mention(text, word.start, word.end, frozenset({Key(DECADE, value)}), Weight.HINT, "decade")
    if kind == "mag" and _ONE_OF_IT.fullmatch(word.text.lower()):
        return _mention(text, word.start, word.end, numbers(value), Weight.HINT)
    return _mention(text, word.start, word.end, numbers(*values), Weight.MAYBE) if kind == "maybe" else None


def multiples(value: Fraction) -> frozenset[Key]:
    """Return what a multiple can mean: twice as much is half as much the other way round, and 100 per cent more."""
    return numbers(value, 1 / value, (value - 1) * 100) if value > 0 else numbers(value)


def _weight_of_month(text: str, words: Sequence[_Word], at: int) -> Weight:
    """May and March are other words too, and so are лютий, Марта, Августа: there, a number or a preposition must stand beside."""
    word = words[at]
    name = word.text.lower()
    if name in {"may", "march", "mar", "jan", "august", "june", "april"} and word.text.islower():
        return Weight.MAYBE
    doubtful = {"may", "march", "mar", "jan", "june", "april", "august", "марта", "мая", "лютий", "лютого", "лютому", "лютим", "августа", "август", "грудні", "маем"}
    beside = text[word.end : word.end + 2].strip("\u00a0 ")[:1].isdigit() or "\0" in text[max(word.start - 2, 0) : word.start] + text[word.end : word.end + 2]
    before = words[at - 1].text.lower() if at and word.start - words[at - 1].end == 1 else ""
    return Weight.SURE if name not in doubtful or beside or before in _OF_PLACE else Weight.MAYBE


def _of_the_hour(text: str, language: str) -> Iterator[Mention]:
    """Yield half past two, половина третьего, пів на третю: all are 2.30."""
    for match in _OF_THE_HOUR.finditer(text):
        hour = sense(match["hour"], language)
        if hour is None or hour.kind not in {"card", "two", "some", "ord", "ordpart"}:
            continue
        if match["ru_half"] and (language != "ru" or not normal(match["hour"]).lower().endswith(("ого", "его"))):
            continue
        shift = 15 if match["past"] else -15 if match["to"] else 30 if match["half"] else -30
        minutes = hour.values[0] * 60 + shift
        keys = frozenset(Key(TIME, (minutes + half) % 1440) for half in (0, 720))
        yield _mention(text, *match.span(), keys, Weight.SURE, "time")


def _compounds(words: Sequence[_Word], language: str) -> Iterator[Mention]:
    """Yield what may be meant by compounds: пятилетний, трёхэтажный."""
    pattern = _COMPOUND.get(language)
    for word in words if pattern else ():
        match = pattern.match(normal(word.text).lower()) if pattern else None
        if match and word.sense is None:
            known = sense(match["number"], language)
            value = _PREFIXES.get(match["number"]) or (known.values[0] if known else None)
            if value:
                yield Mention(word.text, word.start, word.end, frozenset({number(value)}), Weight.MAYBE)
