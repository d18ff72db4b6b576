"""Whether the dictionaries know the words of a translation."""

import re
from collections.abc import Iterator, Mapping

from tlumach.checks.pairs.alphabets import CYRILLIC, FOREIGN, LATIN
from tlumach.checks.pairs.latin import folded
from tlumach.checks.pairs.pair import AlignedPair, Finding, short
from tlumach.words import DICTIONARIES, Lemmatizer, words

_SHORTEST = 3
_SHORTEST_IN_PREFIXED = 4
_FEWEST_IN_CELL = 4
_AFTER_A_FIGURE = re.compile(r"\d-?$")
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
_STOP = re.compile(r"[.!?…:]\W*$|[«„“‘\"(—–]\s*$|\n\s*$|^\W*$")


def check_spelling(pair: AlignedPair) -> Iterator[Finding]:
    """A dictionary knows every word of a translation: hunspell's of the language, or the one that finds the terms' forms.

    Finds `симфоінію`, `honney`, and names the nearest known words. Names (words with a capital within a sentence), words of
    the glossary, words of another script, in figures or in capitals, those of fewer than three letters, and words that
    the source has in the same form are let be. The dictionaries are those of the system (Debian: hunspell-uk,
    hunspell-en-gb, hunspell-ru) or in the folders that DICPATH names; where one is missing, one line says so.

    To mend it, correct the word. A word that is right goes into the glossary, or is waived: `waive spelling: the reason`.
    """
    speller = pair.knowledge.spelling(pair.target.language)
    if speller is None or not pair.target.is_prose:
        return
    side = pair.target
    cited = [match.span() for match in _CITED.finditer(side.text)] if "*" in side.text else []
    cited_words = {word for start, end in cited for word in re.findall(r"[^\W\d_]+", side.text[start:end])}
    for word in words(side.prose.text, side.language):
        if (
            word.text not in cited_words
            and _is_ordinary(pair, word.text, word.start)
            and not _is_known(pair, word.text)
        ):
            nearest = ", ".join(speller.nearest(word.text)) or "none"
            where = short(side.prose.text, word.start)
            message = f"no dictionary knows “{word.text}” (nearest: {nearest}): “{where}”."
            yield Finding(message, side.prose.line_at(word.start))


def _is_ordinary(pair: AlignedPair, word: str, place: int) -> bool:
    """Whether a word is one that a dictionary should know."""
    text, language = pair.target.prose.text, pair.target.language
    own, other = (LATIN, CYRILLIC) if language == "en" else (CYRILLIC, LATIN)
    if len(word) < _SHORTEST or not word.replace("'", "").isalpha() or not own.search(word) or other.search(word):
        return False
    if (foreign := FOREIGN.get(language)) and foreign.search(word):
        return False  # the letters say what is wrong with it
    if word[1:] != word[1:].lower() or _AFTER_A_FIGURE.search(text[max(place - 2, 0) : place]):
        return False
    return word[0].islower() or _begins_a_sentence(text, place)


def _begins_a_sentence(text: str, place: int) -> bool:
    """Whether a word has its capital from the sentence that it begins, and not from being a name in a cell or a list."""
    rest = text[place:].split("\n", 1)[0]
    return _STOP.search(text[max(place - 8, 0) : place]) is not None and len(rest.split()) >= (
        _FEWEST_IN_CELL if "\n" in text else 2
    )


def _is_known(pair: AlignedPair, word: str) -> bool:
    knowledge, language = pair.knowledge, pair.target.language
    speller = knowledge.spelling(language)
    if speller is None or speller.knows(word) or word in pair.source.text or word.lower() in knowledge.names:
        return True
    if language == "en" and folded(word) in {
        folded(other) for other in re.findall(r"[а-яё]+", pair.source.text.lower())
    }:
        return True  # a name, or a word spoken of, in Latin letters
    if word.lower() in _PREFIXES.get(language, ()):
        return True  # as in anti-war
    prefixes = (prefix for prefix in _PREFIXES.get(language, ()) if word.lower().startswith(prefix))
    if any(len(rest := word[len(prefix) :]) >= _SHORTEST_IN_PREFIXED and speller.knows(rest) for prefix in prefixes):
        return True
    if language in DICTIONARIES and knowledge.lemmatizer and _is_read(knowledge.lemmatizer, word, language):
        return True
    return word[0].isupper() and not speller.is_slip(word)


def _is_read(lemmatizer: Lemmatizer, word: str, language: str) -> bool:
    return any(reading.is_known for reading in lemmatizer.readings(word, language))
