"""The letters of each language, and which letters are foreign to it."""

import re
from collections.abc import Mapping

FOREIGN: Mapping[str, re.Pattern[str]] = {
    "uk": re.compile("[ыэёъЫЭЁЪ]"),
    "ru": re.compile("[іїєґІЇЄҐ]"),
    "en": re.compile("[\u0400-\u04ff]"),
}
"""The letters that a language does not have and that its neighbours here do."""
NAMES: Mapping[str, str] = {"uk": "Ukrainian", "ru": "Russian", "en": "English"}
CYRILLIC = re.compile("[\u0400-\u04ff]")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
MIXED = re.compile(r"[\u0400-\u04ff][’'ʼ]?[A-Za-z\u00c0-\u024f]|[A-Za-z\u00c0-\u024f][’'ʼ]?[\u0400-\u04ff]")
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´‘][^\W\d_]+)*")
