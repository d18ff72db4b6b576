"""What to read elsewhere: articles, talks and standards by their titles, which lead to texts in the source's language."""

import re
from collections.abc import Mapping, Sequence

from tlumach.blocks import BlockKind
from tlumach.blocks.links import is_external, label_key
from tlumach.checks.pairs.pair import Side

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_ITEM = re.compile(r"\n[ \t]*(?:[-*+]|\d+\.)[ \t]+")
_ADDRESS_AT_THE_END = re.compile(r"<?https?://\S+\s*\Z")
_AUTHOR_AND_YEAR = re.compile(r"[A-Z][\w-]+,? (?:[A-Z]\.[ ,;&]*)+.*\b(?:19|20)\d\d\b")
"""As papers are cited: Smith J. How to write. 2019."""
_BY_LABEL = re.compile(r"\[([^\[\]]+)\]\[([^\[\]]*)\]")
_BY_NUMBER = re.compile(r"\W*\[#?\d+\]\(https?:")
"""A report or a change by its number, before its title: [#4302](https://…) move the settings."""
_LONG = 4
"""Letters of a word that has a capital in an English title; articles and prepositions have none."""
_MOST = 0.75
"""Of the letters of a list so many stand in titles (names of authors and sites are beside them), or of its items so many are names."""
_SEVERAL, _LONGEST_NAME = 4, 5


def may_stay(side: Side, labels: Mapping[str, str]) -> bool:
    """Tell whether a block is a list of titles or names, or a note with one: whoever follows its links reads that title there.

    ``labels``: where the labels of its page lead.
    """
    if side.block.kind is BlockKind.FOOTNOTE:
        return _is_reference(side.text)
    if side.block.kind is not BlockKind.LIST:
        return False
    items = _items(side)
    return _is_list_of_links(side, labels) or all(map(_is_reference, items)) or _are_names(items)


def _items(side: Side) -> list[str]:
    return [item for item in _ITEM.split(f"\n{side.text}") if item.strip()]


def _are_names(items: Sequence[str]) -> bool:
    """Tell whether of several items most are names, in capitals: the others are names too (Emoji keyboard for Chrome)."""
    return len(items) >= _SEVERAL and sum(map(_is_name, items)) >= _MOST * len(items)


def _is_name(item: str) -> bool:
    words = [word for word in _WORD.findall(item) if len(word) >= _LONG]
    return 0 < len(words) <= _LONGEST_NAME and not any(word.islower() for word in words)


def _is_reference(text: str) -> bool:
    """Tell whether a note or item is a title, with capitals or with its author and year, and its address, or one after its number."""
    if _BY_NUMBER.match(text):
        return True
    address = _ADDRESS_AT_THE_END.search(text)
    if not address:
        return False
    title = text[: address.start()]
    words = [word for word in _WORD.findall(title) if len(word) >= _LONG]
    return bool(2 * sum(word[0].isupper() for word in words) > len(words) or _AUTHOR_AND_YEAR.search(title))


def _is_list_of_links(side: Side, labels: Mapping[str, str]) -> bool:
    links = [(link.text, link.target) for link in side.links if not link.image]
    links += [(text, labels.get(label_key(label or text), "")) for text, label in _BY_LABEL.findall(side.text)]
    if not links or not all(is_external(target) for _, target in links):
        return False
    titles = sum(len(_LETTER.findall(text)) for text, _ in links)
    return titles >= _MOST * len(_LETTER.findall(side.prose.text))
