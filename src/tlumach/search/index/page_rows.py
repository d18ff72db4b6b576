"""What pages that follow one another give to the index: a part. It depends on them and on what all pages share, and on no other page.

Where words stand: the rows of each, each counted by its place among the rows that are looked at together.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from tlumach.search.index.names import said_in
from tlumach.search.index.parts import Filed, IndexPart
from tlumach.search.index.rows import IndexRow, PageRows, read_rows, stands_aside
from tlumach.search.index.runs import Runs, run, runs
from tlumach.search.index.shared import Shared
from tlumach.search.stemming.suggestions import Spelled, spelled
from tlumach.tracking import Tracker

LARGEST_TEXT = 8_000
"""Characters of the first language in a piece of texts, after which the next begins: most pages are one piece."""

Words = Mapping[str, Sequence[Sequence[Spelled]]]
"""The words of some rows, by language."""


def part_of(paths: Sequence[str], tracker: Tracker, shared: Shared) -> IndexPart:
    """Return the part of the pages at ``paths``, which stand in the index in this order."""
    pages = [read_rows(path, tracker) for path in paths]
    languages = tracker.library.settings.languages
    titles, rows = [page.rows[0] for page in pages], [row for page in pages for row in page.rows[1:]]
    in_titles, in_rows = _words(titles, languages), _words(rows, languages)
    avoided = {each: [spelled(page.avoided.get(each, ""), each) for page in pages] for each in languages}
    pieces = [piece for page in pages for piece in _pieces(page.rows[1:])]
    return IndexPart(
        terms=sum(page.is_term for page in pages),
        aside=sum(stands_aside(page.path) for page in pages),
        rows=tuple(len(page.rows) - 1 for page in pages),
        pieces=tuple(map(len, pieces)),
        sizes=tuple(sum(map(_size, some)) for some in pieces),
        words={each: filed([*map(chain, in_titles[each], avoided[each])], in_rows[each]) for each in languages},
        pages=tuple(_page(page, shared) for page in pages),
        texts={each: tuple(_text(some, each, shared) for some in pieces) for each in languages},
        about_titles=runs(numbers(_about(titles, in_titles, shared))),
        about_rows=runs(numbers(_about(rows, in_rows, shared))),
    )


def _words(rows: Sequence[IndexRow], languages: Sequence[str]) -> Words:
    return {each: [spelled(row.texts.get(each, ""), each) for row in rows] for each in languages}


def _about(rows: Sequence[IndexRow], words: Words, shared: Shared) -> list[set[str]]:
    """Return for each row the terms that it links to or names in any language."""
    found = [set(row.terms) for row in rows]
    for language, some in words.items():
        for terms, row in zip(found, some, strict=True):
            terms |= said_in(row, shared.spoken[language])
    return found


def _pieces(rows: Sequence[IndexRow]) -> list[list[IndexRow]]:
    """Part the rows into pieces: the same in every language."""
    pieces: list[list[IndexRow]] = []
    size = LARGEST_TEXT
    for row in rows:
        if size >= LARGEST_TEXT:
            pieces.append([])
            size = 0
        pieces[-1].append(row)
        size += _size(row)
    return pieces


def _size(row: IndexRow) -> int:
    return len(next(iter(row.texts.values())))


def _page(page: PageRows, shared: Shared) -> str:
    """Write what a page's rows have in common: its path, the ids of its rows, then in each language its name and its title."""
    lines = [page.path.removesuffix(".md"), " ".join(row.id for row in page.rows)]
    for language, shortener in shared.shorteners.items():
        name = page.names.get(language) or next(iter(page.names.values()), "")
        title = page.rows[0].texts.get(language, "")
        lines.append(shortener.shortened(name if title == name else f"{name}\t{title}"))
    return "\n".join(lines)


def _text(rows: Sequence[IndexRow], language: str, shared: Shared) -> str:
    """Write a piece of texts: a line for each row."""
    shortener = shared.shorteners[language]
    return "\n".join(shortener.shortened(row.texts.get(language, "")) for row in rows)


Thing = TypeVar("Thing")


def numbers(rows: Iterable[Iterable[Thing]]) -> dict[Thing, list[int]]:
    """Return the rows of each thing that stands in any, by their numbers from 0."""
    found: dict[Thing, list[int]] = {}
    for number, row in enumerate(rows):
        for each in row:
            some = found.get(each)
            if some is None:
                found[each] = [number]
            elif some[-1] != number:  # else it stands in this row once more
                some.append(number)
    return found


def filed(titles: Iterable[Iterable[Spelled]], rows: Iterable[Iterable[Spelled]]) -> Filed:
    """Return the words of titles and of other rows in one language as they are filed."""
    in_titles, in_rows = numbers(titles), numbers(rows)
    every = {**in_titles, **in_rows}
    in_capitals = {form for each in every for form in each.capitals}
    otherwise = {form for each in every for form in each.forms if form not in each.capitals}
    return Filed(
        titles=_by_form(in_titles),
        rows=_by_form(in_rows),
        names=frozenset(form for each in every for form in each.names),
        capitals=frozenset(in_capitals - otherwise),
        odd=frozenset(word for each in every for word in each.odd),
    )


def _by_form(found: Mapping[Spelled, Sequence[int]]) -> Runs:
    """Return the rows of each form: those of all its spellings."""
    forms = defaultdict[str, list[Sequence[int]]](list)
    for each, some in found.items():
        for form in each.forms:
            forms[form].append(some)
    return {form: run(some[0] if len(some) == 1 else sorted(set().union(*some))) for form, some in forms.items()}
