"""Drawings as SVG: 360 units wide, so that words of 12 units can be read on a phone; light and dark by the screen's wish."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

WIDTH = 360
Point = tuple[float, float]

_STYLE = """
.bg{fill:#fff}text{font:12px system-ui,sans-serif;fill:#1c2227}.b{font-weight:700}.s{font-size:11px}.m{text-anchor:middle}
.e{text-anchor:end}.land{fill:#e7e3da}.ally{fill:#a9c3cf}.own{fill:#17475a}.war{fill:#f0bb45}.line{fill:none;stroke:#fff;stroke-width:.8}
.edge{fill:none;stroke:#c2410c;stroke-width:2.4}.on{fill:#fff}.dark{fill:#1c2227}.dim{fill:#566069}.axis{fill:none;stroke:#8a949c;stroke-width:2}.dot{fill:#fff}.edge-fill{fill:#c2410c}
@media (prefers-color-scheme:dark){.bg{fill:#1e2529}text{fill:#e8eaed}.land{fill:#343a44}.ally{fill:#4c6c7c}.own{fill:#9bd3e8}
.war{fill:#dca52a}.line{stroke:#1e2529}.edge{stroke:#ff8a4c}.on,.dark{fill:#12181d}.dim{fill:#aab3bb}.axis{stroke:#747e87}.dot{fill:#1e2529}.edge-fill{fill:#ff8a4c}}
"""


def drawing(height: int, title: str, description: str, parts: Iterable[str]) -> str:
    """Return a drawing as an SVG file: its title and description are for those who cannot see it."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc><style>{''.join(_STYLE.splitlines())}</style>"
    )
    return "\n".join([head, element("rect", "bg", width=WIDTH, height=height), *parts, "</svg>", ""])


def element(name: str, style: str, **attributes: object) -> str:
    """Return an element of a class; two underscores in an attribute's name stand for a hyphen."""
    written = "".join(f" {key.replace('__', '-')}={quoteattr(_short(value))}" for key, value in attributes.items())
    return f'<{name} class="{style}"{written}/>'


def text(at: Point, words: str, style: str = "") -> str:
    """Return words whose base line is at a point."""
    classes = f' class="{style}"' if style else ""
    return f'<text{classes} x="{_short(at[0])}" y="{_short(at[1])}">{escape(words)}</text>'


def path(lines: Iterable[Iterable[Point]], closed: bool = True) -> str:
    """Return the value of ``d``: lines through points, in halves of a unit, each from the one before; what is none is left out."""
    snapped = ([(round(x * 2) / 2, round(y * 2) / 2) for x, y in line] for line in lines)
    return "".join(_line(points) + ("z" if closed else "") for points in snapped if len(set(points)) > 1)


def _line(points: list[Point]) -> str:
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points)]
    moves = " ".join(f"{_short(x)} {_short(y)}" for x, y in steps if (x, y) != (0, 0))
    return f"M{_short(points[0][0])} {_short(points[0][1])}l{moves}".replace(" -", "-")


def _short(value: object) -> str:
    return (
        f"{value:.1f}".removesuffix(".0").replace("-0.", "-.").removeprefix("0") or "0"
        if isinstance(value, float)
        else str(value)
    )


Words = Mapping[str, str]
"""The words of a drawing in one language, by their keys in `sources/pictures/words.yml`."""
