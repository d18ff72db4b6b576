"""Sorting as a language does: by the order that ICU, which has it from the Unicode CLDR, gives its letters.

Only what counts first is kept (`cldr.json`): case, and accents that make no letter of its own, do not count, nor do
apostrophes, quotation marks, spaces and hyphens. Letters of the language's own script come before those of others. Chinese
characters stand in the order of their code points, which is that of their radicals for most.
"""

import unicodedata
from collections.abc import Iterator, Mapping

from babel import Locale

from tlumach.languages.cldr.tables import expansions, letters
from tlumach.languages.lemmas import APOSTROPHES
from tlumach.languages.normal_form import normal_form
from tlumach.languages.own_language import remembered
from tlumach.languages.profiles import script

_OWN, _OTHERS, _UNKNOWN = 0x100, 0x2000, "\ufffd"
_LENGTHS = (3, 2, 1)
"""Letters of what a language may take for one, the longest first: dzs in Hungarian."""
_NOT_COUNTED = dict.fromkeys(map(ord, APOSTROPHES))


def sort_key(text: str, language: str) -> str:
    """Return the key by which a text sorts among others of that language."""
    return "".join(_keys(normal_form(text).text.lower().translate(_NOT_COUNTED), language))


def _keys(text: str, language: str) -> Iterator[str]:
    """Yield the key of each letter, or of those that the language takes for one."""
    places, at = _places(language), 0
    while at < len(text):
        taken = next((text[at : at + length] for length in _LENGTHS if text[at : at + length] in places), text[at])
        at += len(taken)
        yield places[taken] if taken in places else _unknown(taken, places)


def _unknown(letter: str, places: Mapping[str, str]) -> str:
    """Return the key of a letter that no table has: that of its base, or its own after all others; none of what is no letter."""
    base = unicodedata.normalize("NFD", letter)[0]
    if base in places:
        return places[base]
    return (letter if letter.isascii() or letter.isdigit() else _UNKNOWN + letter) if letter.isalnum() else ""


@remembered
def _places(language: str) -> Mapping[str, str]:
    """Return the key of each letter of a language: its own first, then those of all others."""
    places: dict[str, str] = {}
    name = Locale("en").scripts.get(script(language), "").upper()
    own = letters(language)
    for start, groups in ((_OTHERS, letters("")), (_OWN, own if own != letters("") else ())):
        for place, group in enumerate(groups):
            for letter in group.split():
                is_own = start == _OWN or (name and unicodedata.name(letter[0], "").startswith(name))
                places[letter] = chr((_OWN if is_own else _OTHERS) + place)
    for table in (expansions(""), expansions(language)):
        places |= {letter: "".join(places[each] for each in pair) for letter, pair in table.items()}
    return places
