"""Brackets and apostrophes."""

import re
from collections import Counter
from collections.abc import Iterator

from tlumach.checks.pairs.pair import AlignedPair, PairFinding, short

_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_BRACKET = re.compile(r"[()\[\]{}]")
_EYES = r"(?:[:;=]['’]?[-o^]?|8-)"
_SMILEYS = tuple(
    re.compile(
        rf"(?<![\w(]){_EYES}(?:[()]{times}|[\[\]{{}}])(?!\w)|(?<!\w)[()]-?[:;=](?!\w)|(?<=\w)[:;]-?\){times}(?!\w)"
    )
    for times in ("", "+")
)
""":) and :-(, with one bracket or several, (: and one that is stuck to a word."""
_LAUGH = re.compile(r"\){2,}(?!\w)")
"""What stands for a smile in Russian and Ukrainian: «привет)))»."""
_LABEL = r"(?:\d{1,2}|[^\W\d_])\)"
_FIRST = re.compile(
    rf"(?<!\w)(?:[1aаAА]\)|(?i:(?:под|під)?(?:пункт|раздел|розділ)\w*|пп?\.|subsections?|paragraphs?)\s*{_LABEL}|{_LABEL} ?[–—-] ?{_LABEL})"
)
"""What tells that a text has labels: the first of them, one after the name of a part of a law, or two as a range."""
_ENUMERATION = re.compile(rf"(?:(?<=^)|(?<=[\s;:,.])|(?<=\)[–—-])){_LABEL}")
APOSTROPHE = re.compile(r"(?<=[а-яіїєґА-ЯІЇЄҐ])(?P<mark>['’ʼ`´‘‛′])(?=[а-яіїєґА-ЯІЇЄҐ])")
PRINTED = "’ʼ"
_PRINTED_ONE = re.compile(r"(?<=[а-яіїєґА-ЯІЇЄҐ])[’ʼ](?=[а-яіїєґА-ЯІЇЄҐ])")


def check_brackets(pair: AlignedPair) -> Iterator[PairFinding]:
    """A bracket that is opened is closed, by one of its kind.

    Finds `(млн` without `)`, `млн)` without `(`, and `(млн]`. The `)` of an enumeration, `1)`, `а)` or `а)–г)`, or of a smiley counts
    for nothing, and what is so in the source may be so here.

    To mend it, put the bracket that is missing. To waive it: `waive brackets: the reason` in the record.
    """
    wrong = _wrong_but_for_smileys(pair.target.prose.text)
    if wrong and not _wrong_but_for_smileys(pair.source.prose.text):
        place, message = wrong
        where = short(pair.target.prose.text, place)
        yield PairFinding(f"{message}: “{where}”.", pair.target.prose.line_at(place))


def check_apostrophe(pair: AlignedPair) -> Iterator[PairFinding]:
    """The apostrophe of Ukrainian is ’ (U+2019) or ʼ (U+02BC), and one of them throughout a text.

    Finds a straight one (`Пам'ятник`), a quotation mark, an accent (`комп`ютер`), and two kinds in one block. Where no page's word
    has a printed one, straight ones are a house's style, and info alone.

    To mend it, type ’ (U+2019). To waive it: `waive apostrophe: the reason` in the record.
    """
    if pair.target.language != "uk":
        return
    text = pair.target.prose.text
    found = list(APOSTROPHE.finditer(text))
    for match in found:
        if match["mark"] not in PRINTED:
            where = short(text, match.start())
            message = f"{match['mark']} is no apostrophe, write ’ (U+2019): “{where}”."
            level = pair.where_both(_PRINTED_ONE) if match["mark"] == "'" else None
            yield PairFinding(message, pair.target.prose.line_at(match.start()), level=level)
            return
    kinds = Counter(match["mark"] for match in found)
    if len(kinds) > 1:
        rare = kinds.most_common()[-1][0]
        place = next(match.start() for match in found if match["mark"] == rare)
        message = f"two kinds of apostrophe, {' and '.join(kinds)}; keep one: “{short(text, place)}”."
        yield PairFinding(message, pair.target.prose.line_at(place))


def _wrong_but_for_smileys(text: str) -> tuple[int, str] | None:
    """Return the first wrong bracket; a bracket of a smiley or of a label may close another or not."""
    if not (wrong := _wrong_bracket(text)):
        return None
    bare = [_LAUGH.sub(" ", smiley.sub(" ", text)) for smiley in _SMILEYS]
    bare += [_ENUMERATION.sub(" ", text)] if _FIRST.search(text) else []
    return wrong if all(map(_wrong_bracket, bare)) else None


def _wrong_bracket(text: str) -> tuple[int, str] | None:
    if not _BRACKET.search(text):
        return None
    numbered = {match.end() - 1 for match in _ENUMERATION.finditer(text)} if _FIRST.search(text) else set()
    stack: list[int] = []
    closing = {close: opening for opening, close in _BRACKETS.items()}
    for place, mark in ((match.start(), match[0]) for match in _BRACKET.finditer(text)):
        if mark in _BRACKETS:
            stack.append(place)
        elif mark in closing:
            if not stack and place in numbered:
                continue
            if not stack:
                return place, f"{mark} closes a bracket that was not opened"
            if text[stack.pop()] != closing[mark]:
                return place, f"{mark} closes a bracket of another kind"
    return (stack[-1], f"{text[stack[-1]]} is not closed") if stack else None
