"""The map: Kazakhstan, its border with Russia, the CSTO's members of 2022, Ukraine."""

from collections.abc import Iterator

from pictures.outlines import Outlines, Sheet
from pictures.svg import Words, drawing, element, path, text

ALLIES = ("am", "by", "kg", "ru", "tj")
HEIGHT, LEGEND = 216, 46
PLACES = {
    "kz": (67.5, 48.0, "b m on"),
    "ru": (47.0, 55.6, "m"),
    "ua": (31.3, 48.7, "b m dark"),
    "by": (28.0, 53.3, "s m"),
    "am": (44.9, 38.6, "s m"),
    "kg": (76.6, 40.2, "s m"),
    "tj": (71.2, 37.6, "s m"),
}


def map_of(outlines: Outlines, words: Words) -> str:
    """Return the map with the words of a language."""
    return drawing(HEIGHT + LEGEND, words["title"], words["alt"], [*_land(outlines), *_names(words), *_legend(words)])


def _land(outlines: Outlines) -> Iterator[str]:
    sheet = Sheet(360, HEIGHT)
    fills = [("land", outlines.land), *(("ally", outlines.countries[code]) for code in ALLIES)]
    fills += [("war", outlines.countries["ua"]), ("own", outlines.countries["kz"])]
    for style, rings in fills:
        clipped = [sheet.clipped(outlines.ring(ring)) for ring in rings]
        yield element("path", style, d=path(points for points in clipped if len(points) > 2))
    named = [*ALLIES, "kz", "ua"]
    pairs = [(one, other) for at, one in enumerate(named) for other in named[at + 1 :]]
    for style, borders in (("line", pairs), ("edge", [("kz", "ru")])):
        lines = [line for one, other in borders for line in outlines.border(one, other)]
        yield element("path", style, d=path(([sheet.point(place) for place in line] for line in lines), closed=False))


def _names(words: Words) -> Iterator[str]:
    sheet = Sheet(360, HEIGHT)
    for code, (east, north, style) in PLACES.items():
        yield text(sheet.point((east, north)), words[code], style)


def _legend(words: Words) -> Iterator[str]:
    for number, key in enumerate(("own", "ally", "war", "edge")):
        x, y = 8 + number % 2 * 176, HEIGHT + 18 + number // 2 * 18
        if key == "edge":
            yield element("path", key, d=f"M{x} {y - 4}h12")
        else:
            yield element("rect", key, x=x, y=y - 9, width=12, height=10)
        yield text((x + 18, y), words[key], "s")
