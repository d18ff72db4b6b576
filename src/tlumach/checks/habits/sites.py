"""What a site has otherwise than its source throughout: `/ru/guide` for `/guide`, a mark of code, a heading left as it is.

A fault of one place has a cause of its own. What differs in the same way on page after page is what somebody decided, or a way of
writing that the rules do not know: it is said once, as a warning, so that one mend or one setting answers it.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from tlumach.checks.pairs.content.addresses.replaced import stands_for
from tlumach.problems import Code, Level, Problem

MANY, PAGES = 10, 5
"""From so many places, on more than so many pages, one difference is no fault of each place."""
_LINK = re.compile(r"the link to `(?P<lost>[^`]*)` of the source is not here\.(?: Here stands (?P<found>.*)\.)?\Z")
_QUOTED = re.compile(r"`([^`]*)`")
_COUNTED = re.compile(r"(?:mark of code|images|attribute lists|kind of box|code): |is an? [^:]*(?=: “)")
"""What of a block's structure an author decides for all: of lists, paragraphs and lines of code each has its own."""

Shape = tuple[str, ...]


def shape_of(problem: Problem) -> Shape | None:
    """Return what differs, without the words of the place; None where each place is a finding of its own."""
    of = _SHAPES.get(problem.code)
    return of(problem.message) if of else None


def is_habit(some: Sequence[Problem]) -> bool:
    """Tell whether so many places on so many pages differ in one way."""
    return len(some) >= MANY and len({each.path for each in some}) > PAGES


def _of_link(message: str) -> Shape | None:
    """Return what an address has for what its source has, without what both begin and end with."""
    link = _LINK.match(message)
    if link is None:
        return None
    other = stands_for(link["lost"], _QUOTED.findall(link["found"] or ""))
    return (link["lost"],) if other is None else _changed(link["lost"], other)


def _changed(one: str, other: str) -> Shape:
    start = _alike(one, other)
    end = _alike(one[start:][::-1], other[start:][::-1])
    return one[start : len(one) - end], other[start : len(other) - end]


def _alike(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _of_structure(message: str) -> Shape | None:
    counted = _COUNTED.match(message)
    if counted is None:
        return None
    return (message if counted[0].endswith(": ") else counted[0],)


def _of_text(message: str) -> Shape | None:
    return (message,)


_SHAPES: Mapping[Code, Callable[[str], Shape | None]] = {
    Code.LINKS: _of_link,
    Code.STRUCTURE: _of_structure,
    Code.UNTRANSLATED: _of_text,
}
ONCE = Level.WARNING
"""The level of what a site has throughout, where the project asks for no other."""
