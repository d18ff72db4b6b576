"""The keys of a word: the stems under which a word of the text is filed, and the one that is looked up for a word asked for.

A word of the text is filed under the stems of all forms of all words that it may be, so Київ and Києва meet although
no rule of endings joins them. What is looked up needs no dictionary: one cut, by a table that the browser has too.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from tlumach.words import DICTIONARIES, Lemmatizer, normal

SAME_LETTERS: Mapping[str, str] = {
    "ё": "е", "ґ": "г", "'": "", "’": "", "ʼ": "", "‘": "", "`": "", "´": "", "ʹ": "", "′": "", "＇": "",
    "\u00ad": "", "\u0301": "",
}  # fmt: skip
"""What is one letter to a reader who searches; apostrophes, soft hyphens and marks of stress are none at all."""
_VOWELS = frozenset("aeiou")
_LONGEST = 6  # letters of an ending in the table
_VERB_TO_PARTICIPLE = (("ати", "аний"), ("яти", "яний"), ("ити", "ений"), ("іти", "ений"), ("ути", "утий"))
_PARTICIPLE_TO_VERB = tuple((participle, verb) for verb, participle in _VERB_TO_PARTICIPLE)
_FOLD = str.maketrans(dict(SAME_LETTERS))


@dataclass(frozen=True)
class Endings:
    """The table by which a language's words are cut: see `endings.yml`, which says what each part means."""

    least: int
    layers: tuple[frozenset[str], ...] = ()
    prefix: str = ""
    prefix_with: frozenset[str] = frozenset()
    keep: frozenset[str] = frozenset()
    unlike: tuple[str, ...] = ()
    swap: tuple[tuple[str, str], ...] = ()
    undouble: frozenset[str] = frozenset()
    late: tuple[str, ...] = ()
    kin: tuple[frozenset[str], ...] = ()
    stop: frozenset[str] = frozenset()

    def shipped(self) -> dict[str, Any]:
        """Return the part of the table that the browser needs, without what is empty."""
        parts = {
            "layers": [" ".join(sorted(layer, key=lambda each: (-len(each), each))) for layer in self.layers],
            "prefix": self.prefix,
            "with": " ".join(sorted(self.prefix_with)),
            "keep": " ".join(sorted(self.keep)),
            "unlike": " ".join(self.unlike),
            "swap": dict(self.swap),
            "undouble": " ".join(sorted(self.undouble)),
            "late": " ".join(self.late),
        }
        return {name: part for name, part in parts.items() if part}


def fold(word: str) -> str:
    """Return a word as it is compared: lower case, composed, and every letter of :data:`SAME_LETTERS` as one."""
    return unicodedata.normalize("NFC", word.lower()).translate(_FOLD)


def key_of_query(word: str, language: str) -> str:
    """Return the one stem that is looked up for a word in the index of a language."""
    return cut(fold(word), endings(language))


def keys_of(word: str, language: str, lemmatizer: Lemmatizer) -> frozenset[str]:
    """Return the stems under which a word of the text is filed; one at least begins as the word does."""
    table = endings(language)
    forms = {fold(form) for form in _forms(word, language, lemmatizer)}
    return frozenset({cut(form, table) for form in forms} | {cut(fold(word), table, with_prefix=False)})


def cut(word: str, table: Endings, with_prefix: bool = True) -> str:
    """Cut a folded word to its stem."""
    if word in table.keep:
        return word
    found = ""
    for layer in table.layers:
        found = _ending(word, layer, table)
        word = _undoubled(word[: len(word) - len(found)], found, table)
    if with_prefix and found in table.prefix_with and word.startswith(table.prefix):
        word = word[len(table.prefix) :] if len(word) - len(table.prefix) >= table.least else word
    return _swapped(word, table)


@cache
def endings(language: str) -> Endings:
    """Return a language's table; one that cuts nothing where nobody has written it."""
    data: Mapping[str, Any] = yaml.safe_load((resources.files(__package__) / "endings.yml").read_text(encoding="utf-8"))
    own: Mapping[str, Any] = data.get(language) or {}
    prefix: Mapping[str, str] = own.get("prefix") or {}
    return Endings(
        least=int(data["least"]),
        layers=tuple(frozenset(layer.split()) for layer in own.get("layers", ())),
        prefix=prefix.get("cut", ""),
        prefix_with=frozenset(prefix.get("with", "").split()),
        keep=frozenset(own.get("keep", "").split()),
        unlike=tuple(own.get("unlike", "").split()),
        swap=tuple(own.get("swap", {}).items()),
        undouble=frozenset(own.get("undouble", "").split()),
        late=tuple(own.get("late", "").split()),
        kin=tuple(frozenset(line.split()) for line in own.get("kin", "").splitlines()),
        stop=frozenset(own.get("stop", "").split()),
    )


def _ending(word: str, layer: frozenset[str], table: Endings) -> str:
    if table.unlike and word.endswith(table.unlike):
        return ""
    longest = min(len(word) - table.least, _LONGEST)
    return next((end for length in range(longest, 0, -1) if (end := word[-length:]) in layer), "")


def _undoubled(stem: str, ending: str, table: Endings) -> str:
    doubled = ending in table.undouble and len(stem) > table.least and stem[-1] == stem[-2] and stem[-1] not in "lsz"
    return stem[:-1] if doubled else stem


def _swapped(word: str, table: Endings) -> str:
    if len(word) < table.least:
        return word
    return next((word.removesuffix(old) + new for old, new in table.swap if word.endswith(old)), word)


def _forms(word: str, language: str, lemmatizer: Lemmatizer) -> frozenset[str]:
    if language in DICTIONARIES:
        forms = lemmatizer.forms(word, language)
        return forms | _ukrainian_participles(word, lemmatizer) if language == "uk" else forms
    word = fold(normal(word))
    return _english_forms(word, lemmatizer) if language == "en" else frozenset({word})


def _ukrainian_participles(word: str, lemmatizer: Lemmatizer) -> frozenset[str]:
    """Return the forms of a verb's passive participle, or of a participle's verb: the dictionary has them as two words."""
    found: frozenset[str] = frozenset()
    for reading in lemmatizer.readings(word, "uk"):
        pairs = _VERB_TO_PARTICIPLE if reading.kind == "verb" else _PARTICIPLE_TO_VERB
        kind = "adjective" if reading.kind == "verb" else "verb"
        for old, new in pairs if reading.kind in ("verb", "adjective") else ():
            other = reading.lemma.removesuffix(old) + new
            if reading.lemma.endswith(old) and _is_known(other, kind, lemmatizer):
                found |= lemmatizer.forms(other, "uk")
    return found


def _is_known(lemma: str, kind: str, lemmatizer: Lemmatizer) -> bool:
    readings = lemmatizer.readings(lemma, "uk")
    return any(each.lemma == lemma and each.kind == kind and each.is_known for each in readings)


def _english_forms(word: str, lemmatizer: Lemmatizer) -> frozenset[str]:
    """Return the forms of an English word by the rules of its spelling, and those that no rule makes."""
    table = endings("en")
    dictionary_forms = lemmatizer.lemmas(word, "en")
    bases = (dictionary_forms - {word} or {word}) | _positives(word, table)
    related = {kin for group in table.kin if not group.isdisjoint({word, *dictionary_forms}) for kin in group}
    return frozenset({word} | related | {form for base in bases - related for form in _regular(base)})


def _regular(base: str) -> set[str]:
    ends = base[-1:]
    stem = base[:-1] if ends == "e" else base
    forms = {base, stem + "ed", stem + "ing"}
    if ends == "y":
        forms |= {base[:-1] + "ies", base[:-1] + "ied"}
    elif ends == "l":
        forms |= {base + "led", base + "ling"}  # travelled beside traveled
    return forms | {base + ("es" if ends in ("s", "x", "z", "h", "o") else "s")}


def _positives(word: str, table: Endings) -> set[str]:
    """Return what a word in -er or -est may be the comparative of: larger → large; biggest → big; easier → easy."""
    found: set[str] = set()
    for ending in table.late:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > table.least:
            found |= {stem + "e", stem}
            found |= {stem[:-1]} if stem[-1] == stem[-2] and stem[-1] not in _VOWELS else set()
            found |= {stem[:-1] + "y"} if stem[-1] == "i" else set()
    return found
