"""Keys that stand twice in one mapping of YAML. PyYAML takes the last and says nothing, though YAML 1.2 (3.2.1.3) forbids it."""

from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

import yaml

DEEPEST = 5000
"""So many values within one another are left to libyaml, which has no bound of its own: at some 20,000 it ends the process."""
_LEVEL = {"[": 1, "{": 1, "]": -1, "}": -1}


class Doubled(NamedTuple):
    """A key that stands twice in a mapping: on which line again, and on which before (from 1)."""

    key: str
    line: int
    before: int

    @property
    def message(self) -> str:
        """What is wrong, and how to mend it; begins with the key."""
        return (
            f"`{self.key}` twice, on line {self.before} and here: the last would be taken. Keep the one that is right."
        )


def load(text: str, loader: type[Any] = yaml.SafeLoader) -> tuple[Any, list[Doubled]]:
    """Return what a text in YAML says, and the keys that stand twice. Raises what PyYAML raises where it is none."""
    if len(text) > DEEPEST and _is_too_deep(text):
        raise RecursionError
    reader = loader(text)
    try:
        node = reader.get_single_node()
        if node is None:
            return None, []
        doubled = sorted(_doubled(node, set()), key=lambda each: each.line)  # before `<<` is replaced by what it brings
        return reader.construct_document(node), doubled
    finally:
        reader.dispose()


def _is_too_deep(text: str) -> bool:
    """Tell whether too many values may stand within one another: between brackets, or begun on one line."""
    open_brackets = max(accumulate(_LEVEL.get(sign, 0) for sign in text))
    begun = max(line.count("- ") + line.count("? ") for line in text.splitlines())
    return max(open_brackets, begun) > DEEPEST


def _doubled(node: Any, seen: set[int]) -> Iterator[Doubled]:
    if id(node) in seen or not isinstance(node, yaml.MappingNode | yaml.SequenceNode):
        return
    seen.add(id(node))  # an alias is the same node again
    lines: dict[str, int] = {}
    for item in node.value:
        key, value = item if isinstance(node, yaml.MappingNode) else (None, item)
        if isinstance(key, yaml.ScalarNode) and key.tag != "tag:yaml.org,2002:merge":
            line = key.start_mark.line + 1
            if before := lines.get(key.value):
                yield Doubled(key.value, line, before)
            lines[key.value] = line
        yield from _doubled(value, seen)
