"""Lists of what to read elsewhere: articles, talks and reports by their titles, which lead to texts in the source's language."""

import re

from tlumach.blocks import BlockKind
from tlumach.blocks.links import is_external
from tlumach.checks.pairs.pair import Side

_LETTER = re.compile(r"[^\W\d_]")
_MOST = 0.75
"""Of the letters of a list so many stand in titles: names of authors and sites are beside them."""


def is_reading_list(side: Side) -> bool:
    """Tell whether a block is a list of titles, each a link to another site: whoever follows one reads that title there."""
    links = [link for link in side.links if not link.image]
    if side.block.kind is not BlockKind.LIST or not links or not all(is_external(link.target) for link in links):
        return False
    titles = sum(len(_LETTER.findall(link.text)) for link in links)
    return titles >= _MOST * len(_LETTER.findall(side.prose.text))
