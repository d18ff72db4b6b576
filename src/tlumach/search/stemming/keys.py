"""The keys of a word: the stems under which a word of the text is filed.

A word of the text is filed under the stems of all forms of all words that it may be, so Київ and Києва meet although
no rule of endings joins them. What is looked up needs no dictionary: one cut, by a table that the browser has too.

The keys of words as bytes, and back: so that a dictionary is loaded for new words alone.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tlumach.languages.endings import bases, cut, endings, fold, has_endings, kin, typed_otherwise
from tlumach.languages.lemmas import DICTIONARIES, Lemmatizer, normal, stem_of
from tlumach.languages.own_language import NOT_CHECKED, told_of
from tlumach.search.stemming.english import english_forms, is_known, lexemes_of_other_aspect
from tlumach.search.stemming.lexeme_stems import stems_of_lexemes
from tlumach.tasks.tasks import Task, TaskRunner, groups, things

_VERB_TO_PARTICIPLE = (("ати", "аний"), ("яти", "яний"), ("ити", "ений"), ("іти", "ений"), ("ути", "утий"))
_PARTICIPLE_TO_VERB = tuple((participle, verb) for verb, participle in _VERB_TO_PARTICIPLE)
_SHORT = 3
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1780-\u17ff\U00020000-\U0003ffff]")
"""Letters of Japanese, Chinese, Thai, Lao and Khmer."""
_LEAST_UNCUT, _LONGEST_ENDING = 4, 3
LONGEST_ABBREVIATION = 8
CAPITALS = "^"
"""Stands before an abbreviation that is written in capitals alone, where it must not be taken for another word: НАТО, Ната."""
_SILENT_KINDS = frozenset({"pronoun", "preposition", "conjunction", "particle"})


class Known(NamedTuple):
    """What is known of a word: its keys in order, whether it says so little that nobody looks for it, whether it may be an abbreviation."""

    is_silent: bool
    is_abbreviation: bool
    keys: tuple[str, ...]


class Keys:
    """Knows the keys of words; each word is worked out once. ``known`` (by language and word) may be kept between builds."""

    def __init__(self, lemmatizer: Lemmatizer, known: dict[tuple[str, str], Known] | None = None) -> None:
        """Make one that knows what was worked out before."""
        self.known = {} if known is None else known
        self._lemmatizer = lemmatizer

    def of(self, word: str, language: str) -> tuple[str, ...]:
        """Return the keys of a word in lower case, in order; none where it says so little that nobody looks for it."""
        found = self.known_of(word, language)
        return () if found.is_silent else found.keys

    def of_any(self, word: str, language: str) -> tuple[str, ...]:
        """Return the keys of a word, whatever it says."""
        return self.known_of(word, language).keys

    def is_abbreviation(self, word: str, language: str) -> bool:
        """Tell whether a word in lower case, which is written in capitals, is an abbreviation."""
        return self.known_of(word, language).is_abbreviation

    def known_of(self, word: str, language: str) -> Known:
        """Return all that is known of a word in lower case."""
        found = self.known.get((language, word))
        if found is None:
            keys = tuple(sorted(keys_of(word, language, self._lemmatizer)))
            is_silent, is_short = _is_silent(word, language, self._lemmatizer), len(word) <= LONGEST_ABBREVIATION
            is_abbreviation = is_short and self._lemmatizer.is_abbreviation(word, language)
            found = self.known[language, word] = Known(is_silent, is_abbreviation, keys)
        return found


def _is_silent(word: str, language: str, lemmatizer: Lemmatizer) -> bool:
    """Whether a word is a preposition, a conjunction, a particle, a pronoun."""
    if language in DICTIONARIES:
        kinds = {each.kind for each in lemmatizer.readings(word, language)}
        is_short = (
            len(fold(word)) <= _SHORT and kinds & _SILENT_KINDS
        )  # “в” is a letter as well, “на” a verb in old books
        return bool(is_short or kinds <= _SILENT_KINDS)
    return fold(word) in endings(language).stop


def keys_of(word: str, language: str, lemmatizer: Lemmatizer) -> frozenset[str]:
    """Return the stems under which a word of the text is filed; one at least begins as the word does."""
    itself = cut(fold(word), endings(language), with_prefix=False)
    if language in DICTIONARIES and not _UNSPACED.search(word):
        return frozenset(stems_of_lexemes(_lexemes(word, language, lemmatizer), language) | {itself})
    forms = {fold(form) for form in _forms(word, language, lemmatizer)}
    found = stems_of_lexemes([frozenset(forms)], language) | {itself}
    if language in DICTIONARIES or language == "en" or not has_endings(language):
        return frozenset(found)
    return frozenset(found | forms | {stem for each in found for stem in kin(language).get(each, ())})


def _lexemes(word: str, language: str, lemmatizer: Lemmatizer) -> Iterator[frozenset[str]]:
    """Yield the forms of the dictionary words that a word may be, and of those that belong to them."""
    yield from lemmatizer.lexemes(word, language)
    yield from lexemes_of_other_aspect(word, language, lemmatizer)
    if language == "uk":
        yield from _ukrainian_participles(word, lemmatizer)


def _forms(word: str, language: str, lemmatizer: Lemmatizer) -> frozenset[str]:
    """Return what a word of a language without a dictionary, or in a script without spaces, may be a form of."""
    if _UNSPACED.search(word):
        return frozenset({fold(word), *_grams(fold(word))})
    if language == "en":
        return english_forms(fold(normal(word)), lemmatizer)
    if has_endings(language):
        spellings = {fold(word), *typed_otherwise(word, language)}
        found = frozenset().union(*(bases(each, language) for each in spellings))
        return found.union(
            *(typed_otherwise(each, language) for each in found)
        )  # «окушы» of «оқушылардың»: endings, too
    return frozenset({fold(word), *_stems_of(word, language)})


def _grams(word: str) -> set[str]:
    """Return the letters and the pairs of letters of a run in a script that puts no spaces: the browser asks for pairs."""
    return {word[at : at + length] for at in range(len(word)) for length in (1, 2) if at + length <= len(word)}


def _stems_of(word: str, language: str) -> set[str]:
    """Return what a word is filed under where no table cuts it: Snowball's stem, or what is left without some letters at its end.

    The browser shortens the word that is asked for in the same way until it meets one of them.
    """
    if stem := stem_of(normal(word).lower(), language):
        return {fold(stem)}
    folded = fold(word)
    return {folded[:length] for length in range(max(_LEAST_UNCUT, len(folded) - _LONGEST_ENDING), len(folded))}


def _ukrainian_participles(word: str, lemmatizer: Lemmatizer) -> Iterator[frozenset[str]]:
    """Yield the forms of a verb's passive participle, or of a participle's verb: the dictionary has them as two words."""
    for reading in lemmatizer.readings(word, "uk"):
        pairs = _VERB_TO_PARTICIPLE if reading.kind == "verb" else _PARTICIPLE_TO_VERB
        kind = "adjective" if reading.kind == "verb" else "verb"
        for old, new in pairs if reading.kind in ("verb", "adjective") else ():
            other = reading.lemma.removesuffix(old) + new
            if reading.lemma.endswith(old) and is_known(other, kind, "uk", lemmatizer):
                yield from lemmatizer.lexemes(other, "uk")


FEWEST = 64
"""Words whose keys are kept together, at least: those beside a new word are worked out again with it."""


def learn(keys: Keys, words: Mapping[str, Iterable[str]], name: str, runner: TaskRunner) -> None:
    """Let ``keys`` know these words, given by language; ``name`` is that of the kind of thing under which they are kept."""
    items = [(language, some) for language, every in words.items() for some in groups(sorted(every), FEWEST)]
    kind = Task[tuple[str, list[str]]](
        name, lambda item: (told_of(item[0], NOT_CHECKED), item), lambda item: _to_bytes(keys, *item)
    )
    for (language, some), made in zip(items, things(runner, kind, items), strict=True):
        keys.known.update(zip(((language, word) for word in some), _from_bytes(made), strict=True))


def _to_bytes(keys: Keys, language: str, words: Iterable[str]) -> bytes:
    return json.dumps([keys.known_of(word, language) for word in words], ensure_ascii=False).encode()


def _from_bytes(content: bytes) -> Iterable[Known]:
    return (Known(is_silent, is_short, tuple(some)) for is_silent, is_short, some in json.loads(content))
