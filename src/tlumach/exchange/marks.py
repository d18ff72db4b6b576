"""The marks of a block that a translation must keep as they are: links, notes, attributes, whatever is no prose."""

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from tlumach.alignment.rendered import attributes, places, structure
from tlumach.blocks import BlockKind, split
from tlumach.blocks.headings import headings
from tlumach.blocks.links import footnote_marks, links, without_code
from tlumach.problems import Code

_BY_REFERENCE = re.compile(r"\](\[(?!\^)[^\[\]\n]*\])")
_ATTRIBUTES = re.compile(r"\{:?[ \t]*((?:[.#][\w-]|[\w-]+=)[^{}\n]*?)[ \t]*\}")
_VARIABLE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_TAG = re.compile(r"<(/?[A-Za-z][\w-]*)(?=[\s/>])[^<>]*>")
_BACKSLASH = re.compile(r"(\\)\n(?=[ \t>]*\S)")
"""A line break where `pymdownx.escapeall` makes it one (`hardbreak: true`); elsewhere a reader sees it, so that it is none of prose."""
_BOX = re.compile(r"^[ \t]*((?:!!!|\?\?\?\+?)[ \t]*[\w -]*)", re.MULTILINE)

Marks = Counter[str]


class Feature(NamedTuple):
    """A kind of marks: the code of the problem with them, their name in a message, and how they are found in a block."""

    code: Code
    name: str
    marks: Callable[[str], Marks]


def difference(more: Marks, less: Marks) -> dict[str, int]:
    """Return how many more of each mark there are (fewer: below 0); those with as many are left out."""
    return {mark: more[mark] - less[mark] for mark in {*more, *less} if more[mark] != less[mark]}


def _links(text: str) -> Marks:
    written = (link.target for link in links(text) if not link.image)
    return Counter([*written, *_BY_REFERENCE.findall(without_code(text))])


def _images(text: str) -> Marks:
    return Counter(link.target for link in links(text) if link.image)


def _footnotes(text: str) -> Marks:
    return Counter(f"[^{mark.key}]" + ":" * mark.is_definition for mark in footnote_marks(text))


def _headings(text: str) -> Marks:
    return Counter("#" * heading.level for heading in headings(split(text)[0]))


def _found(pattern: re.Pattern[str]) -> Callable[[str], Marks]:
    return lambda text: Counter(" ".join(match.split()) for match in pattern.findall(without_code(text)))


FEATURES = (
    Feature(Code.EXCHANGE_LINK, "link", _links),
    Feature(Code.EXCHANGE_IMAGE, "image", _images),
    Feature(Code.EXCHANGE_FOOTNOTE, "footnote mark", _footnotes),
    Feature(Code.EXCHANGE_HEADING, "heading mark", _headings),
    Feature(Code.EXCHANGE_ATTRIBUTES, "attribute list", _found(_ATTRIBUTES)),
    Feature(Code.EXCHANGE_BOX, "first line of a box", _found(_BOX)),
    Feature(Code.EXCHANGE_MARKUP, "mark at a line’s end", _found(_BACKSLASH)),
    Feature(Code.EXCHANGE_VARIABLE, "variable", _found(_VARIABLE)),
    Feature(Code.EXCHANGE_HTML, "HTML tag", _found(_TAG)),
    Feature(Code.EXCHANGE_ATTRIBUTES, "mark of a piece", attributes),
    Feature(Code.EXCHANGE_MARKUP, "piece", structure),
)
PLACES = Feature(Code.EXCHANGE_MARKUP, "place", places)
"""Where the pieces stand: of two texts that have the same ones."""


def kinds(text: str) -> list[BlockKind]:
    """Return the kinds of the blocks that a text is, taken by itself."""
    return [block.kind for block in split(text)[0]]
