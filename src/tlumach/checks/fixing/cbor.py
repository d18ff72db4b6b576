"""Reading CBOR (RFC 8949), as far as C2PA manifests have it, to say what one says.

The library for it, cbor2, was looked at: docs-dev/dependencies.md says why it is not taken.
"""

import math
import struct
from collections.abc import Iterator
from typing import Any

_DEPTH = 40
_BREAK = object()
_SIMPLE: dict[int, Any] = {20: False, 21: True, 22: None, 23: None}


class CborError(ValueError):
    """What is no CBOR, or more deeply nested than any manifest."""


def read_cbor(content: bytes) -> Any:
    """Return the first value of some bytes; byte strings as ``<n bytes>``. Raises CborError where there is none."""
    try:
        value, _ = _value(content, 0, 0)
    except (IndexError, struct.error, UnicodeDecodeError, OverflowError) as error:
        raise CborError(str(error)) from None
    return value


def _value(content: bytes, at: int, depth: int) -> tuple[Any, int]:
    if depth > _DEPTH:
        raise CborError("too deep")
    kind, short = content[at] >> 5, content[at] & 31
    if kind == 7:
        return _simple(content, at, short)
    size, at = (None, at + 1) if short == 31 else _size(content, at, short)
    if kind in (0, 1):
        number = size or 0
        return (number if kind == 0 else -1 - number), at
    if kind in (2, 3):
        return _string(content, at, size, kind == 3, depth)
    if kind == 6:
        return _value(content, at, depth + 1)
    values, at = _values(content, at, None if size is None else size * (2 if kind == 5 else 1), depth)
    return (values if kind == 4 else dict(_pairs(values))), at


def _size(content: bytes, at: int, short: int) -> tuple[int, int]:
    if short < 24:
        return short, at + 1
    if short > 27:
        raise CborError("a length that is none")
    width = 1 << (short - 24)
    if at + 1 + width > len(content):
        raise CborError("cut off")
    return int.from_bytes(content[at + 1 : at + 1 + width], "big"), at + 1 + width


def _string(content: bytes, at: int, size: int | None, is_text: bool, depth: int) -> tuple[str, int]:
    if size is None:
        parts, at = _values(content, at, None, depth)
        return "".join(map(str, parts)), at
    if at + size > len(content):
        raise CborError("cut off")
    piece = content[at : at + size]
    return (piece.decode() if is_text else f"<{size} bytes>"), at + size


def _values(content: bytes, at: int, count: int | None, depth: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    while count is None or len(found) < count:
        value, at = _value(content, at, depth + 1)
        if value is _BREAK:
            break
        found.append(value)
    return found, at


def _pairs(values: list[Any]) -> Iterator[tuple[str, Any]]:
    return ((str(key), value) for key, value in zip(values[::2], values[1::2], strict=False))


def _simple(content: bytes, at: int, short: int) -> tuple[Any, int]:
    if short == 31:
        return _BREAK, at + 1
    if short in (25, 26, 27):
        width = 1 << (short - 24)
        (number,) = struct.unpack({2: ">e", 4: ">f", 8: ">d"}[width], content[at + 1 : at + 1 + width])
        return (number if math.isfinite(number) else str(number)), at + 1 + width
    return _SIMPLE.get(short), at + (2 if short == 24 else 1)
