"""The words of a text as they are filed: folded, in order. Each spelling is looked at once, however often it occurs."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tlumach.search.endings import fold, key_of_query
from tlumach.words import DICTIONARIES, HYPHENS, normal, words

_STRETCH = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")  # words joined by hyphens are looked at together
_VOWELS = frozenset("аеиіоуыэюяєїьй")


class Spelled(NamedTuple):
    """What a stretch of letters is filed as: its forms in order, what is looked up for each, and those that deserve a second look.

    ``names`` may be names that take endings which their namesakes in the dictionary do not (Токаев, genitive of токай);
    ``capitals`` are written in capitals alone; ``odd`` are words that folding changes, which the dictionary knows unfolded.
    """

    forms: tuple[str, ...]
    keys: tuple[str, ...]
    names: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()


def spelled(text: str, language: str) -> list[Spelled]:
    """Return the words of a text in order; of words joined by hyphens, the whole follows the last part."""
    shown = normal(unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u0301", ""))
    return [*map(_seen(language).__getitem__, _STRETCH.findall(shown))]


class _Seen(dict[str, Spelled]):
    """What was seen of a language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __missing__(self, stretch: str) -> Spelled:
        self[stretch] = found = _look(stretch, self._language)
        return found


_seen = cache(_Seen)


def _look(stretch: str, language: str) -> Spelled:
    found = [(word, form) for word in _words(stretch, language) if (form := fold(word))]
    return Spelled(
        forms=tuple(form for _, form in found),
        keys=tuple(key_of_query(form, language) for _, form in found),
        names=tuple(form for word, form in found if language in DICTIONARIES and _may_be_name(word, form)),
        capitals=tuple(form for word, form in found if len(word) > 1 and word.isupper()),
        odd=tuple(lower for word, form in found if (lower := word.lower()) != form),
    )


def _words(stretch: str, language: str) -> Iterator[str]:
    joined: list[str] = []
    end = -1
    for word in words(stretch, language):
        if word.text in ("'s", "s'"):
            continue
        follows = word.start == end + 1 and stretch[end] in HYPHENS
        joined = [*joined, word.text] if follows else [word.text]
        end = word.end
        yield word.text
        if follows:
            yield "".join(joined)


def _may_be_name(word: str, form: str) -> bool:
    return word[:1].isupper() and not word.isupper() and form[-1] not in _VOWELS
