"""What an edit did to a source text: a matter of typography, or one that its translation has to follow."""

import re
from collections.abc import Callable

from tlumach.alignment.freshness import State
from tlumach.alignment.sequences import comparable, same
from tlumach.languages.lemmas import normal
from tlumach.languages.own_language import remembered
from tlumach.languages.spelling import Speller, speller
from tlumach.tracking.segments import Segment

_TOKEN = re.compile(
    r"\]\([^)]*\)|\[\^[^\]]*\]|<[^<>]*>|(?:(?<!\w)[-−–])?\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:['-][^\W\d_]+)*|[?!%‰$€£¥₴₽№+=≈<>±×°§&@]"
)
"""What says something: targets, marks, code, figures, words, and signs that are read aloud."""
_CODE = re.compile(r"((?<!`)`[^`\n]+`(?!`)|(?<!`)``(?!`).+?(?<!`)``(?!`))")
"""Code, which is what it is to the letter."""
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_FEWEST_LETTERS = 5
"""A word with fewer letters may be another word when one letter changes; of longer ones a dictionary can tell."""


def is_unanswered(segment: Segment | None, language: str) -> bool:
    """Whether a source has changed in what it says while its translation says, word for word, what the one of the old source did.

    ``language`` is that of the source.
    """
    entry = segment.entry if segment else None
    if segment is None or segment.state is not State.CHANGED or not (entry and segment.source and segment.target):
        return False
    if not _is_same(segment.target.text, entry.translation):
        return False
    return not is_typographic(entry.source, segment.source.text, language)


def _is_same(one: str, other: str) -> bool:
    """Whether two translations are one: what is but a matter of typography answers no change of the source."""
    said, then = ([each.lower() for each in tokens(text)] for text in (one, other))
    return said == then and (bool(said) or comparable(one).strip() == comparable(other).strip())


def is_typographic(then: str, now: str, language: str) -> bool:
    """Whether two texts say the same: other quotation marks, dashes, spaces, commas, capitals, emphasis, or a slip mended."""
    old, new = tokens(then), tokens(now)
    if len(old) != len(new):
        return False
    changed = [(one, other) for one, other in zip(old, new, strict=True) if one.lower() != other.lower()]
    return not changed or all(map(_is_slip_mended(language), *zip(*changed, strict=True)))


def tokens(text: str) -> list[str]:
    """Return what of a text says something, in order: words, figures, signs that are read aloud, targets, marks, code."""
    pieces = _CODE.split(comparable(text).replace("\u00ad", ""))
    found = ([piece] if at % 2 else _TOKEN.findall(normal(piece)) for at, piece in enumerate(pieces))
    return [each for some in found for each in some]


def _is_slip_mended(language: str) -> Callable[[str, str], bool]:
    """Return what tells whether a word that no dictionary has became the known one that is a letter or two away."""

    def is_mended(one: str, other: str) -> bool:
        is_word = (
            all(each.islower() and _WORD.fullmatch(each) for each in (one, other)) and len(other) >= _FEWEST_LETTERS
        )
        if not is_word or not _is_near(one, other):
            return False  # nearly always, so that the dictionary, which takes long to load, is left alone
        known = _dictionary(language)
        return known is not None and not known.knows(one) and known.knows(other)

    return is_mended


@remembered
def _dictionary(language: str) -> Speller | None:
    return speller(language)


def _is_near(one: str, other: str) -> bool:
    """Whether all letters but one or two of the longer word stand in the other, in order."""
    return max(len(one), len(other)) - len(same(one, other)) <= 2
