"""Pictures within a file: as `data:` addresses, as long as they are small enough to be passed on with it."""

import base64
from collections.abc import Callable
from pathlib import PurePosixPath

PICTURE_BOUND = 150_000
"""Bytes of one picture: what is larger is left out and described. About ten seconds on a slow mobile line."""
FILE_BOUND = 1_500_000
"""Bytes of all pictures of a file: what would go over it is left out. A mailbox takes the file, base64 and all."""
_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}

ReadFile = Callable[[str], bytes | None]
"""Takes a file under `docs/`, such as ``ru/a/map.png``, and gives its bytes; None where there is none."""


class Pictures:
    """The pictures of one file, each read once."""

    def __init__(self, read: ReadFile) -> None:
        """Start with no picture in the file."""
        self._read = read
        self._found: dict[str, tuple[str, int]] = {}
        self._bytes: dict[bytes, str] = {}
        self._whole = 0

    @property
    def any_within(self) -> bool:
        """Whether the file has a picture in it."""
        return bool(self._bytes)

    def address(self, file: str) -> tuple[str, int]:
        """Return the `data:` address of a picture and its size in bytes; no address where it is left out, no size without it."""
        if file not in self._found:
            content = self._read(file)
            self._found[file] = (self._within(file, content), len(content)) if content is not None else ("", 0)
        return self._found[file]

    def _within(self, file: str, content: bytes) -> str:
        kind = _TYPES.get(PurePosixPath(file).suffix.lower())
        if content in self._bytes:
            return self._bytes[content]
        if kind is None or len(content) > PICTURE_BOUND or self._whole + len(content) > FILE_BOUND:
            return ""
        self._whole += len(content)
        self._bytes[content] = f"data:{kind};base64,{base64.b64encode(content).decode()}"
        return self._bytes[content]
