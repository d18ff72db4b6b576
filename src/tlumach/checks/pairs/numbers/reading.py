"""Reading the numbers of a text: figures, words and Roman numerals, with their magnitudes, units and times of day."""

import re
import unicodedata

from tlumach.checks.pairs.numbers.amounts import with_currency, with_magnitude, with_unit
from tlumach.checks.pairs.numbers.context import with_context
from tlumach.checks.pairs.numbers.dayparts import with_daypart
from tlumach.checks.pairs.numbers.figures import figures
from tlumach.checks.pairs.numbers.mentions import NUMBER, TIME, Mention
from tlumach.checks.pairs.numbers.phrases import without_idioms
from tlumach.checks.pairs.numbers.roman import roman_numerals
from tlumach.checks.pairs.numbers.scores import scores
from tlumach.checks.pairs.numbers.spelled import spelled

_OTHER_DIGITS = re.compile(r"(?![0-9])\d")
_APOSTROPHE = re.compile(r"(?<=[бпвмфкрзБПВМФКРЗ])\"(?=[яюєїЯЮЄЇ])")
"""A quotation mark that was typed for an apostrophe: сім"я, п"ять."""
_SIGNS = str.maketrans({"％": "%", "։": ":", "∶": ":", "：": ":"})
_ANY_SIGN = re.compile(f"[{''.join(map(chr, _SIGNS))}]")
_SEPARATORS = str.maketrans({"٫": ".", "٬": ",", "٪": "%"})


def read(text: str, language: str) -> list[Mention]:
    """Return what a text mentions of numbers, in order; words as far as :mod:`lexicon` knows them."""
    text = _in_ascii(text)
    found = [
        _complete(mention, text, language) for mention in [*figures(text, language), *roman_numerals(text, language)]
    ]
    found += [_complete(mention, text, language) for mention in spelled(text, language, found)]
    if not found:
        return [*scores(text)]
    found = without_idioms(found, text, language)
    return [
        *with_context(sorted(found, key=lambda mention: (mention.start, mention.end)), text, language),
        *scores(text),
    ]


def _in_ascii(text: str) -> str:
    """Return a text with the digits of other scripts (٢٠٢٢, २०२२) and their separators as ASCII has them, each at its place."""
    if not text.isascii() and _ANY_SIGN.search(text):  # many times as fast as to translate what has none
        text = text.translate(_SIGNS)
    if '"' in text:
        text = _APOSTROPHE.sub("'", text)
    if text.isascii() or not _OTHER_DIGITS.search(text):
        return text
    return _OTHER_DIGITS.sub(lambda match: str(unicodedata.decimal(match[0])), text).translate(_SEPARATORS)


def _complete(mention: Mention, text: str, language: str) -> Mention:
    """Return a mention with what stands around it and belongs to it."""
    if not any(sort in {NUMBER, TIME} for sort, _ in mention.keys):
        return mention
    mention = with_magnitude(with_currency(mention, text, language), text, language)
    return with_unit(with_daypart(mention, text, language), text, language)
