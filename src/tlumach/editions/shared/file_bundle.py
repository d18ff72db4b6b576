"""Several files in one piece, as the cache keeps what is made of an explainer in one pass."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from tlumach.output.hard_links import put


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return files in one piece: a line of their names and sizes, then one after the other."""
    sizes = {name: len(content) for name, content in files.items()}
    return b"".join([json.dumps(sizes).encode(), b"\n", *files.values()])


def put_unpacked(piece: bytes, folder: Path) -> Iterator[str]:
    """Write the files of a piece into a folder that a build fills, and yield their names. Raises OSError."""
    sizes, _, content = piece.partition(b"\n")
    start = 0
    for name, size in json.loads(sizes).items():
        put(folder, name, content[start : start + size])
        start += size
        yield name
