"""The names of the terms: who asks for one finds what another says, as ОДКБ, CSTO and the long name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tlumach.languages.endings import fold
from tlumach.search.stemming.keys import CAPITALS, Keys
from tlumach.search.stemming.suggestions import Spelled, spelled
from tlumach.terms.glossary import Term

_CASE_ENDING = 4
"""Letters of the longest case ending of an abbreviation, and one more: «МИДами»."""


@dataclass(frozen=True)
class Name:
    """A name of the term at ``path``: the keys of each of its words, and which of them say so little that none is asked for.

    A rendering to avoid is asked for, but not looked for in the texts.
    """

    path: str
    words: tuple[frozenset[str], ...]
    silent: frozenset[int]
    is_avoided: bool = False

    @property
    def asked(self) -> tuple[frozenset[str], ...]:
        """The keys of the words that are asked for."""
        return tuple(keys for at, keys in enumerate(self.words) if at not in self.silent)


Beginnings = Mapping[str, Mapping[str, Sequence[Name]]]
"""Names by each key of their first word, then by each of their second, which is empty where there is none."""


def names_of(terms: Iterable[Term], language: str, keys: Keys) -> list[Name]:
    """Return the names of all terms in a language."""
    found = []
    for term in terms:
        for text in spoken_names(term):
            found.append(_name(term.path, text, language, keys))
        for avoided in term.avoid:
            found.append(_name(term.path, avoided.form, language, keys, is_avoided=True))
    return [name for name in dict.fromkeys(found) if name.asked]


def spoken_names(term: Term) -> Iterator[str]:
    """Yield the names that a term goes by."""
    yield from dict.fromkeys(name for name in (term.term, term.short, *term.forms, *term.names.values()) if name)


def by_beginning(names: Iterable[Name]) -> Beginnings:
    """Return the names that texts may say."""
    found: dict[str, dict[str, list[Name]]] = {}
    for name in names:
        for first in () if name.is_avoided else _heard(name.words[0]):
            for second in _heard(name.words[1]) if len(name.words) > 1 else ("",):
                found.setdefault(first, {}).setdefault(second, []).append(name)
    return found


def said_in(row: Iterable[Spelled], names: Beginnings) -> set[str]:
    """Return the paths of the terms whose names stand in the words of a text, in any form."""
    words = [heard for each in row for heard in _heard_as(each)]
    found = set()
    for at, word in enumerate(words):
        for first in [each for each in word if each in names]:  # few words begin a name
            longer, after = names[first], words[at + 1] if at + 1 < len(words) else frozenset[str]()
            for name in [*longer.get("", ()), *(name for second in after for name in longer.get(second, ()))]:
                if _stands_at(name.words, words[at : at + len(name.words)]):
                    found.add(name.path)
    return found


@cache
def _heard_as(each: Spelled) -> tuple[frozenset[str], ...]:
    """Return what is looked up for each word of a stretch, and for one in capitals the abbreviation that it may be."""
    return tuple(
        frozenset({key, *(CAPITALS + form[: len(form) - cut] for cut in range(_CASE_ENDING) if form in each.capitals)})
        for form, key in zip(each.forms, each.keys, strict=True)
    )


def _heard(keys: frozenset[str]) -> frozenset[str]:
    """Return those of a name's keys by which a text says it: an abbreviation is said in capitals alone."""
    return frozenset(key for key in keys if key.startswith(CAPITALS)) or keys


def words_of_names(terms: Iterable[Term], language: str) -> set[str]:
    """Return the words in the names of the terms, as their keys are asked for."""
    texts = (text for term in terms for text in [*spoken_names(term), *(each.form for each in term.avoid)])
    return {word for text in texts for each in spelled(text, language) for word, _ in _words(each)}


def _words(some: Spelled) -> Iterator[tuple[str, str]]:
    """Yield each word as the dictionary knows it, and its form."""
    for form in some.forms:
        yield next((odd for odd in some.odd if fold(odd) == form), form), form


def _name(path: str, text: str, language: str, keys: Keys, is_avoided: bool = False) -> Name:
    words: list[frozenset[str]] = []
    silent: set[int] = set()
    for each in spelled(text, language):
        for word, form in _words(each):
            if form not in each.capitals and not keys.of(word, language):
                silent.add(len(words))
            own = {form} if form in each.names else set()
            if form in each.capitals and keys.is_abbreviation(word, language):
                own = own | {CAPITALS + form}
            words.append(frozenset(keys.of_any(word, language)) | own)
    return Name(path, tuple(words), frozenset(silent), is_avoided)


def _stands_at(words: Sequence[frozenset[str]], said: Sequence[frozenset[str]]) -> bool:
    return len(said) == len(words) and all(_heard(one) & other for one, other in zip(words, said, strict=True))
