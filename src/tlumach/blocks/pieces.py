"""Lines in pieces: what stands between blank lines, each line marked with what it may be by itself.

The renderer tries its rules on such pieces and cuts them further where a marked line stands within one.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from tlumach.blocks.lines import INDENT, Line

BOX, HEADING, RULE, QUOTATION, BRACKET, NOTE, STARRED, TAB, FENCED, DEFINITION, PLAIN = "!#->[^*=/: "
_RULE = re.compile(r" {0,3}(?:(?:- {0,2}){3,}|(?:_ {0,2}){3,}|(?:\* {0,2}){3,}) *")
_CLASSES = r" ?[\w-]+(?: +[\w-]+)*"
_TITLE = r" +\".*\""
_BOX = re.compile(rf"!!!{_CLASSES}(?:{_TITLE})? *|\?\?\?\+?(?:{_CLASSES}(?:{_TITLE})?|{_TITLE}) *")
_HEADING = re.compile(r"#(?:[^\\]|\\.)*")
_TAB = re.compile(r"={3}(?:\+|\+!|!\+|!)? +\".*?\" *")
_FENCED = re.compile(r" {0,3}/{3,} *[\w-]+ *(?:\|.*)?")
_DEFINITION = re.compile(r" {0,3}: {1,3}")


def mark(text: str) -> str:
    """Return what a line may be by itself, whatever stands around it, as one character."""
    start = text[:4].lstrip(" ")[:1]
    if not start or start == QUOTATION:
        return start or PLAIN
    if start == "[":
        return NOTE if text.lstrip(" ").startswith("[^") else BRACKET
    if start == "#" and text[0] == "#":
        return HEADING if _HEADING.fullmatch(text) else PLAIN
    if start in "!?":
        return BOX if _BOX.fullmatch(text) else PLAIN
    if start in "-_*":
        return RULE if _RULE.fullmatch(text) else STARRED if text.startswith("*[") else PLAIN
    return _mark_of_extensions(start, text)


def _mark_of_extensions(start: str, text: str) -> str:
    if start == "=":
        return TAB if _TAB.fullmatch(text) else PLAIN
    if start == "/":
        return FENCED if _FENCED.fullmatch(text) else PLAIN
    return DEFINITION if start == ":" and _DEFINITION.match(text) else PLAIN


class Text:
    """Lines with a mark for each, in a string that is quick to search."""

    def __init__(self, lines: list[Line]) -> None:
        """Mark the lines."""
        self.lines = lines
        self.marks = "".join(mark(line.text) for line in lines)
        self.folded = [number for number, line in enumerate(lines) if line.folded]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines in a row, mostly those between two blank lines; the renderer calls it a block."""

    whole: Text
    start: int
    stop: int

    def __getitem__(self, number: int) -> str:
        """Return the text of a line of the piece, the first being 0."""
        return self.whole.lines[self.start + number].text

    def __len__(self) -> int:
        """Return the number of lines."""
        return self.stop - self.start

    @property
    def lines(self) -> list[Line]:
        """Return the lines."""
        return self.whole.lines[self.start : self.stop]

    def find(self, mark: str, after: int = 0) -> int:
        """Return the number of the first line with a mark, -1 where there is none."""
        return max(self.whole.marks.find(mark, self.start + after, self.stop) - self.start, -1)

    def all(self, mark: str) -> Iterator[int]:
        """Yield the numbers of all lines with a mark."""
        at = self.find(mark)
        while at >= 0:
            yield at
            at = self.find(mark, at + 1)

    def upto(self, number: int) -> "Piece":
        """Return the part before a line."""
        return Piece(self.whole, self.start, self.start + number)

    def after(self, number: int) -> "Piece":
        """Return the part from a line on."""
        return Piece(self.whole, self.start + number, self.stop)

    def has_text(self) -> bool:
        """Tell whether there is anything but space."""
        return any(self[number].strip() for number in range(len(self)))

    def is_indented(self) -> bool:
        """Tell whether the first line is indented by a tab."""
        return bool(self) and self[0].startswith(INDENT)

    def indented(self, number: int = 0) -> int:
        """Return where the indented lines from a line on end; blank ones count as indented."""
        while number < len(self) and (self[number].startswith(INDENT) or not self[number].strip()):
            number += 1
        return number

    def joined(self, number: int) -> str:
        """Return the text from a line on, as far as a definition may reach."""
        start = self.start + number
        return "\n".join(line.text for line in self.whole.lines[start : min(start + 20, self.stop)])

    def unfolded(self) -> "Piece":
        """Return the same with fenced code as plain lines: so the renderer reads it within indented code."""
        folded = self.whole.folded
        if bisect_left(folded, self.start) == bisect_left(folded, self.stop):
            return self
        lines = [part for line in self.lines for part in line.folded or (line,)]
        return Piece(Text(lines), 0, len(lines))


def pieces(lines: list[Line]) -> list[Piece]:
    """Cut lines at each blank one: there is an empty piece between two, which ends what would go on."""
    whole, found, start = Text(lines), [], 0
    for number, line in enumerate(lines):
        if not line.text:
            found.append(Piece(whole, start, number))
            start = number + 1
    return [*found, Piece(whole, start, len(lines))]
