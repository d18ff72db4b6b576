"""What of a page is shown before its style sheet has come: as much of its beginning as the style within the page dresses."""

import re
from collections.abc import Iterator

from tlumach.rendering.generated import DOWNLOADS_ID

MOST = 4_000
"""So many characters of HTML fill a first screen; what follows can wait for the sheet."""
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_CLASS = re.compile(r'\bclass="([^"]*)"')
_EMPTY = {"br", "input", "wbr"}
_TAGS = {
    *["a", "abbr", "b", "bdi", "dfn", "em", "i", "li", "ol", "p", "small", "span", "strong", "sub", "sup", "ul"],
    "br",
    "h1",
    "wbr",
}
_FILLED_LATER = f'id="{DOWNLOADS_ID}"'
_BOX = {"admonition", "abstract"}
_CLASSES = {
    *["admonition-title", "block-link", "block-links", "block-other", "block-report", "footnote-ref", "term", "voice"]
}
"""What `partials/first-screen.html` dresses, or leaves without anything to see."""


def first_screen(html: str) -> int:
    """Return how many characters of a page's text may stand before the link to its style sheet.

    They end between two blocks: before the first that has anything that the style within the page does not dress, or has no
    room on a first screen.
    """
    end = 0
    for start, stop, is_dressed in _blocks(html):
        if not is_dressed or start >= MOST:
            break
        end = stop
    return end


def _blocks(html: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where each block begins and ends, and whether all that stands in it is dressed."""
    depth, start, is_dressed = 0, 0, True
    for tag in _TAG.finditer(html):
        closes, name, attributes = tag.groups()
        start, is_dressed = (start, is_dressed) if depth else (tag.start(), True)
        is_dressed &= closes == "/" or _is_dressed(name, attributes)
        depth += -1 if closes else name not in _EMPTY
        if not depth:
            yield start, tag.end(), is_dressed


def _is_dressed(name: str, attributes: str) -> bool:
    listed = _CLASS.search(attributes)
    classes = set(listed[1].split()) if listed else set()
    if name == "div":
        return classes == _BOX
    return name in _TAGS and classes <= _CLASSES and _FILLED_LATER not in attributes
