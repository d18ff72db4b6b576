"""Blocks that the renderer has set aside as finished HTML (code above all): what holds one is no paragraph."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE

_TAG = re.compile(r"\s*<([a-zA-Z][^ >/]*)")


def hold_blocks_in_divs(root: Element, md: Markdown) -> None:
    """Make a ``div`` of each paragraph with attributes that holds nothing but a block set aside.

    The renderer puts such a block in the place of its paragraph only where that has no attributes; a browser ends a paragraph
    with an id before the block, so that the id would stand on nothing.
    """
    for element in root.iter("p"):
        if element.attrib and not len(element) and _is_block(element.text or "", md):
            element.tag = "div"


def _is_block(text: str, md: Markdown) -> bool:
    held = HTML_PLACEHOLDER_RE.fullmatch(text.strip())
    html = str(md.htmlStash.rawHtmlBlocks[int(held[1])]) if held else ""
    tag = _TAG.match(html)
    return tag is not None and md.is_block_level(tag[1].lower())
