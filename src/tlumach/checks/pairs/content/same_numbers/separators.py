"""Figures that both sides write with the same signs and that mean another number in each: 20,000 is twenty in Russian."""

import re

from tlumach.checks.pairs.numbers.figures import value_of
from tlumach.checks.pairs.numbers.mentions import Value
from tlumach.languages.language_codes import english_name
from tlumach.languages.profiles import decimal_sign, group_sign

_FIGURE = re.compile(r"\d+(?:[.,' \u00a0\u202f’]\d+)*")
_NAMES = {",": "comma", ".": "point"}
_UNGROUPED = 10_000
"""Below it a language that parts thousands by a space writes none."""


def how_it_reads(wanted: str, found: str, original: str, language: str) -> str:
    """Return a sentence, after a space, on a figure with the decimal sign of a language where the source has thousands; empty elsewhere.

    ``wanted`` and ``found`` are the figures, with whatever follows them: of the source in ``original``, of the translation in ``language``.
    """
    ours, theirs = _FIGURE.search(wanted), _FIGURE.search(found)
    sign = decimal_sign(language)
    if not ours or not theirs or sign not in _NAMES or sign not in theirs[0]:
        return ""
    meant, read = value_of(ours[0], original), value_of(theirs[0], language)
    if meant.denominator > 1 or meant != read * 1000:
        return ""
    reads, write = _written(read, language), _written(meant, language)
    return (
        f" In {english_name(language)} a {_NAMES[sign]} stands before decimals, so this reads {reads}; write {write}."
    )


def _written(value: Value, language: str) -> str:
    """Return a number as a language writes it; only the decimals that it needs."""
    whole, _, decimals = f"{float(value):.3f}".partition(".")
    sign = group_sign(language)
    is_short = int(whole) < _UNGROUPED and sign.isspace()
    grouped = whole if is_short else f"{int(whole):,}".replace(",", sign)
    return f"{grouped}{decimal_sign(language)}{decimals}".rstrip("0").rstrip(".,") if int(decimals) else grouped
