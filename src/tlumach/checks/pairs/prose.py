"""Prose: a block of Markdown as a reader sees it, and where each character of that stands in the block.

Link targets, footnote marks, attribute lists, HTML and the marks of emphasis, headings, lists and tables are gone. Code,
addresses, macros and shortcodes are one :data:`OBJECT` each, so that what stands around them does not run together; a line
that only puts in another file is nothing. Entities are the characters that they stand for. Items, cells and the paragraphs of a
box are parted by line ends.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tlumach.blocks import BlockKind
from tlumach.blocks.plain_text import Role, plain_pieces
from tlumach.blocks.syntax import OWN, Syntax
from tlumach.checks.pairs.opaque import OBJECT, without_opaque
from tlumach.languages.alphabets import WORD
from tlumach.languages.lemmas import normal

_SENTENCE_END = re.compile(r"[.!?…\n](?:(?<=\n)\n*|[»”“’\")\]]*\s+(?=[«„“‘\"(\[—–-]*\s*[^\W\d_a-zа-яёіїєґ]))")
"""The mark, which is the sentence's own, and what follows it to the next sentence; or line ends."""
_WORDS = re.compile(r"\w+")
_SILENT = frozenset({BlockKind.CODE, BlockKind.HTML, BlockKind.REFERENCE, BlockKind.RULE})
_OBJECTS = frozenset({Role.CODE, Role.ADDRESS})
_PARTS = re.compile(rf"(?P<object>{OBJECT}(?:\n?{OBJECT})*)|[^{OBJECT}]+")


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


def prose(text: str, kind: BlockKind = BlockKind.PARAGRAPH, syntax: Syntax = OWN) -> Prose:
    """Return the prose of a block; code, HTML and link references have none."""
    texts, starts, length = list[str](), list[tuple[int, int]](), 0
    for piece, place in _pieces(text, kind, syntax):
        texts.append(piece)
        starts.append((length, place))
        length += len(piece)
    return Prose("".join(texts), tuple(starts) or ((0, 0),), text)


def _pieces(text: str, kind: BlockKind, syntax: Syntax) -> Iterator[tuple[str, int]]:
    """Yield the pieces of a block's text, each with its place in the block; what is opaque is one character."""
    if kind in _SILENT:
        return
    for piece in plain_pieces(without_opaque(text, kind), kind, syntax):
        if piece.role in _OBJECTS:
            yield OBJECT, piece.place
        elif OBJECT not in piece.text:
            yield piece.text, piece.place
        else:
            for part in _PARTS.finditer(piece.text):
                yield OBJECT if part["object"] else part[0], piece.place + part.start()
