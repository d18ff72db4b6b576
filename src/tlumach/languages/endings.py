"""How a word is cut to its stem: by a table of endings (`endings.yml`) that the build and the browser share."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import Any

from tlumach.languages.data_files import read_yaml
from tlumach.languages.invisible import INVISIBLE
from tlumach.languages.normal_form import normal_form
from tlumach.languages.own_language import remembered, said_of

SAME_LETTERS: Mapping[str, str] = {
    "ё": "е", "ґ": "г", "'": "", "’": "", "ʼ": "", "‘": "", "`": "", "´": "", "ʹ": "", "′": "", "＇": "",
    "\u00ad": "", "\u0300": "", "\u0301": "", "ѐ": "е", "ѝ": "и",
    "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe",
}  # fmt: skip
"""What is one letter to a reader who searches; apostrophes, soft hyphens and marks of stress are none at all."""
_ACCENTED = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")
_ACCENTS = re.compile("(?<=[a-z])[\u0300-\u036f]+")
"""Accents of Latin letters, which many type without: «zolty» for «żółty». Those of other scripts make other letters."""
_PLAIN = re.compile("[a-zа-яєії]+")
"""Small letters that stay as they are: most words have no other."""
_VOWEL = re.compile("[aeiouyаеоэ]")
_LEAST_BEFORE_A_VOWEL = 3
_LONGEST = 6  # letters of an ending in the table
_FOLD = str.maketrans(dict(SAME_LETTERS))


@dataclass(frozen=True)
class Endings:
    """The table by which a language's words are cut: see `endings.yml`, which says what each part means."""

    least: int
    layers: tuple[frozenset[str], ...] = ()
    one_more: frozenset[str] = frozenset()
    prefix: str = ""
    prefix_with: frozenset[str] = frozenset()
    keep: frozenset[str] = frozenset()
    unlike: tuple[str, ...] = ()
    swap: tuple[tuple[str, str], ...] = ()
    typed: tuple[tuple[str, str], ...] = ()
    also: frozenset[str] = frozenset()
    also_swap: tuple[tuple[str, str], ...] = ()
    alike: tuple[tuple[str, str], ...] = ()
    undouble: frozenset[str] = frozenset()
    late: tuple[str, ...] = ()
    late_prefix: str = ""
    kin: tuple[frozenset[str], ...] = ()
    stop: frozenset[str] = frozenset()

    @cached_property
    def by_length(self) -> tuple[tuple[frozenset[str], tuple[int, ...]], ...]:
        """Each layer with the lengths of its endings, the longest first."""
        return tuple((layer, tuple(sorted({*map(len, layer)}, reverse=True))) for layer in self.layers)

    def shipped(self) -> dict[str, Any]:
        """Return the part of the table that the browser needs, without what is empty."""
        parts = {
            "layers": [" ".join(sorted(layer, key=lambda each: (-len(each), each))) for layer in self.layers],
            "oneMore": " ".join(sorted(self.one_more)),
            "prefix": self.prefix,
            "with": " ".join(sorted(self.prefix_with)),
            "keep": " ".join(sorted(self.keep)),
            "unlike": " ".join(self.unlike),
            "swap": dict(self.swap),
            "alike": dict(self.alike),
            "undouble": " ".join(sorted(self.undouble)),
            "least": self.least if self.least != _least() else 0,
            "late": " ".join(self.late),
            "latePrefix": self.late_prefix,
        }
        return {name: part for name, part in parts.items() if part}


def fold(word: str) -> str:
    """Return a word as it is compared: in lower case and normal form, every letter of :data:`SAME_LETTERS` as one, without accents."""
    if word.isascii() and "'" not in word:
        return word.lower()
    lower = word.lower()
    if _PLAIN.fullmatch(lower):
        return lower
    folded = unicodedata.normalize("NFKC", visible(lower).translate(_FOLD))
    if not _ACCENTED.search(folded):
        return folded
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", folded)))


def typed_otherwise(word: str, language: str) -> set[str]:
    """Return the folded spellings of a word by people who lack its letters on their keyboard: Muenchen, кала for қала."""
    lower, pairs = visible(word.lower()), endings(language).typed
    plain, back = lower, lower
    for letter, typed in pairs:
        plain = plain.replace(letter, typed)
        back = back.replace(typed, letter) if len(typed) > 1 else back
    return {fold(plain), fold(back)} - {fold(word)}


def visible(text: str) -> str:
    """Return a text in its normal form without any character that nobody sees."""
    return INVISIBLE.sub("", normal_form(text).text)


def key_of_query(word: str, language: str) -> str:
    """Return the stem that is looked up for a word in the index of a language."""
    return cut(fold(word), endings(language))


def keys_of_query(word: str, language: str) -> list[str]:
    """Return the stem that is looked up for a word, then those looked up where nothing is filed under it, as the browser does."""
    table, folded = endings(language), fold(word)
    late = [folded.removesuffix(ending) for ending in table.late if folded.endswith(ending)]
    if table.late_prefix and folded.startswith(table.late_prefix):
        late.append(folded.removeprefix(table.late_prefix))
    return [cut(folded, table), *(stem for rest in late if len(stem := cut(rest, table)) >= table.least)]


def stems(words: Iterable[str], language: str) -> set[str]:
    """Return the stems of folded words of a language. Words of the same dictionary words may come again: the last are remembered."""
    stem = _stemmer(language)
    return {stem(word) for word in words}


@remembered
def _stemmer(language: str) -> Callable[[str], str]:
    table = endings(language)
    return lru_cache(maxsize=4096)(lambda word: cut(word, table))


def cut(word: str, table: Endings, with_prefix: bool = True) -> str:
    """Cut a folded word to its stem."""
    if word in table.keep:
        return word
    found = ""
    for layer, lengths in table.by_length:
        if found := _ending(word, layer, lengths, table):
            word = _undoubled(word[: -len(found)], table) if found in table.undouble else word[: -len(found)]
    if with_prefix and found in table.prefix_with and word.startswith(table.prefix):
        word = word[len(table.prefix) :] if len(word) - len(table.prefix) >= table.least else word
    return _swapped(word, table)


@remembered
def endings(language: str) -> Endings:
    """Return a language's table; one that cuts nothing where nobody has written it.

    A key that the project writes stands in place of ours.
    """
    data = _tables()
    own: Mapping[str, Any] = {
        **(data.get(language) or data.get(language.split("-")[0]) or {}),
        **said_of(language).get("endings", {}),
    }
    prefix: Mapping[str, str] = own.get("prefix") or {}
    typed = tuple((each.split("/")[0], each.split("/")[1]) for each in own.get("typed", "").split())
    return Endings(
        least=int(own.get("least", data["least"])),
        layers=tuple(_with_typed(layer.split(), typed) for layer in own.get("layers", ())),
        one_more=frozenset(own.get("one_more", "").split()),
        prefix=prefix.get("cut", ""),
        prefix_with=frozenset(prefix.get("with", "").split()),
        keep=frozenset(own.get("keep", "").split()),
        unlike=tuple(own.get("unlike", "").split()),
        swap=tuple(own.get("swap", {}).items()),
        also_swap=tuple(own.get("also_swap", {}).items()),
        alike=tuple(own.get("alike", {}).items()),
        also=frozenset(own.get("also", "").split()),
        typed=typed,
        undouble=frozenset(own.get("undouble", "").split()),
        late=tuple(own.get("late", "").split()),
        late_prefix=own.get("late_prefix", ""),
        kin=tuple(frozenset(line.split()) for line in own.get("kin", "").splitlines()),
        stop=frozenset(own.get("stop", "").split()),
    )


def _with_typed(found: Sequence[str], typed: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Return endings, each also as people type it who lack a letter of it: -дің, -дин."""
    letters = str.maketrans({letter: other for letter, other in typed if len(other) == 1})
    return frozenset([*found, *(each.translate(letters) for each in found)])


def has_endings(language: str) -> bool:
    """Tell whether the words of a language are cut by a table."""
    return bool(endings(language).layers)


@remembered
def kin(language: str) -> Mapping[str, frozenset[str]]:
    """Return, by each stem of the words that no ending brings together, the stems of all: ludzie, człowiek."""
    groups = [frozenset(stems(map(fold, words), language)) for words in endings(language).kin]
    return {
        stem: frozenset().union(*(other for other in groups if stem in other)) for group in groups for stem in group
    }


def _least() -> int:
    return int(_tables()["least"])


@cache
def _tables() -> Mapping[str, Any]:
    data: Mapping[str, Any] = read_yaml(resources.files(__package__) / "endings.yml")
    return data


def bases(word: str, language: str) -> set[str]:
    """Return what a folded word may be a form of, itself among it: the word without any ending of each layer that fits, or with it."""
    table = endings(language)
    found = {word}
    for layer in (table.also, *table.layers):
        found |= {
            base[:-length]
            for base in found
            for length in range(1, len(base) - table.least + 1)
            if base[-length:] in layer
        }
    swaps = table.also_swap
    long = [base for base in found if len(base) >= table.least]
    return found | {base.removesuffix(old) + new for base in long for old, new in swaps if base.endswith(old)}


def _ending(word: str, layer: frozenset[str], lengths: Iterable[int], table: Endings) -> str:
    if table.unlike and word.endswith(table.unlike):
        return ""
    most = min(len(word) - table.least, _LONGEST)
    for length in lengths:
        end = word[-length:]
        if length <= most and end in layer and (end not in table.one_more or len(word) - length > table.least):
            return end
    return ""


def _undoubled(stem: str, table: Endings) -> str:
    is_doubled = len(stem) > table.least and stem[-1] == stem[-2] and stem[-1] not in "lsz"
    return stem[:-1] if is_doubled else stem


def _swapped(word: str, table: Endings) -> str:
    if len(word) < table.least:
        return word
    for old, new in table.swap:
        if word.endswith(old):
            before = word.removesuffix(old)
            word = before + new if len(new) >= len(old) or _may_shrink(before, old) else word
            break
    for letter, other in table.alike:
        word = word.replace(letter, other)
    return word


def _may_shrink(before: str, old: str) -> bool:
    """Tell whether enough stays where a swap takes letters away: a vowel that comes and goes is none of a short word's."""
    return len(before) >= (_LEAST_BEFORE_A_VOWEL if _VOWEL.search(old) else _LEAST_BEFORE_A_VOWEL - 1)
