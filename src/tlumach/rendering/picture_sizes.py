"""The width and height of a picture in a page: with both, a browser keeps its place before it has come, and nothing moves."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

SizeOf = Callable[[str], tuple[int, int] | None]
"""Takes the address of a picture as written and gives its width and height in CSS pixels; None where nobody knows."""


def give_size(picture: Element, size: tuple[int, int] | None) -> None:
    """Say how large a picture is: as its author wrote where it is whole pixels (the other side follows), else as the file has it."""
    written = {side: picture.get(side) for side in ("width", "height") if picture.get(side)}
    if (
        size is None
        or not all(size)
        or len(written) == 2
        or not all(str(each).isdecimal() for each in written.values())
    ):
        return
    width, height = size
    scale = int(written["width"] or 0) / width if "width" in written else int(written.get("height") or height) / height
    for side, pixels in (("width", width), ("height", height)):
        if side not in written:
            picture.set(side, str(max(1, round(pixels * scale))))
