"""Pictures within a file: as `data:` addresses, as long as they are small enough to be passed on with it."""

import base64
from collections.abc import Callable

from tlumach.editions.shared.pictures import Fitter

FILE_BOUND = 1_500_000
"""Bytes of all pictures of a file: what would go over it is left out. A mailbox takes the file, base64 and all."""

ReadFile = Callable[[str], bytes | None]
"""Takes a file under `docs/`, such as ``ru/a/map.png``, and gives its bytes; None where there is none."""


class Pictures:
    """The pictures of one file, each read and fitted once."""

    def __init__(self, read: ReadFile, fitter: Fitter) -> None:
        """Start with no picture in the file."""
        self._read, self._fitter = read, fitter
        self._found: dict[str, tuple[str, int]] = {}
        self._addresses: dict[bytes, str] = {}
        self._whole = 0

    @property
    def any_within(self) -> bool:
        """Whether the file has a picture in it."""
        return bool(self._addresses)

    def address(self, file: str) -> tuple[str, int]:
        """Return the `data:` address of a picture and the bytes of its file; no address where it is left out, no size without it."""
        if file not in self._found:
            content = self._read(file)
            self._found[file] = (self._within(content), len(content)) if content is not None else ("", 0)
        return self._found[file]

    def _within(self, content: bytes) -> str:
        picture = self._fitter.fitted(content)
        if picture and picture.content in self._addresses:
            return self._addresses[picture.content]
        if picture is None or self._whole + len(picture.content) > FILE_BOUND:
            return ""
        self._whole += len(picture.content)
        address = f"data:{picture.media_type};base64,{base64.b64encode(picture.content).decode()}"
        self._addresses[picture.content] = address
        return address
