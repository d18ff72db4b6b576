"""Whether the text of the source is the given text, word for word."""

import re
from collections.abc import Iterator
from itertools import takewhile, zip_longest

from tlumach.blocks import Block, BlockKind
from tlumach.library import Library, Paths
from tlumach.library.pages import Page
from tlumach.problems import Code, Problem

NOT_THE_SOURCE = frozenset({BlockKind.BOX, BlockKind.FOOTNOTE, BlockKind.ABBREVIATION, BlockKind.REFERENCE})
_OURS = re.compile(r"\[\^[^\]]+\]|\n\{[^{}\n]*\}$|\[(?P<text>(?:\\.|[^\[\]\\])*)\]\([^()\s]*\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def check_given_text(library: Library, paths: Paths = None) -> Iterator[Problem]:
    """Where a page's front matter names the given text (`source_text`), the page's first heading and the blocks up to
    the next heading are that text, line for line and character for character. Boxes and footnotes, which are not the
    source's voice, do not count, nor do links, footnote marks and attribute lists.
    """
    for page in library.under(paths):
        given = library.given_text_of(page)
        if given is not None:
            yield from _differences(page, given.splitlines())


def shown_text(block: Block) -> str:
    """Return a block's own words: without heading mark, links, footnote marks, attribute list and escapes."""
    text = block.text.lstrip("#").strip() if block.kind is BlockKind.HEADING else block.text
    return _ESCAPED.sub(r"\1", _OURS.sub(lambda match: match["text"] or "", text))


def _differences(page: Page, given: list[str]) -> Iterator[Problem]:
    blocks = _source_blocks(page)
    lines = [line for line in given if line.strip()]
    for number, (block, line) in enumerate(zip_longest(blocks, lines), 1):
        if block is None:
            yield _problem(page, page.front_matter.body_line, f"line {number} of it is missing: “{line}”.")
        elif line is None:
            yield _problem(
                page, block.line, f"it has no such text: “{shown_text(block)[:60]}”. Only a box may add to it."
            )
        elif shown_text(block) != line:
            yield _problem(page, block.line, _where(shown_text(block), line, number))


def _source_blocks(page: Page) -> list[Block]:
    blocks = [block for block in page.blocks if block.kind not in NOT_THE_SOURCE]
    return blocks[:1] + list(takewhile(lambda block: block.kind is not BlockKind.HEADING, blocks[1:]))


def _where(here: str, there: str, number: int) -> str:
    place = next((n for n, (a, b) in enumerate(zip_longest(here, there)) if a != b), 0)
    start = max(place - 15, 0)
    return f"line {number} of it differs at character {place + 1}: “{here[start : place + 15]}”, not “{there[start : place + 15]}”."


def _problem(page: Page, line: int, message: str) -> Problem:
    return Problem(page.file, line, Code.SOURCE_TEXT, f"the text is not that of {page.meta['source_text']}: {message}")
