"""The texts of pages and rows, grouped into files: short pages share one, since a small file compresses badly.

The index of a language in pieces: one for each beginning of a key, none so large that a slow line would notice.

A piece is lines of text. Of a family: its keys, then each of its forms with the rows that it stands in. Of a name:
``!`` and the keys of its words (with them the abbreviation that a word is), then the rows. Where a
piece would be too large, it is parted by one more letter, and
what stays under the short beginning are the short keys and the words of titles, for a reader who has typed no more.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from tlumach.search.index.filing import Family, FiledForm, Filing
from tlumach.search.index.parts import IndexPart
from tlumach.search.stemming.keys import CAPITALS

ENOUGH = 6_000
"""Characters of the first language after which a file takes no further piece."""


class Group(NamedTuple):
    """A file of texts: the first row in it, and its pieces and pages, from the first to the one after the last."""

    row: int
    pieces: slice
    pages: slice


def groups(site: IndexPart) -> list[Group]:
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


LARGEST = 24_000
"""Bytes of a piece before compression (about a third of it remains); a single word that needs more has a piece of its own."""


class Entry(NamedTuple):
    """A line of a piece: the key under which it is filed here, the text, its bytes, and, of a word that titles have, its line there."""

    key: str
    line: str
    size: int
    in_titles: str = ""


def pieces(filing: Filing) -> dict[str, str]:
    """Return the pieces by the beginning of their keys."""
    found: dict[str, str] = {}
    _part(sorted({*_family_entries(filing), *_name_entries(filing)}), "", found)
    return dict(sorted(found.items()))


def _family_entries(filing: Filing) -> Iterable[Entry]:
    for keys, forms in filing.families.items():
        whole = _line(keys, ((form, form.rows) for form in forms))
        titles = [(form, form.titles) for form in forms if form.titles]
        in_titles = _line(keys, titles) if titles else ""
        size = len(whole.encode()) + 1
        yield from (Entry(key, whole, size, in_titles) for key in keys)


def _name_entries(filing: Filing) -> Iterable[Entry]:
    for name, rows in filing.names.items():
        line = f"!{' '.join(','.join(sorted(keys)) for keys in name)}\t{rows}"
        yield from (Entry(key, line, len(line.encode()) + 1) for key in name[0] if not key.startswith(CAPITALS))


def _line(keys: Family, forms: Iterable[tuple[FiledForm, str]]) -> str:
    """Write a family: what a form has in common with the first key is written as ``~``, and ``^`` before an abbreviation."""
    return "\t".join([",".join(keys), *(f"{_written(form, keys[0])} {rows}" for form, rows in forms)])


def _written(form: FiledForm, key: str) -> str:
    text = "~" + form.text.removeprefix(key) if form.text.startswith(key) else form.text
    return CAPITALS + text if form.is_capital else text


def _part(entries: Sequence[Entry], beginning: str, found: dict[str, str]) -> None:
    by_next: dict[str, list[Entry]] = {}
    stays: dict[str, None] = {}
    for entry in entries:
        if len(entry.key) <= len(beginning):
            stays[entry.line] = None
        else:
            by_next.setdefault(entry.key[: len(beginning) + 1], []).append(entry)
            if len(beginning) > 1 and entry.in_titles:
                stays[entry.in_titles] = None
    if stays or beginning:
        found[beginning] = "\n".join(stays)
    for longer, few in by_next.items():
        if _size(few) <= LARGEST or all(entry.key == longer for entry in few):
            found[longer] = "\n".join(dict.fromkeys(entry.line for entry in few))
        else:
            _part(few, longer, found)


def _size(entries: Iterable[Entry]) -> int:
    return sum({entry.line: entry.size for entry in entries}.values())
