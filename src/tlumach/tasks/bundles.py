"""Many small results in one row of the cache: where nothing of them has changed, they are asked for, opened and noted at once.

Where one of them has, its bundle is put together anew of what is kept of each by itself. Which ends a bundle is told by what
each is made of, so that one more or one less changes a bundle and seldom the next.
"""

import json
import zlib
from collections.abc import Iterator, Sequence

LEAST = 32
"""Results in a bundle at least; twice as many on the average."""


def bundled(told: Sequence[str]) -> Iterator[slice]:
    """Yield the places of those in a row that make a bundle; ``told`` has what each is made of."""
    first = 0
    for at, each in enumerate(told):
        if at + 1 - first >= LEAST and zlib.crc32(each.encode()) % LEAST == 0:
            yield slice(first, at + 1)
            first = at + 1
    if first < len(told):
        yield slice(first, len(told))


def packed(things: Sequence[bytes]) -> bytes:
    """Write results as one."""
    return json.dumps([*map(len, things)]).encode() + b"\n" + b"".join(things)


def unpacked(content: bytes) -> list[bytes]:
    """Read results that :func:`packed` wrote."""
    at = content.index(b"\n") + 1
    found = []
    for length in json.loads(content[: at - 1]):
        found.append(content[at : at + length])
        at += length
    return found
