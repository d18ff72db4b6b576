"""The tables under `numbers` of a project's file: rows of number words and of units."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from tlumach.languages.project_files.patterns import no_pattern
from tlumach.languages.project_files.wrong import Fault, Place, meant

KINDS = frozenset((
    "card", "some", "two", "hundred", "ord", "ordpart", "mag", "part", "times", "twice", "half", "group", "maybe", "month",
    "day", "decade", "am", "pm", "minus", "whole",
))  # fmt: skip
"""What a row of words may be: `ru.yml` says what each means."""
_VALUE = re.compile(r"\d+(?:/[1-9]\d*)?")
_WORD_ROW, _UNIT_ROW = 3, 2


def faults_of_words(text: Any, place: Place) -> Iterator[Fault]:
    """Yield what is wrong with rows of number words: a kind, values, forms."""
    return _faults_of_rows(text, place, "`KIND VALUE FORMS`, such as `mag 1000000 миллион\\w*|млн`", _wrong_with_words)


def faults_of_units(text: Any, place: Place) -> Iterator[Fault]:
    """Yield what is wrong with rows of units: a name, forms."""
    return _faults_of_rows(text, place, "`UNIT FORMS`, such as `km км|километр\\w*`", _wrong_with_units)


def _faults_of_rows(text: Any, place: Place, row: str, wrong_with: Callable[[list[str]], str]) -> Iterator[Fault]:
    if not isinstance(text, str):
        yield Fault(place, f"`{place[-1]}` must be a text (begun with `|`) of rows {row}.")
        return
    for at, line in enumerate(text.splitlines()):
        parts = line.split(None, 2)
        if parts and (why := wrong_with(parts)):
            yield Fault((*place, at), f"{why} A row is {row}.")


def _wrong_with_words(parts: list[str]) -> str:
    if len(parts) < _WORD_ROW:
        return f"`{' '.join(parts)}` is no row of `words`."
    kind, values, forms = parts
    if kind not in KINDS:
        return f"there is no kind of word `{kind}`. {meant(kind, KINDS)}"
    if not all(map(_VALUE.fullmatch, values.split(","))):
        return f"`{values}` is no number: write 12, 1/2 or several with commas."
    return f"the pattern cannot be read: {why}." if (why := no_pattern(forms)) else ""


def _wrong_with_units(parts: list[str]) -> str:
    if len(parts) < _UNIT_ROW:
        return f"`{' '.join(parts)}` is no row of `units`."
    return f"the pattern cannot be read: {why}." if (why := no_pattern(" ".join(parts[1:]))) else ""
