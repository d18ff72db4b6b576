"""Numbers in words: cardinals, ordinals, shares and multiples, months and days of the week."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from tlumach.checks.pairs.numbers.cardinals import begins_a_number, cardinal
from tlumach.checks.pairs.numbers.mentions import DECADE, MONTH, WEEKDAY, Key, Mention, Value, Weight, numbers
from tlumach.checks.pairs.numbers.phrases import phrases
from tlumach.checks.pairs.numbers.words.lexicon import phrase
from tlumach.checks.pairs.numbers.words.tokens import COMPOUND, TAKEN, NumberToken, NumberTokens, mention_of, without

_PLURAL_ORDINAL = re.compile(r".*(?:ые|ых|ыми|ті|тих|тими|сті|стих)")
_ONE_OF_IT = re.compile(
    r"тысяч(?:[ауе]|ей|ею)|(?:миллион|миллиард|триллион)(?:[ауе]|ом)?|тисяч(?:[ау]|ею)|(?:мільйон|мільярд|трильйон)(?:[ауі]|ом|ові)?"
    r"|thousand|million|billion|trillion"
)
_OTHER_WORDS_TOO = frozenset({"may", "march", "mar", "jan", "june", "april", "august", "марта", "мая", "маю", "маем", "август",
                              "августа", "лютий", "лютого", "лютому", "лютим",
                              "люты", "лютага", "лютаму", "лютым", "грудні", "янв", "фев", "февр", "апр", "авг", "сен",
                              "сент", "окт", "ноя", "нояб", "дек"})  # fmt: skip
_WITH_A_NUMBER = frozenset({"маю"})
"""I have, in Ukrainian and Belarusian, and my: «на маю думку»."""
_BEFORE_A_MONTH = frozenset(
    {
        "in",
        "by",
        "since",
        "until",
        "of",
        "from",
        "last",
        "next",
        "this",
        "late",
        "early",
        "mid",
        "till",
        "during",
        "after",
    }
    | {"before", "and", "в", "у", "з", "із", "до", "від", "на", "про", "за", "по", "с", "к"}
)
_AFTER_MORE = """
свыше более больше около менее меньше почти выше ниже порядка до от из с для без
понад більше більш близько менше майже вище нижче від із з
"""
_MORE_THAN = frozenset(_AFTER_MORE.split())
_THAN = frozenset({"чем", "ніж", "як"})
_ONE_AFTER_MORE = frozenset({"тысячи", "тысячу", "тисячі", "тисячу"})
"""A thousand, one of it, in the genitive, which is the plural too."""
_SMALL_ORDINAL = 2
_ABBREVIATED = 4
_FLOOR = re.compile(r"[ \u00a0](?:этаж|поверс|поверх|floor|storey)")


def spelled(text: str, language: str, taken: Sequence[Mention]) -> Iterator[Mention]:
    """Yield what a text says of numbers in words, but for the places that are taken."""
    text = without(text, taken)
    found = list(phrases(text, language))
    yield from found
    text = without(text, found)
    words, after = NumberTokens(text, language), 0
    for at in words.speaking:
        word = words[at]
        if word.sense and word.sense.kind == COMPOUND:
            yield mention_of(word, numbers(*word.sense.values), Weight.HINT, COMPOUND)
        elif at >= after and begins_a_number(words, at):
            mention, used = cardinal(text, words, at)
            after = at + used
            yield mention
        elif at >= after and (pair := _ordinal_of_two(text, words, at)):
            after = at + 2
            yield pair
        elif at >= after:
            yield from _single(text, words, at)


def multiples(value: Value) -> frozenset[Key]:
    """Return what a multiple can mean: twice as much is half as much the other way round, and 100 per cent more."""
    return numbers(value, 1 / Fraction(value), (value - 1) * 100) if value > 0 else numbers(value)


def _single(text: str, words: NumberTokens, at: int) -> Iterator[Mention]:
    """Yield what a word says by itself."""
    word = words[at]
    if word.sense is None:
        return
    kind, values = word.sense
    if kind in {"ord", "ordpart"}:
        yield _ordinal(word, values, text, words.language)
    elif kind == "part":
        by_half = (Fraction(3, 2), 50) if text[max(word.start - 3, 0) : word.start].lower() == "by " else ()
        yield mention_of(word, numbers(*values, *by_half), Weight.HINT, "part")
    elif kind == "times":
        yield mention_of(word, multiples(values[0]), Weight.HINT, "part")
    elif kind == "month":
        yield mention_of(word, frozenset({Key(MONTH, values[0])}), _weight_of_month(text, words, at), "month")
    elif kind in {"day", "decade"}:
        sort = WEEKDAY if kind == "day" else DECADE
        yield mention_of(word, frozenset({Key(sort, values[0])}), Weight.HINT, sort)
    elif kind == "twice" or (kind == "mag" and _is_one_of_it(words, at)):
        yield mention_of(word, numbers(*values), Weight.HINT)
    elif kind in {"maybe", "group", "whole"}:
        yield mention_of(word, numbers(*values), Weight.MAYBE, "part" if kind == "whole" else "count")


def _is_one_of_it(words: NumberTokens, at: int) -> bool:
    """Tell whether a thousand or a million is one of it: not after a word that leaves it open how many."""
    own, vague = phrase("one_of_it", words.language), phrase("vague", words.language)
    pattern = own or _ONE_OF_IT
    before = at - 2 if at > 1 and words[at - 1].text.lower() in _THAN else at - 1
    if at and words[at].text.lower() in _ONE_AFTER_MORE and words[before].text.lower() in _MORE_THAN:
        return True
    is_vague = vague is not None and at > 0 and vague.fullmatch(words[at - 1].text) is not None
    return pattern.fullmatch(words[at].text.lower()) is not None and not is_vague


def _ordinal_of_two(text: str, words: NumberTokens, at: int) -> Mention | None:
    """Return an ordinal of which both words are ordinals, as in Polish: czterdziestego czwartego."""
    tens, following = words[at], words.between(at + 1, at + 2)
    if not (following and tens.is_one_of("ord") and following[0].is_one_of("ord", "ordpart")):
        return None
    ones = following[0]
    assert tens.sense and ones.sense
    ten, one = tens.sense.values[0], ones.sense.values[0]
    if ten < 20 or ten % 10 or not 0 < one < 10 or ones.start - tens.end != 1:
        return None
    return Mention(text[tens.start : ones.end], tens.start, ones.end, numbers(ten + one), family="ordinal")


def _ordinal(word: NumberToken, values: Sequence[Value], text: str, language: str) -> Mention:
    """Return an ordinal: the plural of a round one (девяностые) is a decade too. Floors are counted from one or from none."""
    is_floor, after = _FLOOR.match(text, word.end) is not None, phrase("decade_after", language)
    plural = phrase("decade_word", language) or _PLURAL_ORDINAL
    decade = values[0] >= 20 and (after.match(text, word.end) if after else plural.fullmatch(word.text.lower()))
    keys = numbers(*values) | (frozenset({Key(DECADE, values[0])}) if decade else frozenset())
    weight = Weight.SURE if values[0] > _SMALL_ORDINAL else Weight.HINT
    return mention_of(word, keys, Weight.MAYBE if is_floor else weight, "ordinal")


def _weight_of_month(text: str, words: NumberTokens, at: int) -> Weight:
    """May and March are other words too, and so are лютий, Марта: there, a number or a preposition must stand beside."""
    word = words[at]
    name = word.text.lower().replace("’", "'").removesuffix("'s")
    is_code = len(name) <= _ABBREVIATED and word.text.isupper()  # DEC, the maker of computers
    if name not in _OTHER_WORDS_TOO and not is_code:
        return Weight.SURE
    if (word.text.islower() and word.text.isascii()) or (name in _WITH_A_NUMBER and TAKEN not in _beside(text, word)):
        return Weight.MAYBE
    beside = _beside(text, word)
    before = words[at - 1].text.lower() if at and word.start - words[at - 1].end == 1 else ""
    return Weight.SURE if TAKEN in beside or before in _BEFORE_A_MONTH else Weight.MAYBE


def _beside(text: str, word: NumberToken) -> str:
    return text[max(word.start - 2, 0) : word.start] + text[word.end : word.end + 2]
