"""Whether a translation has the numbers of its source: figures, dates, years, times, percentages, sums, units."""

import re
from collections.abc import Iterable, Iterator

from tlumach.checks.pairs.code_pieces import code_pieces
from tlumach.checks.pairs.number_signature import has_no_number
from tlumach.checks.pairs.numbers.comparing import Difference, Text, differences, in_figures
from tlumach.checks.pairs.numbers.figures import value_of
from tlumach.checks.pairs.numbers.mentions import MONTH, NUMBER, Mention, Weight, numbers
from tlumach.checks.pairs.numbers.reading import read
from tlumach.checks.pairs.numbers.words.lexicon import is_deep
from tlumach.checks.pairs.opaque import OBJECT
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side, short
from tlumach.problems import Level

_TOKEN = re.compile(
    r"(?<![^\s(«“„\"])(?=[^\s\d]*\d)(?=[^\s]*[A-Za-z_=\[\]{}@#/\\])[^\s()«»“”„\"\ufffc]*[^\s()«»“”„\".,;:!?…\ufffc]"
)
_LIST = re.compile(r"(?<![\w.,])\d+(?:,\d+){2,}(?![\w,]|\.\d)")
"""What is either a list written without spaces or one long number: 4,5,6."""
_TELEPHONE = re.compile(r"\+\d[\d \u00a0()-]{8,}\d")
_NO_DIGIT = re.compile(r"\D")
_MONTH = re.compile(
    r"(?<!\w)(?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\w)"
)
"""A month of an English name that another language leaves as it is: Windows 10 May 2020 Update."""
_NAME = re.compile(r"(?<![\w.])[A-Za-z]+\d[A-Za-z\d]*(?!\w)")
"""A name with a figure in it: E2EE, IPv6, G7. Another language may have it in words, or explain it."""
_DECIMALS = re.compile(r"\d[.,]\d")
_SMALL, _ALL = 20, 100
_DIGITS = re.compile(r"\d+")
_FIGURE = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])")


def check_numbers(pair: AlignedPair) -> Iterator[PairFinding]:
    """A translation has the numbers, dates, times, percentages, sums and units of its source.

    Finds a figure, year, month, hour, currency or unit that was changed, lost or added, in figures and in words: `441 млрд`
    beside `441 million`, `27.08.2022` beside `27 September 2022`, «третья попытка» beside “the second attempt”. Allowed
    for is what languages write differently: `939,5` and `939.5`, `2 030` and `2,030`, no-break spaces, ordinals, Roman
    numerals, «в 1,5 раза» and “half as much again”, «вдвое» and “100 per cent more”, numbers in words, «млрд» and
    “billion”, months, «6 вечера» and “18:00”, «24.02» and “24 February”, «1990-е» and “the nineties”, «сутки» and “24 hours”. A date
    is one thing: “5 March, and 3 April” is not «3 марта, а 5 апреля». What stands letter for letter on both sides (`x=0,0.5`), a
    number that is set as code on one side, and phrases such as “third party” do not count. What English has in its measures may be
    converted: “4 inches” and «10 см». A number that has nothing instead of it on the other side is a warning where it is large, a
    month or one with a unit, and info where it is small or in words: on published prose every other one of these was rightly so.

    In Russian, Ukrainian, English, German, Polish, Belarusian and Kazakh numbers in words are read too. Of any other language only
    what the Unicode CLDR knows: figures as it writes them, months, scales (`milyon`), units, shares; there a small or round figure may be
    a word on the other side. `tlumach languages` says which is which.

    To mend it, compare the two sentences and correct the number. Where the translation rightly has another (a converted
    unit, a corrected slip), waive it: `waive numbers: the reason` in the record.
    """
    source, target = pair.source, pair.target
    if not (source.is_prose and target.is_prose and source.language != target.language):
        return
    if not source.prose.text.strip() or not target.prose.text.strip():
        return
    if source.block.kind is not target.block.kind:
        return  # which `structure` has: what stands in a list of several was several blocks
    if has_no_number(source) and has_no_number(target):
        return
    same = _tokens(source) & _tokens(target)
    same |= _same_telephones(source, target)
    ours, theirs = _text(source, same, _names(target)), _text(target, same, _names(source))
    if not all(is_deep(side.language) and side.is_in_own_script for side in (source, target)):
        ours, theirs = in_figures(ours), in_figures(theirs)
    for difference in differences(ours, theirs):
        yield _finding(pair, difference)


def _tokens(side: Side) -> set[str]:
    """Return what is written with figures and is no plain number: `x=0,0.5`, `v2.1`, `F-16`."""
    return {each for pattern in (_TOKEN, _LIST, _MONTH) for each in pattern.findall(side.prose.text)}


def _same_telephones(source: Side, target: Side) -> set[str]:
    """Return the telephone numbers of both sides that have the same figures, however they are grouped."""
    ours, theirs = (
        {_NO_DIGIT.sub("", each): each for each in _TELEPHONE.findall(side.prose.text)} for side in (source, target)
    )
    both = ours.keys() & theirs.keys()
    return {side[digits] for side in (ours, theirs) for digits in both}


def _names(side: Side) -> set[str]:
    return set(_NAME.findall(side.prose.text))


def _text(side: Side, same: set[str], others: set[str]) -> Text:
    """Return a text with what it mentions, without what the other side has letter for letter; code and names may answer to a number.

    ``same`` are the tokens of both sides, ``others`` the names of the other side: one that differs from these in its figures
    alone is looked at as a number, since G8 is not G7.
    """
    text, numbers = side.prose.text, side.numbers
    alike = {_DIGITS.sub("0", name) for name in others}
    own = [name for name in _NAME.finditer(text) if name[0] in others or _DIGITS.sub("0", name[0]) not in alike]
    if same:
        for pattern in (_TELEPHONE, _TOKEN, _LIST, _MONTH):
            text = pattern.sub(lambda match: OBJECT * len(match[0]) if match[0] in same else match[0], text)
    for name in own:
        text = text[: name.start()] + OBJECT * len(name[0]) + text[name.end() :]
    if same or own:
        numbers = read(text, side.language)
    return Text(text, side.language, [*numbers, *_in_names(own, others), *_in_code(side)])


def _in_names(names: Iterable[re.Match[str]], others: set[str]) -> Iterator[Mention]:
    """Yield the figures of names that the other side has not, each of which may answer to a number and needs no answer."""
    for name in names:
        for figure in _DIGITS.findall(name[0]) if name[0] not in others else ():
            years = (1900 + int(figure), 2000 + int(figure)) if len(figure) == 2 else ()  # SS19, Q4
            yield Mention(name[0], *name.span(), numbers(int(figure), *years), Weight.MAYBE)


def _in_code(side: Side) -> Iterator[Mention]:
    """Yield the figures in the code of a text, each of which may answer to a number and needs no answer."""
    if "`" not in side.text:
        return
    end = len(side.prose.text)
    for piece in code_pieces(side.text, side.block.kind):
        for figure in _FIGURE.findall(piece.code):
            yield Mention(figure, end, end, numbers(value_of(figure, "en")), Weight.MAYBE)


def _finding(pair: AlignedPair, difference: Difference) -> PairFinding:
    wanted, found, is_unit = difference
    source, target = pair.source.prose, pair.target.prose
    line = target.line_at(found.start) if found else 0
    ours = f"“{short(source.text, wanted.start)}”" if wanted else ""
    theirs = f"“{short(target.text, found.start)}”" if found else ""
    what = "the unit of " if is_unit else ""
    words, others, level = _words(pair.source, wanted), _words(pair.target, found), _level(difference)
    if wanted and found:
        message = f"{what}{words} in the source is {others} here: {ours}, {theirs}."
        return PairFinding(message, line, level=level)
    if wanted:
        return PairFinding(f"{what}{words} of the source is not here: {ours}.", line, level=level)
    return PairFinding(f"{others} is not in the source: {theirs}.", line, level=level)


def _level(difference: Difference) -> Level | None:
    """Return the level of a difference: an error where there is another number instead, less where one side has none.

    On published prose a small number that one side alone has, or one in words, was rightly so every other time; a large one in figures
    was a fault in 12 places of 15.
    """
    wanted, found, is_unit = difference
    if wanted and found and wanted.family == found.family:
        is_ordinal = not _has_digit(wanted.text + found.text) and wanted.family == "ordinal"
        return Level.WARNING if is_ordinal and Weight.HINT in (wanted.weight, found.weight) else None
    said = [each for each in (wanted, found) if each and (is_unit or each.weight is Weight.SURE)]
    is_one_sided = wanted is None or found is None or is_unit
    is_loud = any(_is_telling(each) or (is_one_sided and (is_unit or _is_month(each))) for each in said)
    return Level.WARNING if is_loud else Level.INFO


def _is_month(mention: Mention) -> bool:
    return any(key.sort == MONTH for key in mention.keys)


def _is_telling(mention: Mention) -> bool:
    """Tell whether a text has to have a number: one in figures that is large, has decimals or a unit."""
    if not _has_digit(mention.text):
        return False
    values = [key.value for key in mention.keys if key.sort == NUMBER]
    if mention.unit == "%" and _ALL in values:
        return False  # “not 100% of course”
    has_decimals = bool(_DECIMALS.search(mention.text))
    return bool(mention.unit) or has_decimals or not values or any(value > _SMALL for value in values)


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _words(side: Side, mention: Mention | None) -> str:
    """Return a mention as it stands in the text, with its magnitude and unit."""
    return " ".join(side.prose.text[mention.start : mention.end].split()) if mention else ""
