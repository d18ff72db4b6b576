"""Reading a form of a term, once: which spellings and lemmas its words may have in a text, by the dictionary of its language."""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from tlumach.languages.lemmas import (
    DICTIONARIES,
    Lemmatizer,
    Reading,
    english_plurals,
    english_singulars,
    stem_of,
    words,
)
from tlumach.languages.normal_form import normal_form
from tlumach.languages.proper_names import is_country
from tlumach.terms.forms import CLOSING_QUOTES, OPENING_QUOTES, Form, FormWord, comparable, gap_key

_NAME_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "ru": ("", "а", "у", "е", "ом", "ем", "ым"),
    "uk": ("", "а", "у", "і", "ові", "еві", "ом", "ем", "им"),
}
_PLURAL_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "ru": ("ы", "и", "ов", "ей", "ам", "ами", "ах"),
    "uk": ("и", "і", "ів", "ам", "ами", "ах"),
}
"""Those of things that bear a name: «Байрактары», «Шахеди»."""
"""Case endings of a man's name that ends in a consonant, for names that the dictionary does not have."""
_ABBREVIATION_ENDINGS: Mapping[str, tuple[str, ...]] = {**_NAME_ENDINGS, "en": ("", "s")}
_VARIANTS: Mapping[str, tuple[frozenset[str], ...]] = {
    "ru": tuple(map(frozenset, (("в", "во"), ("с", "со"), ("к", "ко"), ("о", "об", "обо")))),
    "uk": tuple(map(frozenset, (("в", "у"), ("з", "із", "зі"), ("і", "й", "та")))),
}
"""Function words that stand for each other for the sake of sound."""
_UNSTEMMED = 3
"""Letters of a word that is found as it is alone, where a stemmer would make little of it."""
_CONSONANT = re.compile(r"[бвгґджзйклмнпрстфхцчшщ]$")


def read_form(term: str, text: str, language: str, lemmatizer: Lemmatizer, to_avoid: bool = False) -> Form | None:
    """Read a form of a term, or a rendering to avoid; None when there is no word in it."""
    stripped = comparable(normal_form(text).text.strip())
    is_quoted = len(stripped) > 2 and stripped[0] in OPENING_QUOTES and stripped[-1] in CLOSING_QUOTES
    found = words(stripped, language)
    if not found:
        return None
    phrase_words = 1 + sum(gap_key(stripped[one.end : two.start]) != "-" for one, two in pairwise(found))
    is_name = found[0].text[0].isupper() and phrase_words <= 2  # longer official names are written small as well
    reader = _FormReader(language, lemmatizer, to_avoid, is_name, len(found) == 1)
    read = []
    for index, word in enumerate(found):
        before = found[index - 1].end if index else word.start
        read.append(reader.read(word.text, gap_key(stripped[before : word.start])))
    if language == "en":
        read = _with_plural(read, [word.text for word in found])
    return Form(term, tuple(read), is_name or reader.is_person, is_quoted, reader.is_person and len(read) == 1)


def _with_plural(read: list[FormWord], spelled: list[str]) -> list[FormWord]:
    """Give the noun of an English name its other number: Kazakh, Kazakhs; Member States, Member State."""
    end = next((at for at, word in enumerate(spelled) if at and word[0].islower()), len(spelled))
    noun, head = spelled[end - 1], read[end - 1]
    if not noun[0].isupper() or head.capitals or is_country(noun, "en"):
        return read
    others = {*english_plurals(noun.lower()), *(english_singulars(noun.lower()) if end > 1 else ())}
    return [*read[: end - 1], replace(head, spellings=head.spellings | others), *read[end:]]


class _FormReader:
    """Reads the words of a form from left to right.

    Up to the first noun the words of a form stand in the nominative, as in a dictionary: other readings of them are
    accidents («право» is no short form of «правый» there). What follows may be in any case.
    """

    def __init__(self, language: str, lemmatizer: Lemmatizer, to_avoid: bool, is_name: bool, is_alone: bool) -> None:
        self.language, self.lemmatizer, self.to_avoid = language, lemmatizer, to_avoid
        self.is_name, self.is_alone = is_name, is_alone
        self.is_person = False
        self._in_head = True

    def read(self, word: str, gap: str) -> FormWord:
        """Read the next word, which is parted from the one before by the gap."""
        lower = word.lower()
        if _is_abbreviation(word):
            self._in_head = False
            spellings = {lower + ending for ending in _ABBREVIATION_ENDINGS.get(self.language, ("",))}
            return FormWord(frozenset(spellings), frozenset(), gap, capitals=word)
        if self.language == "en":
            return self._english(word, gap)
        readings = self.lemmatizer.readings(word, self.language)
        if len(lower) > _UNSTEMMED and stem_of(lower, self.language):
            return FormWord(frozenset({lower}), frozenset((each.lemma, each.kind) for each in readings), gap)
        if _is_function_word(readings, lower) or self.language not in DICTIONARIES:
            self._in_head = False
            return FormWord(self._variants(lower), frozenset(), gap)
        return self._inflected(word, gap, readings)

    def _english(self, word: str, gap: str) -> FormWord:
        lower = word.lower()
        if word[0].isupper() or lower == "'s":
            return FormWord(frozenset({lower}), frozenset(), gap)
        if self.to_avoid:  # “tenges” is wrong, “tenge” is right; a verb stands first: “executive ordered” is no order
            kinds = ("noun", "verb") if self._in_head else ("noun",)
            self._in_head = False
            return FormWord(frozenset({lower}), frozenset((lower, kind) for kind in kinds), gap)
        readings = self.lemmatizer.readings(word, "en")
        return FormWord(
            frozenset({lower}), frozenset((each.lemma, each.kind) for each in readings if each.kind == "noun"), gap
        )

    def _inflected(self, word: str, gap: str, readings: tuple[Reading, ...]) -> FormWord:
        nominative = _dictionary_forms(readings)
        surnames = _surnames(nominative) if word[0].isupper() else ()
        kept = surnames or self._kept(readings, nominative)
        self.is_person = self.is_person or bool(surnames)
        kinds = {each.kind for each in kept}
        self._in_head = self._in_head and (not kinds & {"noun", "verb"} or "adjective" in kinds)
        is_single = word[0].isupper() and self.is_name and bool(kept) and kept[0].case == "nomn"
        may_be_many = self.is_alone and not self._is_of_one(word, readings)
        return FormWord(
            spellings=frozenset({word.lower()}),
            keys=frozenset((each.lemma, each.kind) for each in kept),
            gap=gap,
            number=kept[0].number if is_single and not may_be_many else "",
            gender=surnames[0].gender if surnames else "",
            endings=self._endings(word, nominative, may_be_many),
            is_adjective=bool(kinds) and kinds <= {"adjective", "participle"},
            is_noun=kinds == {"noun"},
        )

    def _kept(self, readings: tuple[Reading, ...], nominative: tuple[Reading, ...]) -> tuple[Reading, ...]:
        if not self._in_head:
            return readings
        is_verb = any(each.kind == "verb" for each in readings)
        return nominative or (readings if is_verb else ())  # an indeclinable word has no dictionary form but itself

    def _is_of_one(self, word: str, readings: tuple[Reading, ...]) -> bool:
        """Tell whether a name is one place's, so that its plural is another word: «Орлы» are no «Орёл»."""
        return is_country(word, self.language) or any(each.is_place and each.is_known for each in readings)

    def _endings(self, word: str, nominative: tuple[Reading, ...], may_be_many: bool) -> frozenset[str]:
        lower = word.lower()
        in_dictionary = any(each.is_known and each.lemma == lower and not each.is_surname for each in nominative)
        if in_dictionary or not word[0].isupper() or not _CONSONANT.search(lower):
            return frozenset()
        plural = _PLURAL_ENDINGS[self.language] if may_be_many else ()
        return frozenset(lower + ending for ending in (*_NAME_ENDINGS[self.language], *plural) if ending)

    def _variants(self, word: str) -> frozenset[str]:
        return next((each for each in _VARIANTS.get(self.language, ()) if word in each), frozenset({word}))


def _is_abbreviation(word: str) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    return capitals > 1 and capitals * 2 > len(word)


def _dictionary_forms(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return the readings in the nominative, those in the singular if there are any: «вина» is no plural of «вино»."""
    nominative = tuple(each for each in readings if each.case == "nomn")
    return tuple(each for each in nominative if each.number == "sing") or nominative


def _surnames(nominative: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return the readings as a surname, a man's first; none if the word is a common noun too."""
    nouns = [each for each in nominative if each.kind == "noun"]
    return (
        tuple(sorted(nouns, key=lambda each: each.gender != "masc")) if all(each.is_surname for each in nouns) else ()
    )


def _is_function_word(readings: tuple[Reading, ...], word: str) -> bool:
    kinds = {each.kind for each in readings}
    return "preposition" in kinds or ("conjunction" in kinds and len(word) < 4)
