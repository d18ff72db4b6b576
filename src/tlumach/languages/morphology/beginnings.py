"""What a dictionary of hunspell's surely has not, told by how its words begin: many times as fast as hunspell says no.

A word that it has begins as one of its stems does, or is the beginning of a stem with one of its endings. Which stem takes which
ending hunspell alone knows. Dictionaries that make words in other ways too (compounds, endings after endings) are left to it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

LETTERS = 6
"""So many letters of each stem are kept: of what is a letter away from a new word a sixth begins as some stem does."""
_LONGEST = 12
"""Letters of an ending; a dictionary with longer ones is left to hunspell."""
_HARMLESS = frozenset({
    "SET", "SFX", "PFX", "FLAG", "TRY", "KEY", "REP", "MAP", "WORDCHARS", "NOSUGGEST", "NOSPLITSUGS", "MAXNGRAMSUGS", "BREAK",
    "ICONV", "OCONV", "IGNORE", "LANG", "NAME", "HOME", "VERSION", "NEEDAFFIX", "FORBIDDENWORD", "KEEPCASE", "WARN", "FORBIDWARN",
})  # fmt: skip
"""What may be said in the rules of a dictionary (hunspell(5)); with anything else it may have words that are no stem and ending."""
_ORDINARY = re.compile("[a-zA-Zа-яА-ЯёЁєЄіІїЇґҐ']+")
"""Spellings that are looked at; of all others hunspell is asked."""
_STEM = re.compile(rb"^[^/\n]{1,%d}" % (2 * LETTERS), re.MULTILINE)
"""As much of a line as holds the letters that are kept, in scripts of two bytes a letter."""
_SLOTS = 1 << 22
"""Bytes of the table of beginnings: a Bloom filter of one hash, in which one in twenty that is none is taken for one."""
_BOM = "\ufeff"


@dataclass(frozen=True)
class Beginnings:
    """How the stems of a dictionary begin, in small letters, up to the length of :data:`LETTERS`; its endings, one of which is empty.

    ``table`` has a mark at the hash of each beginning, which is a tenth of the memory of a set. ``converted`` are letters that
    hunspell reads as others, or not at all.
    """

    table: bytes | bytearray
    endings: frozenset[str]
    converted: frozenset[str]

    def possible(self, words: Iterable[str]) -> Iterator[str]:
        """Yield those of some words, in any capitals, that the dictionary may have; the others it surely has not."""
        for word in words:
            if not _ORDINARY.fullmatch(word) or not self.converted.isdisjoint(word) or self._may_be(word.lower()):
                yield word

    def _may_be(self, word: str) -> bool:
        if len(word) > LETTERS and self.table[hash(word[:LETTERS]) % _SLOTS]:
            return True
        for at in range(max(len(word) - _LONGEST, 0), min(len(word), LETTERS) + 1):
            if word[at:] in self.endings and self.table[hash(word[:at]) % _SLOTS]:
                return True
        return False


class _Affix(NamedTuple):
    kind: str
    stripped: str
    added: str


def beginnings(rules: str, words: bytes, more: Iterable[str] = ()) -> Beginnings | None:
    """Return how the words of a dictionary begin, from its `.aff`, its `.dic` in UTF-8, and ``more`` stems; None where that is not all."""
    lines = [fields for line in rules.removeprefix(_BOM).splitlines() if (fields := line.split()) and line[0] != "#"]
    affixes = list(_affixes(lines))
    breaks = "".join(_values(lines, "BREAK"))
    if not {fields[0] for fields in lines} <= _HARMLESS or any(map(str.isalnum, breaks)) or any(map(_is_odd, affixes)):
        return None
    listed = {match[0] for match in _STEM.finditer(words)}  # a dictionary in bytes is a third of it in letters
    stems = (each.decode(errors="ignore").lower()[:LETTERS] for each in (*listed, *map(str.encode, more)))
    return Beginnings(
        _table(stems),
        frozenset({"", *(each.added.lower() for each in affixes)}),
        frozenset("".join((*_values(lines, "ICONV"), *_values(lines, "IGNORE")))),
    )


def _table(stems: Iterable[str]) -> bytearray:
    table = bytearray(_SLOTS)
    for stem in stems:
        for length in range(len(stem) + 1):
            table[hash(stem[:length]) % _SLOTS] = 1
    return table


def _affixes(lines: list[list[str]]) -> Iterator[_Affix]:
    """Yield the affixes; a line whose third field is Y or N says how many follow."""
    for kind, *fields in lines:
        if kind in ("SFX", "PFX") and len(fields) > 2 and not (fields[1] in "YN" and fields[2].isdecimal()):
            yield _Affix(kind, *("" if each == "0" else each for each in fields[1:3]))


def _is_odd(affix: _Affix) -> bool:
    """Tell whether an affix takes more affixes, is long, or stands before a stem."""
    return "/" in affix.added or len(affix.added) > _LONGEST or affix.kind == "PFX"


def _values(lines: list[list[str]], name: str) -> Iterator[str]:
    return (fields[1] for fields in lines if fields[0] == name and len(fields) > 1 and not fields[1].isdecimal())
