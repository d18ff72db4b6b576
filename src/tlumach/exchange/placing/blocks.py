"""Texts put in their places on a page, block by block; all else stays, to the byte."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tlumach.blocks import Block, BlockKind, replace
from tlumach.blocks.lines import source_lines
from tlumach.exchange.units import unix
from tlumach.library.pages import Page, parse_page

Shape = list[tuple[BlockKind, str]]
"""The blocks of a page as kinds and texts (line ends are LF)."""


@dataclass(frozen=True)
class PlacedChange:
    """What is to become of a page: blocks (by index) with other texts, and new ones after a block (None: at the top).

    Each text comes with the kind of block that it must be on the page.
    """

    edits: Mapping[int, tuple[BlockKind, str]] = field(default_factory=dict)
    insertions: Mapping[int | None, Sequence[tuple[BlockKind, str]]] = field(default_factory=dict)


def changed(page: Page, change: PlacedChange) -> str | None:
    """Return the text of a page after a change; None where its blocks would not be those that they should be.

    They would not where a text runs together with its neighbours: a list after a list, a block that never ends.
    """
    body = replace(
        page.body, {at: text for at, (_, text) in change.edits.items()}, page.front_matter.body_line, page.syntax
    )
    edited = page.text[: page.front_matter.length] + body
    if change.edits and not _is(page, edited, shape(page, PlacedChange(change.edits))):
        return None
    text = _with_insertions(parse_page(edited, page.language, page.path, page.syntax)[0], change.insertions)
    return text if _is(page, text, shape(page, change)) else None


def shape(page: Page, change: PlacedChange) -> Shape:
    """Return the blocks that a page should have after a change."""
    wanted = list(change.insertions.get(None, ()))
    for at, block in enumerate(page.blocks):
        wanted.append(change.edits.get(at, (block.kind, unix(block.text))))
        wanted += change.insertions.get(at, ())
    return wanted


def _is(page: Page, text: str, wanted: Shape) -> bool:
    made, _ = parse_page(text, page.language, page.path, page.syntax)
    same_head = made.front_matter.text.rstrip() == page.front_matter.text.rstrip()
    return same_head and [(block.kind, unix(block.text)) for block in made.blocks] == wanted


def _with_insertions(page: Page, insertions: Mapping[int | None, Sequence[tuple[BlockKind, str]]]) -> str:
    lines = source_lines(page.text)
    line_end = _end(lines[0]) if lines else ""
    for at in sorted((at for at in insertions if at is not None), reverse=True):
        _insert_after(lines, page.blocks[at].end, insertions[at], line_end or "\n")
    if new := insertions.get(None):
        _insert_at_top(lines, page.blocks[:1], new, line_end or "\n")
    return "".join(lines)


def _insert_after(lines: list[str], line: int, texts: Sequence[tuple[BlockKind, str]], line_end: str) -> None:
    """Insert texts after a line (from 1), a blank one around; the last line of a file keeps what ends it, or nothing."""
    last_end = _end(lines[line - 1])
    line_end = last_end or line_end
    if not last_end:
        lines[line - 1] += line_end
    follows = line < len(lines) and lines[line].strip()
    lines[line:line] = [line_end, _joined(texts, line_end) + last_end, *([line_end] if follows else [])]


def _insert_at_top(
    lines: list[str], first: Sequence[Block], texts: Sequence[tuple[BlockKind, str]], line_end: str
) -> None:
    """Insert texts before the first block of a page; where there is none, after all that there is."""
    if first:
        lines[first[0].line - 1 : first[0].line - 1] = [_joined(texts, line_end) + line_end, line_end]
        return
    if lines and not _end(lines[-1]):
        lines[-1] += line_end
    lines.append(_joined(texts, line_end) + line_end)


def _end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def _joined(texts: Sequence[tuple[BlockKind, str]], line_end: str) -> str:
    return "\n\n".join(text for _, text in texts).replace("\n", line_end)
