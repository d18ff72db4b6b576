"""Marks that were meant as markup and that readers see: asterisks, brackets of links, entities."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tlumach.blocks import BlockKind
from tlumach.checks.pairs.code_pieces import code_pieces
from tlumach.checks.pairs.opaque import OBJECT
from tlumach.checks.pairs.pair import AlignedPair, PairFinding, Side, short

_PARTS = re.compile(r"\n[ \t>]*\n|\n(?=[ \t>]*(?:[-*+]|\d+\.)[ \t])|(?<=\n)(?=[ \t>]*#{1,6}[ \t])")
_ITEM = re.compile(r"^[ \t>]*(?:[-*+]|\d+\.)[ \t]+|^[ \t]*(?:[*_-][ \t]*){3,}$|\A\*\[[^\]\n]+\]:", re.MULTILINE)
_HIDDEN = re.compile(
    r"\\[\\`*_{}\[\]()#+.!<>|~-]|(?<=\])\((?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+\"[^\"\n]*\")?\s*\)|</?[A-Za-z!][^<>]*>|<https?:[^<>]*>"
    r"|\{[^{}\n]*\}|https?://[^\s*<>()]+|\[\^[^\[\]\n]*\]|(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])|\$[^$\n]+\$"
)
_RUN = re.compile(r"\*+|_+")
_TIMES = re.compile(
    r"(?:(?<=[\d%°)\]²³])|(?<![^\W_].)(?<=[A-Za-zπ]))\*{1,2}(?=[\d(\[π√]|[A-Za-z](?![^\W_]))|(?<=\d)\* (?=\d)|(?<=\d )\*(?=\d)"
)
"""An operator between figures, brackets and names of one letter: 1/20*100%, (a+b)*2, 2**10."""
_OPENING, _CLOSING = frozenset("\"'«“„‘("), frozenset("\"'»”“’)")
_ESCAPED = re.compile(r"(?:\\\*){2}|\\[\[\]](?=[^\n]*\]\()")
_OTHERS = {
    "full-width mark": re.compile(r"[＊＿＃］［｀]"),
    "entity": re.compile(
        r"&[ \u00a0]+(?:[a-z]{2,8}|\#x?[0-9a-f]+);|&(?:nbsp|[mn]dash|[lr]aquo|hellip|amp|lt|gt|quot|copy|shy|thinsp|[lrb]dquo|[lr]squo)"
        r"(?![\w;])"
        r"|&[a-z]{2,8}[ \u00a0];",
        re.IGNORECASE,
    ),
    "link": re.compile(
        r"\][ \u00a0]+\((?:https?://|[\w./-]+\.md\b)|\([^()\n]+\)\[(?:https?://|[\w./-]+\.md\b)|\[[^\[\]\n]*[}\)]\((?:https?://|[\w./-]+\.md\b)"
        r"|\[[^\[\]\n]*[ \u00a0]\]\([^()\n]*\)(?=\w)|(?<=\w)\[[ \u00a0][^\[\]\n]*\]\([^()\n]*\)|\]\((?:https?://)[^()\s]*(?=\s|\Z)(?!\s+[\"')])"
    ),
    "address": re.compile(r"<[ \u00a0]+https?://[^<>\n]*>|<https?://[^<>\s]*[ \u00a0]+>"),
}
_ENTITY = re.compile(r"&[A-Za-z]{2,8};")
_TICK = re.compile(r"(?<![а-яіїєґА-ЯІЇЄҐ])`|`(?![а-яіїєґА-ЯІЇЄҐ])")


class _Visible(NamedTuple):
    """A mark that readers see: what it was meant to be, the mark, and its place in the block."""

    kind: str
    mark: str
    place: int


def check_broken_markup(pair: AlignedPair) -> Iterator[PairFinding]:
    """Marks of emphasis, links and entities are read as such, and no reader sees them.

    Finds `** важливе **` (spaces within the marks), `**x*`, an open `**` or `_`, full-width `＊＊`, marks that a tool escaped
    (`\\\\*\\\\*`), an open backtick, `[x] (url)`, `[x ](url)y`, `< https://… >`, `& nbsp;` and `&mdash` without `;`. What the
    source has too is let be, as are asterisks and underscores that stand for themselves (`4 * 5`, `1/20*100%`).

    To mend it, put the marks right beside what they mark. To waive it: `waive broken-markup: the reason` in the record.
    """
    if not pair.target.is_prose:
        return
    found = visible_marks(pair.target)
    theirs = Counter(each.kind for each in visible_marks(pair.source)) if found else Counter()
    for kind in dict.fromkeys(each.kind for each in found):
        some = [each for each in found if each.kind == kind]
        for each in some[: max(len(some) - theirs[kind], 0)][:1]:
            where = short(pair.target.text, each.place)
            yield PairFinding(
                f"readers see `{each.mark}`, which was meant as {_ARTICLES[kind]}: “{where}”.",
                pair.target.text.count("\n", 0, each.place),
            )


_ARTICLES = {"emphasis": "emphasis", "code": "code", "escaped mark": "markup", "full-width mark": "markup", "entity": "an entity",
             "link": "a link", "address": "an address"}  # fmt: skip


def visible_marks(side: Side) -> list[_Visible]:
    """Return the marks of a block that the renderer makes nothing of, in order of their kinds."""
    text = _without_code(side)
    if not any(mark in text for mark in "*_`&<[＊＿＃］［｀"):
        return []
    found = [
        _Visible(kind, match[0], match.start()) for kind, pattern in _OTHERS.items() for match in pattern.finditer(text)
    ]
    found += [
        _Visible("entity", match[0], match.start())
        for match in _ENTITY.finditer(text)
        if html.unescape(match[0]) == match[0]
    ]
    found += [_Visible("escaped mark", match[0], match.start()) for match in _ESCAPED.finditer(text)]
    bare = _HIDDEN.sub(lambda match: "x" * len(match[0]), text)
    found += [_Visible("code", match[0], match.start()) for match in _TICK.finditer(bare)][:1]
    for start, end in _spans(bare, side.block.kind):
        found += _emphasis(bare, start, end)
    return found


def _without_code(side: Side) -> str:
    text = side.text
    for piece in code_pieces(text, side.block.kind) if "`" in text or "\n\n" in text or "~~~" in text else ():
        text = text[: piece.start] + re.sub(r"[^\n]", OBJECT, text[piece.start : piece.end]) + text[piece.end :]
    return text


def _spans(text: str, kind: BlockKind) -> Iterator[tuple[int, int]]:
    """Yield the spans that emphasis cannot reach out of: paragraphs, items, cells."""
    pattern = re.compile(r"(?<!\\)\||\n") if kind is BlockKind.TABLE else _PARTS
    start = 0
    for match in pattern.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _emphasis(text: str, start: int, end: int) -> Iterator[_Visible]:
    """Yield the marks of emphasis that have no partner. A mark opens before what is no space, and closes after it."""
    item = _ITEM.match(text, start, end)
    opened: list[tuple[re.Match[str], int]] = []
    for run in _RUN.finditer(text, item.end() if item else start, end):
        before, after = (
            text[run.start() - 1 : run.start()] if run.start() > start else " ",
            text[run.end() : run.end() + 1] if run.end() < end else " ",
        )
        if run[0][0] == "_" and before.isalnum() and after.isalnum():
            continue
        if len(run[0]) == 1 and before in _OPENING and after in _CLOSING:
            continue  # the mark itself is spoken of
        if _TIMES.match(text, run.start()) and not any(count == len(run[0]) for _, count in opened):
            continue
        left = len(run[0]) if before.isspace() else _close(opened, run[0])
        if not left:
            continue
        if not after.isspace():
            opened.append((run, left))
        elif not (before.isspace() and len(run[0]) == 1):  # 4 * 5
            yield _Visible("emphasis", run[0], run.start())
    yield from (_Visible("emphasis", run[0], run.start()) for run, _ in opened)


def _close(opened: list[tuple[re.Match[str], int]], marks: str) -> int:
    """Close what was opened with the same marks; return how many marks are left."""
    left = len(marks)
    for at in range(len(opened) - 1, -1, -1):
        run, count = opened[at]
        if run[0][0] != marks[0] or not left:
            continue
        used = min(left, count)
        left -= used
        del opened[at + (count > used) :]
        if count > used:
            opened[at] = (run, count - used)
    return left
