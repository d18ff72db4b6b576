"""Countries' outlines on a flat sheet: Natural Earth's, mended where its borders are not those of international law."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin, sqrt
from pathlib import Path

from pictures.svg import Point

Ring = list[Point]
MIDDLE_OF_CRIMEA = (34.3, 45.2)
"""Natural Earth's default view draws Crimea as Russia's, since it shows who holds a place. It is Ukraine's: UN General
Assembly, resolution 68/262 of 27 March 2014."""


@dataclass(frozen=True)
class Outlines:
    """The arcs (degrees), and for each country the arcs of its rings: a negative number means one taken backwards."""

    arcs: Sequence[Ring]
    countries: dict[str, list[list[int]]]
    land: list[list[int]]

    def ring(self, arcs: Sequence[int]) -> Ring:
        """Return the points of a ring."""
        return [point for number in arcs for point in self._arc(number)]

    def border(self, one: str, other: str) -> list[Ring]:
        """Return the lines that two countries share."""
        shared = self._numbers(one) & self._numbers(other)
        return [list(self.arcs[number]) for number in sorted(shared)]

    def _numbers(self, country: str) -> set[int]:
        return {number if number >= 0 else ~number for ring in self.countries[country] for number in ring}

    def _arc(self, number: int) -> Ring:
        return list(self.arcs[number]) if number >= 0 else list(reversed(self.arcs[~number]))


def read_outlines(file: Path) -> Outlines:
    """Read the outlines, and give Crimea to Ukraine."""
    content = json.loads(file.read_text(encoding="utf-8"))
    arcs = [[(x, y) for x, y in arc] for arc in content["arcs"]]
    countries = {code: [ring for polygon in shape for ring in polygon] for code, shape in content["countries"].items()}
    outlines = Outlines(arcs, countries, [ring for polygon in content["land"] for ring in polygon])
    for ring in [ring for ring in countries["ru"] if contains(outlines.ring(ring), MIDDLE_OF_CRIMEA)]:
        countries["ru"].remove(ring)
        countries["ua"].append(ring)
    return outlines


def contains(ring: Ring, point: Point) -> bool:
    """Return whether a point lies within a ring: a line from it to the east crosses the ring an odd number of times."""
    x, y = point
    crossed = [
        x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])
        if (y1 > y) != (y2 > y)
    ]
    return sum(crossed) % 2 == 1


@dataclass(frozen=True)
class Sheet:
    """A window of a map: Albers' projection (equal areas) about ``centre`` (degrees), ``scale`` units to a radian of the globe."""

    width: float
    height: float
    centre: Point = (53.5, 48.3)
    scale: float = 462.0
    parallels: Point = (42.0, 56.0)

    def point(self, degrees: Point) -> Point:
        """Return where a place lies on the sheet (x to the right, y down)."""
        south, north = (sin(radians(parallel)) for parallel in self.parallels)
        n = (south + north) / 2
        c = 1 - south**2 + 2 * n * south
        angle = n * radians((degrees[0] - self.centre[0] + 180) % 360 - 180)
        distance, middle = (sqrt(c - 2 * n * sin(radians(latitude))) / n for latitude in (degrees[1], self.centre[1]))
        x, y = distance * sin(angle), distance * cos(angle) - middle
        return self.width / 2 + x * self.scale, self.height / 2 + y * self.scale

    def clipped(self, ring: Ring) -> Ring:
        """Return what of a ring lies on the sheet, its points on it (Sutherland and Hodgman)."""
        points = [self.point(place) for place in ring]
        for axis, bound, sign in ((0, 0.0, 1), (0, self.width, -1), (1, 0.0, 1), (1, self.height, -1)):
            points = list(_cut(points, axis, bound, sign))
        return points

    def holds(self, point: Point) -> bool:
        """Return whether a point lies on the sheet."""
        return 0 <= point[0] <= self.width and 0 <= point[1] <= self.height


def _cut(points: Ring, axis: int, bound: float, sign: int) -> Iterator[Point]:
    """Yield what of a ring lies on one side of a line: ``sign`` 1 for the greater side."""
    for last, here in pairwise([*points[-1:], *points]):
        was_in, is_in = (sign * (point[axis] - bound) >= 0 for point in (last, here))
        if was_in != is_in:
            part = (bound - last[axis]) / (here[axis] - last[axis])
            yield last[0] + part * (here[0] - last[0]), last[1] + part * (here[1] - last[1])
        if is_in:
            yield here
