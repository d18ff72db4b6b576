"""Which lines are a table: the test of Python-Markdown's ``TableProcessor``."""

import re
from collections.abc import Sequence

_TOKEN = re.compile(r"\\\\|\\`+|`+|\\\||\|")
_LAST_BORDER = re.compile(r"(?<!\\)(?:\\\\)*\|$")


def may_separate(line: str) -> bool:
    """Tell whether a line can separate a table's head from its rows; most cannot, which saves the test."""
    return "|" in line and set(line) <= set("|:- ")


def is_table(lines: Sequence[str]) -> bool:
    """Tell whether the first two of at least two lines are a header and a separator with as many cells.

    A table of one column needs borders, and a ``|`` at the start or the end of each line.
    """
    header, separator, *rows = (line.strip(" ") for line in lines)
    has_border = header.startswith("|") or bool(_LAST_BORDER.search(header))
    columns = len(_cells(header, has_border))
    if columns == 1 and not (has_border and all(map(_is_bordered, (separator, *rows)))):
        return False
    cells = _cells(separator, has_border)
    return len(cells) == columns and set("".join(cells)) <= set("|:- ")


def _is_bordered(row: str) -> bool:
    return row.startswith("|") or bool(_LAST_BORDER.search(row))


def cell_spans(row: str) -> list[tuple[int, int]]:
    """Return where the cells of a row stand in it, borders left out."""
    start = len(row) - len(row.lstrip(" "))
    end = len(row.rstrip(" "))
    start += row.startswith("|", start)
    end -= bool(start < end and _LAST_BORDER.search(row[start:end]))
    return [(start + own, start + its_end) for own, its_end in _spans(row[start:end])]


def _cells(row: str, has_border: bool) -> list[str]:
    """Cut a row at each ``|`` that is neither escaped nor in code."""
    if has_border:
        row = _LAST_BORDER.sub("", row.removeprefix("|"))
    return [row[start:end] for start, end in _spans(row)]


def _spans(row: str) -> list[tuple[int, int]]:
    tokens = [(found.start(), found[0]) for found in _TOKEN.finditer(row)]
    cells, start, number = [], 0, 0
    while number < len(tokens):
        at, token = tokens[number]
        if token == "|":
            cells.append((start, at))
            start = at + 1
        elif "`" in token:
            number = _end_of_code(tokens, number)
        number += 1
    return [*cells, (start, len(row))]


def _end_of_code(tokens: list[tuple[int, str]], number: int) -> int:
    """Return the number of the token that closes the code opened by one, or its own if nothing does.

    A backslash takes the first backtick off an opening token, but counts for nothing in a closing one.
    """
    opening = tokens[number][1]
    ticks = opening.count("`") - opening.startswith("\\")
    closing = (later for later in range(number + 1, len(tokens)) if tokens[later][1].count("`") == ticks)
    return next(closing, number) if ticks else number
