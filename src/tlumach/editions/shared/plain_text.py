"""Markdown as plain text, for files that are read by other programs: no marks, no tags, nothing that XML cannot hold."""

import re

from tlumach.blocks.plain_text import plain

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKABLE = re.compile(r"[^\S\u00a0\u202f]+")


def plain_text(markdown: str) -> str:
    """Return a paragraph of Markdown as a reader sees it, on one line; no-break spaces stay."""
    return _BREAKABLE.sub(" ", storable(plain(markdown))).strip()


def one_line(text: str) -> str:
    """Return a text that is not Markdown on one line, every run of white space one space: what a tool compares."""
    return " ".join(storable(text).split())


def storable(text: str) -> str:
    """Return the text without the characters that no XML 1.0 document may hold (section 2.2), such as most controls."""
    return _NOT_XML.sub("", text)
