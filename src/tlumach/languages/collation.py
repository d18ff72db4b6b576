"""Sorting by a language's own alphabet.

Ukrainian by its state orthography of 2019 (Ґ after Г, Є after Е, І and Ї after И, Ь before Ю); Russian with Ё as Е, the
custom of its dictionaries; apostrophes, quotation marks, spaces and hyphens do not count. Other languages sort by code
point without regard to case and accents.
"""

import unicodedata

from tlumach.languages.lemmas import normal
from tlumach.languages.normal_form import normal_form

UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_ALPHABETS = {
    "uk": {letter: chr(0x400 + place) for place, letter in enumerate(UKRAINIAN)},
    "ru": {letter: chr(0x400 + place) for place, letter in enumerate(RUSSIAN)} | {"ё": chr(0x400 + RUSSIAN.index("е"))},
}


def sort_key(text: str, language: str) -> str:
    """Return the key by which a text sorts among others of that language."""
    folded = normal(normal_form(text).text.lower())
    if alphabet := _ALPHABETS.get(language):
        return "".join(alphabet.get(letter, letter) for letter in folded if letter.isalnum())
    return "".join(letter for letter in unicodedata.normalize("NFD", folded) if letter.isalnum())
