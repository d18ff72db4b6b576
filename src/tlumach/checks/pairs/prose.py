"""Prose: a block of Markdown as a reader sees it, and where each character of that stands in the block.

Link targets, footnote marks, attribute lists, HTML and the marks of emphasis, headings, lists and tables are gone. Code,
addresses, macros and shortcodes are one :data:`OBJECT` each, so that what stands around them does not run together; a line
that only puts in another file is nothing. Entities are the characters that they stand for. Items, cells and the paragraphs of a
box are parted by line ends.
"""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tlumach.blocks import BlockKind
from tlumach.checks.pairs.code_pieces import indented_code
from tlumach.checks.pairs.markup import MARKUP, OBJECT
from tlumach.languages.alphabets import WORD
from tlumach.languages.lemmas import normal

_SENTENCE_END = re.compile(r"[.!?…\n](?:(?<=\n)\n*|[»”“’\")\]]*\s+(?=[«„“‘\"(\[—–-]*\s*[^\W\d_a-zа-яёіїєґ]))")
"""The mark, which is the sentence's own, and what follows it to the next sentence; or line ends."""
_WORDS = re.compile(r"\w+")
_SILENT = frozenset({BlockKind.CODE, BlockKind.HTML, BlockKind.REFERENCE, BlockKind.RULE})
_CONTAINERS = frozenset(
    {BlockKind.LIST, BlockKind.BOX, BlockKind.TABS, BlockKind.DEFINITIONS, BlockKind.QUOTATION, BlockKind.FOOTNOTE}
)
_NESTED_TEXT = {"text": "text", "box": "title", "block": "caption"}
"""What of some markup a reader sees: the name of the group that has it."""
_OBJECTS = frozenset({"fence", "code", "address", "macro", "sample", "keys", "icon"})


class Sentence(NamedTuple):
    """A sentence, its place, and what stays the same of it whatever its capitals and punctuation."""

    text: str
    start: int
    key: str


@dataclass(frozen=True)
class Prose:
    """The text that a reader sees; ``starts`` has, in order, where its pieces begin in it and in the block."""

    text: str
    starts: tuple[tuple[int, int], ...]
    block: str

    def line_at(self, place: int) -> int:
        """Return the line of the block on which a place in the text stands, from 0."""
        own, there = self.starts[max(bisect_right(self.starts, (place, len(self.block))) - 1, 0)]
        return self.block.count("\n", 0, there + place - own)

    @cached_property
    def words(self) -> list[str]:
        """The words, in lower case and their normal spelling."""
        return [*map(str.lower, WORD.findall(normal(self.text)))]

    @cached_property
    def lines(self) -> list[tuple[int, str]]:
        """The items, cells and paragraphs that have any text, each with its place."""
        found, place = [], 0
        for line in self.text.split("\n"):
            if line.strip():
                found.append((place + len(line) - len(line.lstrip()), line.strip()))
            place += len(line) + 1
        return found

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences, in order."""
        found, place = [], 0
        for match in [*_SENTENCE_END.finditer(self.text), None]:
            end = match.start() + (match[0][0] != "\n") if match else len(self.text)
            sentence = self.text[place:end]
            if sentence.strip():
                found.append(_sentence(place + len(sentence) - len(sentence.lstrip()), sentence.strip()))
            place = match.end() if match else end
        return found


def _sentence(start: int, text: str) -> Sentence:
    return Sentence(text, start, " ".join(_WORDS.findall(text.lower())))


def prose(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Prose:
    """Return the prose of a block; code, HTML and link references have none."""
    if kind in _SILENT:
        return Prose("", ((0, 0),), text)
    pieces = _Pieces(text, kind)
    return Prose("".join(pieces.texts), tuple(pieces.starts), text)


class _Pieces:
    """Collects the pieces of a block that a reader sees."""

    def __init__(self, text: str, kind: BlockKind) -> None:
        self.text, self.is_table = text, kind is BlockKind.TABLE
        self.texts: list[str] = []
        self.starts: list[tuple[int, int]] = []
        self._length = place = 0
        for code in indented_code(text, kind) if kind in _CONTAINERS else ():
            self._read(place, code.start)
            self._add(f"{OBJECT}\n", code.start)
            place = code.end
        self._read(place, len(text))

    def _read(self, start: int, end: int) -> None:
        for match in MARKUP.finditer(self.text, start, end):
            if match.start() < start:
                continue
            self._keep(start, match.start())
            start = match.end()
            self._replace(match)
        self._keep(start, end)

    def _replace(self, match: re.Match[str]) -> None:
        kind = str(match.lastgroup)
        if kind in _NESTED_TEXT and match[_NESTED_TEXT[kind]] is not None:
            self._read(*match.span(_NESTED_TEXT[kind]))
        elif kind == "escaped":
            self._keep(*match.span("escaped"))
        elif kind == "entity":
            self._add(html.unescape(match[0]), match.start())
        elif kind in _OBJECTS:
            self._add(OBJECT, match.start())
        elif kind == "cell":
            self._add("\n" if self.is_table else match[0], match.start())
        elif kind == "emphasis" and set(match[0]) == {"*"} and self._is_free(match):
            self._add(match[0], match.start())

    def _is_free(self, match: re.Match[str]) -> bool:
        """Whether asterisks stand between spaces, and so are what they look like."""
        around = self.text[max(match.start() - 1, 0) : match.start()] + self.text[match.end() : match.end() + 1]
        return len(around) == 2 and around.isspace()

    def _keep(self, start: int, end: int) -> None:
        if start < end:
            self._add(self.text[start:end], start)

    def _add(self, text: str, place: int) -> None:
        self.texts.append(text)
        self.starts.append((self._length, place))
        self._length += len(text)
