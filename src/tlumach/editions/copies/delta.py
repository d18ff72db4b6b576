"""What leads from one file to another: stretches of the old one and new text between them, packed.

The same in spirit as VCDIFF (RFC 3284), whose libraries are no longer kept; here the files are text of the same maker, so that
comparing them line by line, and word by word where lines differ, finds what is the same.
"""

import json
import re
import zlib
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

MOST_BYTES = 100_000_000
"""No copy, and nothing that one holds, is read, unpacked or made beyond this."""
_TOKEN = re.compile(rb"<[^>]*>|[^<\s]+|\s+|<")
_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
Step = tuple[int, int] | str
"""Bytes of the old file from one place to another, or new text."""


class DeltaError(ValueError):
    """What was given is no delta, or none for this file."""


def packed_delta(old: bytes, new: bytes) -> bytes:
    """Return what `applied` makes ``new`` of, given ``old``. Both are text in UTF-8."""
    return zlib.compress(json.dumps(list(_joined(_steps(old, new))), ensure_ascii=False).encode(), 9)


def applied(old: bytes, packed: bytes) -> bytes:
    """Return the new file. Raises DeltaError where the delta is damaged, or leads beyond the old file."""
    try:
        unpacking = zlib.decompressobj()
        steps = json.loads(unpacking.decompress(packed, MOST_BYTES))
        parts = [_part(old, step) for step in steps]
    except (zlib.error, ValueError, TypeError, RecursionError) as error:
        raise DeltaError("is damaged") from error
    if sum(map(len, parts)) > MOST_BYTES:
        raise DeltaError("makes more than any copy holds")
    return b"".join(parts)


def _part(old: bytes, step: object) -> bytes:
    if isinstance(step, str):
        return step.encode()
    if not isinstance(step, list) or len(step) != 2:
        raise ValueError("no step")
    start, end = step
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(old)):
        raise ValueError("no place in the old file")
    return old[start:end]


def _steps(old: bytes, new: bytes) -> Iterator[Step]:
    for same, then, now in _runs(_LINE.findall(old), _LINE.findall(new), 0):
        if same or not now or then[0] == then[1]:
            yield then if same else now.decode()
        else:
            between = old[then[0] : then[1]]
            for is_kept, place, text in _runs(_TOKEN.findall(between), _TOKEN.findall(now), then[0]):
                yield place if is_kept else text.decode()


def _runs(old: Sequence[bytes], new: Sequence[bytes], start: int) -> Iterator[tuple[bool, tuple[int, int], bytes]]:
    """Yield stretches in order: whether they are the same, where the old one lies, and the new text."""
    ends = [start]
    for piece in old:
        ends.append(ends[-1] + len(piece))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield tag == "equal", (ends[i1], ends[i2]), b"".join(new[j1:j2])


def _joined(steps: Iterator[Step]) -> Iterator[Step]:
    """Join stretches that follow one another, and leave out what is empty."""
    last: Step | None = None
    for step in steps:
        if not step or (isinstance(step, tuple) and step[0] == step[1]):
            continue
        if isinstance(last, str) and isinstance(step, str):
            last += step
        elif isinstance(last, tuple) and isinstance(step, tuple) and last[1] == step[0]:
            last = (last[0], step[1])
        else:
            if last is not None:
                yield last
            last = step
    if last is not None:
        yield last
