"""What is wrong with a project's file for a language, and on which line each of its values stands."""

import difflib
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

import yaml

Place = tuple[str | int, ...]
"""Where a value stands: the keys that lead to it; of rows and lists, the number from 0."""
_MOST = 8


class Wrong(NamedTuple):
    """What is wrong with a file: the line, from 1, and what was expected."""

    line: int
    message: str


class Fault(NamedTuple):
    """What is wrong with a value: where it stands, and what was expected."""

    place: Place
    message: str


def lines_of(text: str) -> Mapping[Place, int]:
    """Return the line, from 1, of each value of a text in YAML; of a text over several lines, that of each of them too."""
    node = yaml.compose(text, yaml.SafeLoader)
    return dict(_lines(node, ())) if node else {}


def _lines(node: yaml.Node, place: Place) -> Iterator[tuple[Place, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*place, str(key.value))
            yield from _lines(value, here)
            yield here, key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for at, value in enumerate(node.value):
            yield from _lines(value, (*place, at))
    else:
        first = node.start_mark.line + 1
        yield place, first
        if isinstance(node, yaml.ScalarNode) and node.style == "|":
            yield from (((*place, at), first + 1 + at) for at in range(node.value.count("\n") + 1))


def line_at(place: Place, lines: Mapping[Place, int]) -> int:
    """Return the line of a value, or of the nearest above it that has one."""
    return next((lines[place[:length]] for length in range(len(place), 0, -1) if place[:length] in lines), 1)


def meant(key: str, known: Collection[str]) -> str:
    """Return what was perhaps meant by a key that is not known; else, which are."""
    close = difflib.get_close_matches(key, known, n=1)
    more = "…" if len(known) > _MOST else "."
    return f"Did you mean `{close[0]}`?" if close else f"Known are {listed(sorted(known)[:_MOST])}{more}"


def listed(names: Collection[str]) -> str:
    """Return names as they stand in a message."""
    return ", ".join(f"`{name}`" for name in names)
