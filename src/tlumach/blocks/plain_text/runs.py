"""The runs of a block: what a reader sees as one line of thought (a paragraph, an item, a cell, a title), cut out of its marks."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tlumach.blocks.finder import BlockKind
from tlumach.blocks.syntax import Syntax
from tlumach.blocks.tables import cell_spans, is_table, may_separate

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ATX = re.compile(r"#{1,6}[ \t]*(?P<text>.*?)[ \t]*#*[ \t]*(?:\{:?[^{}\n]*\}[ \t]*)?$", re.DOTALL)
_UNDERLINE = re.compile(r"\n[ ]{0,3}(?:=+|-+)[ \t]*$")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*[^{}\n]*\}[ \t]*$")
_ATTRIBUTE_LINE = re.compile(r"\{:?[ \t]*(?:[.#][\w-]+|[\w-]+=)[^{}\n]*\}")
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]*)*")
_ITEM = re.compile(r"(?:[-*+]|\d+\.)[ \t]+")
_BOX = re.compile(r"(?:!!!|\?\?\?\+?|===[+!]*)[ \t]*[^\n\"]*(?:\"(?P<title>[^\n]*)\")?[ \t]*$")
_FENCED_BLOCK = re.compile(r"/{3,}[ \t]*(?:(?P<name>[\w-]+)[ \t]*(?:\|[ \t]*(?P<title>.*?))?)?[ \t]*$")
_DEFINITION = re.compile(r":[ \t]+")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]+\]:[ \t]*")
_OPTION = re.compile(r"[\w-]+:(?:[ \t]|$)")
_ABBREVIATION = re.compile(r"\*\[[^\]\n]+\]:[ \t]*")
_HASHES = re.compile(r"#{1,6}[ \t]+")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`\n]*$")
_FENCED = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^`\n]*\n(?P<code>.*?)^[ \t]*(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL
)
_WHOLE = frozenset({BlockKind.PARAGRAPH, BlockKind.IMAGE, BlockKind.HTML})


@dataclass(frozen=True)
class Run:
    """A piece of text cut out of a block, and where each of its lines begins in it and in the block."""

    text: str
    starts: tuple[tuple[int, int], ...]
    is_title: bool = False
    is_code: bool = False

    def place(self, offset: int) -> int:
        """Return the place in the block of a place in the run."""
        own, there = self.starts[max(bisect_right(self.starts, (offset, 1 << 60)) - 1, 0)]
        return there + offset - own


def runs(text: str, kind: BlockKind, syntax: Syntax) -> Iterator[Run]:
    """Yield the runs of a block in order."""
    if kind in _WHOLE:
        yield from _around_fences(text)
    elif kind is BlockKind.HEADING:
        yield from _heading(text)
    elif kind is BlockKind.TABLE:
        yield from _table(_lines(text))
    elif kind is BlockKind.CODE:
        yield _code(text)
    else:
        yield from _Container(text, kind, syntax).runs()


def _around_fences(text: str) -> Iterator[Run]:
    """Yield a paragraph, and the fenced code that stands under a line of it without a blank line between."""
    place = 0
    for found in _FENCED.finditer(text) if "```" in text or "~~~" in text else ():
        if text[place : found.start()].strip():
            yield Run(text[place : found.start()].rstrip("\r\n"), ((0, place),))
        yield Run(found["code"].rstrip("\r\n"), ((0, found.start("code")),), is_code=True)
        place = found.end()
    if not place or text[place:].strip():
        rest = text[place:].lstrip("\r\n")
        yield Run(rest, ((0, len(text) - len(rest)),))


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the lines of a text without their ends, each with its place."""
    return [(found.start(), found[0].rstrip("\r\n")) for found in _LINE.finditer(text) if found[0]]


def _heading(text: str) -> Iterator[Run]:
    if found := _ATX.fullmatch(text.rstrip()):
        yield Run(found["text"], ((0, found.start("text")),))
    else:
        title = _ATTRIBUTES.sub("", _UNDERLINE.sub("", text.replace("\r\n", "\n").rstrip()))
        yield Run(title, ((0, 0),))


def _table(lines: list[tuple[int, str]]) -> Iterator[Run]:
    for number, (at, line) in enumerate(lines):
        if number != 1:
            for start, end in cell_spans(line):
                cell = line[start:end].strip()
                if cell:
                    yield Run(cell, ((0, at + start + line[start:end].index(cell)),))


def _code(text: str) -> Run:
    lines = _lines(text)
    if lines and _FENCE.match(lines[0][1].lstrip(" >")):
        lines = lines[1:-1]
    return _joined([(at, line) for at, line in lines], is_code=True)


def _joined(lines: list[tuple[int, str]], is_title: bool = False, is_code: bool = False) -> Run:
    starts, place = [], 0
    for at, line in lines:
        starts.append((place, at))
        place += len(line) + 1
    return Run("\n".join(line for _, line in lines), tuple(starts) or ((0, 0),), is_title, is_code)


class _Container:
    """Reads a block that has blocks within it, line by line."""

    def __init__(self, text: str, kind: BlockKind, syntax: Syntax) -> None:
        self._input, self._syntax = _lines(text), syntax
        self._run: list[tuple[int, str]] = []
        self._in_items = self._in_table = self._in_options = False
        self._fence = ""
        self._marks = [_HASHES, _FOOTNOTE, _ABBREVIATION] + [_DEFINITION] * (
            kind is BlockKind.DEFINITIONS or syntax.has("def_list")
        )

    def runs(self) -> Iterator[Run]:
        """Yield the runs."""
        for at, line in self._input:
            start = len(_PREFIX.match(line)[0])  # type: ignore[index]  # it matches nothing too
            yield from self._line(at + start, line[start:].rstrip())
        yield from self._end(is_code=bool(self._fence))

    def _line(self, at: int, line: str) -> Iterator[Run]:
        if self._fence:
            yield from self._code(at, line)
        elif not line:
            yield from self._end()
            self._in_items = self._in_table = self._in_options = False
        elif found := _FENCE.match(line):
            yield from self._end()
            self._fence = found[1]
        elif found := self._titled(line):
            yield from self._end()
            if found["title"]:
                yield _joined([(at + found.start("title"), found["title"])], is_title=True)
        elif self._in_table:
            yield from _table([(at, line)])
        elif len(self._run) == 1 and may_separate(line) and is_table([self._run[0][1], line]):
            self._in_table = True
            yield from _table([self._run.pop()])
        elif not self._is_skipped(line):
            yield from self._text(at, line)

    def _code(self, at: int, line: str) -> Iterator[Run]:
        if line == self._fence:
            yield from self._end(is_code=True)
            self._fence = ""
        else:
            self._run.append((at, line))

    def _titled(self, line: str) -> re.Match[str] | None:
        found = _BOX.match(line)
        if not found and self._syntax.fences and (found := _FENCED_BLOCK.match(line)):
            self._in_options = bool(found["name"])
        return found

    def _is_skipped(self, line: str) -> bool:
        return bool(_ATTRIBUTE_LINE.fullmatch(line)) or (self._in_options and bool(_OPTION.match(line)))

    def _text(self, at: int, line: str) -> Iterator[Run]:
        self._in_options = False
        while (found := _ITEM.match(line)) and (self._in_items or not self._run):
            yield from self._end()
            self._in_items = True
            at, line = at + found.end(), line[found.end() :]
        for mark in self._marks:
            if found := mark.match(line):
                yield from self._end()
                at, line = at + found.end(), line[found.end() :]
        self._run.append((at, line))

    def _end(self, is_code: bool = False) -> Iterator[Run]:
        if any(line for _, line in self._run):
            yield _joined(self._run, is_code=is_code)
        self._run = []
