"""Words: where they stand in a text, and what dictionary words (lemmas) each may be a form of.

Russian and Ukrainian are read by pymorphy3 with its dictionaries, over all readings of a word, not the likeliest alone.
English nouns need so few rules that a library is not worth its weight (simplemma's data is 19 MB, and it takes
“decreed” for “decree”, “arms” for “arm”). A language without rules here has exact forms only.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from tlumach.languages.endings import cut, endings, fold, has_endings
from tlumach.languages.morphology.lexemes import Lexemes
from tlumach.languages.profiles import profile

DICTIONARIES = frozenset({"ru", "uk"})
"""The languages that pymorphy3 reads."""
BEGINNING = 3
HYPHENS = "-\u2010\u2011"
APOSTROPHES = "'’ʼ‘`´ʹ′＇"
"""What people type for an apostrophe; the first is the one that all others become."""
_SAME_LETTERS = (
    *((apostrophe, "'") for apostrophe in APOSTROPHES[1:]),
    ("ё", "е"), ("Ё", "Е"), ("\u2010", "-"), ("\u2011", "-"),
)  # fmt: skip
_OTHER_LETTER = re.compile(f"[{''.join(letter for letter, _ in _SAME_LETTERS)}]")
_SHORT = 50
"""Up to so many letters one search is quicker than a replacement for each letter; most words have none of them."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ENGLISH_WORD = re.compile(r"[^\W_]+(?:'(?!s\b)[^\W_]+)*|(?<=[^\W_])'s\b")
_KINDS: Mapping[str, str] = {
    "NOUN": "noun", "NPRO": "pronoun", "ADJF": "adjective", "ADJS": "short", "COMP": "adjective",
    "PRTF": "participle", "PRTS": "participle", "VERB": "verb", "INFN": "verb", "GRND": "verb",
    "NUMR": "numeral", "PREP": "preposition", "CONJ": "conjunction", "PRCL": "particle",
}  # fmt: skip
_CASES: Mapping[str, str] = {
    "nomn": "nomn", "voct": "nomn", "gent": "gent", "gen1": "gent", "gen2": "gent", "datv": "datv",
    "accs": "accs", "acc2": "accs", "ablt": "ablt", "loct": "loct", "loc1": "loct", "loc2": "loct",
}  # fmt: skip
_NOT_IN_DICTIONARY: Mapping[str, frozenset[str]] = {"ru": frozenset({"тенге"})}
"""Indeclinable words that a dictionary lacks, so that it would guess at their lemma."""

_PLURAL_ONLY = frozenset({"arms", "goods", "headquarters", "news", "series", "means", "troops", "forces", "elections"})
"""English nouns whose plural is another word than the singular, or has none: an arm is not a weapon."""
_IRREGULAR: Mapping[str, str] = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "feet": "foot", "teeth": "tooth",
    "lives": "life", "wives": "wife", "halves": "half", "leaves": "leaf", "knives": "knife", "shelves": "shelf",
    "crises": "crisis", "analyses": "analysis", "bases": "basis", "criteria": "criterion", "media": "medium",
}  # fmt: skip


class Word(NamedTuple):
    """A word of a text: its normal spelling (apostrophes and ё made one; capitals kept), and its place from ``start`` to ``end``."""

    text: str
    start: int
    end: int


class Reading(NamedTuple):
    """One thing that a word may be: a form of the lemma, with its grammar as far as it is known (empty text: not known)."""

    lemma: str
    kind: str
    case: str = ""
    number: str = ""
    gender: str = ""
    is_surname: bool = False
    is_first_name: bool = False
    is_place: bool = False
    is_intransitive: bool = False
    is_known: bool = True


def normal(text: str) -> str:
    """Return the text with one apostrophe, one hyphen and no ё; every character stays at its place."""
    if text.isascii():
        return text.replace("`", "'")
    if len(text) < _SHORT and not _OTHER_LETTER.search(text):
        return text
    for letter, same in _SAME_LETTERS:  # many times as fast as str.translate outside ASCII
        text = text.replace(letter, same)
    return text


def words(text: str, language: str = "") -> list[Word]:
    """Return the words of a text in order; hyphens part words, apostrophes within them do not.

    In English the ending of the possessive (``'s``) is a word of its own.
    """
    return [Word(match[0], *match.span()) for match in _pattern(language).finditer(normal(text))]


def spellings(text: str, language: str = "") -> list[str]:
    """Return the words of a text without their places, many times as fast."""
    return _pattern(language).findall(normal(text))


def _pattern(language: str) -> re.Pattern[str]:
    return _ENGLISH_WORD if language == "en" else _WORD


class Lemmatizer:
    """Knows the readings of words in every language; loads a dictionary when a word of its language is first asked for.

    It remembers what it has read, so make one and pass it on.
    """

    def __init__(self) -> None:
        """Make a lemmatizer that has loaded nothing yet."""
        self._readings: dict[tuple[str, str], tuple[Reading, ...]] = {}
        self._parsed: tuple[str, str, Sequence[Any]] = ("", "", ())

    def readings(self, word: str, language: str) -> tuple[Reading, ...]:
        """Return all that a word may be, whatever its capitals; one reading (itself) in a language without morphology."""
        key = (language, normal(word).lower())
        found = self._readings.get(key)
        if found is None:
            found = self._readings[key] = self._read(*key)
        return found

    def has(self, word: str, language: str) -> bool:
        """Tell whether a dictionary has the word, whatever its capitals; False in a language without one. Faster than readings."""
        if language not in DICTIONARIES:
            return False
        return bool(_analyzer(language).word_is_known(normal(word).lower()))

    def is_abbreviation(self, word: str, language: str) -> bool:
        """Tell whether a word, whatever its capitals, may be an abbreviation, or is none that a dictionary has; False without one."""
        if language not in DICTIONARIES:
            return False
        parses = self._parses(normal(word).lower(), language)
        is_known = any(_is_known(parse, language) for parse in parses)
        return not is_known or any("Abbr" in parse.tag.grammemes for parse in parses)

    def lemmas(self, word: str, language: str) -> frozenset[str]:
        """Return the lemmas of all readings of a word."""
        return frozenset(reading.lemma for reading in self.readings(word, language))

    def beginnings(self, word: str, language: str) -> frozenset[str]:
        """Return the first :data:`BEGINNING` letters of every form of every lemma of a word (only of the word itself in English).

        A word that begins otherwise is none of them, and need not be read, which takes long.
        """
        return frozenset(form[:BEGINNING] for form in self.forms(word, language))

    def forms(self, word: str, language: str) -> frozenset[str]:
        """Return every form of every lemma that a word may be a form of, itself among them; itself alone without a dictionary."""
        return frozenset().union(*self.lexemes(word, language))

    def lexemes(self, word: str, language: str) -> list[frozenset[str]]:
        """Return the forms of each lemma that a word may be a form of, and the word itself: :meth:`forms` in parts.

        The forms of one lemma are mostly the same object for all words that are forms of it.
        """
        word = normal(word).lower()
        if language not in DICTIONARIES or word in _NOT_IN_DICTIONARY.get(language, ()):
            return [frozenset({word})]
        known = _lexemes(language)
        return [frozenset({word}), *dict.fromkeys(map(known.forms, self._parses(word, language)))]

    def _read(self, language: str, word: str) -> tuple[Reading, ...]:
        if language == "en":
            return _english(word)
        if language not in DICTIONARIES and (stem := stem_of(word, language) or _cut(word, language)):
            return (Reading(stem, "other"),)
        if language not in DICTIONARIES or word in _NOT_IN_DICTIONARY.get(language, ()):
            return (Reading(word, "other"),)
        parses = [*self._parses(word, language), *self._parses_with_ge(word, language)]
        one_of_each = {parse.word: parse for parse in parses}
        known = {each: _is_known(parse, language) for each, parse in one_of_each.items()}
        readings = tuple(dict.fromkeys(_reading(parse, known[parse.word]) for parse in parses))
        if language == "uk" and any(each.kind == "verb" for each in readings) and (finite := _finite(word)):
            readings += tuple(each for each in self.readings(finite, "uk") if each.kind == "verb")
        return readings

    def _parses(self, word: str, language: str) -> Sequence[Any]:
        """Return pymorphy's parses of a word; those of the last one are remembered, for its readings and its forms."""
        last = self._parsed
        if last[:2] != (word, language):
            last = self._parsed = (word, language, _analyzer(language).parse(word))
        return last[2]

    def _parses_with_ge(self, word: str, language: str) -> Iterator[Any]:
        """Yield the parses of the words that are written with ґ where this one has г: «грунт» is «ґрунт» to a reader."""
        places = [at for at, letter in enumerate(word) if letter == "г"] if language == "uk" else []
        for at in places:
            if self.has(other := f"{word[:at]}ґ{word[at + 1 :]}", language):
                yield from _analyzer(language).parse(other)


def stem_of(word: str, language: str) -> str:
    """Return Snowball's stem of a word in lower case; empty where it has no stemmer of the language."""
    name = profile(language).stemmer
    return str(_stemmer(name).stemWord(word)) if name else ""


def _cut(word: str, language: str) -> str:
    """Return what the language's table of endings leaves of a word; empty where it has none."""
    return cut(fold(word), endings(language)) if has_endings(language) else ""


@cache
def stemmers() -> frozenset[str]:
    """Return the names of Snowball's stemmers."""
    library: Any = import_module("snowballstemmer")
    return frozenset(library.algorithms())


@cache
def _stemmer(name: str) -> Any:
    library: Any = import_module("snowballstemmer")
    return library.stemmer(name)


@cache
def _analyzer(language: str) -> Any:
    """Return pymorphy's analyzer of a language: one for all, since it loads for long and never changes."""
    library: Any = import_module("pymorphy3")  # has no types, and loads for so long that only use brings it in
    return library.MorphAnalyzer(lang=language)


@cache
def _lexemes(language: str) -> Lexemes:
    return Lexemes(_analyzer(language), normal)


def _is_known(parse: Any, language: str) -> bool:
    """Tell whether the dictionary has the word of a parse; it is looked for where it was guessed at."""
    return _lexemes(language).is_of_dictionary(parse) or bool(parse.is_known)


def _reading(parse: Any, is_known: bool) -> Reading:
    grammar = _grammar(parse.tag)
    if not grammar[1] and "NOUN" in parse.tag.grammemes and parse.word == parse.normal_form:
        grammar = (grammar[0], "nomn", *grammar[2:])  # the Ukrainian dictionary form lacks the case at times
    return Reading(normal(parse.normal_form), *grammar, is_known)


@cache
def _grammar(tag: Any) -> tuple[str, str, str, str, bool, bool, bool, bool]:
    """Return what a tag of pymorphy says, from the kind on as in a reading; there are few tags for many words."""
    marks = tag.grammemes
    return (
        next((_KINDS[mark] for mark in marks if mark in _KINDS), "other"),
        next((_CASES[mark] for mark in marks if mark in _CASES), ""),
        "plur" if "plur" in marks else "sing",
        next((mark for mark in ("masc", "femn", "neut") if mark in marks), ""),
        "Surn" in marks,
        "Name" in marks,
        "Geox" in marks or "Dist" in marks,
        "intr" in marks or "Refl" in marks,
    )


def _finite(gerund: str) -> str:
    """Return a finite form of the verb of a Ukrainian gerund, which the dictionary has as a word of its own; empty if none."""
    for ending, finite in (("вшись", "вся"), ("чись", "ться"), ("вши", "в"), ("чи", "ть")):
        if gerund.endswith(ending):
            return gerund.removesuffix(ending) + finite
    return ""


def _english(word: str) -> tuple[Reading, ...]:
    nouns = {word, *english_singulars(word)} if word not in _PLURAL_ONLY else {word}
    return tuple([Reading(noun, "noun") for noun in sorted(nouns)] + [Reading(verb, "verb") for verb in _verbs(word)])


def english_plurals(word: str) -> list[str]:
    """Return what the plural of an English noun, in small letters, may be."""
    irregular = [plural for plural, single in _IRREGULAR.items() if single == word]
    if word.endswith("man"):
        irregular.append(word.removesuffix("man") + "men")
    if word.endswith("y"):
        irregular.append(word[:-1] + "ies")
    return [*irregular, word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")]


def english_singulars(word: str) -> list[str]:
    """Return what an English word in small letters may be the plural of."""
    if word in _IRREGULAR:
        return [_IRREGULAR[word]]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return []
    if word.endswith("ies"):
        return [word[:-3] + "y"]
    return [word[:-1], word[:-2]] if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")) else [word[:-1]]


def _verbs(word: str) -> list[str]:
    """Return what an English word in -ed or -ing may be a form of: utilised, utilising → utilise; stopped → stop; tried → try."""
    if word.endswith("ied"):
        return [word[:-3] + "y"]
    stem = word[:-2] if word.endswith("ed") else word[:-3] if word.endswith("ing") else ""
    if len(stem) < 3:
        return []
    return [stem, stem + "e"] + ([stem[:-1]] if stem[-1] == stem[-2] else [])
