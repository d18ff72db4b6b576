"""How large a picture is shown, told from its first bytes, so that a page keeps its place before the picture has come (CLS)."""

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from tlumach.editions.shared.book import picture_place
from tlumach.library import Library
from tlumach.library.pages import DOCS, Page

Size = tuple[int, int]
"""Width and height in CSS pixels."""
FILL = 2000  # pixels: the width of a drawing that says none and takes all that there is, as wide as no column is
_SVG = re.compile(rb"<svg\b[^>]*>")
_ATTRIBUTE = re.compile(r"""\s(width|height|viewBox)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|in|cm|mm|pt|pc)?\s*")
_PIXELS = {None: 1.0, "px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "pt": 96 / 72, "pc": 16.0}
_HEAD = 4000  # bytes in which the first element of a drawing ends
_ORIENTATION, _ON_ITS_SIDE = 0x0112, frozenset({5, 6, 7, 8})  # Exif 2.3, 4.6.4: a browser turns such a photograph


def size_of(picture: BinaryIO) -> Size | None:
    """Return how large a browser shows a picture that nothing else sizes; None for what is no picture, or says nothing of it."""
    head = picture.read(_HEAD)
    if found := _SVG.search(head):
        return _drawn(found[0].decode("utf-8", "replace"))
    picture.seek(0)
    try:
        with Image.open(picture) as image:
            width, height = image.size
            is_turned = image.getexif().get(_ORIENTATION) in _ON_ITS_SIDE
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        return None  # what Pillow raises for broken pictures
    return (height, width) if is_turned else (width, height)


def size_of_content(content: bytes) -> Size | None:
    """Return the size of a picture that is in memory."""
    return size_of(BytesIO(content))


def sizes_in(root: Path, library: Library) -> Callable[[Page, str], Size | None]:
    """Return what tells the size of a page's picture by its address as written; each file is looked into once."""

    @cache
    def read(file: Path) -> Size | None:
        try:
            with file.open("rb") as stream:
                return size_of(stream) if file.is_file() else None
        except OSError:
            return None

    def size(page: Page, target: str) -> Size | None:
        place = picture_place(target, page, library)
        name = f"{place.language}/{place.path}"
        return read(root / DOCS / name) if name in library.other_files else None

    return size


def _drawn(tag: str) -> Size | None:
    """Return the size of a drawing by its first tag (SVG 2, 7.2 and 8.2; CSS Images 3, 4.1): what is not said follows from the view box."""
    said = {name: unescape(one or other) for name, one, other in _ATTRIBUTE.findall(tag)}
    width, height = (_length(said.get(name, "")) for name in ("width", "height"))
    box = [float(each) for each in re.findall(r"[0-9.]+(?:e[+-]?\d+)?", said.get("viewBox", "")) if each.strip(".")][2:]
    ratio = box[1] / box[0] if len(box) == 2 and all(box) else None
    if ratio and not (width and height):
        width = width or (height / ratio if height else FILL)
        height = height or width * ratio
    return (round(width), round(height)) if width and height else None


def _length(said: str) -> float | None:
    found = _LENGTH.fullmatch(said)
    return float(found[1]) * _PIXELS[found[2]] if found else None
