"""What two texts have letter for letter and no language changes: `x=0,0.5`, F-16, a telephone number, the name of a month within a name."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from tlumach.checks.pairs.numbers.mentions import MONTH
from tlumach.checks.pairs.opaque import OBJECT
from tlumach.checks.pairs.pair import Side

_TOKEN = re.compile(
    r"(?<![^\s(«“„\"])(?=[^\s\d]*\d)(?=[^\s]*[A-Za-z_=\[\]{}@#/\\])[^\s()«»“”„\"\ufffc]*[^\s()«»“”„\".,;:!?…\ufffc]"
)
_LIST = re.compile(r"(?<![\w.,])\d+(?:,\d+){2,}(?![\w,]|\.\d)")
"""What is either a list written without spaces or one long number: 4,5,6."""
_PLACE = re.compile(
    r"(?<=[.,;!?»”\"]):\d[\d,:\u2010-\u2015-]*\d|(?<![\w.,])\d+(?:[:\u2010-\u2015-]\d+){2,}(?![\w,]|\.\d)"
)
"""A place in a source, as Wikipedia has them (:121,154), or of several parts: 38-1–38."""
_PART = re.compile(r"(?<![\w.,-])(?P<one>\d+)(?P<sign>[.-])(?P<other>\d+)(?![\w-]|[.,]\d)")
"""The number of a figure or listing, which has a hyphen in one language and a point in another: 4-2, 4.2."""
_SNAKE = re.compile(r"(?<![^\W_])[A-Za-z]+(?:_[A-Za-z]+)+(?![^\W_])")
"""A name of programs, of which a part may look like a month: thousands_sep."""
_VERSION = re.compile(r"(?<![\w.,])v?\d+(?:\.\d+){2,}(?!\w)")
_RAISED = re.compile(r"<su(?P<place>[bp])>\s*(?P<figure>\d+)\s*</su(?P=place)>", re.IGNORECASE)
"""An exponent or an index, which stands beside its number in prose: 2<sup>7</sup> is no 27."""
_TELEPHONE = re.compile(r"\+\d[\d \u00a0()-]{8,}\d")
_OTHER_SIGN = {".": "-", "-": "."}
_NO_DIGIT = re.compile(r"\D")
_HYPHENS = re.compile("[\u2010-\u2015\u2212]")
_TAIL = re.compile(r"(?<=\d)(?:[’']?s|(?:-[^\W\d_]+)+)\Z")
"""What a language adds to a name with a figure: SHA-1s, X.25-Protokollsuite; not to a number: 24-hour."""


def without_same(side: Side, other: Side) -> str:
    """Return the prose of a side in which what the other side has letter for letter is hidden, every other character at its place."""
    text = side.prose.text
    there = {name for _, name in _tokens(other)}
    parts = {(each["one"], each["other"], each["sign"]) for each in _PART.finditer(other.prose.text)}
    hidden = [match for match, name in _tokens(side) if name in there]
    hidden += [
        each for each in _PART.finditer(text) if (each["one"], each["other"], _OTHER_SIGN[each["sign"]]) in parts
    ]
    hidden += [*_SNAKE.finditer(text)] if "_" in text else []
    for start, end in [*(match.span() for match in hidden), *_raised(side)]:
        text = text[:start] + OBJECT * (end - start) + text[end:]
    return _without_months(text, side, other)


def _raised(side: Side) -> Iterator[tuple[int, int]]:
    """Yield where the prose of a side has the figures that stand higher or lower."""
    for match in _RAISED.finditer(side.text) if "<su" in side.text else ():
        place = match.start("figure")
        own, there = max((each for each in side.prose.starts if each[1] <= place), default=(0, 0))
        start, end = own + place - there, own + match.end("figure") - there
        if side.prose.text[start:end] == match["figure"]:
            yield start, end


def _tokens(side: Side) -> Iterator[tuple[re.Match[str], str]]:
    """Yield what is written with figures and is no plain number, each with what is the same of it in another language."""
    for pattern in (_VERSION, _TOKEN, _LIST, _PLACE):
        for match in pattern.finditer(side.prose.text):
            name = _HYPHENS.sub("-", match[0]).casefold()
            name = name.removeprefix("v") if pattern is _VERSION else name
            yield match, _TAIL.sub("", name) if name[0].isalpha() else name
    for match in _TELEPHONE.finditer(side.prose.text):
        yield match, _NO_DIGIT.sub("", match[0])


def _without_months(text: str, side: Side, other: Side) -> str:
    """Hide months of one language that both sides have in the same letters and as often: Windows 10 May 2020 Update."""
    ours, theirs = _words(side.prose.text), _words(other.prose.text)
    for word in _months(side) ^ _months(other):
        if 0 < ours[word] == theirs[word]:
            text = re.sub(rf"(?<!\w){word}(?!\w)", OBJECT * len(word), text)
    return text


def _months(side: Side) -> set[str]:
    return {each.text for each in side.numbers if each.text.isalpha() and any(key.sort == MONTH for key in each.keys)}


def _words(text: str) -> Mapping[str, int]:
    return Counter(re.findall(r"\w+", text))
