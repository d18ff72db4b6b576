"""What to read elsewhere: articles, talks and standards by their titles, which lead to texts in the source's language."""

import re

from tlumach.blocks import BlockKind
from tlumach.blocks.links import is_external
from tlumach.checks.pairs.pair import Side

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS_AT_THE_END = re.compile(r"https?://\S+\s*\Z")
_LONG = 4
"""Letters of a word that has a capital in an English title; articles and prepositions have none."""
_MOST = 0.75
"""Of the letters of a list so many stand in titles: names of authors and sites are beside them."""


def may_stay(side: Side) -> bool:
    """Tell whether a block is a list of titles, or a note with one: whoever follows its links reads that title there."""
    return _is_list(side) or _is_reference(side)


def _is_reference(side: Side) -> bool:
    """Tell whether a footnote is a title, with capitals, and its address."""
    if side.block.kind is not BlockKind.FOOTNOTE or not _ADDRESS_AT_THE_END.search(side.text):
        return False
    words: list[str] = [word for word in _WORD.findall(side.prose.text) if len(word) >= _LONG]
    return bool(2 * sum(word[0].isupper() for word in words) > len(words))


def _is_list(side: Side) -> bool:
    links = [link for link in side.links if not link.image]
    if side.block.kind is not BlockKind.LIST or not links or not all(is_external(link.target) for link in links):
        return False
    titles = sum(len(_LETTER.findall(link.text)) for link in links)
    return titles >= _MOST * len(_LETTER.findall(side.prose.text))
