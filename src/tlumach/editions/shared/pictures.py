"""Pictures for files that are passed on: sized, bounded, and without the place, camera and author that a picture may name.

Each is decoded and written anew, so nothing of its metadata is left. The same bytes and the same Pillow give the same bytes.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from tlumach.editions.shared.svg import cleaned

PICTURE_BOUND = 150_000
"""Bytes of one picture. About ten seconds on a slow mobile line."""
STEPS = ((1280, 80), (1080, 76), (900, 72), (720, 68), (540, 64))
"""The longest side in pixels and the quality of a photograph: the first with which a picture is within the bound."""
MOST_PIXELS = 100_000_000  # what is larger is not even decoded: it may be made to fill the memory
_FORMATS = ("AVIF", "BMP", "GIF", "JPEG", "PNG", "TIFF", "WEBP")
_PHOTOS = frozenset({"AVIF", "JPEG", "MPO"})
_KEPT = 100


@dataclass(frozen=True)
class Picture:
    """A picture as it goes into a file."""

    content: bytes
    media_type: str

    @property
    def name(self) -> str:
        """A file name that is the same for the same picture."""
        ending = {"image/jpeg": ".jpg", "image/png": ".png", "image/svg+xml": ".svg"}[self.media_type]
        return f"picture-{hashlib.sha256(self.content).hexdigest()[:12]}{ending}"


class Fitter:
    """Fits pictures; the last ones are kept, since an explainer shows the same in every language and edition."""

    def __init__(self) -> None:
        """Start with none."""
        self._kept: dict[str, Picture | None] = {}

    def fitted(self, content: bytes) -> Picture | None:
        """Return a picture as it goes into a file; None where it is to be left out (see ``fitted``)."""
        key = hashlib.sha256(content).hexdigest()
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = fitted(content)
        return self._kept[key]


def fitted(content: bytes) -> Picture | None:
    """Return a picture within the bound, without metadata: a photograph as JPEG, a drawing as PNG, a harmless SVG as SVG.

    None for what cannot be: what moves, what is no picture or a broken one, what is larger however small it is made.
    """
    if b"<svg" in content[:2000]:
        drawing = cleaned(content)
        return Picture(drawing, "image/svg+xml") if drawing and len(drawing) <= PICTURE_BOUND else None
    try:
        return next((found for found in _sizes(content) if len(found.content) <= PICTURE_BOUND), None)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        return None  # what Pillow raises for broken pictures


def _sizes(content: bytes) -> Iterator[Picture]:
    """Yield a picture smaller and smaller."""
    with Image.open(BytesIO(content), formats=_FORMATS) as opened:
        if (
            getattr(opened, "n_frames", 1) > 1 and opened.format != "MPO"
        ) or opened.width * opened.height > MOST_PIXELS:
            return
        is_photo = opened.format in _PHOTOS
        image = _plain(opened)
    for side, quality in STEPS:
        small = image.copy()
        small.thumbnail((side, side), Image.Resampling.LANCZOS)
        yield _better(small, is_photo, quality)


def _plain(image: Image.Image) -> Image.Image:
    """Return the pixels alone: upright, in the colours that every screen takes for granted, with nothing else attached."""
    upright = _in_common_colours(ImageOps.exif_transpose(image))
    alpha, grey = upright.has_transparency_data, upright.mode in ("1", "L")
    plain = upright.convert("RGBA" if alpha else "L" if grey else "RGB")
    plain.info = {}  # Pillow would write a profile or a comment that it finds here
    return plain


def _in_common_colours(image: Image.Image) -> Image.Image:
    """Return a picture in sRGB; as it is where it has no profile, or one that nobody can read."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK"):
        return image
    try:
        own, common = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, own, common, outputMode="RGB") or image
    except (OSError, ImageCms.PyCMSError):
        return image


def _better(image: Image.Image, is_photo: bool, quality: int) -> Picture:
    """Return a picture in the format that suits it: lossless unless that costs more than twice as much."""
    if image.mode == "RGBA":
        return _png(image)
    photo = _jpeg(image, quality)
    if is_photo:
        return photo
    drawing = _png(image)
    return drawing if len(drawing.content) <= 2 * len(photo.content) else photo


def _jpeg(image: Image.Image, quality: int) -> Picture:
    target = BytesIO()
    image.save(target, "JPEG", quality=quality, optimize=True, progressive=True)
    return Picture(target.getvalue(), "image/jpeg")


def _png(image: Image.Image) -> Picture:
    target = BytesIO()
    image.save(target, "PNG", optimize=True)
    return Picture(target.getvalue(), "image/png")
