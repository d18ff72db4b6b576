"""Which asterisks, underscores and the like are marks of emphasis: by the patterns of the renderer, in its order."""

import re
from collections.abc import Iterator
from functools import cache

from tlumach.blocks.syntax import Syntax

_STAR = (
    r"(\*)\1{2}(.+?)\1(.*?)\1{2}",
    r"(\*)\1{2}(.+?)\1{2}(.*?)\1",
    r"(\*)\1(?!\1)([^*]+?)\1(?!\1)(.+?)\1{3}",
    r"(\*{2})(.+?)\1",
    r"(\*)([^*]+)\1",
)
_LINE = (
    r"(_)\1{2}(.+?)\1(.*?)\1{2}",
    r"(_)\1{2}(.+?)\1{2}(.*?)\1",
    r"(?<!\w)(_)\1(?!\1)(.+?)(?<!\w)\1(?!\1)(.+?)\1{3}(?!\w)",
    r"(?<!\w)(__)(?!_)(.+?)(?<!_)\1(?!\w)",
    r"(?<!\w)(_)(?!_)(.+?)(?<!_)\1(?!\w)",
)
_EXTENSIONS = {
    "pymdownx.mark": ("=", (r"(==)(?!\s)(.+?)(?<!\s)\1",)),
    "pymdownx.caret": ("^", (r"(\^\^)(?!\s)(.+?)(?<!\s)\1", r"(\^)(?![\s^])([^\s^]+)\1")),
    "pymdownx.tilde": ("~", (r"(~~)(?!\s)(.+?)(?<!\s)\1", r"(~)(?![\s~])([^\s~]+)\1")),
    "pymdownx.keys": ("+", (r"(\+\+)([\w-]+(?:\+[\w-]+)*)\1(?!\+)",)),
}
_ALONE = re.compile(r"(?:^|(?<=\s))(?:\*{1,3}|_{1,3})(?=\s|$)")
_OPAQUE = "\x03"  # marks between spaces are what they look like
Marks = list[tuple[str, list[re.Pattern[str]]]]


@cache
def marks_of(syntax: Syntax) -> Marks:
    """Return the marks of emphasis that are known, each by its character with the patterns to be tried."""
    found = [("*", _STAR), ("_", _LINE), *(each for name, each in _EXTENSIONS.items() if syntax.has(name))]
    return [(mark, [re.compile(pattern, re.DOTALL) for pattern in patterns]) for mark, patterns in found]


def marked(text: str, marks: Marks) -> set[int]:
    """Return the places of the characters that are marks, and so are not shown."""
    text = _ALONE.sub(lambda found: _OPAQUE * len(found[0]), text)
    hidden: set[int] = set()
    for mark, patterns in marks:
        if text.count(mark) > 1:
            hidden |= _of_kind(text, mark, patterns)
    return hidden


def _of_kind(text: str, mark: str, patterns: list[re.Pattern[str]]) -> set[int]:
    hidden: set[int] = set()
    at = text.find(mark)
    while at >= 0:
        found = next(filter(None, (each.match(text, at) for each in patterns)), None)
        if found:
            inner = [found.span(group) for group in range(2, found.re.groups + 1)]
            hidden |= set(range(*found.span())).difference(*(range(*span) for span in inner))
            hidden |= set(_within(text, inner, mark, patterns))
        at = text.find(mark, found.end() if found else at + 1)
    return hidden


def _within(text: str, spans: list[tuple[int, int]], mark: str, patterns: list[re.Pattern[str]]) -> Iterator[int]:
    for start, end in spans:
        yield from (start + place for place in _of_kind(text[start:end], mark, patterns))
