"""What of code is run: whether two pieces differ in their layout, in what readers see, or in what a machine does."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tlumach.languages.alphabets import CYRILLIC

_TOKEN = re.compile(
    r"<<<[ \t]*(?P<quote>[\"']?)(?P<name>\w+)(?P=quote)\n.*?\n[ \t]*(?P=name)\b"
    r"|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\$?\w+|[^\w\s]",
    re.DOTALL,
)
_PLAIN_STRING = re.compile(r"\"(?P<words>[^\"'\\$]*)\"")
_CLOSING = re.compile(r"\?>\s*\Z")
_TRAILING = re.compile(r",(?=\s*[)}\]])")
_NO_ARGUMENTS = re.compile(r"(\bnew\s+[\w\\]+)\s*\(\s*\)")
_TEXT = re.compile(r"(?=.*[^\W\d_] [^\W\d_])(?!.*\(\))(?:[^\W\d_]|[\d '’\"“”().,:;!?`–—-])+(?<!;)")
"""A line of running text: words, figures and marks of sentences, no signs of a language of programs."""
_PARAMETER = re.compile(r"\((\w+)\)(?=\s*=>)")
"""One parameter of a function with an arrow, which formatters write with brackets or without."""
_ELSE_IF = re.compile(r"\belse\s+if\b")
_QUOTES = tuple("\"'`")
_SHOWN = re.compile(r"[—–«»“”„…№]+")
"""Marks of running text, which no language of programs has."""
_LOCALE = re.compile(r"[\"'][a-z]{2}-[A-Z]{2}[\"']")
"""A language and a country, in which dates and sums are shown: that of the reader on a translated page."""


def is_same_when_run(ours: str, theirs: str, any_capitals: bool = False) -> bool:
    """Tell whether two pieces of code, without comments, in a language with braces, do the same; texts in them may be translated.

    ``any_capitals``: the language reads names, but for those of variables, whatever their capitals.
    """
    one, other = (
        [each.lower() if any_capitals and each[0].isalpha() else each for each in _tokens(code)]
        for code in (ours, theirs)
    )
    return one == other or not any(_differences(one, other))


def is_for_readers(ours: str, theirs: str) -> bool:
    """Tell whether two tokens or lines differ in what readers see: words of the language, its marks, spaces around them."""
    if (
        CYRILLIC.search(ours + theirs)
        or _SHOWN.fullmatch(theirs)
        or (_LOCALE.fullmatch(ours) and _LOCALE.fullmatch(theirs))
    ):
        return True
    return all(each.startswith(_QUOTES) and " " in each and not re.search(r"\w", each) for each in (ours, theirs))


def differ_for_readers(ours: str, theirs: str) -> bool:
    """Tell whether two lines of code differ only in what readers see."""
    return is_for_readers(ours, theirs) or not any(_differences(_tokens(ours), _tokens(theirs)))


def differ_in_texts(ours: str, theirs: str) -> bool:
    """Tell whether two lines of code differ in texts in quotation marks alone: another example, or what is made of a translation."""
    return all(
        token.startswith(_QUOTES)
        for both in _differences(_tokens(ours), _tokens(theirs))
        for side in both
        for token in side
    )


def is_renamed(ours: str, theirs: str) -> bool:
    """Tell whether code has other names throughout, each for one of the source that stands there twice at least: john and ivan."""
    one, other = _tokens(ours), _tokens(theirs)
    pairs = {both for both in zip(one, other, strict=False) if both[0] != both[1] and not _may_differ(*both)}
    names, others = Counter(ours for ours, _ in pairs), Counter(theirs for _, theirs in pairs)
    is_one_to_one = all(count == 1 for count in (*names.values(), *others.values()))
    are_names = all(
        ours.isalpha() and theirs.isalpha() and one.count(ours) > 1 and ours not in other for ours, theirs in pairs
    )
    return len(one) == len(other) and bool(pairs) and is_one_to_one and are_names


def _may_differ(ours: str, theirs: str) -> bool:
    return is_for_readers(ours, theirs) or all(each.startswith(_QUOTES) for each in (ours, theirs))


def _differences(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    for kind, start, end, first, last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind != "equal" and not _is_shown(one[start:end], other[first:last]):
            yield one[start:end], other[first:last]


def _is_shown(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    if len(ours) == len(theirs):
        return all(is_for_readers(*both) for both in zip(ours, theirs, strict=True))
    return is_for_readers(" ".join(ours), " ".join(theirs))


def _tokens(code: str) -> list[str]:
    """Return what a language with braces reads: no spaces, braces or `?>` at the end; strings without variables in one kind of marks.

    Braces around a single statement are a style; where one is lost, code is not read at all, which its author sees.
    """
    code = _PARAMETER.sub(r"\1", code)
    code = _ELSE_IF.sub("elseif", _NO_ARGUMENTS.sub(r"\1", _TRAILING.sub("", _CLOSING.sub("", code))))
    found = (_PLAIN_STRING.sub(r"'\g<words>'", match[0]) for match in _TOKEN.finditer(code))
    return [token for token in found if token not in ("{", "}", ";")]
