"""What stands within a line as a reader sees it: links by their words, no marks, entities and escapes as what they mean."""

import html
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from tlumach.blocks.plain_text.emphasis import marked, marks_of
from tlumach.blocks.syntax import Syntax


class Role(Enum):
    """What a piece of the text is."""

    TEXT = auto()
    CODE = auto()
    ADDRESS = auto()
    BREAK = auto()
    TITLE_END = auto()


class Piece(NamedTuple):
    """A piece of the text that a reader sees, and where it begins in the Markdown."""

    text: str
    place: int
    role: Role = Role.TEXT


_NESTED = r"(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*\])*"
_TOKEN = re.compile(
    rf"""
    (?=[`\[<!{{\\&hw]|[ \t\n]+\{{)(?:  # what any begins with, so that all else is passed over fast
      (?P<code>(?<!\\)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`))
    | \\(?P<escaped>[\\`*_{{}}\[\]()#+.!<>|~=^:"'-])
    | (?P<note>\[\^[^\[\]\n]+\])
    | !?\[(?P<text>{_NESTED})\](?:(?P<target>\(\s*+(?:<[^<>\n]*>|(?:\\.|[^\s()\\]|\([^\s()]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\))
        |[ ]?\[(?!\^)(?P<label>[^\[\]]*)\])
    | !?\[(?P<short>[^\[\]\n]+)\](?![\[(:])
    | <(?P<address>[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*|[^<>\s!@/]+@[^<>\s@]+)>
    | (?P<html><!--.*?-->|</?[A-Za-z][^<>]*>)
    | (?P<entity>&(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[a-zA-Z0-9]+);)
    | (?P<attributes>[ \t]*\n?[ \t]*\{{:?[ \t]*(?:[.\#][\w-]+|[\w-]+=)[^{{}}\n]*\}})
    | (?P<bare>(?<!\w)(?:https?://|www\.)[^\s<>()«»“”|\[\]]+)
    )""",
    re.VERBOSE | re.DOTALL,
)
_SPECIAL = re.compile(r"[\\`*_\[<{&=^~+]|https?:|www\.")
_OPAQUE = "\x03"  # no text of a page has it: the renderer takes it out
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LABELS = re.compile(r"\s+")


class Inline:
    """Reads running text by the rules of one syntax, with the labels that the page defines (None: unknown)."""

    def __init__(self, syntax: Syntax, references: Collection[str] | None = None) -> None:
        """Make a reader."""
        self._marks, self._references = marks_of(syntax), references

    def pieces(self, text: str) -> list[Piece]:
        """Return the pieces that are seen of a text, each with its place in it."""
        if not _SPECIAL.search(text):
            return [Piece(text, 0)] if text else []
        return list(self._without_marks(list(self._tokens(text, 0, len(text)))))

    def _tokens(self, text: str, start: int, end: int) -> Iterator[Piece | list[Piece]]:
        """Yield pieces with the marks of emphasis still in them; the words of a link as a list of their own."""
        at = start
        while match := _TOKEN.search(text, at, end):
            found = list(self._token(text, match))
            at = match.start() + 1 if found == [None] else match.end()
            if found == [None]:
                continue  # no mark after all
            if start < match.start():
                yield Piece(text[start : match.start()], start)
            start = at
            yield from (each for each in found if each is not None)
            if match["note"] and _is_between_words(text, match):
                yield [Piece(" ", match.start())]  # the words around a mark are two
        if start < end:
            yield Piece(text[start:end], start)

    def _token(self, text: str, match: re.Match[str]) -> Iterator[Piece | list[Piece] | None]:
        """Yield what is seen of a token; None where it is text as it stands."""
        kind = match.lastgroup
        at = match.start()
        if kind in ("target", "label"):
            known = self._knows(match["label"] or match["text"]) if kind == "label" else True
            yield self._words(text, match) if known else None
            if kind == "label" and not known:
                return
        elif kind == "short":
            known = self._references is not None and self._knows(match["short"])
            yield [Piece(match["short"], match.start("short"))] if known else None
        elif kind == "code":
            ticks = len(match["ticks"])
            yield [Piece(match["code"][ticks:-ticks].strip(), at + ticks, Role.CODE)]
        elif kind in ("address", "bare"):
            yield [Piece(match[kind], match.start(kind), Role.ADDRESS)]
        elif kind == "escaped":
            yield [Piece(match["escaped"], match.start("escaped"))]
        elif kind == "entity":
            yield [Piece(html.unescape(match["entity"]), at)]
        elif kind == "html" and _BREAK.fullmatch(match["html"]):
            yield [Piece(" ", at)]

    def _words(self, text: str, match: re.Match[str]) -> list[Piece]:
        return list(self._without_marks(list(self._tokens(text, *match.span("text")))))

    def _knows(self, label: str) -> bool:
        return self._references is None or _LABELS.sub(" ", label.strip()).lower() in self._references

    def _without_marks(self, tokens: list[Piece | list[Piece]]) -> Iterator[Piece]:
        skeleton = "".join(each.text if isinstance(each, Piece) else _OPAQUE for each in tokens)
        hidden = sorted(marked(skeleton, self._marks))
        at = 0
        for each in tokens:
            if isinstance(each, Piece):
                yield from _shown(each, at, hidden) if hidden else (each,)
                at += len(each.text)
            else:
                yield from each
                at += 1


def _is_between_words(text: str, match: re.Match[str]) -> bool:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return before.isalnum() and after.isalnum()


def _shown(piece: Piece, at: int, hidden: Sequence[int]) -> Iterator[Piece]:
    """Yield what is left of a piece that begins at a place, without what is hidden (places in order)."""
    start = 0
    first, last = bisect_left(hidden, at), bisect_left(hidden, at + len(piece.text))
    for place in (each - at for each in hidden[first:last]):
        if start < place:
            yield Piece(piece.text[start:place], piece.place + start)
        start = place + 1
    if start < len(piece.text):
        yield Piece(piece.text[start:], piece.place + start)
