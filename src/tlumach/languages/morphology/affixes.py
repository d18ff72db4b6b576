"""That a dictionary of hunspell's has a word, proved from its files: a listed stem, with an ending and a prefix (hunspell(5)).

Loading a dictionary takes up to a second of CPU (Ukrainian), looking through its list some milliseconds a word. What is not proved
here the dictionary may have all the same: what affixes are put to affixes, and compounds, are left to hunspell.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_ENDINGS = (3, 7)
"""Letters of the endings that are looked for first, and of the longest: of stems that share more of the word there are fewer."""
_LEFT_TO_HUNSPELL = frozenset({"AF", "COMPLEXPREFIXES", "FORBIDWARN"})
"""What makes flags or words of a dictionary something else than they seem."""
_FORBIDDEN = frozenset({"FORBIDDENWORD"})
_NO_WORD = frozenset({"NEEDAFFIX", "PSEUDOROOT", "CIRCUMFIX", "ONLYINCOMPOUND", *_FORBIDDEN})
_NO_STEM = frozenset({"CIRCUMFIX", "ONLYINCOMPOUND", *_FORBIDDEN})
_CONDITION = re.compile(r"\[\^?(?:[^\W\d_]|')+\]|[^\W\d_]|'")
_ANY = "."
"""A condition that all stems fulfil; within a longer one hunspell reads it as another sign than it is, where letters have several bytes."""
_BOM = "\ufeff"


class _Affix(NamedTuple):
    """A rule: its flag, what of the stem is taken off, what is put there, what stands there before, sign by sign.

    ``crosses``: whether a stem may have it beside one at its other end.
    """

    kind: str
    flag: str
    stripped: str
    added: str
    condition: Sequence[str]
    crosses: bool


@dataclass(frozen=True)
class Affixes:
    """The rules of a dictionary: for endings, by what they add, and for prefixes that take nothing off.

    ``marks``: flags that say of a stem that it is no plain word, by name. ``converted`` are signs that hunspell reads as others,
    ``removed`` those that it does not read: it takes a word of these for none, and for right.
    """

    endings: Mapping[str, Sequence[_Affix]]
    prefixes: Sequence[_Affix]
    marks: Mapping[str, str]
    converted: frozenset[str]
    removed: frozenset[str]
    flags: str

    def prove(self, word: str, lines: bytes) -> bool:
        """Tell whether a word is surely one of the dictionary whose lines these are; only words of letters are."""
        if not word.isalpha() or self.removed.issuperset(word) or not self.converted.isdisjoint(word):
            return word.isalpha() and self.removed.issuperset(word)
        within = [each for each in self.prefixes if word.startswith(each.added) and len(word) > len(each.added)]
        rests = {each: word[len(each.added) :] for each in within}
        return self._has(word, lines) or (
            any(self._has(rest, lines, each) for each, rest in rests.items() if _begins(rest, each.condition))
            and not self._is_forbidden(word, lines)
        )

    def _has(self, word: str, lines: bytes, prefix: _Affix | None = None) -> bool:
        """Tell whether it has a word as a stem, or as one with an ending; with ``prefix``, as a stem that takes it."""
        return any(self._has_stem(word, lines, letters, prefix) for letters in _ENDINGS)

    def _has_stem(self, word: str, lines: bytes, letters: int, prefix: _Affix | None) -> bool:
        no_word, no_stem, forbidden = (self._marked(names) for names in (_NO_WORD, _NO_STEM, _FORBIDDEN))
        stems, found = self._stems(word, letters, is_crossed=prefix is not None), False
        for stem, flags in self._listed({word, *stems}, word[: max(1, len(word) - letters)], lines):
            if stem == word and forbidden & flags:
                return False
            if prefix is None or prefix.flag in flags:
                found |= stem == word and not no_word & flags
                found |= not no_stem & flags and not flags.isdisjoint(stems.get(stem, ()))
            if found and not forbidden:
                return True
        return found

    def _stems(self, word: str, letters: int, is_crossed: bool) -> dict[str, set[str]]:
        """Return each stem of which a rule makes the word, with the flags of such rules."""
        found: dict[str, set[str]] = {}
        for length in range(min(letters, len(word) - 1) + 1):
            base = word[: len(word) - length]
            for rule in self.endings.get(word[len(base) :], ()):
                if _ends(stem := base + rule.stripped, rule.condition) and (rule.crosses or not is_crossed):
                    found.setdefault(stem, set()).add(rule.flag)
        return found

    def _is_forbidden(self, word: str, lines: bytes) -> bool:
        forbidden = self._marked(_FORBIDDEN)
        return bool(forbidden) and any(forbidden & flags for _, flags in self._listed({word}, word, lines))

    def _marked(self, names: Collection[str]) -> frozenset[str]:
        return frozenset(flag for name, flag in self.marks.items() if name in names)

    def _listed(self, stems: Collection[str], beginning: str, lines: bytes) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield those of some stems that are listed, with their flags; all of them begin in the same way."""
        wanted = {stem.encode(): stem for stem in stems}
        for line in _lines_with(beginning, lines):
            stem, _, flags = line.partition(b"/")
            if stem in wanted or (stem := stem.split(b"\t")[0]) in wanted:
                yield wanted[stem], self._read((flags.split() or [b""])[0].decode(errors="replace"))

    def _read(self, flags: str) -> frozenset[str]:
        if self.flags == "long":
            return frozenset(flags[at : at + 2] for at in range(0, len(flags), 2))
        return frozenset(flags.split(",") if self.flags == "num" else flags)


def _lines_with(beginning: str, lines: bytes) -> Iterator[bytes]:
    """Yield the lines with that beginning, but for the first, which says how many there are."""
    begins = b"\n" + beginning.encode()
    at = lines.find(begins)
    while at >= 0:
        end = lines.find(b"\n", at + 1)
        yield lines[at + 1 : end if end >= 0 else None]
        at = lines.find(begins, end) if end >= 0 else -1


def affixes(rules: str) -> Affixes | None:
    """Return the rules in the text of an `.aff`; None for a dictionary that is left to hunspell."""
    lines = [fields for line in rules.removeprefix(_BOM).splitlines() if (fields := line.split())]
    said = {fields[0]: fields[1] for fields in lines if len(fields) > 1}
    if said.get("SET") != "UTF-8" or not _LEFT_TO_HUNSPELL.isdisjoint(said):
        return None
    endings: dict[str, list[_Affix]] = {}
    found = list(_rules(lines))
    for rule in found:
        if rule.kind == "SFX":
            endings.setdefault(rule.added, []).append(rule)
    prefixes = [each for each in found if each.kind == "PFX" and each.crosses and each.added and not each.stripped]
    converted = "".join(fields[1] for fields in lines if fields[0] in ("ICONV", "IGNORE") and len(fields) > 1)
    removed = frozenset(fields[1] for fields in lines if fields[0] == "ICONV" and fields[2:] == ["0"])
    marks = {name: said[name] for name in _NO_WORD if name in said}
    return Affixes(endings, prefixes, marks, frozenset(converted), removed, said.get("FLAG", ""))


def _rules(lines: Sequence[Sequence[str]]) -> Iterator[_Affix]:
    """Yield the rules; those that more affixes may follow, or whose condition is none of plain signs, are left out."""
    crossing: dict[tuple[str, str], bool] = {}
    for kind, *fields in lines:
        if kind not in ("SFX", "PFX") or len(fields) < 3:
            continue
        if (kind, fields[0]) not in crossing:  # the head of its rules
            crossing[kind, fields[0]] = fields[1] == "Y"
            continue
        stripped, added = ("" if each == "0" else each for each in fields[1:3])
        told = fields[3] if fields[3:] and fields[3] != _ANY else ""
        condition = _CONDITION.findall(told)
        if "/" not in added and "".join(condition) == told:
            yield _Affix(kind, fields[0], stripped, added, tuple(condition), crossing[kind, fields[0]])


def _ends(stem: str, condition: Sequence[str]) -> bool:
    """Tell whether a stem ends with signs of which each is one of those that the condition has in its place."""
    return len(stem) >= len(condition) and all(map(_is_one, stem[len(stem) - len(condition) :], condition))


def _begins(stem: str, condition: Sequence[str]) -> bool:
    """Tell the same of its beginning."""
    return len(stem) >= len(condition) and all(map(_is_one, stem, condition))


def _is_one(sign: str, of: str) -> bool:
    return sign not in of[2:-1] if of.startswith("[^") else sign in of
