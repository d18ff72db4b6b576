"""Whether the dictionaries know the words of a translation."""

import re
from collections.abc import Iterator

from tlumach.checks.pairs.numbers.words.lexicon import is_deep, sense
from tlumach.checks.pairs.pair import AlignedPair, Knowledge, PairFinding, Side, short
from tlumach.checks.pairs.spelling.exceptions import is_right
from tlumach.checks.pairs.spelling.names import slips_in_names
from tlumach.languages.alphabets import CYRILLIC, LATIN, neighbours_letters
from tlumach.languages.lemmas import words
from tlumach.languages.profiles import script
from tlumach.problems import Level

_SHORTEST = 3
_SHORTEST_SLIP_OF_AUTHORS = 8
_FEWEST_IN_CELL = 4
_AFTER_A_FIGURE = re.compile(r"\d-?$")
_PART_OF_A_NAME = re.compile(r"-|.?[^\W\d_]+(?:-|[ \u00a0][^\W\d_a-zа-яёіїєґ][^\W\d_]+)", re.DOTALL)
"""What authors surely wrote on purpose: a part of a compound (хет-трик), a name that begins a sentence and goes on."""
_INITIAL = re.compile(r"(?<!\w)[^\W\d_a-zа-яёіїєґ]\.[ \u00a0]?$")
_QUOTATION_END = re.compile('[»“”’"]')
_STOP = re.compile(r"[.!?…:]\W*$|[«„“‘\"(]\s*$|\n\W*$|^\W*$")


def check_spelling(pair: AlignedPair) -> Iterator[PairFinding]:
    """A dictionary knows every word: hunspell's of the language, or the one that finds the terms' forms.

    Finds `симфоінію`, `honney`, in a source-language page too, and names the nearest known words. Names (words with a capital
    within a sentence), words of the glossary, words of another script, in figures or in capitals, those of fewer than
    three letters, and words that the source has in the same form are let be. The dictionaries are those of the system
    (Debian: hunspell-ru, hunspell-uk, hunspell-en-gb) or in the folders that DICPATH names; where one is missing, one line says so.

    A name in Latin letters within a text in another script is compared with those of the source: `Windiws` for `Windows` is found.

    A word that is likely a slip of the pen, a letter away from a known one, is a warning; any other unknown word is `info`,
    as is one that stands on the site more than twice: it is new, not wrong. A word is reported once, with all its places.

    To mend it, correct the word. A word that is right goes into `words/<language>.txt` (`tlumach check --add-words` puts it
    there; `токен/диван` is right in all forms that «диван» has), into the glossary's `forms`, or is waived:
    `waive spelling: the reason` in the record (for one of the source, in the record of any translation of the page).
    """
    yield from slips_in_names(pair)
    yield from misspelt(pair.target, pair.knowledge, pair.source.text)


def misspelt(side: Side, knowledge: Knowledge, source: str = "") -> Iterator[PairFinding]:
    """Yield the words of a block that no dictionary knows; ``source`` is what it was translated from.

    Where it is empty, the block is the source itself, whose authors know their words: only slips are found, a letter
    away from a known word.
    """
    speller = knowledge.spelling(side.language)
    if speller is None or not side.is_prose:
        return
    for word, start in _unknown(side, knowledge):
        if not source and _PART_OF_A_NAME.match(side.prose.text, start - 1 if start else 0):
            continue
        if not is_right(word, start, side, knowledge, source):
            meant = speller.meant(word) if source or len(word) >= _SHORTEST_SLIP_OF_AUTHORS else []
            nearest = meant or speller.nearest(word)
            if nearest or source:
                where = short(side.prose.text, start)
                message = f"no dictionary knows “{word}” (nearest: {', '.join(nearest) or 'none'}): “{where}”."
                yield PairFinding(message, side.prose.line_at(start), level=None if meant else Level.INFO)


def _unknown(side: Side, knowledge: Knowledge) -> Iterator[tuple[str, int]]:
    """Yield the words that a dictionary should know and the quick ones don't, each with its place."""
    language, text, right = side.language, side.prose.text, knowledge.right
    for word, start, _ in words(text, language):
        if len(word) >= _SHORTEST and (language, word) not in right and _is_ordinary(word, start, text, language):
            if knowledge.reads(language, word):
                right.add((language, word))
            else:
                yield word, start


def _is_ordinary(word: str, start: int, text: str, language: str) -> bool:
    """Whether a word is one that a dictionary should know."""
    own, other = (LATIN, CYRILLIC) if script(language) == "Latn" else (CYRILLIC, LATIN)
    if not word.replace("'", "").isalpha() or not own.search(word) or other.search(word):
        return False
    if (foreign := neighbours_letters(language)) and foreign.search(word):
        return False  # the letters say what is wrong with it
    if word[1:] != word[1:].lower() or _AFTER_A_FIGURE.search(text[max(start - 2, 0) : start]):
        return False
    if (is_deep(language) and sense(word, language)) or (
        word[0].isupper() and _INITIAL.search(text[max(start - 4, 0) : start])
    ):
        return False
    return word[0].islower() or _begins_a_sentence(text, start)


def _begins_a_sentence(text: str, place: int) -> bool:
    """Whether a word has its capital from the sentence that it begins, and not from being a name in a cell or a list."""
    before = text[max(place - 8, 0) : place]
    if not _STOP.search(before):
        return False
    rest = text[place:].split("\n", 1)[0]
    if before[-1:] in tuple('«„“‘"'):
        return len(_QUOTATION_END.split(rest, maxsplit=1)[0].split()) >= _FEWEST_IN_CELL  # else it is a name: «Мега»
    return len(rest.split()) >= (_FEWEST_IN_CELL if "\n" in text else 2)
