"""English measures and what they are in metric ones: 4 inches and 10 см, 85 mph and 137 км/ч, 80 degrees and 27 градусов.

The factors are those of the International Yard and Pound Agreement of 1959; who converts rounds.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from tlumach.checks.pairs.numbers.amounts import has_unit
from tlumach.checks.pairs.numbers.mentions import NUMBER, Mention, Value

_MEASURES: Mapping[str, Mapping[str, str]] = {
    r"inch(?:es)?|in\.|(?<=\d)in|″|дюйм\w*|цал\w+": {"cm": "2.54", "mm": "25.4", "m": "0.0254"},
    r"f(?:oo|ee)t|ft|′|фут\w*": {"m": "0.3048", "cm": "30.48", "km": "0.0003048"},
    r"yards?|yd|ярд\w*": {"m": "0.9144"},
    r"nautical miles?|NM|nmi": {"km": "1.852", "km/h": "1.852", "m": "1852"},
    r"miles?|mi|mph|м[иі]л[ьюяеіиа]\w*": {"km": "1.609", "km/h": "1.609", "m": "1609"},
    r"pounds?|lbs?|фунт\w*": {"kg": "0.4536", "g": "453.6"},
    r"ounces?|oz": {"g": "28.35"},
    r"gallons?": {"l": "3.785"},
    r"acres?|акр\w*": {"ha": "0.4047", "square-km": "0.004047"},
    r"sq(?:uare|\.) (?:miles?|mi)": {"square-km": "2.59"},
    r"sq(?:uare|\.) f(?:ee|oo)?t": {"square-m": "0.0929"},
}
"""How an English text names a measure, and how many of each metric unit it is."""
_DEGREES = re.compile(r"\b(?:degrees?\b(?! Celsius)|fever|temperatures?\b)|°F", re.IGNORECASE)
_OTHER_DEGREES = re.compile(
    r"°|градус|температур|лихорад|гарячк|\bжар|grad|temperatur|fieber|stop(?:ni|ień)|gorączk", re.IGNORECASE
)
_GREATEST_DIFFERENCE = 40
_NEAR = Fraction(1, 10)


class Factors(NamedTuple):
    """How the numbers of an English text become those of another: by what they may be multiplied, and whether as degrees."""

    times: tuple[Fraction, ...]
    as_degrees: bool
    has_one: bool
    """Whether the text has a measure without a number: a mile away."""


def factors(english: str, other: str, language: str) -> Factors | None:
    """Return how numbers of an English text may be converted in another one; None where they may not."""
    named = [(words, units) for words, units in _MEASURES.items() if _named(words).search(english)]
    times = [Fraction(by) for _, units in named for unit, by in units.items() if has_unit(other, unit, language)]
    as_degrees = bool(_DEGREES.search(english) and _OTHER_DEGREES.search(other))
    has_one = any(_named(words, r"\b(?:an?|one|per) ").search(english) for words, _ in named)
    return Factors(tuple(times), as_degrees, has_one) if times or as_degrees else None


def without_converted(
    own: Sequence[Mention], others: Iterable[Mention], by: Factors, is_english: bool
) -> list[Mention]:
    """Return the mentions of a text, in English or not, of which no mention of the other is the conversion."""
    values = [value for other in others for value in _values(other)] + ([1] if by.has_one and not is_english else [])
    return [each for each in own if not any(_is_near(a, b, by, is_english) for a in _values(each) for b in values)]


def _named(words: str, before: str = r"(?<![^\W\d_])") -> re.Pattern[str]:
    return re.compile(rf"{before}(?:{words})(?![^\W\d_])", re.IGNORECASE)


def _is_near(own: Value, other: Value, by: Factors, is_english: bool) -> bool:
    english, metric = (own, other) if is_english else (other, own)
    return any(abs(metric - each) <= _NEAR * abs(each) for each in _converted(Fraction(english), by))


def _converted(value: Fraction, by: Factors) -> Iterator[Fraction]:
    yield from (value * each for each in by.times)
    if by.as_degrees:
        yield (value - 32) * Fraction(5, 9)
    if by.as_degrees and value <= _GREATEST_DIFFERENCE:
        yield value * Fraction(5, 9)


def _values(mention: Mention) -> list[Value]:
    return [key.value for key in mention.keys if key.sort == NUMBER]
