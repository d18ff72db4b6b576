"""The picture that goes with a link to an explainer where people share it: its headline, on the site's colour (Open Graph)."""

from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import accumulate

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
_MARGIN, _TOP, _LINES = 70, 90, 5
_SHADES = 16
_DARK, _LIGHT = (23, 71, 90), (255, 255, 255)
_PALETTE = [
    dark + (light - dark) * shade // (_SHADES - 1)
    for shade in range(_SHADES)
    for dark, light in zip(_DARK, _LIGHT, strict=True)
]


def card(headline: str, beneath: str) -> bytes:
    """Return a card as PNG: a headline in as large letters as five lines allow, and a line beneath."""
    image = Image.new("L", SIZE, 0)
    draw = ImageDraw.Draw(image)
    size, lines = next(
        (size, lines)
        for size in (72, 64, 56, 48, 40, 32)
        if len(lines := _wrapped(headline, size)) <= _LINES or size == 32
    )
    for number, line in enumerate(lines[: _LINES + 3]):
        draw.text((_MARGIN, _TOP + number * size * 1.25), line, font=_font("Bold", size), fill=255)
    draw.text((_MARGIN, SIZE[1] - 100), beneath, font=_font("Regular", 32), fill=200)
    return _png(image)


def _wrapped(words: str, size: int) -> list[str]:
    """Return the lines that words make in letters of a size."""
    font, width = _font("Bold", size), SIZE[0] - 2 * _MARGIN

    def joined(line: str, word: str) -> str:
        longer = f"{line} {word}"
        return longer if font.getlength(longer) <= width else word

    grown = list(accumulate(words.split() or [""], joined))
    return [line for line, after in zip(grown, [*grown[1:], ""], strict=True) if not after.startswith(f"{line} ")]


def _png(image: Image.Image) -> bytes:
    """Return a picture in shades between the two colours: four bits to a point, a fifth of the bytes of full colour."""
    shades = image.point([value * _SHADES // 256 for value in range(256)], "L")
    coloured = Image.frombytes("P", image.size, shades.tobytes())
    coloured.putpalette(_PALETTE)
    target = BytesIO()
    coloured.save(target, "PNG", bits=4)
    return target.getvalue()


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """Return Roboto Slab, which comes with the package (Apache 2.0): it has Cyrillic and Greek."""
    file = files(__package__) / "fonts" / f"Roboto-Slab-{weight}.woff2"
    return ImageFont.truetype(BytesIO(file.read_bytes()), size)
