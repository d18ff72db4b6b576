"""The headings of a page and the ids by which they are linked to."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from tlumach.blocks.plain_text import plain
from tlumach.blocks.splitting import Block, BlockKind

_ATX = re.compile(r"(?P<marks>#{1,6})(?P<text>(?:\\.|[^\\])*?)#*+$", re.DOTALL)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*(?P<list>[^{}\n]*)\}[ \t]*$")
_ID = re.compile(r"(?:^|\s)#(?P<id>[^\s}]+)")

Taken = dict[str, int]
"""The ids that a page has given out already, each with the last number that was tried behind it."""


@dataclass(frozen=True)
class Heading:
    """A heading: its level (1 to 6), its text without markup, its line, and its id (written by hand or made from the text)."""

    level: int
    text: str
    line: int
    id: str
    has_own_id: bool


def headings(blocks: Iterable[Block]) -> list[Heading]:
    """Return the headings among the blocks; ids that would repeat on the page get ``-2``, ``-3``, …"""
    taken: Taken = {}
    found = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            found.append(_heading(block, taken))
    return found


def heading_text(block: Block) -> str:
    """Return the text of a heading without its markup."""
    return _shown(_level_and_text(block.text)[1])


def slug(text: str) -> str:
    """Return a readable id for a heading: its words in lower case, any script, joined by hyphens."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower())
    return "-".join(words)


def explicit_id(block_text: str) -> str:
    """Return the id that an attribute list at the end of a block sets (``{ #id }``), or an empty text."""
    match = _ATTRIBUTES.search(block_text) if "{" in block_text else None
    found = _ID.search(match["list"]) if match else None
    return found["id"] if found else ""


def unique(wanted: str, taken: Taken) -> str:
    """Return the wanted id, or the first of ``wanted-2``, ``wanted-3``, … that is not taken, and take it."""
    candidate = wanted
    while candidate in taken:
        taken[wanted] += 1  # what was tried once is not tried again: a page may have thousands of one text
        candidate = f"{wanted}-{taken[wanted]}"
    taken[candidate] = 1
    return candidate


def _heading(block: Block, taken: Taken) -> Heading:
    level, text = _level_and_text(block.text)
    own = explicit_id(text)
    text = _shown(text)
    return Heading(level, text, block.line, unique(own or slug(text) or "section", taken), bool(own))


def _shown(text: str) -> str:
    return plain(_ATTRIBUTES.sub("", text) if "{" in text else text)


def _level_and_text(text: str) -> tuple[int, str]:
    if match := _ATX.match(text.rstrip()):
        return len(match["marks"]), match["text"].strip()
    title, _, underline = text.partition("\n")
    return (1 if underline.startswith("=") else 2), title
