"""What the parts of all pages depend on: the names of the terms and the commonest words, by language."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from tlumach.library import Library
from tlumach.search.index.common import Shortener, common_words, counted, sample
from tlumach.search.index.names import Beginnings, Name, by_beginning, names_of
from tlumach.search.index.rows import read_rows
from tlumach.search.stemming.keys import Keys
from tlumach.terms.glossary import terms_in
from tlumach.tracking import Tracker

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
    """Count the words of the page at ``path``, one of the :func:`tlumach.search.index.common.sample`."""
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
