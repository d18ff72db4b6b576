"""What spelling found on a whole site: each word once, with all its places, and what is used again and again as no slip.

Pages are looked at one by one, so that what was found on a page can be remembered; what a word is on the whole site is told here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tlumach.problems import Code, Level, Problem

MOST_OF_SLIP = 2
"""How often a slip of the pen, and words like it, stand on a site at most."""
_PLACES = 5
_WORD = re.compile(r"“([^”]+)”")
_SHORTEST_STEM, _ENDING = 4, 3


def each_once(problems: Sequence[Problem], language_of: Mapping[str, str]) -> list[Problem]:
    """Return the problems, those of spelling once for each word; ``language_of`` has the language of each page's file."""
    found: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        if problem.code is Code.SPELLING and (word := word_of(problem)):
            found.setdefault((language_of.get(problem.path, ""), word.lower()), []).append(problem)
    first = {some[0]: _once(key, some, found) for key, some in found.items()}
    later = {problem for some in found.values() for problem in some[1:]}
    return [first.get(problem, problem) for problem in problems if problem not in later]


def unknown_words(problems: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    """Yield the words that no dictionary knows, each after the file in which it stands first."""
    for problem in problems:
        if problem.code is Code.SPELLING and (word := word_of(problem)):
            yield problem.path, word


def word_of(problem: Problem) -> str:
    """Return the word that a finding of spelling is about; empty where it is about none."""
    return (
        match[1]
        if problem.message.startswith("no dictionary knows") and (match := _WORD.search(problem.message))
        else ""
    )


def _once(key: tuple[str, str], some: Sequence[Problem], found: Mapping[tuple[str, str], Sequence[Problem]]) -> Problem:
    language, word = key
    related = sum(len(others) for (other, like), others in found.items() if other == language and _is_like(like, word))
    level = some[0].level if related <= MOST_OF_SLIP else Level.INFO
    if len(some) == 1:
        return replace(some[0], level=level)
    places = [f"{each.path}:{each.line}" for each in some[1:]]
    more = f" and {len(places) - _PLACES} more" if len(places) > _PLACES else ""
    message = f"{some[0].message} It stands {len(some)} times: also {', '.join(places[:_PLACES])}{more}."
    return replace(some[0], message=message, level=level)


def _is_like(word: str, other: str) -> bool:
    """Tell whether two words have a stem in common: «парсинг», «распарсить»."""
    return _stem(word) in other or _stem(other) in word


def _stem(word: str) -> str:
    return word[: max(_SHORTEST_STEM, len(word) - _ENDING)]
