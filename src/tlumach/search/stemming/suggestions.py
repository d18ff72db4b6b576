"""The words of a text as they are filed: folded, in order. What stands between spaces is looked at once, however often it does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from tlumach.languages.endings import fold, key_of_query, visible
from tlumach.languages.lemmas import DICTIONARIES, HYPHENS, normal, words
from tlumach.languages.own_language import remembered

_STRETCH = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")  # words joined by hyphens are looked at together
_INFLECTED = re.compile(r"[А-ЯЁІЇЄҐ]{2,}[а-яёіїєґ]{1,3}")
_VOWELS = frozenset("аеиіоуыэюяєїьй")


@dataclass(frozen=True, eq=False, slots=True)
class Spelled:
    """What a stretch of letters is filed as: its forms in order, what is looked up for each, and those that deserve a second look.

    ``names`` may be names that take endings which their namesakes in the dictionary do not (Токаев, genitive of токай);
    ``capitals`` are written in capitals, but for a case ending («в МИДе»);
    ``odd`` are words that folding changes, which the dictionary knows unfolded.
    """

    forms: tuple[str, ...]
    keys: tuple[str, ...]
    names: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()


def spelled(text: str, language: str) -> list[Spelled]:
    """Return the words of a text in order; of words joined by hyphens, the whole follows the last part."""
    shown = normal(visible(text))
    return [*chain.from_iterable(map(_seen(language).__getitem__, shown.split()))]


class _Seen(dict[str, tuple[Spelled, ...]]):
    """What stands between spaces in a language, by what was seen of its stretches of letters."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __missing__(self, piece: str) -> tuple[Spelled, ...]:
        self[piece] = found = tuple(_look(stretch, self._language) for stretch in _STRETCH.findall(piece))
        return found


_seen = remembered(_Seen)


@remembered
def _look(stretch: str, language: str) -> Spelled:
    found = [(word, form) for word in _words(stretch, language) if (form := fold(word))]
    return Spelled(
        forms=tuple(form for _, form in found),
        keys=tuple(key_of_query(form, language) for _, form in found),
        names=tuple(form for word, form in found if language in DICTIONARIES and _may_be_name(word, form)),
        capitals=tuple(form for word, form in found if _is_abbreviated(word)),
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


def _is_abbreviated(word: str) -> bool:
    return len(word) > 1 and (word.isupper() or bool(_INFLECTED.fullmatch(word)))


def _may_be_name(word: str, form: str) -> bool:
    return word[:1].isupper() and not word.isupper() and form[-1] not in _VOWELS
