"""Texts of the front matter put in their places in its YAML; all else stays, to the byte."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from tlumach.blocks.lines import source_lines
from tlumach.front_matter import NOT_YAML, FrontMatter, split_front_matter
from tlumach.tracking.segments import keys_of


def with_fields(text: str, fields: Mapping[str, str]) -> str | None:
    """Return the text of a page with other values of its front matter, all else as it was; None where YAML cannot take them.

    A key that is not there yet is put at the end, or into the mapping where it belongs; front matter is begun where there is none.
    """
    for field, value in fields.items():
        keys = keys_of(field)
        before, _ = split_front_matter(text, "")
        edited = _with_field(text, before, keys, value)
        after, problems = split_front_matter(edited, "")
        if problems or after.values != _with_value(before.values, keys, value):
            return None
        text = edited
    return text


def _with_field(text: str, front: FrontMatter, keys: Sequence[str], value: str) -> str:
    if not front.text:
        return f"---\n{_new_lines(keys, value, 0, _LF)}---\n{text}"
    start = front.text.index("\n") + 1
    end = front.text.rstrip().rindex("\n") + 1
    inner = front.text[start:end]
    whole = yaml.compose(inner, yaml.SafeLoader)
    node, depth = _nearest(whole, keys)
    if depth == len(keys):
        inner = _replaced(inner, node, value)
    elif depth == 0:
        first = source_lines(front.text)[0]
        inner += _new_lines(keys, value, 0, first[len(first.rstrip("\r\n")) :])
    else:
        inner = _inserted(inner, node, keys[depth:], value)
    return front.text[:start] + inner + front.text[end:] + text[len(front.text) :]


_LF = "\n"


def _nearest(node: Any, keys: Sequence[str]) -> tuple[Any, int]:
    """Return the innermost node of a value in YAML that the keys lead to, and how many of them do."""
    for depth, part in enumerate(keys):
        inner = _inner(node, part)
        if inner is None:
            return node, depth
        node = inner
    return node, len(keys)


def _inner(node: Any, part: str) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return node.value[int(part) - 1] if part.isdigit() and 0 < int(part) <= len(node.value) else None
    found = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in found if name.value == part), None)


def _replaced(inner: str, node: Any, value: str) -> str:
    """Return the YAML with another text in the place of a node, or with a line of it in that of each item of a list."""
    is_list = isinstance(node.value, list)
    items = list(zip(node.value, value.split("\n"), strict=False)) if is_list else [(node, value)]
    for each, new in reversed(items):
        is_block = inner[each.start_mark.index] in "|>"
        inner = inner[: each.start_mark.index] + _scalar(new) + "\n" * is_block + inner[each.end_mark.index :]
    return inner


def _inserted(inner: str, node: Any, keys: Sequence[str], value: str) -> str:
    """Return the YAML with a key put before those that a mapping has; what is no mapping takes none, and stays."""
    if not isinstance(node, yaml.MappingNode):
        return inner
    if node.flow_style:
        at = node.start_mark.index + 1
        pair = (
            "".join(f"{_key(key)}: {{" for key in keys[:-1])
            + f"{_key(keys[-1])}: {json.dumps(value, ensure_ascii=False)}"
        )
        return inner[:at] + pair + "}" * (len(keys) - 1) + ", " * bool(node.value) + inner[at:]
    first = node.value[0][0].start_mark
    line_end = "\r\n" if "\r\n" in inner else _LF
    begin, indent = first.index, " " * int(first.column)
    lines = _new_lines(keys, value, len(indent), line_end)
    return inner[:begin] + lines.lstrip(" ") + indent + inner[begin:]


def _new_lines(keys: Sequence[str], value: str, column: int, line_end: str) -> str:
    """Return a text with the keys that lead to it, each on a line of its own."""
    *above, last = keys
    opened = "".join(f"{' ' * (column + 2 * at)}{_key(key)}:{line_end}" for at, key in enumerate(above))
    return f"{opened}{' ' * (column + 2 * len(above))}{_key(last)}: {_scalar(value)}{line_end}"


def _key(key: str) -> str:
    try:
        is_plain = yaml.safe_load(f"{key}: 1") == {key: 1}
    except NOT_YAML:
        is_plain = False
    return key if is_plain else json.dumps(key, ensure_ascii=False)


def _scalar(value: str) -> str:
    """Return a text as YAML has it on one line: as it is where that is read back as the same, else in double quotes."""
    try:
        is_plain = "\n" not in value and yaml.safe_load(f"{{key: {value}}}") == {"key": value} == yaml.safe_load(
            f"key: {value}"
        )
    except NOT_YAML:
        is_plain = False
    return value if is_plain else json.dumps(value, ensure_ascii=False)


def _with_value(values: Any, keys: Sequence[str], value: str) -> Any:
    """Return what the values should be afterwards."""
    first, *rest = keys
    if isinstance(values, list) and first in map(str, range(1, len(values) + 1)):
        return [_with_value(each, rest, value) if str(at) == first else each for at, each in enumerate(values, 1)]
    if not isinstance(values, Mapping):
        return None  # what is no mapping holds no further texts
    if rest:
        return {**values, first: _with_value(values.get(first, {}), rest, value)}
    return {**values, first: value.split("\n") if isinstance(values.get(first), list) else value}
