"""The strip of the timeline: a line from top to bottom, thick for the year of the suspension, dashed after it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pictures.svg import drawing, element, text

TOP, ROW = 20, 26
LINE, DATE, WHAT = 12, 26, 120
PHASES = {"within": "own", "after": "edge"}
"""The line's look between an event and the next, by what ``then`` says of it."""


def strip_of(events: Sequence[Mapping[str, str]], words: Mapping[str, Any]) -> str:
    """Return the strip of the events, each by its ``key`` in the words, where its date and its text stand."""
    height = TOP + ROW * (len(events) + 1) + 18
    return drawing(
        height, words["title"], words["alt"], [*_lines(events), *_events(events, words), *_legend(words, height)]
    )


def _lines(events: Sequence[Mapping[str, str]]) -> Iterator[str]:
    for at, event in enumerate(events[:-1]):
        y = TOP + ROW * at
        if event.get("then") == "within":
            yield element("rect", "own", x=LINE - 3, y=y, width=6, height=ROW)
        elif event.get("then") == "after":
            yield element("path", "edge", d=f"M{LINE} {y}v{ROW}", stroke__dasharray="4 3")
        else:
            yield element("path", "axis", d=f"M{LINE} {y}v{ROW}")


def _events(events: Sequence[Mapping[str, str]], words: Mapping[str, Any]) -> Iterator[str]:
    for at, event in enumerate(events):
        y = TOP + ROW * at
        date, what = words["events"][event["key"]]
        bold = "b" if event["key"] == "halt" else ""
        yield element("circle", "edge dot" if bold else "axis dot", cx=LINE, cy=y, r=5)
        yield text((DATE, y + 4), date, f"s {bold or 'dim'}")
        yield text((WHAT, y + 4), what, bold)


def _legend(words: Mapping[str, Any], height: int) -> Iterator[str]:
    y = height - 34
    yield element("rect", "own", x=LINE - 6, y=y - 6, width=12, height=6)
    yield text((DATE, y), words["within"], "s")
    y += 18
    yield element("path", "edge", d=f"M{LINE - 7} {y - 3}h14", stroke__dasharray="4 3")
    yield text((DATE, y), words["after"], "s")
