"""Pictures for tests: a drawing, a photograph with all that a camera writes into it."""

import random
from io import BytesIO

from PIL import Image, ImageDraw

CAMERA, COMMENT = "Canon EOS of Ivan", "taken at home"
ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825
ON_ITS_SIDE = 6  # to be turned by a quarter to the right


def drawing(colour: str = "navy", size: tuple[int, int] = (400, 200)) -> bytes:
    """Return a PNG of flat colours."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((20, 20, size[0] // 2, size[1] // 2), fill=colour)
    return saved(image, "PNG")


def photo(size: tuple[int, int] = (900, 600), seed: int = 1, noise: int = 16) -> bytes:
    """Return a JPEG with a grain that compresses badly, the place where it was taken, the camera and a comment.

    It lies on its side: upright it is as high as ``size`` is wide.
    """
    grain = Image.frombytes(
        "L", (size[0] // noise, size[1] // noise), random.Random(seed).randbytes(size[0] // noise * (size[1] // noise))
    )
    image = Image.merge("RGB", [grain.resize(size), grain.resize(size).rotate(180), grain.resize(size)])
    exif = Image.Exif()
    exif[MAKE], exif[ORIENTATION] = CAMERA, ON_ITS_SIDE
    exif.get_ifd(GPS).update({1: "N", 2: (51.0, 10.0, 5.5), 3: "E", 4: (71.0, 26.0, 6.6)})
    return saved(image, "JPEG", exif=exif, comment=COMMENT.encode(), quality=95)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return an image in a format."""
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()
