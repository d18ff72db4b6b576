"""Spelling: what hunspell's dictionaries know, and what is near to a word that they don't."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Protocol

from tlumach.languages.dictionaries import find_dictionaries, has_library, names_of
from tlumach.languages.profiles import profile
from tlumach.languages.slips import is_likely_slip, letter_away
from tlumach.languages.word_lists import EMPTY, WordList

NEAREST = 3
_FORMS: Mapping[str, tuple[str, str]] = {
    "ru": (
        "биткоин телеграм телеграмм инстаграм ютуб фейсбук старлинк нетфликс акимат аким",
        " а у ом е ы ов ам ами ах",
    ),
    "uk": (
        "біткоїн біткойн телеграм інстаграм ютуб фейсбук старлінк нетфлікс акімат акім шахед",
        " а у ом і и ів ам ами ах",
    ),
}
_MORE: Mapping[str, str] = {
    "en": "hryvnia hryvnias tenge oblast oblasts akimat akim",
    "ru": "цифровизация цифровизации тенге грн",
    "uk": "тенге",
}
"""Words in use that the dictionaries lack, and such nouns with their endings."""


class Knows(Protocol):
    """A dictionary: what tells whether it has a word in this spelling."""

    def spell(self, word: str) -> bool:
        """Tell whether it has the word."""

    def proves(self, word: str) -> bool:
        """Tell whether it surely has the word, where that takes less than to tell that it has not."""
        return False

    def possible(self, words: Collection[str]) -> Iterable[str]:
        """Return those of some words that it may have, in any capitals: without those that it surely has not."""
        return words


class Speller:
    """Knows the words of a language; what it was asked it remembers."""

    def __init__(self, dictionaries: Sequence[Knows], more: Collection[str] = ()) -> None:
        """Make a speller of dictionaries, and of more words that are right."""
        self._dictionaries = dictionaries
        self._known: dict[str, bool] = dict.fromkeys(more, True)
        self._asked: set[str] = set()
        self._near = cache(self._letter_away)

    def knows(self, word: str) -> bool:
        """Tell whether a dictionary has the word, as it is or in lower case."""
        self._asked.add(word)
        if word not in self._known:
            lower = word.lower()
            asked = [(each, spelling) for each in self._dictionaries for spelling in dict.fromkeys((lower, word))]
            self._known[word] = (
                self._known.get(lower, False)
                or any(each.proves(spelling) for each, spelling in asked)
                or any(each.spell(spelling) for each, spelling in asked)
            )
        return self._known[word]

    def take(self, answers: Mapping[str, bool]) -> None:
        """Take what it answered in another run, of the same words with the same dictionaries: no dictionary is asked again."""
        self._known |= answers

    def given(self) -> dict[str, bool]:
        """Return what it was asked since this was asked last, with its answers."""
        asked, self._asked = sorted(self._asked), set()
        return {word: self._known[word] for word in asked}

    def nearest(self, word: str) -> list[str]:
        """Return known words that are a letter away: with one changed, added, left out, or two that changed places.

        hunspell's own search looks further and takes a third of a second for each Ukrainian word.
        """
        return list(self._near(word)[:NEAREST])

    def meant(self, word: str) -> list[str]:
        """Return the known words of which a word is likely a slip of the pen; the most likely first."""
        return list(islice((near for near in self._near(word) if is_likely_slip(word, near)), NEAREST))

    def _letter_away(self, word: str) -> tuple[str, ...]:
        """Return all known words that are a letter away."""
        guesses = dict.fromkeys(letter_away(word))
        possible = [frozenset(each.possible(guesses)) for each in self._dictionaries]
        return tuple(guess for guess in guesses if self._has(guess, possible))

    def _has(self, guess: str, possible: Sequence[Collection[str]]) -> bool:
        """Tell whether a dictionary has a word that nobody wrote: as :meth:`knows`, but for there being too many to remember."""
        if guess in self._known:
            return self._known[guess]
        lower = guess.lower()
        return self._known.get(lower, False) or any(
            guess in some and (each.spell(lower) or (lower != guess and each.spell(guess)))
            for each, some in zip(self._dictionaries, possible, strict=True)
        )


def is_slip(word: str, knows: Callable[[str], bool]) -> bool:
    """Tell whether a word, in lower case, is but a letter away from a known one with the same beginning: a slip, not a name."""
    lower = word.lower()
    return any(near[:1] == lower[:1] and knows(near) for near in letter_away(lower))


def speller(
    language: str, folders: Sequence[Path] | None = None, own: WordList = EMPTY, named: Sequence[str] = ()
) -> Speller | None:
    """Return the speller of a language; None where its library or dictionaries are missing.

    ``own`` are the words of the project: those that are inflected as a known word is are right in all its forms.
    ``named``: the dictionaries that the project names (`uk_UA`), in place of those that we know of.
    """
    found = find_dictionaries(named or names_of(language, folders), folders, own.models) if has_library() else []
    return Speller(found, [*_more(language), *own.words]) if found else None


def _more(language: str) -> list[str]:
    stems, endings = _FORMS.get(language, ("", ""))
    return [*_MORE.get(language, "").split(), *(stem + end for stem in stems.split() for end in endings.split(" "))]


def why_not(language: str) -> str:
    """Say why a language has no speller here, and how it gets one."""
    if not has_library():
        return "hunspell's library, chunspell, is not installed: there is no wheel of it for this system"
    package = profile(language).package or f"hunspell-{language}"
    return f"no dictionary of it was found for hunspell. Install {package}, or name its folder in DICPATH"
