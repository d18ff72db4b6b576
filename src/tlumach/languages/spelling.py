"""Spelling: what hunspell's dictionaries know, and what is near to a word that they don't."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Protocol

from tlumach.languages.dictionaries import find_dictionaries, has_library

FILES: Mapping[str, tuple[str, ...]] = {"ru": ("ru_RU",), "uk": ("uk_UA",), "en": ("en_GB", "en_US")}
"""The dictionaries of each language; a word is known where one of them has it."""
PACKAGES: Mapping[str, str] = {"ru": "hunspell-ru", "uk": "hunspell-uk", "en": "hunspell-en-gb"}
"""Where Debian has them."""
NEAREST = 3
_LETTERS = {"latin": "abcdefghijklmnopqrstuvwxyz", "cyrillic": "абвгґдеєёжзиіїйклмнопрстуфхцчшщьыъэюя'"}
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


class Speller:
    """Knows the words of a language; what it was asked it remembers."""

    def __init__(self, dictionaries: Sequence[Knows], more: Collection[str] = ()) -> None:
        """Make a speller of dictionaries, and of more words that are right."""
        self._dictionaries = dictionaries
        self._known: dict[str, bool] = dict.fromkeys(more, True)

    def knows(self, word: str) -> bool:
        """Tell whether a dictionary has the word, as it is or in lower case."""
        if word not in self._known:
            spellings = dict.fromkeys((word.lower(), word))
            self._known[word] = any(each.spell(spelling) for each in self._dictionaries for spelling in spellings)
        return self._known[word]

    def nearest(self, word: str) -> list[str]:
        """Return known words that are a letter away: with one changed, added, left out, or two that changed places.

        hunspell's own search looks further and takes a third of a second for each Ukrainian word.
        """
        known = (near for near in _a_letter_away(word) if self.knows(near))
        return list(islice(dict.fromkeys(known), NEAREST))


def is_slip(word: str, knows: Callable[[str], bool]) -> bool:
    """Tell whether a word, in lower case, is but a letter away from a known one with the same beginning: a slip, not a name."""
    lower = word.lower()
    return any(near[:1] == lower[:1] and knows(near) for near in _a_letter_away(lower))


def speller(language: str, folders: Sequence[Path] | None = None) -> Speller | None:
    """Return the speller of a language; None where its library or dictionaries are missing."""
    found = find_dictionaries(FILES.get(language, ()), folders) if has_library() else []
    return Speller(found, _more(language)) if found else None


def _more(language: str) -> list[str]:
    stems, endings = _FORMS.get(language, ("", ""))
    return [*_MORE.get(language, "").split(), *(stem + end for stem in stems.split() for end in endings.split(" "))]


def why_not(language: str) -> str:
    """Say why a language has no speller here, and how it gets one."""
    if not has_library():
        return "hunspell's library, chunspell, is not installed: there is no wheel of it for this system"
    package = PACKAGES.get(language, f"hunspell-{language}")
    return f"no dictionary of it was found for hunspell. Install {package}, or name its folder in DICPATH"


def _a_letter_away(word: str) -> Iterator[str]:
    """Yield what is a letter away from a word (Damerau): swaps first, then letters left out, changed, added."""
    letters = _LETTERS["latin" if word.isascii() else "cyrillic"]
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1)
    yield from (a + b[1:] for a, b in cuts if b)
    yield from (a + letter + b[1:] for a, b in cuts if b for letter in letters)
    yield from (a + letter + b for a, b in cuts for letter in letters)
