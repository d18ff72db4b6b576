"""How bad a difference of numbers is: an error where both sides have a plain figure and they differ, less where one may be read otherwise.

On published translations that nobody here had read, two in three of the differences with a number in words, or with the same digits on
both sides, were no faults: a calibre of .22, 70к, “580 crore”. Plain figures that differ were mostly faults (`docs-dev/accuracy.md`).
"""

import re

from tlumach.checks.pairs.numbers.comparing import Difference
from tlumach.checks.pairs.numbers.mentions import MONTH, NUMBER, TIME, Mention, Weight
from tlumach.problems import Level

_DECIMALS = re.compile(r"\d[.,]\d")
_DASHES = re.compile(r"[\u2010-\u2015-]")
_GOES_ON = re.compile(r"\d[:/.,] | [:/.,]\d")
_DIGITS = re.compile(r"\d+")
_SMALL, _ALL, _THOUSAND = 3, 100, 1000
_ENGLISH = frozenset({"inch", "foot", "yard", "mile", "nautical-mile", "acre", "gallon", "ounce"})
_METRIC = frozenset({"cm", "mm", "m", "km", "km/h", "m/s", "kg", "g", "l", "ha", "square-m", "square-km", "°C"})
_NAMED = frozenset({"month", "weekday"})
_NEARLY_THE_SAME = {"yard", "m"}
"""Units that a text of no precision may have for one another."""


def level_of(difference: Difference, source: str, target: str) -> Level | None:
    """Return the level of a difference between two texts; None for that of the rule, an error."""
    wanted, found, is_unit = difference
    if wanted and found and wanted.family == found.family:
        if _has_digit(wanted.text) and _has_digit(found.text):
            return _of_figures(wanted, found, source, target)
        return Level.INFO if is_unit else _of_words(wanted, found)
    said = [each for each in (wanted, found) if each and (is_unit or each.weight is Weight.SURE)]
    if wanted is None or (found and wanted.weight is not Weight.SURE):
        return Level.INFO  # what a translator explains, or what was said in another paragraph
    if wanted and found is None and wanted.text in target:
        return Level.INFO  # 1,000, which may be read as one there
    is_one_sided = found is None or is_unit
    if not is_unit and any(each.unit in _ENGLISH for each in said):
        return Level.INFO  # 4000 ft: higher than a kilometre
    is_loud = any(_is_telling(each) or (is_one_sided and (is_unit or _is_month(each))) for each in said)
    return Level.WARNING if is_loud else Level.INFO


def _of_figures(wanted: Mention, found: Mention, source: str, target: str) -> Level | None:
    """Return the level of one figure instead of another."""
    if not (_stands_free(wanted, source) and _stands_free(found, target)):
        return Level.INFO
    if _is_version(wanted, found):
        return Level.INFO
    if (
        {wanted.unit, found.unit} == _NEARLY_THE_SAME
        or _may_be_converted(wanted, found)
        or not _are_of_a_kind(wanted, found)
    ):
        return Level.WARNING
    return None if _is_another(wanted, found) else Level.WARNING


def _of_words(wanted: Mention, found: Mention) -> Level | None:
    """Return the level of one number instead of another where one at least is in words."""
    if wanted.family in _NAMED and Weight.MAYBE not in (wanted.weight, found.weight):
        return None
    is_sure = Weight.HINT not in (wanted.weight, found.weight)
    are_words = not (_has_digit(wanted.text) or _has_digit(found.text))
    return Level.WARNING if is_sure or (are_words and wanted.family == "ordinal") else Level.INFO


def _stands_free(mention: Mention, text: str) -> bool:
    """Tell whether a figure is no part of something longer: a place in a book (38-1–38-11), a ratio, a number that goes on (2.06.737)."""
    before, after = re.search(r"\S*\Z", text[: mention.start]), re.match(r"\S*", text[mention.end :])
    around = (before[0] if before else "") + " " + (after[0] if after else "")
    return len(_DASHES.findall(around)) <= 1 and not _GOES_ON.search(around)


def _is_version(wanted: Mention, found: Mention) -> bool:
    """Tell whether a small whole number is said with its decimals, without a unit: Yii 1, Yii 1.1."""
    short, long = sorted((wanted.text, found.text), key=len)
    is_bare = not (wanted.unit or found.unit)
    return is_bare and len(short) == 1 and short.isdigit() and bool(re.fullmatch(rf"{short}\.\d", long))


def _is_another(wanted: Mention, found: Mention) -> bool:
    """Tell whether two figures differ in their digits, or in what is said after them: 1.7 billion, 1,7 млн."""
    if wanted.unit and found.unit and wanted.unit != found.unit:
        return True
    if _digits(wanted.text) != _digits(found.text):
        return True
    return _has_magnitude(wanted) and _has_magnitude(found)


def _are_of_a_kind(wanted: Mention, found: Mention) -> bool:
    """Tell whether two figures are two numbers, decades or times; not 80s (degrees) and 27, 27:37 (of a match) and 28, 2.10 and 2."""
    sorts = {key.sort for key in wanted.keys} & {key.sort for key in found.keys}
    one, other = (_DIGITS.findall(each.text) for each in (wanted, found))
    is_part = len(one) != len(other) and (one[0] == other[0] != "0" or one[-1] == other[-1])
    is_clock = (":" in wanted.text) != (":" in found.text) and TIME not in sorts
    return bool(sorts) and not is_part and not is_clock


def _may_be_converted(wanted: Mention, found: Mention) -> bool:
    """Tell whether one of two numbers is in English measures, or has none while the other is in metric ones: 6in, 15 см."""
    units = {wanted.unit, found.unit}
    return len(units) > 1 and wanted.text != found.text and bool(units & _ENGLISH or ("" in units and units & _METRIC))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text).strip("0")


def _has_magnitude(mention: Mention) -> bool:
    """Tell whether a figure is thousands or millions by the word that follows it."""
    plain = int(_digits(mention.text) or 0)
    return any(key.sort == NUMBER and key.value >= _THOUSAND * max(plain, 1) for key in mention.keys)


def _is_month(mention: Mention) -> bool:
    return any(key.sort == MONTH for key in mention.keys)


def _is_telling(mention: Mention) -> bool:
    """Tell whether a text has to have a number: one in figures that is large, has decimals or a unit.

    Up to three, or in words, one side alone had it rightly every other time (2 to the power 3, 1D); a figure above twenty that was lost
    was a fault in 12 places of 15, one from four to twenty in 9 of 9.
    """
    if not _has_digit(mention.text):
        return False
    values = [key.value for key in mention.keys if key.sort == NUMBER]
    if (mention.unit == "%" and _ALL in values) or 0 in values:
        return False  # “not 100% of course”, “a fee of 0%”
    has_decimals = bool(_DECIMALS.search(mention.text))
    return bool(mention.unit) or has_decimals or not values or any(value > _SMALL for value in values)


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)
