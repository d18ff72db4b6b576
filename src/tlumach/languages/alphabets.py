"""The letters of each language, and which letters are foreign to it."""

import re
from collections.abc import Mapping

from tlumach.languages.own_language import remembered
from tlumach.languages.profiles import profile, script

FOREIGN: Mapping[str, re.Pattern[str]] = {
    "uk": re.compile("[ыэёъЫЭЁЪ]"),
    "ru": re.compile("[іїєґІЇЄҐ]"),
    "en": re.compile("[\u0400-\u04ff]"),
    "be": re.compile("[ищъїєґИЩЪЇЄҐ]"),
    "kk": re.compile("[їєґўЇЄҐЎ]"),
}
"""The letters that a language does not have and that its neighbours here do."""
CYRILLIC = re.compile("[\u0400-\u04ff]")
_RUSSIAN_AND_OTHERS = "".join(map(chr, range(0x0400, 0x0460))) + "".join(map(chr, range(0x048A, 0x0500)))
"""All letters of today's languages in Cyrillic script."""
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
MARKS = "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd"
"""Ranges for a pattern: vowel signs and other marks of words, which `\\w` leaves out in most scripts of India and South-East Asia."""
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´‘][^\W\d_]+)*")
_MIXED = re.compile(
    r"[A-Za-z\u00c0-\u024f](?:(?=[’'ʼ]?[\u0400-\u04ff])|(?<=[\u0400-\u04ff].)|(?<=[\u0400-\u04ff][’'ʼ].))"
)
"""It begins with what Russian and Ukrainian have little of, so that a search passes the rest over fast."""


def foreign_to(language: str) -> re.Pattern[str] | None:
    """Return the letters that a language does not have, as far as they are known: to one in Latin script, all Cyrillic ones."""
    return neighbours_letters(language) or (CYRILLIC if script(language) == "Latn" else None)


@remembered
def neighbours_letters(language: str) -> re.Pattern[str] | None:
    """Return the letters of the Cyrillic script that a language lacks, where its alphabet is known; None where it is not."""
    if own := {letter for each in profile(language).alphabet for letter in each + each.upper()}:
        lacking = "".join(letter for letter in _RUSSIAN_AND_OTHERS if letter not in own)
        return re.compile(f"[{lacking}]") if lacking else None
    return FOREIGN.get(language)


def is_mixed(text: str) -> bool:
    """Tell whether a Latin and a Cyrillic letter stand side by side, be it with an apostrophe between them."""
    return bool(CYRILLIC.search(text) and _MIXED.search(text))
