"""A page's text as lines, with fenced code folded: what the renderer's first passes leave to its block rules.

The renderer (Python-Markdown with pymdownx.superfences) works on lines that it has changed already. Each
:class:`Line` remembers the lines of the source it stands for, so that a block can be cut out of the source as
written.
"""

import re
from io import StringIO
from typing import NamedTuple

INDENT = " " * 4
FENCE_MARK = "\x02fence\x03"
HTML_MARK = "\x02html\x03"

_LANGUAGE = r"[ ]*\.?[\w#.+-]+(?=[ ]|$)"
_OPTION = r"([a-zA-Z][a-zA-Z0-9_]*)(?:=(\"|')(.*?)\2)?"
_OPTIONS = r"(?:[ ]*[a-zA-Z][a-zA-Z0-9_]*(?:=(?P<quote>\"|').*?(?P=quote))?(?=[ ]|$))+"
_INFO = rf"(?:{_LANGUAGE})?(?:[ ]*\{{.*\}}|(?P<options>{_OPTIONS}))?[ ]*$"
_OPENING = re.compile(r"(?P<fence>~{3,}|`{3,})" + _INFO)
_PLAIN_OPENING = re.compile(
    r"(?P<fence>~{3,}|`{3,})[ ]*(?:\{[^\n]*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=(?P<mark>\"|').*?(?P=mark)[ ]*)?)"
)
_GOOD_VALUE = {
    "hl_lines": re.compile(r"\d+(?:-\d+)?(?:[ ]+\d+(?:-\d+)?)*"),
    "linenums": re.compile(r"\d.*"),
    "title": re.compile(r".*"),
    "title_mode": re.compile(r".*"),
}


class Line(NamedTuple):
    """A line as the block rules see it; ``first`` and ``last`` count source lines from 0.

    ``folded`` holds the lines of the fenced code that this one line stands for.
    """

    text: str
    first: int
    last: int
    folded: tuple["Line", ...] = ()


def source_lines(text: str) -> list[str]:
    """Cut a text into lines, each with its own end; nothing but CR and LF ends a line, as in the renderer."""
    return StringIO(text, newline="").readlines()


def plain_lines(source: list[str]) -> list[Line]:
    """Return the lines without ends, tabs expanded, lines of mere spaces empty (``NormalizeWhitespace``)."""
    lines = []
    for number, written in enumerate(source):
        text = written.rstrip("\r\n").replace("\x02", "").replace("\x03", "").expandtabs(4)
        lines.append(Line(text if number == 0 or text.strip(" ") else "", number, number))
    return lines


def fold_plain_fences(lines: list[Line]) -> tuple[list[Line], int | None]:
    """Do the same by the rules of the library's own ``fenced_code``: at the start of a line only, a block wherever it stands."""
    folded: list[Line] = []
    at = 0
    while at < len(lines):
        opening = _PLAIN_OPENING.fullmatch(lines[at].text)
        ends = range(at + 1, len(lines)) if opening else range(0)
        end = next((n for n in ends if opening and lines[n].text.rstrip(" ") == opening["fence"]), None)
        if end is None:
            folded.append(lines[at])
            at += 1
            continue
        blank = Line("", lines[at].first, lines[at].first)
        folded += [blank, _fold("", lines[at : end + 1]), blank]
        at = end + 1
    return folded, None


def fold_fences(lines: list[Line]) -> tuple[list[Line], int | None]:
    """Put one line in the place of each fenced code; return also the source line of a fence never closed.

    The rules are those of ``SuperFencesBlockPreprocessor``: fences may stand in lists, boxes and quotations;
    the closing fence is as long as the opening one; a line indented less than the fence means that it is
    none.
    """
    folded: list[Line] = []
    kept = 0
    opened: int | None = None
    prefix, fence = "", ""
    empty = False
    for number, line in enumerate(lines):
        if opened is None:
            prefix, fence = _opening(line.text)
            opened, empty = (number if fence else None), False
            continue
        content = _content(line.text, prefix, empty)
        if content is None:
            opened = None
        elif content.rstrip(" ") == fence:
            folded += lines[kept:opened]
            folded.append(_fold(prefix, lines[opened : number + 1]))
            kept, opened = number + 1, None
        else:
            empty = not content
    return folded + lines[kept:], None if opened is None else lines[opened].first


def _fold(prefix: str, lines: list[Line]) -> Line:
    return Line(prefix + FENCE_MARK, lines[0].first, lines[-1].last, tuple(lines))


def _opening(text: str) -> tuple[str, str]:
    """Return what stands before an opening fence and the fence itself; it is empty where there is none."""
    if "```" not in text and "~~~" not in text:
        return "", ""
    prefix = _prefix(text, len(text))
    found = _OPENING.match(text, len(prefix))
    return (prefix, found["fence"]) if found and _good_options(found["options"] or "") else ("", "")


def _good_options(written: str) -> bool:
    """Tell whether the renderer knows all options after a fence; otherwise it leaves the fence alone."""
    options = [(found[1], found[3] or found[1]) for found in re.finditer(_OPTION, written)]
    return all(key in _GOOD_VALUE and _GOOD_VALUE[key].fullmatch(value) for key, value in options)


def _prefix(text: str, most: int) -> str:
    """Return the quotation marks and spaces that a line starts with, ``most`` at most."""
    return text[: len(text[:most]) - len(text[:most].lstrip("> "))]


def _content(text: str, prefix: str, after_empty: bool) -> str | None:
    """Return a line within a fence without the fence's prefix, or None when the line cannot be within it."""
    own = _prefix(text, len(prefix))
    content, level = text[len(own) :], prefix.count(">")
    if own.count(">") > level:
        return None
    if level:
        lazy = own.count(">") < level
        return None if content and (len(own) < len(prefix) or (lazy and after_empty)) else content
    return None if content and len(own) < len(prefix) and text.strip() else content
