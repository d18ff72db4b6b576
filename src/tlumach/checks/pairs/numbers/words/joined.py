"""Numbers that are written as one word: zweihundertfünfzig, fünfundzwanzig."""

from collections.abc import Callable, Mapping

from tlumach.checks.pairs.numbers.mentions import Value

Simple = Callable[[str], Value | None]
"""Returns the value of a word that is one number and no more; None for any other."""


def joined_value(word: str, parts: Mapping[str, str], simple: Simple) -> Value | None:
    """Return the value of a number of several; ``parts`` has what they are joined by (`thousand`, `hundred`, `and`)."""
    for name, factor in (("thousand", 1000), ("hundred", 100)):
        left, sign, right = word.partition(parts[name])
        if sign:
            return _sum(
                _value(left, parts, simple, 1), factor, _value(right.removeprefix(parts["and"]), parts, simple, 0)
            )
    return _below_hundred(word, parts, simple)


def _value(word: str, parts: Mapping[str, str], simple: Simple, empty: int) -> Value | None:
    return joined_value(word, parts, simple) if word else empty


def _sum(times: Value | None, factor: int, rest: Value | None) -> Value | None:
    return None if times is None or rest is None else times * factor + rest


def _below_hundred(word: str, parts: Mapping[str, str], simple: Simple) -> Value | None:
    """Return the value of a word below a hundred: the ones stand before the tens, with an “and” between them."""
    if (found := simple(word)) is not None:
        return found
    places = (at for at in range(1, len(word)) if word.startswith(parts["and"], at))
    for at in places:
        ones, tens = simple(word[:at]), simple(word[at + len(parts["and"]) :])
        if ones is not None and tens is not None and ones < 10 <= tens:
            return ones + tens
    return None
