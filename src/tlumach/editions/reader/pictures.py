"""Pictures within a file: as `data:` addresses, as long as they are small enough to be passed on with it."""

import base64
from collections.abc import Callable
from typing import NamedTuple

from tlumach.editions.shared.picture_size import Size, size_of_content
from tlumach.editions.shared.pictures import Fitter

FILE_BOUND = 1_500_000
"""Bytes of all pictures of a file: what would go over it is left out. A mailbox takes the file, base64 and all."""

ReadFile = Callable[[str], bytes | None]
"""Takes a file under `docs/`, such as ``ru/a/map.png``, and gives its bytes; None where there is none."""


class Within(NamedTuple):
    """A picture as a file has it: its `data:` address (empty: left out), the bytes of the file it was made of, how large it is shown."""

    address: str
    weight: int
    size: Size | None = None


_NOWHERE = Within("", 0)


class Pictures:
    """The pictures of one file, each read and fitted once."""

    def __init__(self, read: ReadFile, fitter: Fitter) -> None:
        """Start with no picture in the file."""
        self._read, self._fitter = read, fitter
        self._found: dict[str, Within] = {}
        self._addresses: dict[bytes, str] = {}
        self._whole = 0

    @property
    def any_within(self) -> bool:
        """Whether the file has a picture in it."""
        return bool(self._addresses)

    def within(self, file: str) -> Within:
        """Return a picture as the file has it; no address where it is left out, no weight where it is not there."""
        if file not in self._found:
            content = self._read(file)
            self._found[file] = self._taken(content) if content is not None else _NOWHERE
        return self._found[file]

    def _taken(self, content: bytes) -> Within:
        picture = self._fitter.fitted(content)
        if picture is None or not self._has_room(picture.content):
            return Within("", len(content))
        if picture.content not in self._addresses:
            self._whole += len(picture.content)
            encoded = base64.b64encode(picture.content).decode()
            self._addresses[picture.content] = f"data:{picture.media_type};base64,{encoded}"
        return Within(self._addresses[picture.content], len(content), size_of_content(picture.content))

    def _has_room(self, content: bytes) -> bool:
        return content in self._addresses or self._whole + len(content) <= FILE_BOUND
