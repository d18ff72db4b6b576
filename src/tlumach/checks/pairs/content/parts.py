"""The parts of a block in the order in which they stand: what the counts in `outline` cannot tell."""

import re
from collections.abc import Iterator

from tlumach.checks.pairs.content.attribute_lists import is_harmless
from tlumach.checks.pairs.content.outline import without_marks_of_sentences

_PART = re.compile(
    r"(?P<around>[ \t>]*)(?:(?P<item>[-*+]|\d+\.)[ \t]+(?=\S)|(?P<heading>\#{1,6})[ \t]"
    r"|(?P<box>!!!|\?\?\?\+?|===[+!]*|/{3,})[ \t]*[\w\"]|(?P<meaning>:)[ \t]+(?=\S))"
)
_ATTRIBUTES = re.compile(r"\{:?[ \t]*((?:[#.][\w-]|[\w-]+=)[^{}\n]*?)[ \t]*\}")
_LINE = re.compile(r"(?P<around>[ \t>]*)(?P<rest>[^\n]*)")
_CELL = re.compile(r"(?<!\\)\|")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")


def order(text: str) -> str:
    """Return the parts of a block in order: items (• or #), paragraphs (¶), headings, boxes, meanings (:), attribute lists."""
    found: list[str] = []
    is_new = True
    for line in without_marks_of_sentences(text).split("\n"):
        around, rest = _LINE.fullmatch(line).groups()  # type: ignore[union-attr]  # any line is one
        lists = [f"{{ {each} }}" for each in _lists(rest)]
        if is_new or _PART.match(line):
            found += _kind(line, around) if _ATTRIBUTES.sub("", rest).strip() else []
        found += lists
        is_new = not rest.strip()
    return " ".join(found)


def _lists(text: str) -> list[str]:
    """Return the attribute lists of a text whose place matters."""
    lists = (" ".join(each.split()) for each in _ATTRIBUTES.findall(text)) if "{" in text else ()
    return [each for each in lists if not is_harmless(each)]


def _kind(line: str, around: str) -> Iterator[str]:
    part = _PART.match(line)
    if part is None:
        yield ">" * around.count(">") + "¶"
    elif part["item"]:
        yield "#" if part["item"][-1] == "." else "•"
    else:
        yield part["heading"] or part["box"] or part["meaning"]


def first_numbers(text: str) -> str:
    """Return the first number of each numbered list of a block."""
    found: list[str] = []
    open_lists: list[int] = []
    is_new = True
    for line in without_marks_of_sentences(text).split("\n"):
        part, around = _PART.match(line), _LINE.fullmatch(line)["around"]  # type: ignore[index]  # any line is one
        is_item, depth = bool(part and part["item"]), len(around.expandtabs(4))
        if line.strip(" \t>") and (is_item or is_new):
            open_lists = [each for each in open_lists if each < depth or (is_item and each == depth)]
        if part and part["item"] and depth not in open_lists:
            open_lists.append(depth)
            found += [part["item"].rstrip(".").lstrip("0") or "0"] if part["item"][-1] == "." else []
        is_new = not line.strip(" \t>")
    return ", ".join(found)


def in_cells(text: str) -> str:
    """Return the attribute lists of a table, each with its row and cell."""
    found: list[str] = []
    for row, line in enumerate(text.split("\n") if "{" in text else (), 1):
        for cell, content in enumerate(_CELL.split(line.strip().removeprefix("|")), 1):
            found += [f"{{ {each} }} in row {row}, cell {cell}" for each in _lists(content)]
    return ", ".join(found)


def alignment(text: str) -> str:
    """Return how the columns of a table are set: left (<), right (>), in the middle (=), or not said (-)."""
    line = next((line for line in text.split("\n") if _DELIMITERS.fullmatch(line)), "")
    cells = [cell.strip() for cell in line.strip().strip("|").split("|") if cell.strip()]
    return " ".join("-<>="[cell.startswith(":") + 2 * cell.endswith(":")] for cell in cells)
