"""Whether the dictionaries know the words of a translation."""

import re
from collections.abc import Iterator, Mapping
from functools import partial

from tlumach.checks.pairs.alphabets import CYRILLIC, FOREIGN, LATIN
from tlumach.checks.pairs.latin import folded
from tlumach.checks.pairs.pair import AlignedPair, Finding, Knowledge, Side, short
from tlumach.words import DICTIONARIES, normal, words

_SHORTEST = 3
_SHORTEST_IN_PREFIXED = 4
_SHORTEST_IN_COMPOUND = 4
_FEWEST_IN_CELL = 4
_ENDING, _SHORTEST_STEM = 2, 4
"""Letters at the end in which the forms of a name may differ, and those that it has without them at least."""
_OF_A_PLACE = re.compile(r"(?:ськ|цьк|зьк)(?:ий|ого|ому|им|а|ої|ій|у|ою|е|і|их|ими)$")
"""How an adjective ends that is as often as not a name: «Мещанський суд»."""
_NAME = re.compile(r"(?<=[^\W\d_][ \u00a0])[^\W\d_a-zа-яёіїєґ][^\W\d_]+")
"""A word with a capital that it does not have from the beginning of a sentence."""
_AFTER_A_FIGURE = re.compile(r"\d-?$")
_LETTERS = re.compile(r"[^\W\d_]+")
_CITED = re.compile(r"(?<!\*)\*[^*\n]+\*(?!\*)")
_IN_NO_COMPOUND = """
about after also been before down each even from have here into just like more most much only other over said same some such
than that their them then there these they this those upon very were what when where which while will with would your
"""
"""Words of no compound: beside them, a space is missing."""
_LEFT_TOGETHER = frozenset(_IN_NO_COMPOUND.split())
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
_QUOTATION_END = re.compile('[»“”’"]')
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
    """Yield the words of a block that no dictionary knows; ``source`` is what it was translated from.

    Where it is empty, the block is the source itself, whose authors know their words: only slips are found, a letter
    away from a known word.
    """
    speller = knowledge.spelling(side.language)
    if speller is None or not side.is_prose:
        return
    for word, start in _unknown(side, knowledge):
        if not _is_right(word, side, knowledge, source):
            nearest = speller.nearest(word)
            if nearest or source:
                where = short(side.prose.text, start)
                message = f"no dictionary knows “{word}” (nearest: {', '.join(nearest) or 'none'}): “{where}”."
                yield Finding(message, side.prose.line_at(start))


def _unknown(side: Side, knowledge: Knowledge) -> Iterator[tuple[str, int]]:
    """Yield the words that a dictionary should know and the quick ones don't, each with its place."""
    language, text, right = side.language, side.prose.text, knowledge.right
    for word, start, _ in words(text, language):
        if (language, word) not in right and _is_ordinary(word, start, text, language):
            if knowledge.reads(language, word):
                right.add((language, word))
            else:
                yield word, start


def _is_ordinary(word: str, start: int, text: str, language: str) -> bool:
    """Whether a word is one that a dictionary should know."""
    own, other = (LATIN, CYRILLIC) if language == "en" else (CYRILLIC, LATIN)
    if len(word) < _SHORTEST or not word.replace("'", "").isalpha() or not own.search(word) or other.search(word):
        return False
    if (foreign := FOREIGN.get(language)) and foreign.search(word):
        return False  # the letters say what is wrong with it
    if word[1:] != word[1:].lower() or _AFTER_A_FIGURE.search(text[max(start - 2, 0) : start]):
        return False
    return word[0].islower() or _begins_a_sentence(text, start)


def _cited(text: str) -> set[str]:
    """Return the words that stand in italics."""
    return {word for match in _CITED.finditer(normal(text)) for word in _LETTERS.findall(match[0])}


def _begins_a_sentence(text: str, place: int) -> bool:
    """Whether a word has its capital from the sentence that it begins, and not from being a name in a cell or a list."""
    before = text[max(place - 8, 0) : place]
    if not _STOP.search(before):
        return False
    rest = text[place:].split("\n", 1)[0]
    if before[-1:] in tuple('«„“‘"'):
        return len(_QUOTATION_END.split(rest, maxsplit=1)[0].split()) >= _FEWEST_IN_CELL  # else it is a name: «Мега»
    return len(rest.split()) >= (_FEWEST_IN_CELL if "\n" in text else 2)


def _is_right(word: str, side: Side, knowledge: Knowledge, source: str) -> bool:
    """Whether a word is let be, or known to hunspell, which is asked as late as can be, since it loads for long."""
    language, is_quick = side.language, side.language in DICTIONARIES
    if not is_quick and knowledge.spells(language, word):
        knowledge.right.add((language, word))
        return True
    if word in normal(source) or word in _cited(side.text):
        return True
    near = partial(knowledge.is_slip, language, word)
    if word[0].isupper() and not _is_common(word, source, knowledge) and (_is_name(word, source) or not near()):
        return True
    if language == "en" and (_is_spoken_of(word, source) or _is_compound(word, knowledge)) and not near():
        return True
    return _has_known_end(word, language, knowledge)


def _has_known_end(word: str, language: str, knowledge: Knowledge) -> bool:
    """Whether a dictionary knows the word, or what is left of it without a common beginning."""
    beginnings = [each for each in _PREFIXES.get(language, ()) if word.lower().startswith(each)]
    rests = [word[len(each) :] for each in beginnings]
    known = (word, *(rest for rest in rests if len(rest) >= _SHORTEST_IN_PREFIXED))
    return "" in rests or any(ask(language, each) for ask in (knowledge.reads, knowledge.spells) for each in known)


def _is_compound(word: str, knowledge: Knowledge) -> bool:
    """Whether an English word is put together of two: birchbark."""
    parts = [(word[:at], word[at:]) for at in range(_SHORTEST_IN_COMPOUND, len(word) - _SHORTEST_IN_COMPOUND + 1)]
    nouns = [pair for pair in parts if not {part.lower() for part in pair} & _LEFT_TOGETHER]
    return any(all(knowledge.spells("en", part) for part in pair) for pair in nouns)


def _is_name(word: str, source: str) -> bool:
    """Whether the source has a word with a capital in other letters, in any case if it is surely a name."""
    ours = folded(word)
    stem = ours[: max(len(ours) - _ENDING, _SHORTEST_STEM)]
    names = [folded(other) for other in _NAME.findall(source)]
    return any(name.startswith(stem) for name in names) or any(ours == folded(other) for other in _capitals(source))


def _is_spoken_of(word: str, source: str) -> bool:
    """Whether the source has a word of about the same letters: one that is romanised, not translated."""
    ours = folded(word)
    stem = ours[: max(len(ours) - _ENDING, _SHORTEST_STEM)]
    return any(folded(other).startswith(stem) for other in _LETTERS.findall(source))


def _is_common(word: str, source: str, knowledge: Knowledge) -> bool:
    """Whether a word with a capital is an ordinary one of a Russian or Ukrainian source, in other letters: left untranslated."""
    if not CYRILLIC.search(word) or not knowledge.lemmatizer or _OF_A_PLACE.search(word):
        return False
    same = [other for other in _capitals(source) if folded(other) == folded(word)]
    readings = [knowledge.lemmatizer.readings(other, "ru") for other in same]
    return bool(readings) and all(
        any(each.is_known and not (each.is_surname or each.is_first_name) for each in known) for known in readings
    )


def _capitals(text: str) -> Iterator[str]:
    return (word for word in _LETTERS.findall(text) if word[0].isupper())
