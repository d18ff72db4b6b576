"""The forms of a term: for each word what a word of a text must be in order to be that word in some case or number."""

import re
from dataclasses import dataclass, field

from tlumach.languages.lemmas import HYPHENS, Reading, normal

OPENING_QUOTES = "«„“\"‘‚‹'”’"
CLOSING_QUOTES = "»”“\"’‘›'"
_GAP = re.compile(rf"[{HYPHENS}]|[ \u00a0\u202f\t]*(?:\r?\n[ \t]*(?:>[ \t]?)*)|[ \u00a0\u202f]")

Key = tuple[str, str]
"""A lemma and what part of speech it is."""


@dataclass(frozen=True)
class FormWord:
    """A word of a form: the spellings that are it as they are, the lemmas one of whose forms is it too, and limits to that."""

    spellings: frozenset[str]
    keys: frozenset[Key]
    gap: str = ""
    """What parts it from the word before, as :func:`gap_key` says."""
    capitals: str = ""
    """An abbreviation's exact spelling; empty for other words."""
    number: str = ""
    """A name's number: «Белые дома» are no «Белый дом»."""
    gender: str = ""
    """A surname's gender, so that a man is not taken for his wife."""
    endings: frozenset[str] = frozenset()
    """What a name that the dictionary does not have becomes in other cases, as far as can be guessed."""
    is_adjective: bool = False
    is_noun: bool = False

    def is_spelled(self, word: str) -> bool:
        """Tell whether a word is this one by its spelling alone."""
        lower = word.lower()
        return lower in self.spellings or lower in self.endings

    def matching(self, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        """Return those of a word's readings that make it a form of this one."""
        return tuple(
            each
            for each in readings
            if (each.lemma, each.kind) in self.keys
            and self.number in ("", each.number)
            and self.gender in ("", each.gender)
        )


@dataclass(frozen=True)
class Form:
    """One form of a term. ``is_name``: its first letter must be a capital; ``is_quoted``: it must stand in quotation marks."""

    term: str
    words: tuple[FormWord, ...]
    is_name: bool
    is_quoted: bool
    is_surname: bool = False
    """Whether it is a surname alone."""
    position: int = field(compare=False, default=0)

    @property
    def is_abbreviation(self) -> bool:
        """Whether the form is an abbreviation and nothing else."""
        return len(self.words) == 1 and bool(self.words[0].capitals)


def comparable(text: str) -> str:
    """Return the text with its letters as they are compared, each at its place: one apostrophe, one hyphen, no ё and no ґ."""
    return normal(text).replace("ґ", "г").replace("Ґ", "Г")


def gap_key(between: str) -> str:
    """Return what stands between two words in one spelling: a space for one space or line end, a hyphen for any hyphen.

    All else, such as two spaces or an empty line, stays as it is.
    """
    if _GAP.fullmatch(between):
        return "-" if between in HYPHENS else " "
    if between[:1] == "," and between[1:] not in HYPHENS and _GAP.fullmatch(between[1:]):
        return ", "
    return between
