"""Numbers of several words: двадцать пять тысяч, one hundred and five, two thirds, три с половиной."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tlumach.checks.pairs.numbers.mentions import Mention, Value, Weight, numbers
from tlumach.checks.pairs.numbers.words.lexicon import phrase, tens_from
from tlumach.checks.pairs.numbers.words.tokens import NumberToken, NumberTokens

BEGIN = ("card", "two", "some", "hundred", "half")
"""The kinds of words that a number begins with."""
_ADDED = ("card", "two", "some", "ord", "ordpart")
_SHARES = ("part", "ordpart")
_WEIGHTS = {"card": Weight.SURE, "some": Weight.MAYBE}
_VAGUE = frozenset({"several", "few", "many", "some"})
"""Before a hundred or a thousand, which is no number then: several hundred thousand."""
_JOINT = re.compile(r"[ \u00a0\u202f-](?:and[ \u00a0-])?", re.IGNORECASE)
AND_A_PART = re.compile(
    r"[ \u00a0-](?:and[ -]an?[ -](?P<english>half|quarter)"
    r"|(?:с|із?|з)[ \u00a0](?P<slavic>половин\w+|четверть\w*|чверт\w+))",
    re.IGNORECASE,
)
_FEW = _DOZEN = 12
"""Up to a dozen of dozens, decades and centuries are counted; half a dozen is, half a century is not."""
_QUARTER = ("qu", "че", "чв")
_MONTHS_OF_A_YEAR_AND_A_HALF = 18
_ONE_AND_A_HALF = Fraction(3, 2)
_HUNDRED = 100
_ONE_THOUSAND = re.compile(r"тысяч[ау]|тисяч[ау]")


@dataclass
class _Sum:
    """A number as far as it has been read: what magnitudes have closed, and what is being counted."""

    closed: Value
    current: Value
    tens_from: int

    def add(self, word: NumberToken) -> bool:
        """Take one more word in; False, and nothing changed, where it begins something else."""
        assert word.sense is not None
        value = word.sense.values[0]
        if word.is_one_of("mag") and self.current:
            self.closed, self.current = self.closed + self.current * value, 0
        elif self._is_a_hundred(word) and 1 <= self.current < 100:
            self.current *= 100
        elif word.is_one_of("group") and (1 if value != _DOZEN else 0) < self.current <= _FEW:
            self.current *= value
        elif word.is_one_of(*_SHARES) and self._has_share(word.sense.values[-1]):
            self.current *= word.sense.values[-1]
        elif word.is_one_of(*_ADDED) and self._fits(value):
            self.current += value
        else:
            return False
        return True

    @staticmethod
    def _is_a_hundred(word: NumberToken) -> bool:
        """Whether a word is a hundred after what is counted; alone, a form of it may be another word (yedi yüzden, bu yüzden)."""
        is_form = word.is_one_of("maybe") and word.sense is not None and word.sense.values == (_HUNDRED,)
        return is_form or word.is_one_of("hundred")

    def _has_share(self, part: Value) -> bool:
        """Whether so many parts are a share: two thirds, and not two halves."""
        return 1 <= self.current <= _FEW and self.current * part < 1

    def _fits(self, value: Value) -> bool:
        """Whether a number goes on with a smaller one: twenty-five, сто двадцать, a thousand and five."""
        after_tens = self.current % 10 == 0 and self.current % 100 >= self.tens_from and value < 10
        after_hundreds = self.current % 100 == 0 and self.current >= 100 and value < 100
        after_thousands = self.current == 0 and self.closed > 0 and value < 1000
        return value >= 1 and (after_tens or after_hundreds or after_thousands)


def begins_a_number(words: NumberTokens, at: int) -> bool:
    """Tell whether a number begins with a word: a cardinal, or a share of a magnitude (half a million)."""
    word = words[at]
    is_share = word.is_one_of("part") and _of_a_magnitude(words, at)
    return word.is_one_of(*BEGIN) or is_share or (word.is_one_of("mag") and _goes_on(words, at))


def _goes_on(words: NumberTokens, at: int) -> bool:
    """Tell whether a thousand, one of it, goes on with a smaller number: тысяча девятьсот."""
    following = words.between(at + 1, at + 2)
    is_one = at == 0 or not words[at - 1].sense or words[at].start - words[at - 1].end > 1
    own = phrase("one_of_it", words.language) or _ONE_THOUSAND
    is_smaller = bool(following) and following[0].is_one_of("card") and following[0].start - words[at].end == 1
    return is_one and is_smaller and own.fullmatch(words[at].text.lower()) is not None


def cardinal(text: str, words: NumberTokens, at: int) -> tuple[Mention, int]:
    """Return the number that begins with a word, and how many words it has."""
    first = words[at]
    assert first.sense is not None
    value = first.sense.values[0]
    closed, current = (value, 0) if first.is_one_of("mag") else (0, value)
    total, end, used = _Sum(closed, current, tens_from(words.language)), first.end, 1
    is_share = first.is_one_of("part") or first.sense.values[0] == _ONE_AND_A_HALF
    weight, family = _WEIGHTS.get(first.sense.kind, Weight.HINT), "part" if is_share else "count"
    own = phrase("and_a_part", words.language)
    if part := AND_A_PART.match(text, end) or (own.match(text, end) if own else None):
        total.current += part_of(part)
        weight, end = Weight.HINT, part.end()
        used += sum(word.start < end for word in words.between(at + 1, at + 4))
    is_vague = bool(at) and words[at - 1].text.lower() in _VAGUE
    weight = Weight.MAYBE if is_vague else weight
    while following := _next(text, words, at + used, end, first):
        *_, word = following
        if word.text.lower() != "a" and not total.add(word):
            break
        used, end = used + len(following), word.end
        weight, family = Weight.MAYBE if is_vague else Weight.SURE, "count"
    keys = numbers(
        total.closed + total.current,
        *([_MONTHS_OF_A_YEAR_AND_A_HALF] if first.sense.values[0] == _ONE_AND_A_HALF else []),
        *([value] if used == 2 and words[at + 1].is_one_of("maybe") else []),  # iki yüzü: two hundred, or two faces
    )
    if words[at + used - 1].text.lower() == "dozen" and used > 1 and first.is_one_of("two", "card"):
        keys |= numbers(first.sense.values[0] * 10)  # «два десятка»
    mention = Mention(text[first.start : end], first.start, end, keys, weight, family=family)
    return _by_groups(mention, first, words[at + used - 1]), used


def _by_groups(mention: Mention, first: NumberToken, last: NumberToken) -> Mention:
    """Return two decades as a number of ten that may also be said apart (the two last decades); a couple of them is vague."""
    if last is first or first.sense is None or last.sense is None or not last.is_one_of("group"):
        return mention
    parts = (
        mention._replace(keys=numbers(first.sense.values[0])),
        mention._replace(keys=numbers(last.sense.values[0])),
    )
    is_vague = first.is_one_of("some")
    return mention._replace(weight=Weight.MAYBE if is_vague else mention.weight, parts=() if is_vague else parts)


def part_of(part: re.Match[str]) -> Fraction:
    """Return what “and a half” or «с четвертью» adds."""
    found = part.groupdict()
    is_quarter = found.get("quarter") or (found.get("english") or found.get("slavic") or "")[:2].lower() in _QUARTER
    return Fraction(1, 4) if is_quarter else Fraction(1, 2)


def _next(text: str, words: NumberTokens, at: int, end: int, first: NumberToken) -> Sequence[NumberToken]:
    """Return the next word if it may belong to the number, after an “and” if there is one; nothing where none does."""
    following = words.between(at, at + 2)
    if following and following[0].text.lower() != "and":
        following = following[:1]
    if not following or not _JOINT.fullmatch(text[end : following[-1].start]):
        return ()
    word = following[-1]
    if word.text.lower() == "a" and first.is_one_of("part"):
        return following
    is_apart = len(following) > 1 and word.is_one_of("ord", *_SHARES)  # three and the third
    return following if word.sense and not is_apart else ()


def _of_a_magnitude(words: NumberTokens, at: int) -> bool:
    following = words.between(at + 1, at + 3)
    if following and following[0].text.lower() == "a":
        following = following[1:]
    return (
        bool(following) and following[0].is_one_of("mag", "group") and following[0].start - words[at].end <= len(" a ")
    )
