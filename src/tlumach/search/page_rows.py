"""What one page gives to the index: its part. It depends on the page and on what all pages share, and on no other page."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tlumach.glossary import terms_in
from tlumach.library import Library
from tlumach.search.common import Shortener, common_words, counted, sample
from tlumach.search.keys import Keys
from tlumach.search.names import Beginnings, Name, by_beginning, names_of, said_in
from tlumach.search.parts import Filed, Part
from tlumach.search.rows import PageRows, Row, read_rows
from tlumach.search.runs import runs
from tlumach.search.spelling import Spelled, spelled
from tlumach.tracking import Tracker

LARGEST_TEXT = 8_000
"""Characters of the first language in a piece of texts, after which the next begins: most pages are one piece."""

Counts = Mapping[str, Mapping[str, int]]
"""How often each word stands on a page, by language."""


@dataclass(frozen=True)
class Shared:
    """What the parts of all pages depend on: the names of the terms and the commonest words, by language."""

    names: Mapping[str, tuple[Name, ...]]
    common: Mapping[str, tuple[str, ...]]

    @cached_property
    def spoken(self) -> Mapping[str, Beginnings]:
        """The names that texts may say, by language."""
        return {language: by_beginning(names) for language, names in self.names.items()}

    @cached_property
    def shorteners(self) -> Mapping[str, Shortener]:
        """What writes the texts of each language."""
        return {language: Shortener(words) for language, words in self.common.items()}


def read_shared(tracker: Tracker, keys: Keys) -> Shared:
    """Return what the pages of a site share; it reads the glossary and a few pages."""
    return share(tracker.library, [count_words(path, tracker) for path in sample(tracker.library.paths)], keys)


def count_words(path: str, tracker: Tracker) -> Counts:
    """Count the words of the page at ``path``, one of the :func:`tlumach.search.common.sample`."""
    rows = read_rows(path, tracker).rows
    return {each: counted(row.texts.get(each, "") for row in rows) for each in tracker.library.settings.languages}


def share(library: Library, counts: Iterable[Counts], keys: Keys) -> Shared:
    """Return what the pages of a library share, where the words of the sample are counted."""
    some, languages = list(counts), library.settings.languages
    return Shared(
        names={each: tuple(names_of(terms_in(library, each), each, keys)) for each in languages},
        common={each: common_words(_sum(count[each] for count in some)) for each in languages},
    )


def _sum(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    found = Counter[str]()
    for count in counts:
        found.update(count)
    return found


def page_part(path: str, tracker: Tracker, shared: Shared) -> Part:
    """Return the part of the page at ``path``."""
    page = read_rows(path, tracker)
    languages = tracker.library.settings.languages
    words = {language: [spelled(row.texts.get(language, ""), language) for row in page.rows] for language in languages}
    about = _about(page, words, shared)
    pieces = _pieces(page.rows[1:])
    return Part(
        terms=int(page.is_term),
        rows=(len(page.rows) - 1,),
        pieces=tuple(map(len, pieces)),
        sizes=tuple(sum(map(_size, some)) for some in pieces),
        words={language: _filed(words[language], page.avoided.get(language, ""), language) for language in languages},
        pages=(_page(page, shared),),
        texts={each: tuple(_text(some, each, shared) for some in pieces) for each in languages},
        about_titles=runs({path: [0] for path in about[0]}),
        about_rows=runs(_numbers(about[1:])),
    )


def _about(page: PageRows, words: Mapping[str, Sequence[Sequence[Spelled]]], shared: Shared) -> list[set[str]]:
    """Return for each row the terms that it links to or names in any language."""
    found = [set(row.terms) for row in page.rows]
    for language, rows in words.items():
        for terms, row in zip(found, rows, strict=True):
            keys = [key for each in row for key in each.keys]
            terms |= said_in(keys, shared.spoken[language])
    return found


def _filed(rows: Sequence[Sequence[Spelled]], avoided: str, language: str) -> Filed:
    title, *others = rows
    title = [*title, *spelled(avoided, language)]
    every = {id(each): each for row in (title, *others) for each in row}.values()  # each spelling is one object
    in_capitals = {form for each in every for form in each.capitals}
    otherwise = {form for each in every for form in each.forms if form not in each.capitals}
    return Filed(
        titles=runs({form: [0] for each in title for form in each.forms}),
        rows=runs(_numbers([form for each in row for form in each.forms] for row in others)),
        names=frozenset(form for each in every for form in each.names),
        capitals=frozenset(in_capitals - otherwise),
        odd=frozenset(word for each in every for word in each.odd),
    )


def _numbers(rows: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for name in dict.fromkeys(row):
            found.setdefault(name, []).append(number)
    return found


def _pieces(rows: Sequence[Row]) -> list[list[Row]]:
    """Part the rows into pieces: the same in every language."""
    pieces: list[list[Row]] = []
    size = LARGEST_TEXT
    for row in rows:
        if size >= LARGEST_TEXT:
            pieces.append([])
            size = 0
        pieces[-1].append(row)
        size += _size(row)
    return pieces


def _size(row: Row) -> int:
    return len(next(iter(row.texts.values())))


def _page(page: PageRows, shared: Shared) -> str:
    """Write what a page's rows have in common: its path, the ids of its rows, then in each language its name and its title."""
    lines = [page.path.removesuffix(".md"), " ".join(row.id for row in page.rows)]
    for language, shortener in shared.shorteners.items():
        name = page.names.get(language) or next(iter(page.names.values()), "")
        title = page.rows[0].texts.get(language, "")
        lines.append(shortener.shortened(name if title == name else f"{name}\t{title}"))
    return "\n".join(lines)


def _text(rows: Sequence[Row], language: str, shared: Shared) -> str:
    """Write a piece of texts: a line for each row."""
    return shared.shorteners[language].shortened("\n".join(row.texts.get(language, "") for row in rows))
