"""Spelling: what hunspell's dictionaries know. The one place that knows of ``chunspell``.

The dictionaries are the system's (Debian: hunspell-ru, hunspell-uk, hunspell-en-gb), found as hunspell finds them: in
the folders of DICPATH, then in /usr/share/hunspell and its like.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

FILES: Mapping[str, tuple[str, ...]] = {"ru": ("ru_RU",), "uk": ("uk_UA",), "en": ("en_GB", "en_US")}
"""The dictionaries of each language; a word is known where one of them has it."""
PACKAGES: Mapping[str, str] = {"ru": "hunspell-ru", "uk": "hunspell-uk", "en": "hunspell-en-gb"}
"""Where Debian has them."""
FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell", "/usr/local/share/hunspell", "/opt/homebrew/share/hunspell")
NEAREST = 3
_LETTERS = {"latin": "abcdefghijklmnopqrstuvwxyz", "cyrillic": "абвгґдеєёжзиіїйклмнопрстуфхцчшщьыъэюя'"}
MORE: Mapping[str, frozenset[str]] = {
    "en": frozenset({"hryvnia", "hryvnias", "tenge", "oblast", "oblasts", "akimat", "akim"}),
    "uk": frozenset({"акімат", "акімату", "акіматом", "акіматі", "акім", "акіма"}),
}
"""Words in use that the dictionaries lack."""


class Speller:
    """Knows the words of a language; what it was asked it remembers."""

    def __init__(self, dictionaries: list[Any], more: Collection[str] = ()) -> None:
        """Make a speller of loaded dictionaries, and of more words that are right."""
        self._dictionaries = dictionaries
        self._known: dict[str, bool] = dict.fromkeys(more, True)

    def knows(self, word: str) -> bool:
        """Tell whether a dictionary has the word, as it is or in lower case."""
        if word not in self._known:
            spellings = {word, word.lower()}
            self._known[word] = any(each.spell(spelling) for each in self._dictionaries for spelling in spellings)
        return self._known[word]

    def nearest(self, word: str) -> list[str]:
        """Return known words that are a letter away: with one changed, added, left out, or two that changed places.

        hunspell's own search looks further and takes a third of a second for each Ukrainian word.
        """
        known = (near for near in _a_letter_away(word) if self.knows(near))
        return list(islice(dict.fromkeys(known), NEAREST))

    def is_slip(self, word: str) -> bool:
        """Tell whether a word, in lower case, is but a letter away from a known one: a slip rather than a name."""
        lower = word.lower()
        return any(near[0] == lower[0] and near.islower() for near in self.nearest(lower))


def speller(language: str, folders: list[Path] | None = None) -> Speller | None:
    """Return the speller of a language; None where its library or dictionaries are missing."""
    try:
        library: Any = import_module("hunspell")  # loads for long, so that only use brings it in
    except ImportError:
        return None
    found = [
        (name, folder) for name in FILES.get(language, ()) for folder in folders or _folders() if _has(folder, name)
    ]
    first = dict(reversed(found))
    loaded = [library.Hunspell(name, hunspell_data_dir=str(folder)) for name, folder in sorted(first.items())]
    return Speller(loaded, MORE.get(language, ())) if loaded else None


def _folders() -> list[Path]:
    named = os.environ.get("DICPATH", "").split(os.pathsep)
    return [Path(folder) for folder in [*named, *FOLDERS] if folder]


def _has(folder: Path, name: str) -> bool:
    return (folder / f"{name}.dic").exists() and (folder / f"{name}.aff").exists()


def _a_letter_away(word: str) -> Iterator[str]:
    """Yield what is a letter away from a word (Damerau): swaps first, then letters left out, changed, added."""
    letters = _LETTERS["latin" if word.isascii() else "cyrillic"]
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1)
    yield from (a + b[1:] for a, b in cuts if b)
    yield from (a + letter + b[1:] for a, b in cuts if b for letter in letters)
    yield from (a + letter + b for a, b in cuts for letter in letters)
