"""Whether a translation has the numbers of its source: figures, dates, years, times, percentages, sums, units."""

import re
from collections.abc import Iterable, Iterator

from tlumach.blocks import BlockKind
from tlumach.checks.pairs.code_pieces import code_pieces
from tlumach.checks.pairs.content.same_numbers.levels import level_of
from tlumach.checks.pairs.content.same_numbers.order import KEEPING_ORDER, Exchange, exchanged
from tlumach.checks.pairs.content.same_numbers.separators import how_it_reads
from tlumach.checks.pairs.content.same_numbers.tokens import without_same
from tlumach.checks.pairs.number_signature import has_no_number
from tlumach.checks.pairs.numbers.comparing import Difference, Text, differences, in_figures
from tlumach.checks.pairs.numbers.figures import value_of
from tlumach.checks.pairs.numbers.mentions import Mention, Weight, numbers
from tlumach.checks.pairs.numbers.reading import read
from tlumach.checks.pairs.numbers.words.lexicon import is_deep
from tlumach.checks.pairs.opaque import OBJECT
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side, short
from tlumach.problems import Level

_NAME = re.compile(r"(?<![\w.])(?![xX]\d|[ckdm]?m[23](?!\w))[A-Za-z]+\d[A-Za-z\d]*(?:\.\d+)*(?!\w)")
"""A name with a figure in it: E2EE, IPv6, G7. Another language may have it in words, or explain it."""
_DIGITS = re.compile(r"\d+")
_WITHIN_A_NAME = re.compile(r"\d+\.\d+|\d+")
_PART_OR_VERSION = re.compile(r"\d|\d+[.,]\d+")
"""Figures that are named in any order: parts of laws («подпункт 1 пункта 2», “2(1)”) and versions (“for 2.4 and 2.2”)."""
_FIGURE = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?!\w)")


def check_numbers(pair: AlignedPair) -> Iterator[PairFinding]:
    """A translation has the numbers, dates, times, percentages, sums and units of its source.

    Finds a figure, year, month, hour, currency or unit that was changed, lost or added, in figures and in words: `441 млрд`
    beside `441 million`, `27.08.2022` beside `27 September 2022`, «третья попытка» beside “the second attempt”. Allowed
    for is what languages write differently: `939,5` and `939.5`, `2 030` and `2,030`, no-break spaces, ordinals, Roman
    numerals, «в 1,5 раза» and “half as much again”, «вдвое» and “100 per cent more”, numbers in words, «млрд» and
    “billion”, months, «6 вечера» and “18:00”, «24.02» and “24 February”, «1990-е» and “the nineties”, «сутки» and “24 hours”. A date
    is one thing: “5 March, and 3 April” is not «3 марта, а 5 апреля». What stands letter for letter on both sides (`x=0,0.5`), a
    number that is set as code on one side, and phrases such as “third party” do not count. What English has in its measures may be
    converted: “4 inches” and «10 см».

    It is an error where two figures, or two months, differ; a number in words, or the same digits read otherwise (`.75` beside `75`), is
    a warning. A number of the source that nothing stands for is a warning where it is a figure from four on, a month or one with a unit,
    and info where it is smaller or in words; one that the translation adds is info: on published prose every other one of these was
    rightly so. Two figures or dates of a block that changed places are a warning between English, Russian and Ukrainian (none of 164,000
    published pairs of blocks had that rightly). Single digits and versions are info, and what English news put the other way
    round is let be: figures (“by 394 to 207”), and two dates of one sentence.

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
    ours, theirs = _text(source, target), _text(target, source)
    if not all(is_deep(side.language) and side.is_in_own_script for side in (source, target)):
        ours, theirs = in_figures(ours), in_figures(theirs)
    if found := differences(ours, theirs):
        yield from (_finding(pair, difference) for difference in found)
        return
    if {source.language, target.language} <= KEEPING_ORDER:
        yield from _in_another_order(pair, ours, theirs)


def _names(side: Side) -> set[str]:
    return set(_NAME.findall(side.prose.text))


def _text(side: Side, other: Side) -> Text:
    """Return a text with what it mentions, without what the other side has letter for letter; code and names may answer to a number.

    A name that differs from one of the other side in its figures alone is looked at as a number, since G8 is not G7.
    """
    text, numbers, others = without_same(side, other), side.numbers, _names(other)
    alike = {_DIGITS.sub("0", name) for name in others}
    own = [name for name in _NAME.finditer(text) if name[0] in others or _DIGITS.sub("0", name[0]) not in alike]
    for name in own:
        text = text[: name.start()] + OBJECT * len(name[0]) + text[name.end() :]
    if text != side.prose.text:
        numbers = read(text, side.language)
    return Text(text, side.language, [*numbers, *_in_names(own, others), *_in_code(side)])


def _in_names(names: Iterable[re.Match[str]], others: set[str]) -> Iterator[Mention]:
    """Yield the figures of names that the other side has not, each of which may answer to a number and needs no answer."""
    for name in names:
        for figure in _WITHIN_A_NAME.findall(name[0]) if name[0] not in others else ():
            years = (1900 + int(figure), 2000 + int(figure)) if re.fullmatch(r"\d\d", figure) else ()  # SS19, Q4
            yield Mention(name[0], *name.span(), numbers(value_of(figure, "en"), *years), Weight.MAYBE)


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
    words, others = _words(pair.source, wanted), _words(pair.target, found)
    level = level_of(difference, source.text, target.text)
    if wanted and found:
        message = f"{what}{words} in the source is {others} here: {ours}, {theirs}."
        message += "" if is_unit else how_it_reads(words, others, pair.source.language, pair.target.language)
        return PairFinding(message, line, level=level)
    if wanted:
        return PairFinding(f"{what}{words} of the source is not here: {ours}.", line, level=level)
    return PairFinding(f"{others} is not in the source: {theirs}.", line, level=level)


def _in_another_order(pair: AlignedPair, ours: Text, theirs: Text) -> Iterator[PairFinding]:
    sentences, prose = (pair.source.prose.sentences, pair.target.prose.sentences), pair.target.prose
    is_list = pair.target.block.kind is BlockKind.LIST
    for found in exchanged(ours.mentions, theirs.mentions, *sentences, is_list):
        first, second = (_words(pair.target, each) for each in found[:2])
        said = f"figures in another order than in the source, {first} before {second}: “{short(prose.text, found.one.start)}”."
        if pair.target.language != "en" or (found.are_dates and found.is_across):
            yield PairFinding(said, prose.line_at(found.one.start), level=_level_of_exchange(pair, found))


def _level_of_exchange(pair: AlignedPair, found: Exchange) -> Level:
    """Return a warning, or info for what is rightly named in any order: parts of laws, versions."""
    texts = [pair.target.prose.text[each.start : each.end] for each in found[:2] if not each.unit]
    return Level.INFO if any(map(_PART_OR_VERSION.fullmatch, texts)) else Level.WARNING


def _words(side: Side, mention: Mention | None) -> str:
    """Return a mention as it stands in the text, with its magnitude and unit."""
    return " ".join(side.prose.text[mention.start : mention.end].split()) if mention else ""
