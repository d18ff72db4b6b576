"""The names of the terms: who asks for one finds what another says, as ОДКБ, CSTO and the long name."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tlumach.glossary import Term
from tlumach.search.filing import Filing, Keys, keys_in
from tlumach.search.rows import Rows
from tlumach.words import Lemmatizer


class Name(NamedTuple):
    """A name by the keys of its words, and the rows that speak of what it names, under whatever name, in order."""

    words: tuple[Keys, ...]
    rows: tuple[int, ...]


def names_in(rows: Rows, filing: Filing, lemmatizer: Lemmatizer) -> list[Name]:
    """Return the names of all terms in a language, renderings to avoid among them."""
    terms = rows.terms[filing.language]
    about = _linked(rows)
    _add_spoken(about, rows, filing, lemmatizer)
    found: dict[tuple[Keys, ...], set[int]] = {}
    for path, term in terms.items():
        for text in (*_names(term), *(avoided.form for avoided in term.avoid)):
            if words := keys_in(text, filing, lemmatizer):
                found.setdefault(words, set()).update(about[path])
    return [Name(words, tuple(sorted(numbers))) for words, numbers in found.items()]


def _names(term: Term) -> Iterator[str]:
    yield from (name for name in (term.term, term.short, *term.forms, term.kazakh) if name)


def _linked(rows: Rows) -> dict[str, set[int]]:
    """Return the rows that link to each term in any language, and the term's own title."""
    found = {path: {number} for number, path in enumerate(rows.paths[: rows.terms_count])}
    for number, row in enumerate(rows.rows):
        for path in row.terms & found.keys():
            found[path].add(number)
    return found


def _add_spoken(about: dict[str, set[int]], rows: Rows, filing: Filing, lemmatizer: Lemmatizer) -> None:
    """Add the rows that say a name in so many words, without a link."""
    by_first: dict[str, list[tuple[str, tuple[Keys, ...]]]] = {}
    for path, term in rows.terms[filing.language].items():
        for text in _names(term):
            if words := keys_in(text, filing, lemmatizer):
                for key in words[0]:
                    by_first.setdefault(key, []).append((path, words))
    for number, forms in filing.words.items():
        keys = [filing.keys[form] for form in forms if form not in filing.silent]
        for at, first in enumerate(keys):
            for key in first & by_first.keys():
                for path, words in by_first[key]:
                    if _stands_at(words, keys[at : at + len(words)]):
                        about[path].add(number)


def _stands_at(words: Sequence[Keys], found: Sequence[Keys]) -> bool:
    return len(found) == len(words) and all(one & other for one, other in zip(words, found, strict=True))
