"""The texts of pages and rows, grouped into files: short pages share one, since a small file compresses badly."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from tlumach.search.index.parts import Part

ENOUGH = 6_000
"""Characters of the first language after which a file takes no further piece."""


class Group(NamedTuple):
    """A file of texts: the first row in it, and its pieces and pages, from the first to the one after the last."""

    row: int
    pieces: slice
    pages: slice


def groups(site: Part) -> list[Group]:
    """Return the files of a site's texts in order; rows are numbered after the titles. A page stands where its rows begin."""
    firsts = _firsts(site.sizes)
    row_of_piece = [*accumulate(site.pieces, initial=len(site.rows))]
    row_of_page = [*accumulate(site.rows, initial=len(site.rows))][:-1]
    starts = [row_of_piece[first] for first in firsts]
    found, page = [], 0
    for at, first in enumerate(firsts):
        is_last = at + 1 == len(firsts)
        first_page = page
        while page < len(row_of_page) and (is_last or row_of_page[page] < starts[at + 1]):
            page += 1
        end = len(site.pieces) if is_last else firsts[at + 1]
        found.append(Group(starts[at], slice(first, end), slice(first_page, page)))
    return found


def texts_of(group: Group, texts: Sequence[str]) -> str:
    """Return a file of texts: a line for each row."""
    return "\n".join(texts[group.pieces])


def pages_of(group: Group, pages: Sequence[str]) -> str:
    """Return a file of pages: the number of the first, then the lines of each."""
    return "\n".join([str(group.pages.start), *pages[group.pages]])


def _firsts(sizes: Sequence[int]) -> list[int]:
    return [*_begin(sizes)] or [0]


def _begin(sizes: Sequence[int]) -> Iterator[int]:
    full = ENOUGH
    for at, size in enumerate(sizes):
        if full >= ENOUGH:
            yield at
            full = 0
        full += size
