"""Elements as lines of plain text: what they say, without marks, wrapped at words. No-break spaces keep their words together."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tlumach.editions.shared.html_tree import classes

WIDTH = 72
Inline = Callable[[Element], str]
"""Takes a link, a picture or the mark of a note and returns what it says."""

_BREAK = "\v"
_MARKS = {"del": ("[-", "-]"), "s": ("[-", "-]"), "ins": ("{+", "+}")}
"""As wdiff writes it: without a mark, what is struck out would be read as said."""
_COMMENT, _REMARK = frozenset({"critic", "comment"}), (" (", ")")
_BEFORE_DASH = "\ue000"  # stands for a space at which no line is to end, so that no dash begins one
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {"ul", "ol", "blockquote", "table", "pre", "div", "details", "dl", "figure", "p", "hr"}


def rule(width: int = WIDTH, title: str = "", mark: str = "-") -> str:
    """Return a line across the page, with a title at its beginning."""
    start = f"{mark * 2} {title} " if title else ""
    return start + mark * max(min(width, WIDTH) - len(start), 2)


def wrapped(text: str, width: int = WIDTH) -> list[str]:
    """Return the text in lines no longer than the width; only a single word may be longer, such as an address."""
    lines: list[str] = []
    for part in text.split(_BREAK):
        words = re.sub(r"[ \t\r\n\f]+", " ", part).strip(" ")
        words = re.sub(r" (?=[—–] )", _BEFORE_DASH, words)
        lines += _filled(words.split(" "), width) if words else []
    return [line.replace(_BEFORE_DASH, " ") for line in lines]


def _filled(words: Sequence[str], width: int) -> Iterator[str]:
    """Yield lines with as many words as they hold: what textwrap does, which looks for much that is not here."""
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def hung(lines: Sequence[str], first: str, rest: str = "") -> list[str]:
    """Return the lines, the first begun with ``first``, the others with ``rest`` (by default, as many spaces)."""
    pad = rest or " " * len(first)
    return [(pad + line if at else first + line).rstrip() for at, line in enumerate(lines)]


@dataclass(frozen=True)
class Writer:
    """Writes blocks as lines. ``inline`` says what links, pictures and marks of notes say."""

    inline: Inline

    def blocks(self, elements: Sequence[Element], width: int = WIDTH) -> list[str]:
        """Return the lines of blocks with a blank line between any two."""
        lines: list[str] = []
        for element in elements:
            found = self.block(element, width)
            lines += ["", *found] if lines and found else found
        return lines

    def block(self, element: Element, width: int = WIDTH) -> list[str]:
        """Return the lines of a block, without blank lines around them."""
        if element.tag in ("ul", "ol"):
            return self._list(element, width)
        if element.tag == "table":
            return self._table(element, width)
        if element.tag == "dl":
            return self._definitions(element, width)
        if element.tag == "pre":
            return "".join(element.itertext()).rstrip("\n").split("\n")
        if element.tag == "hr":
            return [rule(width)]
        if element.tag == "blockquote":
            return hung(self.blocks(list(element), width - 2), "> ", "> ")
        if element.tag == "details" or "admonition" in classes(element):
            return self._box(element, width)
        if element.tag in _HEADINGS:
            return self._heading(element, width)
        return self._mixed(element, width)

    def words(self, element: Element) -> str:
        """Return what an element says within a line."""
        if element.tag == "br":
            return _BREAK
        if element.tag in ("a", "img") or (element.tag == "sup" and len(element)):
            return self.inline(element)
        inner = (element.text or "") + "".join(self.words(child) + (child.tail or "") for child in element)
        if element.tag == "sup" and inner.strip():
            return f"^{inner}"  # a power is no digit of the number before it
        if inner.strip() and (marks := _MARKS.get(element.tag) or (_REMARK if classes(element) >= _COMMENT else None)):
            return inner.join(marks)
        return f"[{inner}] " if "headline-label" in classes(element) else inner

    def _mixed(self, element: Element, width: int) -> list[str]:
        """Return the lines of an element that holds words, blocks, or words and then blocks."""
        text, lines = element.text or "", list[str]()
        for child in element:
            if child.tag in _BLOCKS:
                gap = [""] if lines and child.tag not in ("ul", "ol") else []
                lines, text = [*lines, *wrapped(text, width)], ""
                lines += [*gap, *self.block(child, width)]
            else:
                text += self.words(child)
            text += child.tail or ""
        return [*lines, *wrapped(text, width)]

    def _heading(self, element: Element, width: int) -> list[str]:
        lines = wrapped(self.words(element), width)
        mark = {"h1": "=", "h2": "-"}.get(element.tag)
        return [*lines, mark * max(map(len, lines))] if mark and lines else lines

    def _box(self, element: Element, width: int) -> list[str]:
        titles = [child for child in element if child.tag == "summary" or "admonition-title" in classes(child)]
        title = " ".join(self.words(child) for child in titles)
        fits = len(title) < width - 5
        inner = self.blocks([child for child in element if child not in titles], width)
        return [
            *([] if fits else wrapped(title, width)),
            rule(width, title if fits else ""),
            "",
            *inner,
            "",
            rule(width),
        ]

    def _list(self, element: Element, width: int) -> list[str]:
        lines: list[str] = []
        for number, item in enumerate(element, int(element.get("start", "1"))):
            mark = f"{number}. " if element.tag == "ol" else "* "
            lines += hung(self._mixed(item, width - len(mark)), mark)
        return lines

    def _definitions(self, element: Element, width: int) -> list[str]:
        lines: list[str] = []
        for each in element:
            gap = [""] if lines and each.tag == "dt" else []
            text = self._mixed(each, width - 4 * (each.tag == "dd"))
            lines += [*gap, *(hung(text, "    ") if each.tag == "dd" else text)]
        return lines

    def _table(self, element: Element, width: int) -> list[str]:
        """Return each row as an entry of a list: its first cell, then each other cell after its column's heading."""
        heads, *rows = [[self.words(cell) for cell in row] for row in element.iter("tr")] or [[]]
        found: list[str] = []
        for row in rows:
            found += ([""] if found else []) + wrapped(_cell(heads[0], row[0]), width)
            for head, cell in zip(heads[1:], row[1:], strict=False):
                found += hung(wrapped(_cell(head, cell), width - 2), "- ") if cell.strip() else []
        return found


def _cell(head: str, cell: str) -> str:
    return f"{head}: {cell}" if head.strip() else cell
