"""What pages give to the index: one page, or several that follow one another. Joining parts in order makes a part again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from tlumach.search.index.runs import Runs, joined


@dataclass(frozen=True)
class Filed:
    """The words of one language: each form with the titles and the other rows that it stands in.

    ``names``, ``capitals`` (always written so) and ``odd`` are those of :class:`tlumach.search.stemming.suggestions.Spelled`.
    """

    titles: Runs
    rows: Runs
    names: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    odd: frozenset[str] = frozenset()

    def has(self, form: str) -> bool:
        """Whether a form is among the words."""
        return form in self.titles or form in self.rows


@dataclass(frozen=True)
class IndexPart:
    """Pages in their order: terms first, then those that stand aside, each kind by path; ``terms`` and ``aside`` say how many.

    ``rows`` holds how many rows each page has beside its title, ``pieces`` how many are in each piece of texts, and
    ``sizes`` the characters of each piece in the first language. ``pages`` has a text for each page, ``texts`` one for
    each piece, by language. ``about_titles`` and ``about_rows``
    are the titles and rows that speak of each term, by its path, in any language.
    """

    terms: int
    aside: int
    rows: tuple[int, ...]
    pieces: tuple[int, ...]
    sizes: tuple[int, ...]
    words: Mapping[str, Filed]
    pages: tuple[str, ...]
    texts: Mapping[str, tuple[str, ...]]
    about_titles: Runs
    about_rows: Runs


def join_parts(parts: Sequence[IndexPart]) -> IndexPart:
    """Join parts that follow one another; it makes no difference which of them have been joined before."""
    titles, rows = _added([len(part.rows) for part in parts]), _added([sum(part.rows) for part in parts])
    languages = parts[0].words if parts else ()

    def runs(added: Sequence[int], of: Callable[[IndexPart], Runs]) -> Runs:
        return joined(zip(added, map(of, parts), strict=True))

    return IndexPart(
        terms=sum(part.terms for part in parts),
        aside=sum(part.aside for part in parts),
        rows=tuple(chain.from_iterable(part.rows for part in parts)),
        pieces=tuple(chain.from_iterable(part.pieces for part in parts)),
        sizes=tuple(chain.from_iterable(part.sizes for part in parts)),
        words={language: _join_words([part.words[language] for part in parts], titles, rows) for language in languages},
        pages=tuple(chain.from_iterable(part.pages for part in parts)),
        texts={each: tuple(chain.from_iterable(part.texts[each] for part in parts)) for each in languages},
        about_titles=runs(titles, lambda part: part.about_titles),
        about_rows=runs(rows, lambda part: part.about_rows),
    )


def _join_words(parts: Sequence[Filed], titles: Sequence[int], rows: Sequence[int]) -> Filed:
    capitals = frozenset(chain.from_iterable(part.capitals for part in parts))
    return Filed(
        titles=joined(zip(titles, (part.titles for part in parts), strict=True)),
        rows=joined(zip(rows, (part.rows for part in parts), strict=True)),
        names=frozenset(chain.from_iterable(part.names for part in parts)),
        capitals=frozenset(form for form in capitals if _always_in_capitals(form, parts)),
        odd=frozenset(chain.from_iterable(part.odd for part in parts)),
    )


def _always_in_capitals(form: str, parts: Sequence[Filed]) -> bool:
    return all(form in part.capitals or not part.has(form) for part in parts)


def _added(counts: Sequence[int]) -> list[int]:
    """Return what goes before each part."""
    found, before = [], 0
    for count in counts:
        found.append(before)
        before += count
    return found
