"""Spaces, dashes and doubled words: what the eye passes over."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from operator import eq

from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side, short
from tlumach.languages.alphabets import MARKS
from tlumach.languages.language_codes import english_name
from tlumach.languages.profiles import profile
from tlumach.problems import Level

NO_BREAK = "\u00a0\u202f\u2007"
_SPACE = f"[ {NO_BREAK}]"
_LETTERS = rf"(?:[^\W\d_]|[{MARKS}])+"
_WORDS = re.compile(
    rf"(?<![\w'’ʼ{MARKS}-])(?P<word>{_LETTERS}(?:['’ʼ-]{_LETTERS})*)[ {NO_BREAK}]+(?P<again>(?P=word))(?![\w'’ʼ{MARKS}-])",
    re.IGNORECASE,
)
_WORD = re.compile(rf"{_LETTERS}(?:['’ʼ-]{_LETTERS})*")
_DOUBLE_WORDS = frozenset(
    {"hi", "bn", "mr", "ne", "pa", "gu", "ta", "te", "kn", "ml", "ur", "fa", "tr", "az", "uz", "id", "ms", "vi", "sw"}
)
"""Languages that say some words twice by their grammar: बार बार, yavaş yavaş."""
_MAY_REPEAT = frozenset(
    {"had", "that", "very", "so", "no", "many", "long", "far", "really", "ha", "bye", "ні", "так", "да", "нет"}
)
_IN_A_RANGE = r"(?:(?<=[\d%°º])|(?<=[°º][CСFФ])|(?<![^\W_].)(?<=[^\W\d_]))\.\.(?:[+±−–-]?\d|[^\W\d_](?![^\W_]))|(?<=\d )\.\. [+±−–-]?\d"
"""Two points between figures or between single letters: 4.8..5.5 V, -5..+65, 0 .. 9, A..Z."""
TWICE = re.compile(
    rf"(?<=\S){_SPACE}{_SPACE}+(?=\S)|,,|(?!{_IN_A_RANGE})(?<![.…?!])\.\.(?![.…])|;;|(?<![A-Za-z0-9_])::|::(?![A-Za-z0-9_$])|(?<=\w), ,"
)
_MAYBE_TWICE = re.compile(rf"[ {NO_BREAK},.;:](?:(?<={_SPACE})[ {NO_BREAK},]|(?<=[,.;:])[,.;:])")
_BEFORE = re.compile(
    rf"(?<=[\w»”“’%)\]°]){_SPACE}+(?P<mark>[,;:!?»)\]](?!\w)|\.(?![\w.])|[”](?=[\s.,;:!?)]|$))|(?P<opening>[«„(]){_SPACE}"
)
_SMILEY = re.compile(r"[:;=][-’']?[()DPpOo/|\]\[](?!\w)|\)\)+")
_RATIO = re.compile(rf"\d{_SPACE}:{_SPACE}\d")
_MAYBE_BEFORE = re.compile(rf"{_SPACE}(?:[,;:!?»)\].”]|(?<=[«„(].))")
"""What a text must have for the patterns above, which look at every character: these pass over all but spaces and marks."""
HYPHEN = re.compile(
    rf"(?<=\S)(?<![-|]){_SPACE}(?P<mark>--?){_SPACE}(?=\S)|(?<=[^\W_])(?P<double>--)(?=[^\W_])|(?<=[»”,.!?]){_SPACE}?(?P<stuck>-){_SPACE}"
)
RANGE = re.compile(r"(?<![\w.,-])(?P<range>\d[\d.,]*-\d[\d.,]*)(?![\w-])")
_DASH_RANGE = re.compile(r"\d[–—−]\d")
EM_STUCK = re.compile(r"(?<=[^\W\d_])(?:—(?=[^\W\d_])|–(?=[а-яіїєґё]))")
HALF_STUCK = re.compile(rf"(?<=[^\W\d_,.»])[–—]{_SPACE}(?=\w)|(?<=[^\W\d_»,]){_SPACE}[–—](?=[^\W\d_])")
_OTHER = {"–": "—", "—": "–"}
STRANGE = {dash: re.compile(rf"(?<=\S){_SPACE}{dash}(?:{_SPACE}|$)") for dash in "–—"}
BETWEEN = {dash: re.compile(f"{_SPACE}{dash}{_SPACE}") for dash in "–—"}


def check_doubled(pair: AlignedPair) -> Iterator[PairFinding]:
    """No word, space, comma or full stop stands twice in a row.

    Finds `the the`, two spaces between words, `,,` and `..`. Names (Duran Duran), what repeats on purpose (`very very`), `?..`,
    `!..` and ranges (`4.8..5.5`), and what the source repeats too do not count, nor do words in languages that double them by grammar
    (Hindi, Turkish, Indonesian).

    To mend it, take one out. To waive it: `waive doubled: the reason` in the record.
    """
    text = pair.target.prose.text
    words = _WORD.findall(text.lower())
    may_stand = may_double(pair.target.language)
    for match in _WORDS.finditer(text) if not may_stand and any(map(eq, words, words[1:])) else ():
        word, again = match["word"], match["again"]
        on_purpose = (
            word.lower() in _MAY_REPEAT
            or word.lower() in profile(pair.target.language).twice
            or (word[0].isupper() and again[0].isupper())
            or (not word.islower() and word.isupper())
            or (len(word) == 1 and again.isupper() and word.islower())  # files from C on: «начиная с С и D»
            or (
                again[0].isupper() and re.search(rf"[*_«“„\"'`\[>]{again}", pair.target.text)
            )  # a value **Value of a key**
        )
        if not on_purpose and not _WORDS.search(pair.source.prose.text):
            yield _finding(pair.target, match.start(), f"“{word}” stands twice")
    for match in TWICE.finditer(text) if _MAYBE_TWICE.search(text) else ():
        if not TWICE.search(pair.source.prose.text):
            yield _finding(
                pair.target, match.start(), f"“{match[0]}” stands twice" if match[0].strip() else "two spaces"
            )


def may_double(language: str) -> bool:
    """Tell whether a language says some words twice by its grammar."""
    return language.split("-")[0] in _DOUBLE_WORDS


def check_space_before_punctuation(pair: AlignedPair) -> Iterator[PairFinding]:
    """No space stands before a comma, full stop, colon, semicolon, question or exclamation mark, or within brackets and marks.

    Finds `in the novel ?`, `free ; on`, `« слово »`. Scales (`1 : 50 000`), smileys and what the source has too do not count.

    To mend it, take the space out. To waive it: `waive space-before-punctuation: the reason` in the record.
    """
    if (spaced := profile(pair.target.language).spaced_marks) is None:
        return
    text = pair.target.prose.text
    theirs = Counter(_mark(match) for match in _BEFORE.finditer(pair.source.prose.text))
    for match in _BEFORE.finditer(text) if _MAYBE_BEFORE.search(text) else ():
        if _mark(match) in spaced or _SMILEY.match(text, match.end() - 1) or _RATIO.match(text, match.start() - 1):
            continue
        if theirs[_mark(match)] > 0:
            theirs[_mark(match)] -= 1
            continue
        where = f"a space before “{match['mark']}”" if match["mark"] else f"a space after “{match['opening']}”"
        yield _finding(pair.target, match.start(), where)


def check_dashes(pair: AlignedPair) -> Iterator[PairFinding]:
    """A dash is a dash: no hyphen or two hyphens in its place, and the one that the language has.

    Finds `слово - слово`, `слово -- слово`, a hyphen in a range where the source has a dash (`10-15` beside `10–15`), a dash
    with a space on one side only, and the dash of another language: between words Russian and Ukrainian have ` — `, German ` – `,
    Belarusian, French, Kazakh and Polish either, British English ` – ` or — without spaces; of languages whose data names none (`dash`)
    nothing is said. ` — ` in English is info alone, as is any other language's dash on a page that has no
    other: publishers differ. A habit of a page or site is said once. What the source does the same way is
    let be, as are hyphens in dates, telephone numbers and results.

    To mend it, type the dash that the message names. To waive it: `waive dashes: the reason` in the record.
    """
    side = pair.target
    if not (dashes := dashes_of(side.language)):
        return
    text, source = side.prose.text, pair.source.prose.text
    meant, other = dashes
    has_hyphen, has_dash = "-" in text, "–" in text or "—" in text
    for match in HYPHEN.finditer(text) if has_hyphen else ():
        if not HYPHEN.search(source):
            yield _finding(side, match.start(), f"a hyphen where a dash ({meant}) is meant")
    for match in RANGE.finditer(text) if has_hyphen else ():
        if _DASH_RANGE.search(source) and match["range"] not in source:
            yield _finding(side, match.start(), "a hyphen in a range, where a dash (–) is meant")
    spaced = STRANGE[other].search(text) if other and other in text else None
    if spaced and not (side.language != "en" and BETWEEN[other].search(source)):
        level = Level.INFO if side.language == "en" else pair.where_both(BETWEEN[meant])  # publishers differ
        yield replace(
            _finding(side, spaced.start(), f"{other}, where {english_name(side.language)} has {meant}"), level=level
        )
    stuck = has_dash and (HALF_STUCK.search(text) or (EM_STUCK.search(text) if side.language != "en" else None))
    if stuck and not (HALF_STUCK.search(source) or EM_STUCK.search(source)):
        yield _finding(side, stuck.start(), "a dash with a space missing")


def dashes_of(language: str) -> tuple[str, str] | None:
    """Return the dash between words, and the one that another language has there (empty: both are right); None if not known."""
    own = profile(language).dash
    return (own[0], _OTHER[own] if len(own) == 1 else "") if own else None


def _mark(match: re.Match[str]) -> str:
    """Return the mark that a space stands beside."""
    return match["mark"] or match["opening"]


def _finding(side: Side, place: int, what: str) -> PairFinding:
    return PairFinding(f"{what}: “{short(side.prose.text, place)}”.", side.prose.line_at(place))
