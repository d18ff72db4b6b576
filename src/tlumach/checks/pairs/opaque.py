"""What of a block no rule on pairs reads: macros, shortcodes, lines that put in another file, keys, icons, samples, indented code.

All of it is replaced character by character, so that each place in the text is the same place in the block.
"""

import re

from tlumach.blocks import BlockKind
from tlumach.checks.pairs.code_pieces import indented_code

OBJECT = "\ufffc"
"""Stands for a piece of code, an address, a macro or a shortcode."""
_CONTAINERS = frozenset(
    {BlockKind.LIST, BlockKind.BOX, BlockKind.TABS, BlockKind.DEFINITIONS, BlockKind.QUOTATION, BlockKind.FOOTNOTE}
)
_MACRO = r"\{\{(?!\{)[^\n{}]*\}\}|\{%[^\n]*?%\}|\{\*[^\n]*?\*\}|\{![^\n]*?!\}"
"""Jinja's macros and tags, and the include lines of mdx-include and markdown-include."""
_SHORTCODE = r"\[/?[A-Za-z][\w-]*(?:\s+[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\]]+))+\s*/?\](?![(\[:])|\[/[A-Za-z][\w-]*\](?![(\[:])"
"""What some sites' hooks put players and frames in for: `[iframe src="…"]`, and its end."""
_OPAQUE = re.compile(
    rf"""
    (?=[`{{\[<+:-]|[ \t>])(?:  # what any begins with, so that all else is passed over fast
      (?P<include>^[ \t>]*(?:{_MACRO}|{_SHORTCODE}|\[TOC\]|--8<--[^\n]*|:::[ \t]+[\w.]+)[ \t]*$)
    | (?P<code>(?<![\\`])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))
    | (?P<macro>{_MACRO}|{_SHORTCODE})
    | (?P<sample><(?P<tag>code|kbd|samp|var|pre)\b[^<>]*>.*?</(?P=tag)>)
    | (?P<keys>\+\+[\w-]+(?:\+[\w-]+)*\+\+)
    | (?P<icon>(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:]))
    )""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


def without_opaque(text: str, kind: BlockKind) -> str:
    """Return a block of the same length and lines in which what no rule reads is :data:`OBJECT` or, as a line of its own, blank."""
    for code in indented_code(text, kind) if kind in _CONTAINERS else ():
        text = text[: code.start] + _hidden(text[code.start : code.end]) + text[code.end :]
    return _OPAQUE.sub(_replaced, text)


def _replaced(found: re.Match[str]) -> str:
    if found.lastgroup == "include":
        return re.sub(r"[^\n>]", " ", found[0])
    return found[0] if found.lastgroup == "code" else _hidden(found[0])


def _hidden(text: str) -> str:
    return re.sub(r"[^\n]", OBJECT, text)
