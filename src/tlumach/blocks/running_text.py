"""Running text: the part of a block's Markdown in which a link may be written.

Not code, links, images, headings, footnote marks, attribute lists, HTML, addresses and the titles of boxes.
"""

import re

from tlumach.blocks.links import without_code
from tlumach.blocks.raw_html import BLOCK_TAGS

HIDDEN = "\0"
"""Stands for each character that is not running text: it is no word, and no phrase goes on over it."""

_NESTED = r"(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*\])*"
_MARKED = rf"""
      \\[\\`*_{{}}\[\]()#+.!<>-]                              # an escaped mark
    | ^[ \t]*(?:>[ \t]?)*\#{{1,6}}[ \t][^\n]*                 # a heading
    | ^[^\n]+\n[ ]{{0,3}}(?:=+|-+)[ \t]*$                     # a heading with a line under it
    | ^[ \t]*(?:!!!|\?\?\?\+?|===\+?)[ \t][^\n]*              # the first line of a box or a tab
    | ^[ ]{{0,3}}\*?\[[^\[\]^][^\[\]]*\]:[^\n]*               # a link reference or an abbreviation
    | \[\^[^\[\]\s]+\]:?                                      # a footnote mark
    | !?\[{_NESTED}\]\(\s*+(?:<[^<>\n]*>|(?:\\.|[^\s()\\]|\([^\s()]*\))*)(?:\s++(?:"[^"]*"|'[^']*'))?\s*\)
    | !?\[{_NESTED}\]\[[^\[\]]*\]                             # a link by reference
    | <!--.*?-->
    | <([A-Za-z][\w-]*)\b[^<>]*(?<!/)>.*?</\1\s*>             # an HTML element and all in it
    | </?[A-Za-z][^<>]*>                                      # a tag by itself, an address in angle brackets
    | \{{:?[ \t]*(?:[.\#][\w-]+|[\w-]+=)[^{{}}\n]*\}}         # an attribute list
    | (?:https?://|www\.)[^\s<>()«»“”]+
    """
_FLAGS = re.VERBOSE | re.MULTILINE | re.DOTALL
_NOT_RUNNING = re.compile(rf"(?=[\\!\[<{{hw]|^)(?:{_MARKED})", _FLAGS)  # what none of these begins is soon passed over
_NOT_RUNNING_WITH_MAIL = re.compile(rf"{_MARKED} | [\w.+-]+@[\w-]+\.[\w.-]+", _FLAGS)
_INDENTED_CODE = re.compile(r"(?: {4}|\t)")
_FIRST_TAG = re.compile(r" {0,3}</?([A-Za-z][\w-]*)")


def running_text(block_text: str) -> str:
    """Return the block with all that is not running text hidden, every other character at its place."""
    if _INDENTED_CODE.match(block_text) or _is_html_block(block_text):
        return HIDDEN * len(block_text)
    blanked = without_code(block_text)
    shown = blanked if blanked == block_text else _hide_blanked(block_text, blanked)
    not_running = _NOT_RUNNING_WITH_MAIL if "@" in shown else _NOT_RUNNING
    return not_running.sub(lambda match: HIDDEN * len(match[0]), shown)


def _is_html_block(block_text: str) -> bool:
    tag = _FIRST_TAG.match(block_text)
    return tag is not None and tag[1].lower() in BLOCK_TAGS


def _hide_blanked(block_text: str, blanked: str) -> str:
    return "".join(new if new == old else HIDDEN for old, new in zip(block_text, blanked, strict=True))
