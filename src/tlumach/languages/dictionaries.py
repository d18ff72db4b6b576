"""hunspell's dictionaries as they lie on the disk. The one place that knows of ``chunspell``.

They are the system's (Debian: hunspell-ru, hunspell-uk, hunspell-en-gb), found as hunspell finds them: in the folders of
DICPATH, then in /usr/share/hunspell and its like.
"""

import os
import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache, cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tlumach.languages.morphology.affixes import Affixes, affixes
from tlumach.languages.morphology.beginnings import Beginnings, beginnings
from tlumach.languages.profiles import profile

FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell", "/usr/local/share/hunspell", "/opt/homebrew/share/hunspell")
MOST = 150
"""Words that are looked for in the files at most, which takes some milliseconds each: then it is better to load."""
FEW_GUESSES = 10_000
"""Spellings that nobody wrote, of which hunspell says no so slowly that from then on it is better to read how its words begin."""
_IS_UTF8 = re.compile(rb"^SET[ \t]+UTF-8", re.MULTILINE)


class Dictionary:
    """A dictionary of hunspell's, loaded when it is first needed.

    Loading takes as long as all other checks of a small site (Ukrainian: a second of CPU), so words are found in its files as long
    as few are asked for.
    """

    def __init__(self, name: str, folder: Path, models: Sequence[tuple[str, str]] = ()) -> None:
        """Take the dictionary of that name (`uk_UA`) in a folder, which must have its `.dic` and its `.aff`.

        ``models`` are more words, each with one of the dictionary's that it is inflected like.
        """
        self._name, self._folder, self._left, self._models = name, folder, MOST, models
        self._guesses = 0

    def spell(self, word: str) -> bool:
        """Tell whether the dictionary has the word, in this spelling."""
        return self.proves(word) or bool(self._loaded.spell(word))

    def proves(self, word: str) -> bool:
        """Tell whether the dictionary surely has the word, as its files tell where it need not be loaded yet."""
        if not self._left or "_loaded" in vars(self) or not self._affixes:
            return False
        self._left -= 1
        return self._affixes.prove(word, self._list)

    def possible(self, words: Collection[str]) -> Iterable[str]:
        """Return those of some words that it may have, in any capitals; what it surely has not is told at once where much is asked."""
        self._guesses += len(words)
        known = self._beginnings if self._guesses > FEW_GUESSES else None
        return known.possible(words) if known else words

    @cached_property
    def _affixes(self) -> Affixes | None:
        """Its rules; None where they are left to hunspell."""
        rules = (self._folder / f"{self._name}.aff").read_bytes()
        return affixes(rules.decode(errors="replace")) if _IS_UTF8.search(rules) else None

    @cached_property
    def _list(self) -> bytes:
        """The words with their flags."""
        return (self._folder / f"{self._name}.dic").read_bytes().replace(b"\r\n", b"\n")

    @cached_property
    def _beginnings(self) -> Beginnings | None:
        """How its words begin; None where that cannot be told."""
        rules, words = ((self._folder / f"{self._name}{end}").read_bytes() for end in (".aff", ".dic"))
        more = [word for word, _ in self._models]
        return beginnings(rules.decode(), words, more) if _IS_UTF8.search(rules) else None

    @cached_property
    def _loaded(self) -> Any:
        if not self._models:
            return _unchanged(self._name, self._folder)
        loaded = _load(self._name, self._folder)
        for word, model in self._models:  # before any word is asked for: hunspell remembers what it has answered
            loaded.add_with_affix(word, model)
        return loaded


@cache
def _unchanged(name: str, folder: Path) -> Any:
    """Return a dictionary to which no words are added: one for all, since it loads for long and never changes."""
    return _load(name, folder)


def _load(name: str, folder: Path) -> Any:
    library: Any = import_module("hunspell")
    return library.Hunspell(name, hunspell_data_dir=str(folder))


def has_library() -> bool:
    """Tell whether hunspell itself is here: it is not installed where there is no wheel of it."""
    return find_spec("hunspell") is not None


def find_dictionaries(
    names: Sequence[str], folders: Sequence[Path] | None = None, models: Sequence[tuple[str, str]] = ()
) -> list[Dictionary]:
    """Return the dictionaries of these names that are there, each from the first folder that has it; ``models`` as there."""
    places = folders if folders is not None else _folders()
    found = [(name, next((folder for folder in places if _has(folder, name)), None)) for name in names]
    return [Dictionary(name, folder, models) for name, folder in found if folder]


def names_of(language: str, folders: Sequence[Path] | None = None) -> list[str]:
    """Return the names of the dictionaries of a language (`pl_PL`): those that its data names, else all that are there."""
    if named := profile(language).hunspell:
        found = [name for name in named if any(_has(folder, name) for folder in folders or _folders())]
        if found:
            return found
    code = language.replace("-", "_")
    files = (file for folder in folders or _folders() for file in sorted(folder.glob(f"{code}*.aff")))
    return list(dict.fromkeys(file.stem for file in files if file.stem == code or file.stem.startswith(f"{code}_")))


def states(names: Sequence[str]) -> list[tuple[str, int]]:
    """Return what tells the dictionaries that are there from others: their files, with sizes in bytes."""
    if not has_library():
        return []
    places = [(folder, name) for name in names for folder in _folders() if _has(folder, name)]
    files = (folder / f"{name}{end}" for folder, name in places for end in (".dic", ".aff"))
    return [(str(file), file.stat().st_size) for file in files]


def _folders() -> list[Path]:
    named = os.environ.get("DICPATH", "").split(os.pathsep)
    return [Path(folder) for folder in [*named, *FOLDERS] if folder]


def _has(folder: Path, name: str) -> bool:
    return (folder / f"{name}.dic").exists() and (folder / f"{name}.aff").exists()
