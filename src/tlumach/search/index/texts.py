"""A block of Markdown as a reader sees it, on one line."""

import html
import re

from tlumach.blocks import Block, Kind
from tlumach.blocks.headings import heading_text, plain

_BOX = re.compile(r"^(?:!!!|\?\?\?\+?)[ \t]+[\w -]*?(?:\"(?P<title>[^\"\n]*)\")?[ \t]*$", re.MULTILINE)
_FOOTNOTE_KEY = re.compile(r"^\[\^[^\]\n]+\]:")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]*\]")
_LINE_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+|\d+[.)][ \t]+|#{1,6}[ \t]+|:[ \t]+)?", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t:|-]+\|[ \t:|-]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?[ \t]*(?:[.#][\w-]+|[\w-]+=)[^{}\n]*\}")
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_SILENT = frozenset({Kind.RULE, Kind.ABBREVIATION, Kind.REFERENCE})


def shown_text(block: Block) -> str:
    """Return the text of a block without its Markdown; empty where it shows none."""
    if block.kind in _SILENT:
        return ""
    if block.kind is Kind.HEADING:
        return heading_text(block)
    text = _without(_FOOTNOTE, "[^", "", _FOOTNOTE_KEY.sub("", block.text))
    if block.kind is Kind.BOX:
        text = _BOX.sub(lambda match: f"{match['title']}. " if match["title"] else "", text)
    if block.kind is Kind.TABLE:
        text = _TABLE_RULE.sub("", text).replace("|", " ")
    text = plain(_without(_TAG, "<", " ", _without(_ATTRIBUTES, "{", "", _LINE_MARKS.sub("", text))))
    return " ".join(html.unescape(text).split())


def _without(pattern: re.Pattern[str], mark: str, instead: str, text: str) -> str:
    """Put something in the place of all that the pattern finds, which has ``mark`` in it: most texts have none."""
    return pattern.sub(instead, text) if mark in text else text
