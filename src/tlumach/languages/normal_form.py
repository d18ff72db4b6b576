"""One normal form of a text, for all that compares words: checks, terms, spelling, search.

A word is one word to a reader whether its letters are composed or not (a Mac's file names and clipboard have й as и and a
breve), whether it bears a stress mark («сто́ит»), and whatever invisible characters cut it. Here all of these become one:
composed letters (NFC), no stress marks over Cyrillic vowels, no characters that nobody sees but those that a script or an emoji needs.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tlumach.languages.invisible import DIRECTIONS, INVISIBLE, invisible

_VOWELS = "аеёиоуыэюяіїєѣѵАЕЁИОУЫЭЮЯІЇЄѢѴ"
_STRESS = "\u0300\u0301"
_STRESSED = re.compile(f"(?<=[{_VOWELS}])[{_STRESS}]")
"""Stress marks over composed letters: those of the letters ѐ and ѝ are not found here."""
_TAKEN_IN = re.compile("[\u1161-\u1175\u11a8-\u11c2]")
"""Korean vowels and last consonants, which a letter before them takes in though they are no marks."""


@dataclass(frozen=True)
class NormalForm:
    """A text in its normal form; ``places`` has where each of its characters, and its end, stands in the text as given.

    Without ``places`` every character stands where it stood.
    """

    text: str
    places: Sequence[int] | None = None

    def place(self, at: int) -> int:
        """Return where the character at a place of the normal form begins in the text as given; both count from 0."""
        return at if self.places is None else self.places[at]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text as given that a span of the normal form was made of, the marks on its last letter too."""
        return self.place(start), self.place(end)


def normal_form(text: str) -> NormalForm:
    """Return the normal form of a text, with where its characters come from. Line ends are never taken out."""
    if _is_plain(text):
        return NormalForm(text)
    pieces: list[str] = []
    places: list[int] = []
    for start, cluster in _clusters(text):
        composed = _composed(cluster)
        pieces.append(composed)
        places += [start] * len(composed)
    return NormalForm("".join(pieces), (*places, len(text)))


def _is_plain(text: str) -> bool:
    """Tell whether nothing in a text is to be made otherwise, which is quick, and so for nearly every text."""
    return text.isascii() or (
        unicodedata.is_normalized("NFC", text) and not INVISIBLE.search(text) and not _STRESSED.search(text)
    )


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Yield the visible characters of a text, each with its place and the marks upon it."""
    hidden = {each.place + at for each in invisible(text) for at in range(len(each.characters))}
    hidden |= {match.start() for match in DIRECTIONS.finditer(text)}
    start, cluster = 0, ""
    for place, character in enumerate(text):
        if place in hidden:
            continue
        if cluster and not _belongs(character):
            yield start, cluster
            cluster = ""
        start = start if cluster else place
        cluster += character
    if cluster:
        yield start, cluster


def _belongs(character: str) -> bool:
    """Tell whether a character may be one with the letter before it."""
    return not character.isascii() and (
        unicodedata.category(character)[0] == "M" or _TAKEN_IN.match(character) is not None
    )


def _composed(cluster: str) -> str:
    """Return a letter with its marks composed, without its stress."""
    composed = unicodedata.normalize("NFC", cluster)
    if composed[0] in _VOWELS and any(mark in composed for mark in _STRESS):
        return unicodedata.normalize("NFC", composed.translate(dict.fromkeys(map(ord, _STRESS))))
    return composed
