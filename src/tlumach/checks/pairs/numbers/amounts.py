"""What stands around a number and belongs to it: a currency, an ending, a magnitude, «раза», a unit."""

import re
from collections.abc import Iterator
from fractions import Fraction

from tlumach.checks.pairs.numbers.cardinals import AND_A_PART, part_of
from tlumach.checks.pairs.numbers.mentions import NUMBER, Key, Mention, Value, Weight, number
from tlumach.checks.pairs.numbers.spelled import multiples
from tlumach.checks.pairs.numbers.words.lexicon import phrase, sense, unit_names, unit_pattern
from tlumach.checks.pairs.numbers.words.tokens import COMPOUND
from tlumach.languages.cldr.number_words import scales

_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "₴": "UAH", "₽": "RUB", "₸": "KZT", "¥": "JPY"}
_CYRILLIC = frozenset({"ru", "uk", "be"})
_CODE = 3  # letters of a currency's code
_AFTER_A_CURRENCY = re.compile(
    r"(?<=[€£₴₽₸¥])|(?<=[€£₴₽₸¥][ \u00a0])|(?<=\$)(?<![A-Z]\$)|(?<=\$[ \u00a0])(?<![A-Z]\$[ \u00a0])|(?<=US\$)|(?<=US\$[ \u00a0])"
    r"|(?<=(?:USD|EUR|GBP|RUB|UAH|KZT|CNY|JPY|PLN)[ \u00a0])"
)
"""A dollar with a letter before it, but US$, is another country's, or no dollar: R$."""
_ENDING = re.compile(
    r"-?(?:st|nd|rd|th)\b|-(?:[йяеюмхіа]|го|му|ми|ти|ть|та|те|ту|то|ша|ше|шу|шої|ший|га|гу|ге|гий|гої|тий|тій|тої|ій|мий"
    r"|ма|мої|ої|им|ті|ів)(?![^\W_])"
)
_WORD = re.compile(r"\+?[ \u00a0\u202f-]?(?P<word>[^\W\d_]+)\.?")
_LETTER = re.compile(r"(?P<letter>bn|tn|[mMkKBT]|[ \u00a0][KMB])(?![^\W_])")
_KILO = re.compile(r"[ \u00a0-]?(?P<prefix>kilo|mega|giga|кило|кіло|мега|гига|гіга)[^\W\d_]{3}", re.IGNORECASE)
_PREFIXES = {"k": 10**3, "к": 10**3, "m": 10**6, "м": 10**6, "g": 10**9, "г": 10**9}
_CYRILLIC_LETTER = re.compile(r"(?P<letter>к{1,2})(?![^\W_])", re.IGNORECASE)
"""What stands for thousands in talk on the web: 70к."""
_LETTERS = {"bn": 10**9, "b": 10**9, "tn": 10**12, "t": 10**12, "m": 10**6, "k": 10**3}
_ADJECTIVE = re.compile(r"-?(?P<stem>тысяч|миллион|миллиард|тисяч|мільйон|мільярд)н[а-яії]+")
_BEFORE = re.compile(
    r"(?<![\d\u00a0] )\b(тысяч|тисяч|тысяц|миллионов|мільйонів|мільёнаў|миллиардов|мільярдів|мільярдаў)[ \u00a0]\Z"
)
"""A magnitude before its number, which is about so many then: тысяч сто."""
_STEMS = {"тысяч": 10**3, "тисяч": 10**3, "миллион": 10**6, "мільйон": 10**6, "миллиард": 10**9, "мільярд": 10**9,
          "тысячн": 10**3, "мільённ": 10**6, "мільярдн": 10**9, "tysięczn": 10**3, "milionow": 10**6, "miliardow": 10**9,
          "tausend": 10**3, "millionen": 10**6, "milliarden": 10**9}  # fmt: skip
_BELOW_ZERO = re.compile(
    r"(?:[ \u00a0](?:градус\w*|degrees?))?[ \u00a0](?:мороз[ау]|(?:ниже|нижче) нуля|below zero|of frost)"
)
_PLURALS = frozenset({"thousands", "millions", "billions", "trillions"})
_PARTS = {"month": 12, "kg": 1000, "minute": 60, "hour": 24, "second": 60}
"""How many of a unit make a larger one, halves and quarters of which may be said instead: half a year, half a ton, half an hour."""
_WEEKS = (7, 14, 21)
_SPACES = " \u00a0\u202f"
_TIMES = re.compile(r"[ \u00a0-]?(?:times\b|fold\b|раза?\b|разів\b|рази\b)")


def with_currency(mention: Mention, text: str, language: str) -> Mention:
    """Return a number with the currency before it as its unit, and without its ending (21-й, 21st)."""
    if _AFTER_A_CURRENCY.match(text, mention.start):
        before = text[: mention.start].rstrip()
        mention = mention._replace(unit=_SYMBOLS.get(before[-1], before[-_CODE:]))
    ending = _said("ending", _ENDING, language, text, mention.end) if mention.text[-1:].isdigit() else None
    return mention._replace(end=ending.end()) if ending else mention


def with_magnitude(mention: Mention, text: str, language: str) -> Mention:
    """Return a number as many times larger as what follows it says: 441 млрд, $1.2m, 500-миллионный."""
    is_figure = mention.text[-1:].isdigit()
    if is_figure and (part := _said("and_a_part", AND_A_PART, language, text, mention.end)):
        mention = mention._replace(
            keys=frozenset(number(key.value + part_of(part)) for key in mention.keys), end=part.end()
        )
    if is_figure and language == "en" and (letter := _LETTER.match(text, mention.end)):
        return _with_letter(mention, letter)
    if is_figure and language in _CYRILLIC and (letter := _CYRILLIC_LETTER.match(text, mention.end)):
        return mention.also(*_larger(mention, 1000 ** len(letter["letter"])))._replace(end=letter.end())
    if is_figure and (kilo := _KILO.match(text, mention.end)):
        mention = mention.also(*_larger(mention, _PREFIXES[kilo["prefix"][0].lower()]))  # 26 kilobases
    if is_figure and (before := _BEFORE.search(text, 0, mention.start)) and (known := sense(before[1], language)):
        mention = mention.also(*(number(key.value * known.values[0]) for key in mention.keys if key.sort == NUMBER))
    if adjective := _said("adjective", _ADJECTIVE, language, text, mention.end):
        return mention._replace(keys=_larger(mention, _STEMS[adjective["stem"].lower()]), end=adjective.end())
    scale = scales(language)
    if is_figure and scale and (sign := scale.match(text, mention.end)) and (known := sense(sign[1], language)):
        return mention._replace(keys=_larger(mention, known.values[0]), end=sign.end())
    word = _WORD.match(text, mention.end) if mention.weight or is_figure else None
    found = sense(_singular(word["word"]) if is_figure else word["word"], language) if word else None
    if is_figure and found and found.kind == "group":
        return mention.also(*_larger(mention, found.values[0]))  # 6 decades
    if word and found and found.kind == "mag" and len(word["word"]) > 1:
        return mention._replace(keys=_larger(mention, found.values[0]), end=word.end(), weight=Weight.SURE)
    return mention


def _singular(word: str) -> str:
    """Return an English magnitude in the singular: 100 millions."""
    return word[:-1] if word.lower() in _PLURALS else word


def with_unit(mention: Mention, text: str, language: str) -> Mention:
    """Return a number with its unit, and with what it means then: a multiple, a share."""
    unit, is_multiple = (
        unit_pattern(language).match(text, mention.end),
        _said("times", _TIMES, language, text, mention.end),
    )
    is_below_zero = _said("below_zero", _BELOW_ZERO, language, text, unit.end() if unit else mention.end)
    if unit and mention.family == COMPOUND and unit[0][0] in _SPACES:
        unit = None  # czterodniowy tydzień
    if not (unit or is_multiple or is_below_zero):
        return mention
    values = [key.value for key in mention.keys if key.sort == NUMBER]
    if is_multiple:
        mention = mention.also(*(key for value in values for key in multiples(value)))
    if is_below_zero:
        mention = mention.also(*(number(-value) for value in values))
    if not unit:
        return mention
    name = _name(unit, language)
    if name == "%":
        mention = mention.also(*(number(Fraction(value) / 100) for value in values))
    elif name == "day":
        mention = mention.also(*(number(value // 7) for value in values if value in _WEEKS))
    elif name in _PARTS:
        larger = [Fraction(value) / _PARTS[name] for value in values]
        mention = mention.also(*(number(value) for value in larger if value.denominator in {2, 4}))
    return mention._replace(end=unit.end(), unit=mention.unit or name)


def has_unit(text: str, unit: str, language: str) -> bool:
    """Tell whether a text names a unit anywhere, beside a number or not."""
    if any(symbol in text for symbol, name in _SYMBOLS.items() if name == unit) or (
        len(unit) == _CODE and unit in text
    ):
        return True
    return any(_name(match, language) == unit for match in _units(text, language))


def _said(name: str, ours: re.Pattern[str], language: str, text: str, at: int) -> re.Match[str] | None:
    """Return how the text goes on at a place, by what Russian, Ukrainian and English say or by what the language's file says."""
    own = phrase(name, language)
    return ours.match(text, at) or (own.match(text, at) if own else None)


def _with_letter(mention: Mention, letter: re.Match[str]) -> Mention:
    """Return $1.2m as 1.2 million; 5m without a currency may be metres, 10K either ten thousand or a name, as in No. 12B."""
    larger = _larger(mention, _LETTERS[letter["letter"].strip().lower()])
    if letter["letter"].strip().isupper() and not mention.unit:
        return mention.also(*larger)
    if mention.unit or letter["letter"] not in "mM":
        return mention._replace(keys=larger, end=letter.end())
    return mention._replace(keys=mention.keys | larger)


def _larger(mention: Mention, factor: Value) -> frozenset[Key]:
    return frozenset(number(key.value * factor) for key in mention.keys if key.sort == NUMBER)


def _name(match: re.Match[str], language: str) -> str:
    return unit_names(language)[int(str(match.lastgroup)[1:])]


def _units(text: str, language: str) -> Iterator[re.Match[str]]:
    pattern = unit_pattern(language)
    for place in re.finditer(r"(?<![^\W\d_])(?=\S)", text):
        if match := pattern.match(text, place.start()):
            yield match
