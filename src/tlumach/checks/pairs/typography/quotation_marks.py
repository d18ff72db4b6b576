"""Quotation marks: those of the language, and each with its partner."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side, short
from tlumach.languages.cldr.tables import quotation_marks
from tlumach.languages.language_codes import english_name
from tlumach.languages.profiles import profile

PAIRS: Mapping[str, Mapping[str, str]] = {
    "ru": {"«": "»", "„": "“"},
    "uk": {"«": "»", "„": "“"},
    "en": {"“": "”", "‘": "’"},
}
"""Opening and closing marks, outer and inner, where there is more to say than the CLDR does: by the academies and British printers."""
_ALL = '«»„“”‟‘‚‹›"「」『』'
_PRINTED = "«„“»‚‘‹「"
_MARKS = re.compile(f"[{_ALL}’\n]")
_MARK = re.compile(f"[{_ALL}']")
SINGLE = {
    False: re.compile(r"(?<!\w)[‘'][^\W\d_][^‘’'\n]*[’'](?!\w)"),
    True: re.compile(r"(?<!\w)'[^\W\d_](?:[^'\n]|'(?=\w))*'(?!\w)"),
}
"""Single marks, which Russian and Ukrainian do not have, and straight ones in English."""
_INNER = re.compile(r"“([^«»„“”]*)”")
_POSSESSIVE = re.compile(r"(?<=\w)[’'](?=\w)|(?<=s)[’'](?=\s)|(?<!\w)’(?=\d\ds\b)")
_PRINTED_ONE = re.compile(r"[“”]|‘(?=\w)")
_OPENS = re.compile(r"(?<![\w'’])'(?=[^\W\d_])")
_CLOSES = re.compile(r"(?<=[.,!?…])'(?!\w)")
"""Straight single marks of a quotation, as far as they can be told from apostrophes."""
_STRAIGHT = re.compile(r"(?<!\w)\"|\"(?!\w)")
_INCH = re.compile(r"\d[ \u00a0]?\"")
_REACH = 24
"""Lines of a page that a quotation of several paragraphs may reach over."""
_WITHIN_A_WORD = re.compile(r"(?<=\w)[’'\"](?=\w)")
"""An apostrophe, or the gershayim of Hebrew."""


def check_quotation_marks(pair: AlignedPair) -> Iterator[PairFinding]:
    """Quotation marks are those of the language, and each has its partner.

    Finds marks of another language (“…” in Ukrainian, «…» in English), marks turned the wrong way, straight ones where the
    source has printed ones, one that is not closed or not opened, and one within the same marks. Russian and
    Ukrainian: «…», within them „…“ (in Ukrainian “…” too). English: “…”, within them ‘…’, or the other way round. Any other language:
    the marks that the Unicode CLDR gives it, and those that its printers use too (»…« in German, «…» in Spanish). A quotation that goes
    on over several paragraphs may be open at the end of one, as it is in the source or where the page has its other half. Straight
    marks in English are info alone on a page that has no printed ones; one that has lost its partner is found in any language.

    To mend it, type the marks of the language. Where marks are the subject of the sentence, waive it:
    `waive quotation-marks: the reason` in the record.
    """
    text = pair.target.prose.text
    if not _MARK.search(text):
        return
    unmarked = _unmarked(pair.target)
    wanted = marks_of(pair.target.language)
    if strange := _strange(pair, unmarked, wanted):
        place = text.find(strange)
        line = pair.target.prose.line_at(place)
        level = pair.where_both(_PRINTED_ONE) if strange[0] in "\"'" and pair.target.language == "en" else None
        message = f"{strange} is no quotation mark of {english_name(pair.target.language)}: “{short(text, place)}”."
        yield PairFinding(message, line, level=level)
        return
    if _has_a_lonely_straight_mark(pair):
        yield _unpaired(pair.target, text.rfind('"'), "stands there an odd number of times")
        return
    yield from _unbalanced(pair, unmarked, wanted)


def _has_a_lonely_straight_mark(pair: AlignedPair) -> bool:
    """Tell whether one of the straight marks has lost its partner; of 168,614 published pairs of blocks 23 had one, 20 by oversight."""
    ours, theirs = (len(_STRAIGHT.findall(side.prose.text)) % 2 for side in (pair.source, pair.target))
    return bool(theirs and not ours and not _INCH.search(pair.target.prose.text))


def marks_of(language: str) -> Mapping[str, str]:
    """Return the opening marks of a language with what closes each: those that its printers use too come last."""
    if own := profile(language).marks:
        return {pair[0]: pair[1] for pair in own}
    if language in PAIRS:
        return PAIRS[language]
    return dict([*quotation_marks(language), *((pair[0], pair[1]) for pair in profile(language).quotation_marks)])


def _strange(pair: AlignedPair, text: str, wanted: Mapping[str, str]) -> str:
    """Return the first mark that is none of the language's; straight ones are let be where the source has them too."""
    own = {*wanted, *wanted.values()}
    if left := _left_from_the_source(pair, text):
        return left
    for mark in (match[0] for match in _MARKS.finditer(text)):
        if mark == '"' and (_is_inch(text, mark) or not _minds_straight(pair)):
            continue
        if mark in _ALL and mark not in own:
            return mark
    singles = SINGLE[pair.target.language == "en" or pair.target.language not in PAIRS].search(text)
    if singles and _minds_straight(pair):
        return singles[0][0]
    return ""


def _left_from_the_source(pair: AlignedPair, text: str) -> str:
    """Return the mark of a quotation in the inner marks of its language that stands in no other, as the source's outer ones do."""
    if pair.target.language in PAIRS:
        return ""
    outer, inner = quotation_marks(pair.target.language)
    source = next(iter(marks_of(pair.source.language)))
    if inner[0] != source or inner == outer or inner[0] not in text or outer[0] in text:
        return ""
    others = (alternative[0] for alternative in profile(pair.target.language).quotation_marks)
    return "" if inner[0] in others else inner[0]


def _minds_straight(pair: AlignedPair) -> bool:
    source = pair.source.prose.text
    return ('"' not in source and any(mark in source for mark in _PRINTED)) or any(
        m in pair.target.prose.text for m in _PRINTED
    )


def _is_inch(text: str, mark: str) -> bool:
    return text.count(mark) == 1 and re.search(r"\d\"", text) is not None


def _unbalanced(pair: AlignedPair, text: str, wanted: Mapping[str, str]) -> Iterator[PairFinding]:
    if not {*wanted}.isdisjoint(mark for mark in wanted.values() if mark in text):
        return  # what opens closes too: ”…” in Swedish, «…» beside »…«
    open_marks, wrong = _read_marks(text, wanted)
    if wrong is None and not open_marks:
        return
    theirs = marks_of(pair.source.language)
    source_open, source_wrong = _read_marks(_unmarked(pair.source), theirs)
    if _has_half_a_quotation(pair.source.prose.text) or _goes_on(pair, wanted, wrong, open_marks):
        return
    if wrong is not None and source_wrong is None:
        yield _unpaired(
            pair.target,
            wrong,
            "stands within the same marks" if text[wrong] in wanted else "is not opened, or closes another kind",
        )
    elif open_marks and not source_open and wrong is None:
        yield _unpaired(pair.target, open_marks[-1], "is not closed")


def _goes_on(pair: AlignedPair, wanted: Mapping[str, str], wrong: int | None, open_marks: Sequence[int]) -> bool:
    """Tell whether a mark may have its partner in another paragraph: on the page as many are opened as closed."""
    text = pair.target.prose.text
    lonely = text[wrong] if wrong is not None else text[open_marks[-1]]
    if wrong is not None and lonely in wanted:
        return False  # within the same marks
    opening = next((mark for mark in wanted if lonely in (mark, wanted[mark])), "")
    if not opening or text.count(opening) == text.count(wanted[opening]):
        return False  # turned round
    return 0 < pair.page.count(opening) == pair.page.count(wanted[opening]) or _has_partner(
        pair, opening, wanted[opening], wrong is None
    )


def _has_partner(pair: AlignedPair, opening: str, closing: str, is_open: bool) -> bool:
    """Tell whether a mark that is lonely in its paragraph has its partner in one of the nearest on its page."""
    before, _, after = pair.page.partition(pair.target.block.text)
    near = after.split("\n")[:_REACH] if is_open else before.split("\n")[-_REACH:]
    marks = re.findall(f"[{opening}{closing}]", "\n".join(near))
    return _first_lonely(marks, closing) if is_open else _first_lonely(marks[::-1], opening)


def _first_lonely(marks: Sequence[str], partner: str) -> bool:
    """Tell whether the first mark without a partner is this one; the marks stand in the order of their distance."""
    depth = 0
    for mark in marks:
        depth += -1 if mark == partner else 1
        if depth < 0:
            return True
    return False


def _has_half_a_quotation(text: str) -> bool:
    """Tell whether straight marks open or close a quotation of which the rest stands in another paragraph."""
    if text.count('"') % 2:
        return True
    return len(_OPENS.findall(text)) != len(_CLOSES.findall(text))


def _unpaired(side: Side, place: int, message: str) -> PairFinding:
    text = side.prose.text
    return PairFinding(f"{text[place]} {message}: “{short(text, place)}”.", side.prose.line_at(place))


def _unmarked(side: Side) -> str:
    """Return the prose with apostrophes hidden, so that ’ is a quotation mark wherever it is left.

    In Ukrainian, “…” within «…» is as good as „…“, and read as that.
    """
    text = side.prose.text
    if side.language == "uk":
        return _INNER.sub(lambda inner: f"„{inner[1]}“" if _is_within(text, inner.start()) else inner[0], text)
    if side.language == "ru":
        return text
    hidden = (_POSSESSIVE if side.language == "en" else _WITHIN_A_WORD).sub("\0", text)
    return hidden if "‘" in hidden else hidden.replace("’", "\0")


def _is_within(text: str, place: int) -> bool:
    return text.count("«", 0, place) > text.count("»", 0, place)


def _read_marks(text: str, wanted: Mapping[str, str]) -> tuple[list[int], int | None]:
    """Return where marks are left open, and the first that closes what is not open.

    English opens a quotation anew with each of its paragraphs, and closes it with the last.
    """
    stack: list[int] = []
    first_wrong = None
    closing = {close: opening for opening, close in wanted.items()}
    for place, mark in ((match.start(), match[0]) for match in _MARKS.finditer(text)):
        if mark == "\n" and stack and "“" in wanted and text[place + 1 : place + 2] in wanted:
            stack.clear()
        elif mark in wanted:
            if stack and text[stack[-1]] == mark and first_wrong is None:
                first_wrong = place  # the same marks within marks
            stack.append(place)
        elif mark in closing:
            if stack and text[stack[-1]] == closing[mark]:
                stack.pop()
            elif first_wrong is None:
                first_wrong = place
    return stack, first_wrong
