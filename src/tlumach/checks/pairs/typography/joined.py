"""Spaces that are missing: after a mark, and around brackets and quotations."""

import re
from collections import Counter
from collections.abc import Iterator

from tlumach.checks.pairs.content.api_names import without_names
from tlumach.checks.pairs.opaque import OBJECT
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, short
from tlumach.languages.profiles import has_spaces, profile, script

_LETTER, _SMALL, _GREAT = r"[^\W\d_]", "[a-zà-ÿа-яёіїєґ]", "[A-ZÀ-ÞА-ЯЁІЇЄҐ]"
_CYRILLIC = "[\u0400-\u04ff]"
_AFTER_A_MARK = re.compile(
    rf"(?<={_LETTER})(?P<comma>[,;!?]|[?!]{{2,3}})(?={_LETTER})|(?<=[»”)]),(?={_LETTER})|(?<=\d),(?={_LETTER}{{2}})"
    rf"|(?<={_SMALL}{{2}})(?P<stop>\.)(?={_GREAT}{_SMALL})|(?<={_CYRILLIC}{{3}})\.(?={_CYRILLIC}{{3}})|(?<=[»”)])[.!?](?={_GREAT})"
    rf"|(?<={_LETTER}{{2}})(?P<colon>:)(?={_LETTER})|(?<=[»”)]):(?={_LETTER})"
    rf"|(?<={_LETTER})(?P<dots>…|\.\.\.)(?={_LETTER})"
)
_MAYBE_AFTER_A_MARK = re.compile(rf"[,;!?.:…](?:{_LETTER}|{_CYRILLIC})")
_MAYBE_QUOTES = re.compile(rf"[«„»”]{_LETTER}")
"""What a text must have for these patterns, which look behind at every character."""
_BRACKETS = re.compile(r"(?P<before>[^\W_]?)\((?P<within>[^()\n]*)\)(?P<after>[^\W_]?)")
_QUOTES = re.compile(rf"(?<={_LETTER})[«„](?={_LETTER})|(?<={_LETTER}{{2}})[»”](?={_LETTER}{{2}})")
_DOMAINS = re.compile(
    r"\.(?:ru|com|net|org|ua|by|kz|io|eu|tv|рф|укр|бел|қаз|рус|онлайн|сайт|дети|москва)\b", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(r"[^\W\d_]{1,9}(?![^\W\d_])")
"""An ending after a quotation mark, in languages that put it there: “standart”tır, «Нұр Отан»нан."""
_OF_CODE = frozenset({":", "...", "…", "."})
_PARTED = re.compile(r"[a-zа-яіїєґё]{2}\.[a-zа-яіїєґё]{2}")
_SHORT = 4
"""Letters in brackets that may be a part of a word: книга(и), (не)возможно, word(s)."""


def check_missing_space(pair: AlignedPair) -> Iterator[PairFinding]:
    """A space stands after a comma, full stop, colon, semicolon, exclamation or question mark, and around brackets and quotations.

    Finds `слово,слово`, `кінець.Початок`, `слово(слово два)`, `«слово»слово`. Abbreviations, names of programs and files, a part
    of a word in brackets (`книга(и)`), and what the source has letter for letter, or just as often, do not count.

    To mend it, put the space in. To waive it: `waive missing-space: the reason` in the record.
    """
    if not has_spaces(pair.target.language):
        return
    text = without_names(pair.target)
    found = sorted({*_after_marks(text), *_around_brackets(text)})
    source = without_names(pair.source) if found else ""
    theirs = Counter(source[start:end] for start, end in _after_marks(source))
    may_end = profile(pair.target.language).ends_after_marks
    for place, end in found:
        if OBJECT in text[max(place - 1, 0) : end + 1] or _joined(text, place, end) in pair.source.prose.text:
            continue
        if _is_of_code(text, place, end, pair.target.language) or _is_pattern(text, place, pair.source.prose.text):
            continue
        if may_end and text[place] in "»”" and _ENDING.match(text, end):
            continue
        if theirs[text[place:end]] > 0:
            theirs[text[place:end]] -= 1  # a name that is written so in both: Дія.Бізнес, Diia.Business
            continue
        where = short(pair.target.prose.text, place)
        yield PairFinding(f"a space is missing at “{text[place:end]}”: “{where}”.", pair.target.prose.line_at(place))


def _is_of_code(text: str, place: int, end: int, language: str) -> bool:
    """Tell whether a mark stands between two Latin letters of a text in another script: `try...catch`, `Event:on()`, `Task.Supervisor`."""
    if text[place:end] not in _OF_CODE or script(language) in ("", "Latn"):
        return False
    return text[place - 1].isascii() and text[end : end + 1].isascii()


def _is_pattern(text: str, place: int, source: str) -> bool:
    """Tell whether a full stop parts names in small letters, as one of the source does: major.minor."""
    after = text[place + 1 : place + 2]
    return text[place] == "." and after.islower() and bool(_PARTED.search(source))


def _after_marks(text: str) -> Iterator[tuple[int, int]]:
    marks = _AFTER_A_MARK.finditer(text) if _MAYBE_AFTER_A_MARK.search(text) else ()
    quotes = _QUOTES.finditer(text) if _MAYBE_QUOTES.search(text) else ()
    for match in (*marks, *quotes):
        if not (_DOMAINS.match(text, match.start()) or _is_abbreviation(text, match.start())):
            yield match.span()


def _is_abbreviation(text: str, place: int) -> bool:
    """Tell whether a full stop ends a part of an abbreviation that is written together (т.е., і.т.д., Ph.D.) or parts two in capitals."""
    if text[place] != ".":
        return False
    before = _LETTERS.match(text[:place][::-1])
    after = _LETTERS.match(text, place + 1)
    is_short = after is not None and text[after.end() : after.end() + 1] == "." and len(after[0]) < _SHORT
    are_capitals = before is not None and after is not None and before[0].isupper() and after[0].isupper()
    return before is None or len(before[0]) < 2 or is_short or are_capitals


def _around_brackets(text: str) -> Iterator[tuple[int, int]]:
    for match in _BRACKETS.finditer(text):
        within = match["within"]
        if len(within) <= _SHORT and within.isalpha():
            continue
        if match["before"] and not match["before"].isdigit() and within[:1].isalpha():
            yield match.start("within") - 1, match.start("within")
        if match["after"] and not match["after"].isdigit() and not within.endswith("-"):  # (Fake-)Modell
            yield match.start("after") - 1, match.start("after")


def _joined(text: str, place: int, end: int) -> str:
    """Return both words with what stands between them."""
    before, after = re.search(r"[^\s]*\Z", text[:place]), re.match(r"[^\s]*", text[end:])
    return (before[0] if before else "") + text[place:end] + (after[0] if after else "")
