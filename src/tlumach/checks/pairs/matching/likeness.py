"""What two blocks have in common that no language changes: code, numbers, targets of links, names of programs."""

import re
from collections import Counter
from functools import lru_cache

from tlumach.blocks import Block, BlockKind
from tlumach.checks.pairs.content.outline import level
from tlumach.languages.alphabets import CYRILLIC

_MARKS = re.compile(
    r"`(?P<code>[^`\n]+)`|\]\((?P<target>[^)\s]+)|\[\^[^\]]+\]|https?://[^\s)>]+|\bid=\"[^\"]+\"|\{ ?#[^\s}]+"
    r"|(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)|\b[A-Za-z]\w*(?:(?:::|[._/\\-])\w+)+\b|\b[a-z]+[A-Z]\w*"
)
_NO_DIGIT = re.compile(r"\D")
_OF_LANGUAGE = re.compile(r"//[a-z]{2}\.|/[a-z]{2}(?:-[A-Za-z]{2})?/")
_ONLY_CODE = re.compile(r"`([^`\n]+)`")
_NAME = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_COMMENT = re.compile(r"(?:(?<=\s)|^)(?:#|//)[^\n]*|/\*.*?\*/|<!--.*?-->", re.MULTILINE | re.DOTALL)
_TEXTS = frozenset(
    {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.QUOTATION, BlockKind.BOX, BlockKind.DEFINITIONS}
)
_SURE = 8
"""Letters of marks or code from which on they name one block of a page."""
_FEW = 2
_NEARLY_ALL = 0.8
_SHARED = 0.25
_CODE_SHARED = 0.34
_LONG, _MUCH_LONGER = 150, 4


@lru_cache(maxsize=4096)
def marks(block: Block) -> Counter[str]:
    """Return what of a block is the same in every language, each with its number."""
    code = _code_of(block)
    if code:
        return Counter(_NAME.findall(code) or _TOKEN.findall(code))
    return Counter(_mark(match) for match in _MARKS.finditer(block.text))


def _mark(match: re.Match[str]) -> str:
    """Return a mark as it is in every language; of a number its digits, which each language parts with other signs."""
    if match["number"]:
        return _NO_DIGIT.sub("", match["number"])
    return match["code"] or _OF_LANGUAGE.sub("/", match["target"] or match[0])


def key(block: Block) -> tuple[str, ...]:
    """Return what names a block among those of its page; nothing where it has too little of it."""
    code = _code_of(block)
    found = tuple(_TOKEN.findall(code)) if code else tuple(sorted(marks(block).elements()))
    name = block.text[: len(block.text) - len(block.text.lstrip("#"))] or block.kind.value
    return (name, *found) if sum(map(len, found)) >= _SURE else ()


def share_little(one: Block, other: Block) -> bool:
    """Tell whether two blocks have so little in common that one is hardly the translation of the other."""
    ours, theirs, shared = _counts(one, other)
    if _code_of(one) and _code_of(other):
        return shared < _CODE_SHARED * max(ours, theirs)
    if min(ours, theirs) >= _FEW:
        return shared < _SHARED * min(ours, theirs)
    if max(ours, theirs) > _FEW or (ours and theirs and ours + theirs > _FEW):
        return not shared
    short, long = sorted((len(one.text), len(other.text)))
    return long > _LONG and long > _MUCH_LONGER * short


def have_other_marks(one: Block, other: Block) -> bool:
    """Tell whether both blocks have code, links or numbers, and none of them is in both."""
    if _code_of(one) and _code_of(other):
        return share_little(one, other)
    ours, theirs, shared = _counts(one, other)
    return bool(ours and theirs) and not shared


def are_other_headings(one: Block, other: Block) -> bool:
    """Tell whether two headings have different levels and share nothing."""
    return level(one.text) != level(other.text) and not marks(one) & marks(other)


def _counts(one: Block, other: Block) -> tuple[int, int, int]:
    """Return how many marks two blocks have, and how many are in both. What is translated (`КЛЮЧ`) stands for one of the source."""
    ours, theirs = marks(one), marks(other)
    translated = sum(count for mark, count in theirs.items() if CYRILLIC.search(mark))
    return max(ours.total() - translated, 0), theirs.total() - translated, (ours & theirs).total()


def stands_in(block: Block, other: Block, partner: Block | None) -> bool:
    """Tell whether nearly all marks of a block of a translation are in a source's block, and are not in what translates that."""
    wanted = marks(block)
    there = marks(other) - (marks(partner) if partner else Counter())
    shared = wanted & there
    return shared.total() >= _NEARLY_ALL * wanted.total() and sum(map(len, shared)) >= _SURE


def are_one_changed(one: Block, other: Block) -> bool:
    """Tell whether a block may be another made into something else: both are text of like length, or have the same marks."""
    if share_little(one, other):
        return False
    if (one.kind in _TEXTS and other.kind in _TEXTS) or (one.text.startswith("![") and other.text.startswith("![")):
        return True
    return bool(marks(one) & marks(other))


def likeness(one: Block, other: Block) -> float:
    """Return which part of their marks two blocks share; 0 where they are too few to name a block, or of another kind."""
    ours, theirs, shared = _counts(one, other)
    letters = sum(map(len, marks(one) & marks(other)))
    return shared / max(ours, theirs, 1) if one.kind is other.kind and letters >= _SURE else 0.0


def _code_of(block: Block) -> str:
    """Return the code that a block is, without comments; empty where it is another thing."""
    if block.kind is BlockKind.CODE:
        return _COMMENT.sub("", block.text).strip("`~ \n")
    only = _ONLY_CODE.fullmatch(block.text.strip())
    return only[1] if only else ""
