"""Changes of a block that were found in its prose: where they stand in the text as written, and what they may not touch."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tlumach.alignment.rendered import markup
from tlumach.blocks import Block, BlockKind, split
from tlumach.blocks.headings import headings
from tlumach.blocks.syntax import OWN, Syntax
from tlumach.checks.pairs.pair import Side
from tlumach.checks.pairs.prose import Prose, prose
from tlumach.languages.normal_form import normal_form

_LEFT_ALONE = re.compile(
    r"""
      <(?P<tag>[A-Za-z][\w-]*)\b[^<>]*>.*?</(?P=tag)\s*>                             # what stands within an element of HTML
    | \[[^\[\]\n]*\](?:\[\]|(?![(\[]))                                               # a link's label is looked up as written
    | \$\$.*?\$\$ | (?<![\w$])\$(?=\S)[^$\n]*\$(?!\w) | \\\(.*?\\\) | \\\[.*?\\\]      # formulas
    | \{(?:\+\+|--|~~|==|>>).*?(?:\+\+|--|~~|==|<<)\}                                 # CriticMarkup
    """,
    re.VERBOSE | re.DOTALL,
)


class Change(NamedTuple):
    """A span of a text, never empty, and what is to stand there."""

    start: int
    end: int
    text: str


def as_written(side: Side, found: Iterable[Change]) -> Iterator[Change]:
    """Yield changes of a side's prose as changes of its block; without those of what is not written there letter for letter."""
    text, form, spans = side.block.text, normal_form(side.block.text), left_alone(side.block.text)
    for change in found:
        place = _place(side.prose, change)
        start, end = form.span(place, place + change.end - change.start) if place >= 0 else (0, 0)
        is_literal = text[start:end] == side.prose.text[change.start : change.end] != ""
        if is_literal and not any(start < last and first < end for first, last in spans):
            yield Change(start, end, change.text)


def left_alone(text: str) -> list[tuple[int, int]]:
    """Return the spans of a text that no program may change: within HTML, labels of links, formulas."""
    return [match.span() for match in _LEFT_ALONE.finditer(text)]


def read_spans(block: Block, syntax: Syntax = OWN) -> list[tuple[int, int]]:
    """Return the spans of a block that readers read as they are written."""
    seen = prose(block.text, block.kind, syntax)
    ends = [*(own for own, _ in seen.starts), len(seen.text)][1:]
    spans = ((there, there + end - own, own) for (own, there), end in zip(seen.starts, ends, strict=True))
    written = ((start, end) for start, end, own in spans if block.text[start:end] == seen.text[own : own + end - start])
    return [(start, end) for start, end in written if start < end]


def changed(text: str, changes: Iterable[Change]) -> str:
    """Return a text with changes in it; where two overlap, the one that begins first is made."""
    pieces, place = [], 0
    for change in sorted(set(changes)):
        if change.start >= place:
            pieces += [text[place : change.start], change.text]
            place = change.end
    return "".join([*pieces, text[place:]])


def keeps_markup(block: Block, text: str) -> bool:
    """Whether another text of a block is the same block to the renderer: elements, targets, code, a heading's id."""
    found, _ = split(text)
    if (
        len(found) != 1
        or found[0].text != text
        or (block.kind is BlockKind.HEADING) != (found[0].kind is BlockKind.HEADING)
    ):
        return False
    ids = [each.id for each in headings([block])] == [each.id for each in headings(found)]
    return ids and markup(block.text) == markup(text)


def _place(seen: Prose, change: Change) -> int:
    """Return where a span of the prose stands in the block; -1 where it is put together of several pieces."""
    pieces = seen.starts
    at = max((index for index, (own, _) in enumerate(pieces) if own <= change.start), default=-1)
    if at < 0:
        return -1
    end = next((own for own, _ in pieces[at + 1 :] if own > change.start), len(seen.text))
    own, there = pieces[at]
    return there + change.start - own if change.end <= end else -1
