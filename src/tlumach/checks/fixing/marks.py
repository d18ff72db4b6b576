"""Apostrophes and quotation marks, changed into those of the language where there is no doubt which are meant."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tlumach.checks.fixing.changes import Change
from tlumach.checks.pairs.pair import AlignedPair
from tlumach.checks.pairs.typography.brackets import APOSTROPHE, PRINTED
from tlumach.checks.pairs.typography.quotation_marks import PAIRS, SINGLE

_MARKS = re.compile('[«»„“”‟"]')
_OPENING_BEFORE = re.compile(r"[\s(\[{«„“‘—–/\ufffc-]\Z")
_CLOSES: Mapping[str, str] = {"«": "»", "„": "“”", "“": "”", '"': '"', "‟": "”", "‘": "’", "'": "'"}
"""What closes a quotation that was opened by each mark, in whatever language."""


class _Quotation(NamedTuple):
    """A quotation: where its marks stand, and that of the one around it (None: there is none)."""

    start: int
    end: int
    around: int | None


def fix_apostrophes(pair: AlignedPair, apostrophe: str) -> Iterator[Change]:
    """Yield changes of what stands for an apostrophe between Ukrainian letters into the one of the page."""
    if pair.target.language == "uk":
        for match in APOSTROPHE.finditer(pair.target.prose.text):
            if match["mark"] != apostrophe:
                yield Change(match.start(), match.end(), apostrophe)


def usual_apostrophe(texts: Iterator[str]) -> str:
    """Return the apostrophe that most of some Ukrainian texts have: ’ or ʼ, and ’ where they have none."""
    found = [match["mark"] for text in texts for match in APOSTROPHE.finditer(text)]
    return max(PRINTED, key=found.count)


def fix_quotation_marks(pair: AlignedPair, _: str) -> Iterator[Change]:
    """Yield changes of strange quotation marks into those of the language, outer and inner; none where one lacks its partner."""
    wanted, text = PAIRS.get(pair.target.language), pair.target.prose.text
    if not wanted:
        return
    final: dict[int, str] = {}
    for quotation in _quotations(text, pair.target.language):
        opening = _opening(
            text, quotation, wanted, final.get(quotation.around) if quotation.around is not None else None
        )
        final[quotation.start] = opening
        closing = text[quotation.end] if opening == text[quotation.start] else wanted[opening]
        for place, mark in ((quotation.start, opening), (quotation.end, closing)):
            if text[place] != mark:
                yield Change(place, place + 1, mark)


def _opening(text: str, quotation: _Quotation, wanted: Mapping[str, str], around: str | None) -> str:
    """Return the mark that opens a quotation: its own where that is right, else the outer or, within these, the inner one."""
    outer, inner = wanted
    mark, closing = text[quotation.start], text[quotation.end]
    is_own = wanted.get(mark) == closing or (outer == "«" and around == "«" and mark + closing == "“”")
    if is_own and mark != around:
        return mark
    return inner if around == outer else outer


def _quotations(text: str, language: str) -> list[_Quotation]:
    """Return the quotations of a text, outer ones first; none where a mark lacks its partner, or is within a word."""
    singles = {place: mark for match in SINGLE[language == "en"].finditer(text) for place, mark in _ends(match)}
    marks = {match.start(): match[0] for match in _MARKS.finditer(text)} | singles
    found: list[_Quotation] = []
    open_marks: list[int] = []
    for place in sorted(marks):
        if _opens(text, place, marks, open_marks, singles):
            open_marks.append(place)
        elif open_marks and marks[place] in _CLOSES[marks[open_marks[-1]]]:
            start = open_marks.pop()
            found.append(_Quotation(start, place, open_marks[-1] if open_marks else None))
        else:
            return []
    return [] if open_marks else sorted(found)


def _ends(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    yield match.start(), match[0][0]
    yield match.end() - 1, match[0][-1]


def _opens(text: str, place: int, marks: Mapping[int, str], open_marks: list[int], singles: Mapping[int, str]) -> bool:
    mark = marks[place]
    if mark in "«„‟‘":
        return True
    if mark in "»”’":
        return False
    last = marks[open_marks[-1]] if open_marks else ""
    if place in singles:
        return last != "'"
    if mark == "“" and last == "„":
        return False
    before, after = text[:place], text[place + 1 : place + 2]
    is_after_space = not before or _OPENING_BEFORE.search(before[-1]) is not None
    return is_after_space and bool(after) and not after.isspace()
