"""Whether the text of the source is the given text, word for word."""

import re
from collections.abc import Iterator
from itertools import takewhile

from tlumach.alignment.word_for_word import Kind, differences
from tlumach.blocks import Block, BlockKind
from tlumach.library import Library, Paths
from tlumach.library.pages import Page
from tlumach.problems import Code, Level, Problem

NOT_THE_SOURCE = frozenset({BlockKind.BOX, BlockKind.FOOTNOTE, BlockKind.ABBREVIATION, BlockKind.REFERENCE})
_OURS = re.compile(r"\[\^[^\]]+\]|\n\{[^{}\n]*\}$|\[(?P<text>(?:\\.|[^\[\]\\])*)\]\([^()\s]*\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def check_given_text(library: Library, paths: Paths = None) -> Iterator[Problem]:
    """Where a page's front matter names the given text (`source_text`), the page's first heading and the blocks up to
    the next heading are that text, block for line and character for character. Boxes and footnotes, which are not the
    source's voice, do not count, nor do links, footnote marks, attribute lists, where lines end, and characters that nobody
    sees. What differs and looks the same (a no-break space, letters put together of two characters, a Latin letter among
    Cyrillic ones) is said by its code points; where the words are the same to a reader, it is a warning.
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
    for found in differences([shown_text(block) for block in blocks], lines):
        line = blocks[found.ours].line if found.ours >= 0 else page.front_matter.body_line
        if found.kind is Kind.MISSING:
            line = blocks[found.ours].end if found.ours >= 0 else line
            yield _problem(page, line, f"line {found.given + 1} of it is missing: “{lines[found.given]}”.")
        elif found.kind is Kind.ADDED:
            beginning = shown_text(blocks[found.ours])[:60]
            yield _problem(page, line, f"it has no such text: “{beginning}”. Only a box may add to it.")
        else:
            level = Level.WARNING if found.kind is Kind.UNSEEN else None
            yield _problem(page, line, f"line {found.given + 1} of it {found.words}.", level)


def _source_blocks(page: Page) -> list[Block]:
    blocks = [block for block in page.blocks if block.kind not in NOT_THE_SOURCE]
    return blocks[:1] + list(takewhile(lambda block: block.kind is not BlockKind.HEADING, blocks[1:]))


def _problem(page: Page, line: int, message: str, level: Level | None = None) -> Problem:
    said = f"the text is not that of {page.meta['source_text']}: {message}"
    return Problem(page.file, line, Code.SOURCE_TEXT, said, level or Code.SOURCE_TEXT.level)
