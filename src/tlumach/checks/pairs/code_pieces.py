"""The code of a block: fences, indented code within items, boxes, quotations and footnotes, and code in running text."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from tlumach.blocks import BlockKind

_FENCE = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)*(?P<marks>`{3,}|~{3,})(?P<info>[^\n`]*)\n(?P<code>(?:.*?\n)??)[ \t>]*(?P=marks)[`~]*[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
_INLINE = re.compile(
    r"(?<![\\`])(?P<ticks>`+)(?!`)(?P<code>(?:(?!\n[ \t>]*(?:\n|[-*+][ \t]|\d+\.[ \t])).)+?)(?<!`)(?P=ticks)(?!`)",
    re.DOTALL,
)
"""Code in running text, which ends with its paragraph or item: one mark that is not closed takes nothing of the next item with it."""
_SAMPLE = re.compile(
    r"<(?P<tag>code|samp|tt)\b[^<>]*>(?P<code>(?:(?!</?(?P=tag)\b|\n[ \t]*\n).)+)</(?P=tag)>", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ITEM = re.compile(r"(?:[-*+]|\d+\.)[ \t]+\S")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)*")
_BASES = {BlockKind.BOX: 1, BlockKind.TABS: 1, BlockKind.DEFINITIONS: 1, BlockKind.FOOTNOTE: 1}
_STEP = 4
"""Columns that each item, box and footnote indents what is within it."""


class CodePiece(NamedTuple):
    """A piece of code: where it stands in the block, with its marks, and what it says; ``is_inline`` within running text.

    ``info`` is what the line that opens a fence has after its marks.
    """

    start: int
    end: int
    code: str
    is_inline: bool = False
    info: str = ""


def code_pieces(text: str, kind: BlockKind) -> list[CodePiece]:
    """Return the pieces of code of a block in order."""
    if kind is BlockKind.CODE:
        fence = _FENCE.match(text)
        return [CodePiece(0, len(text), fence["code"], info=fence["info"]) if fence else CodePiece(0, len(text), text)]
    blocks = [CodePiece(*match.span(), _unquoted(match), info=match["info"]) for match in _fences(text)]
    blocks += [each for each in indented_code(text, kind) if not _is_within(each.start, blocks)]
    inline = [
        CodePiece(*match.span(), " ".join(match["code"].split()), True)
        for match in (_INLINE.finditer(text) if "`" in text else ())
        if not _is_within(match.start(), blocks)
    ]
    return sorted([*blocks, *inline, *_samples(text, [*blocks, *inline])])


def _samples(text: str, others: list[CodePiece]) -> Iterator[CodePiece]:
    """Yield the code in running text that HTML marks: `<code>Rc&lt;T&gt;</code>`."""
    for match in _SAMPLE.finditer(text) if "</" in text else ():
        if not _is_within(match.start(), others):
            code = unescape(_TAG.sub("", match["code"]))
            yield CodePiece(*match.span(), " ".join(code.split()), True)


def _unquoted(fence: re.Match[str]) -> str:
    """Return the code of a fence without the marks of the quotation that it stands in."""
    depth = fence[0][: fence.start("marks") - fence.start()].count(">")
    return re.sub(rf"(?m)^(?:[ \t]*>){{1,{depth}}}[ \t]?", "", fence["code"]) if depth else fence["code"]


def indented_code(text: str, kind: BlockKind) -> list[CodePiece]:
    """Return the indented code within a list, a box, a quotation or a footnote: what stands, after a blank line, a step further in."""
    if "\n\n" not in text and not re.search(r"\n[ \t>]*\n", text):
        return []
    fences = [CodePiece(*match.span(), "") for match in _fences(text)]
    spans = _indented(text, _BASES.get(kind, 0))
    return [CodePiece(start, end, text[start:end]) for start, end in spans if not _is_within(start, fences)]


def _fences(text: str) -> Iterator[re.Match[str]]:
    return _FENCE.finditer(text) if "```" in text or "~~~" in text else iter(())


def _indented(text: str, base: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of indented code. An item's own column says how deep what follows it may be without being code."""
    depth, place, start, is_after_blank = base, 0, -1, False
    for line in text.splitlines(keepends=True):
        prefix = _QUOTED.match(line)
        content = line[prefix.end() :] if prefix and ">" in prefix[0] else line
        column = _column(content)
        if not content.strip():
            is_after_blank = True
        elif column >= (depth + 1) * _STEP and (is_after_blank or start >= 0):
            start = start if start >= 0 else place
        else:
            if start >= 0:
                yield start, place
            if is_after_blank or start >= 0 or _ITEM.match(content.lstrip()):  # else a lazy line of what it follows
                depth = _depth(content, column, depth, base)
            start, is_after_blank = -1, False
        place += len(line)
    if start >= 0:
        yield start, place


def _depth(content: str, column: int, depth: int, base: int) -> int:
    if _ITEM.match(content.lstrip()):
        return max(base, column // _STEP) + 1
    return min(depth, max(base, column // _STEP))


def _column(line: str) -> int:
    bare = line.expandtabs(_STEP)
    return len(bare) - len(bare.lstrip())


def _is_within(place: int, pieces: list[CodePiece]) -> bool:
    return any(each.start <= place < each.end for each in pieces)
