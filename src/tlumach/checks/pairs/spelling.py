"""Whether the dictionaries know the words of a translation."""

import re
from collections.abc import Iterator, Mapping

from tlumach.checks.pairs.alphabets import CYRILLIC, FOREIGN, LATIN
from tlumach.checks.pairs.latin import folded
from tlumach.checks.pairs.pair import AlignedPair, Finding, Knowledge, Side, short
from tlumach.words import normal, words

_SHORTEST = 3
_SHORTEST_IN_PREFIXED = 4
_FEWEST_IN_CELL = 4
_AFTER_A_FIGURE = re.compile(r"\d-?$")
_LETTERS = re.compile(r"[^\W\d_]+")
_CITED = re.compile(r"(?<!\*)\*[^*\n]+\*(?!\*)")
_PREFIXES: Mapping[str, tuple[str, ...]] = {
    "ru": (
        "вице",
        "экс",
        "анти",
        "контр",
        "супер",
        "мини",
        "евро",
        "авто",
        "пост",
        "нано",
        "кибер",
        "гипер",
        "спец",
        "сверх",
        "пол",
        "много",
        "фан",
    ),
    "uk": (
        "віце",
        "екс",
        "анти",
        "контр",
        "супер",
        "міні",
        "євро",
        "авто",
        "пост",
        "нано",
        "кібер",
        "гіпер",
        "спец",
        "над",
        "пів",
        "багато",
    ),
    "en": (
        "anti",
        "pro",
        "pre",
        "post",
        "non",
        "re",
        "un",
        "over",
        "under",
        "counter",
        "cyber",
        "super",
        "inter",
        "multi",
        "co",
    ),
}
"""What a word may begin with that a dictionary has without it."""
_STOP = re.compile(r"[.!?…:]\W*$|[«„“‘\"(]\s*$|\n\W*$|^\W*$")


def check_spelling(pair: AlignedPair) -> Iterator[Finding]:
    """A dictionary knows every word: hunspell's of the language, or the one that finds the terms' forms.

    Finds `симфоінію`, `honney`, in a source-language page too, and names the nearest known words. Names (words with a capital
    within a sentence), words of the glossary, words of another script, in figures or in capitals, those of fewer than
    three letters, and words that the source has in the same form are let be. The dictionaries are those of the system
    (Debian: hunspell-ru, hunspell-uk, hunspell-en-gb) or in the folders that DICPATH names; where one is missing, one line says so.

    To mend it, correct the word. A word that is right goes into the glossary's `forms`, or is waived:
    `waive spelling: the reason` in the record (for one of the source, in the record of any translation of the page).
    """
    yield from misspelt(pair.target, pair.knowledge, pair.source.text)


def misspelt(side: Side, knowledge: Knowledge, source: str = "") -> Iterator[Finding]:
    """Yield the words of a block that no dictionary knows; ``source`` is what it was translated from."""
    speller = knowledge.spelling(side.language)
    if speller is None or not side.is_prose:
        return
    cited: set[str] | None = None
    for word, start in _ordinary(side):
        if not _is_known(word, side.language, knowledge, source):
            cited = _cited(side.text) if cited is None else cited
            if word not in cited:
                nearest = ", ".join(speller.nearest(word)) or "none"
                message = f"no dictionary knows “{word}” (nearest: {nearest}): “{short(side.prose.text, start)}”."
                yield Finding(message, side.prose.line_at(start))


def _ordinary(side: Side) -> Iterator[tuple[str, int]]:
    """Yield the words that a dictionary should know, each with its place."""
    own, other = (LATIN, CYRILLIC) if side.language == "en" else (CYRILLIC, LATIN)
    text, foreign = side.prose.text, FOREIGN.get(side.language)
    for word, start, _ in words(text, side.language):
        if len(word) < _SHORTEST or not word.replace("'", "").isalpha() or not own.search(word) or other.search(word):
            continue
        if foreign and foreign.search(word):
            continue  # the letters say what is wrong with it
        if word[1:] != word[1:].lower() or _AFTER_A_FIGURE.search(text[max(start - 2, 0) : start]):
            continue
        if word[0].islower() or _begins_a_sentence(text, start):
            yield word, start


def _cited(text: str) -> set[str]:
    """Return the words that stand in italics."""
    return {word for match in _CITED.finditer(normal(text)) for word in _LETTERS.findall(match[0])}


def _begins_a_sentence(text: str, place: int) -> bool:
    """Whether a word has its capital from the sentence that it begins, and not from being a name in a cell or a list."""
    if not _STOP.search(text[max(place - 8, 0) : place]):
        return False
    rest = text[place:].split("\n", 1)[0]
    return len(rest.split()) >= (_FEWEST_IN_CELL if "\n" in text else 2)


def _is_known(word: str, language: str, knowledge: Knowledge, source: str) -> bool:
    if knowledge.has(word, language) or word in normal(source):
        return True
    lower, prefixes = word.lower(), _PREFIXES.get(language, ())
    if lower in prefixes:
        return True  # as in anti-war
    rests = [word[len(prefix) :] for prefix in prefixes if lower.startswith(prefix)]
    if any(len(rest) >= _SHORTEST_IN_PREFIXED and knowledge.has(rest, language) for rest in rests):
        return True
    return _is_spelt_as_there(word, language, source) or (word[0].isupper() and not _is_slip(word, language, knowledge))


def _is_spelt_as_there(word: str, language: str, source: str) -> bool:
    """Whether a word is one of the source in other letters: a name with a capital, in English any word that is spoken of."""
    others = (other for other in _LETTERS.findall(source) if language == "en" or other[0].isupper())
    return (language == "en" or word[0].isupper()) and folded(word) in map(folded, others)


def _is_slip(word: str, language: str, knowledge: Knowledge) -> bool:
    speller = knowledge.spelling(language)
    return speller is not None and speller.is_slip(word)
