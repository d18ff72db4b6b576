"""The marks of a block that a translation must keep as they are: links, notes, attributes, whatever is no prose."""

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from tlumach.blocks import Kind, split
from tlumach.blocks.headings import headings
from tlumach.blocks.links import footnote_marks, links, without_code

_BY_REFERENCE = re.compile(r"\](\[(?!\^)[^\[\]\n]*\])")
_ATTRIBUTES = re.compile(r"\{:?[ \t]*((?:[.#][\w-]|[\w-]+=)[^{}\n]*?)[ \t]*\}")
_VARIABLE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_TAG = re.compile(r"<(/?[A-Za-z][\w-]*)(?=[\s/>])[^<>]*>")
_BOX = re.compile(r"^[ \t]*((?:!!!|\?\?\?\+?)[ \t]*[\w -]*)", re.MULTILINE)

Marks = Counter[str]


class Feature(NamedTuple):
    """A kind of marks: the code of the problem with them, their name in a message, and how they are found in a block."""

    code: str
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
    Feature("exchange-link", "link", _links),
    Feature("exchange-image", "image", _images),
    Feature("exchange-footnote", "footnote mark", _footnotes),
    Feature("exchange-heading", "heading mark", _headings),
    Feature("exchange-attributes", "attribute list", _found(_ATTRIBUTES)),
    Feature("exchange-box", "first line of a box", _found(_BOX)),
    Feature("exchange-variable", "variable", _found(_VARIABLE)),
    Feature("exchange-html", "HTML tag", _found(_TAG)),
)


def kinds(text: str) -> list[Kind]:
    """Return the kinds of the blocks that a text is, taken by itself."""
    return [block.kind for block in split(text)[0]]
