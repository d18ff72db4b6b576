"""Blocks: the top-level pieces of a page's Markdown, each with its kind, its line and its text as written.

The renderer decides what a block is: for every block but definitions (footnotes, abbreviations, link
references) it makes one top-level element, in the same order. The renderer is Python-Markdown 3.11 with the extensions that
the project has on (:class:`~tlumach.blocks.syntax.Syntax`).
:func:`disagreement` compares the two.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tlumach.blocks.finder import BlockKind, Finder, FoundBlock
from tlumach.blocks.lines import Line, fold_fences, fold_plain_fences, plain_lines, source_lines
from tlumach.blocks.pieces import pieces
from tlumach.blocks.raw_html import BLOCK_TAGS, fold_html
from tlumach.blocks.rules import rules_of
from tlumach.blocks.syntax import OWN, Syntax
from tlumach.problems import Code, Problem

__all__ = ["ELEMENTS", "Block", "BlockKind", "disagreement", "rendered", "replace", "split"]

ELEMENTS: Mapping[BlockKind, frozenset[str]] = {
    BlockKind.HEADING: frozenset({"h1", "h2", "h3", "h4", "h5", "h6"}),
    BlockKind.PARAGRAPH: frozenset({"p", "figure"}),
    BlockKind.IMAGE: frozenset({"p", "figure"}),
    BlockKind.LIST: frozenset({"ul", "ol"}),
    BlockKind.QUOTATION: frozenset({"blockquote"}),
    BlockKind.TABLE: frozenset({"table", "figure"}),
    BlockKind.CODE: frozenset({"pre", "div.highlight", "figure"}),
    BlockKind.BOX: frozenset({"div.admonition", "details"}),
    BlockKind.TABS: frozenset({"div.tabbed-set"}),
    BlockKind.DEFINITIONS: frozenset({"dl"}),
    BlockKind.HTML: frozenset({"raw", *BLOCK_TAGS}),
    BlockKind.RULE: frozenset({"hr"}),
}
"""The names of the elements that each kind of block is rendered as; a kind not here renders nothing."""


@dataclass(frozen=True)
class Block:
    """A top-level piece of a page: its kind, its first line in the file, its text as written."""

    kind: BlockKind
    line: int
    text: str  # without the last line end

    @property
    def end(self) -> int:
        """Return the last line of the block in the file."""
        return self.line + len(source_lines(self.text)) - 1


def split(text: str, path: str = "", first_line: int = 1, syntax: Syntax = OWN) -> tuple[list[Block], list[Problem]]:
    """Split a page's Markdown, without front matter, into blocks in their order.

    Blocks are whole lines and no line is in two; between them are only blank lines. ``first_line`` is the
    line of the file on which the text starts. The problems say where the renderer makes of a line what blocks
    cannot follow (``blocks-share-line``), and what is never closed and so changes the rest of the page
    (``fence-not-closed``, ``html-not-closed``: warnings).
    """
    source = source_lines(text if text.strip() else "")
    lines, fence = _folded(plain_lines(source), syntax)
    lines, html, stray = fold_html(lines)
    found, shared = _apart(_found(lines, syntax), source)
    shared |= set() if stray is None else {stray}
    blocks = [Block(each.kind, first_line + each.first, _text(source, each)) for each in found]
    wrong = _wrong(shared, fence, html)
    return blocks, [Problem(path, first_line + at, code, _MESSAGES[code]) for at, code in wrong]


def replace(text: str, replacements: Mapping[int, str], first_line: int = 1, syntax: Syntax = OWN) -> str:
    """Put other text in the place of blocks, given by their index, and keep all else to the byte.

    Line ends become those of the page. A text that differs from the block's own by its line ends alone
    changes nothing. Raises IndexError where there is no such block.
    """
    source = source_lines(text)
    line_end = _line_end("".join(source[:1])) or "\n"
    blocks, _ = split(text, first_line=first_line, syntax=syntax)
    if unknown := replacements.keys() - set(range(len(blocks))):
        raise IndexError(f"no block {min(unknown)}: the page has {len(blocks)}")
    for index in sorted(replacements, reverse=True):
        block, new = blocks[index], _unix(replacements[index])
        if new != _unix(block.text):
            start, stop = block.line - first_line, block.end - first_line + 1
            source[start:stop] = [new.replace("\n", line_end) + _line_end(source[stop - 1])]
    return "".join(source)


def rendered(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks that the reader sees in their place: all but definitions."""
    return [block for block in blocks if block.kind in ELEMENTS]


def disagreement(blocks: Sequence[Block], elements: Sequence[str]) -> int | None:
    """Return the index, among the rendered blocks, of the first that is not what the renderer made, or None.

    ``elements`` are the renderer's top-level elements by the names in :data:`ELEMENTS`. Where one of the two
    has more, the index is that of the first one over.
    """
    kinds = [block.kind for block in rendered(blocks)]
    for index, (kind, element) in enumerate(zip(kinds, elements, strict=False)):
        if element not in ELEMENTS[kind]:
            return index
    return None if len(kinds) == len(elements) else min(len(kinds), len(elements))


def _folded(lines: list[Line], syntax: Syntax) -> tuple[list[Line], int | None]:
    if syntax.has("pymdownx.superfences"):
        return fold_fences(lines)
    return fold_plain_fences(lines) if syntax.has("fenced_code") else (lines, None)


def _found(lines: list[Line], syntax: Syntax) -> list[FoundBlock]:
    finder = Finder(rules_of(syntax))
    finder.read(pieces(lines))
    return sorted(finder.rendered + finder.silent, key=lambda each: (each.first, each.last))


def _apart(found: list[FoundBlock], source: list[str]) -> tuple[list[FoundBlock], set[int]]:
    """Trim blank lines, join blocks that share a line; return also the lines that rendered ones share.

    A definition within a list is part of the list: the renderer goes on with the list after it.
    """
    apart: list[FoundBlock] = []
    shared = set()
    for each in found:
        each = _trimmed(each, source)
        if apart and each.first <= apart[-1].last:
            apart[-1] = FoundBlock(apart[-1].kind, apart[-1].first, max(apart[-1].last, each.last))
            shared |= {each.first} if each.kind in ELEMENTS else set()
        else:
            apart.append(each)
    return apart, shared


def _trimmed(found: FoundBlock, source: list[str]) -> FoundBlock:
    first, last = found.first, found.last
    while first < last and not source[first].strip():
        first += 1
    while first < last and not source[last].strip():
        last -= 1
    return FoundBlock(found.kind, first, last)


def _text(source: list[str], found: FoundBlock) -> str:
    text = "".join(source[found.first : found.last + 1])
    return text.removesuffix(_line_end(text))


def _line_end(line: str) -> str:
    return "\r\n" if line.endswith("\r\n") else line[-1:] if line.endswith(("\r", "\n")) else ""


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


_MESSAGES = {
    Code.BLOCKS_SHARE_LINE: "one block ends and another starts on this line; put a blank line between them",
    Code.FENCE_NOT_CLOSED: "code starts here and is never closed; close it with as many of the same characters",
    Code.HTML_NOT_CLOSED: "HTML starts here, is never closed, and so takes the rest of the page; close its tag",
}


def _wrong(shared: set[int], fence: int | None, html: int | None) -> Iterator[tuple[int, Code]]:
    for at in sorted(shared):
        yield at, Code.BLOCKS_SHARE_LINE
    if fence is not None:
        yield fence, Code.FENCE_NOT_CLOSED
    if html is not None:
        yield html, Code.HTML_NOT_CLOSED
