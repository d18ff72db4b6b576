"""A block of the original, to be shown beside its translation: folded, without what would stand twice on the page."""

import re
from collections.abc import Container

from tlumach.blocks.headings import headings
from tlumach.blocks.splitting import Block, BlockKind

INDENT = " " * 4
CLASS = "original"
FORMER = "former"
"""The class of a translation that is folded below the original that has changed."""
_ATTRIBUTES = re.compile(r"[ \t]*\n?\{:?[ \t]*[#.][^{}\n]*\}[ \t]*$", re.MULTILINE)
_MARK = re.compile(r"\[\^(?P<key>[^\]]+)\](?!:)")
_HEADING = re.compile(r"#{1,6}[ \t]*(?P<text>.*?)[ \t]*#*$")


def quoted(block: Block, summary: str, is_open: bool = False, marks: Container[str] = ()) -> str:
    """Return Markdown that shows a block of the original under a summary which opens it (`<details>`, with no script needed).

    Ids are left out, and footnote marks but those of ``marks``: the page may have them already. ``is_open``: it is not folded.
    """
    return _details(_without_id(block.text, marks), block, f'???{"+" * is_open} {CLASS} "{summary}"')


def folded(block: Block, summary: str) -> str:
    """Return Markdown that shows a block of the page folded under a summary, with its footnote marks and without its id."""
    return _details(_ATTRIBUTES.sub("", block.text), block, f'??? {FORMER} "{summary}"')


def heading_in(language: str, block: Block) -> str:
    """Return Markdown that shows a heading of the original as one, and says in which language it is."""
    level = headings([block])[0].level
    return f"{'#' * level} {_title(_without_id(block.text, ()))} {{ lang={language} }}"


def _without_id(text: str, marks: Container[str]) -> str:
    return _MARK.sub(lambda mark: mark[0] if mark["key"] in marks else "", _ATTRIBUTES.sub("", text))


def _details(text: str, block: Block, opening: str) -> str:
    if block.kind is BlockKind.HEADING:
        text = f"**{_title(text)}**"
    inner = "\n".join(INDENT + line if line.strip() else "" for line in text.splitlines())
    return f"{opening}\n\n{inner}"


def _title(text: str) -> str:
    heading = _HEADING.match(text)
    return heading["text"] if heading else text.splitlines()[0]
