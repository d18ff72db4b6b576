"""A noun that opens a sentence: its subject, or what there is none or little of («Гранат и мин не было»), as its predicate says."""

from collections.abc import Iterable, Sequence

from tlumach.languages.lemmas import Reading

Readings = tuple[Reading, ...]
_NOT = frozenset({"не", "ни", "ні", "ані"})
_QUANTITIES = """
нет нету хватать хватить недоставать недостать мало много немного больше меньше более менее достаточно сколько
столько несколько нема немає немати бракувати забракнути вистачати вистачити обмаль багато небагато більше менше
більш менш досить скільки стільки кілька
"""
"""Dictionary words after which, or before which, a noun stands in the genitive."""
_OF_QUANTITY = frozenset(_QUANTITIES.split())


def opening(noun: Readings, after: Sequence[Readings]) -> Readings:
    """Return the readings of a sentence's first word that its predicate allows; none where the predicate says nothing.

    ``after`` are the readings of the words that follow in its part of the sentence.
    """
    if not any(each.kind == "noun" and each.case == "gent" for each in noun):
        return ()
    predicate = next((readings for readings in after if _is_predicate(readings)), ())
    lemmas = {each.lemma for readings in after for each in readings}
    genitives = tuple(each for each in noun if each.kind == "noun" and each.case == "gent")
    unchanging = {(each.lemma, each.number) for each in genitives}
    subjects = tuple(each for each in noun if each.case == "nomn" and _agrees(each, predicate))
    telling = tuple(each for each in subjects if (each.lemma, each.number) not in unchanging)
    if telling and not lemmas & _OF_QUANTITY:
        return telling
    is_lacking = bool(lemmas & (_OF_QUANTITY | _NOT)) or bool(predicate and not subjects)
    return genitives if is_lacking else subjects


def _is_predicate(readings: Readings) -> bool:
    return any(_is_finite(each) for each in readings) and not any(each.kind == "noun" for each in readings)


def _is_finite(reading: Reading) -> bool:
    return reading.kind in ("verb", "short") or (reading.kind == "participle" and not reading.case)


def _agrees(noun: Reading, predicate: Iterable[Reading]) -> bool:
    """Tell whether a noun can be the subject of a predicate, by number and, where the predicate shows it, gender."""
    return any(
        each.number == noun.number and (noun.number == "plur" or each.gender in ("", noun.gender))
        for each in predicate
        if _is_finite(each)
    )
