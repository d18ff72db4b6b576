"""How much of a paragraph another one holds."""

import re
from difflib import SequenceMatcher

LEAST = 0.4
"""From this share of its words on, a block that has a paragraph's id, or stands where it stood, is the paragraph after an edit."""
HELD = 0.6
"""From this share on any other block is, or holds, the paragraph after an edit."""
SURE = 0.8
"""From this share on it is so, too, where the paragraph is known to have been taken out of its page: it was put elsewhere."""
FEWEST_WORDS = 4
"""Fewer words than these are soon found in another paragraph."""
_WORD = re.compile(r"[^\W_]+")
_STEM, _LITTLE = 5, 3  # letters, as in alignment/similarity
_ROOM = 2
"""As many times its own words a paragraph that is held by another may be spread over: words were put in between."""


def likeness(then: str, now: str) -> float:
    """Return how much of a paragraph's words another has in the same order, from 0 to 1; endings and little words do not count."""
    return _share(words_of(then), words_of(now))


def _share(one: list[str], other: list[str]) -> float:
    same = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(each.size for each in same) / len(one) if one else 0.0


def is_held(text: str, whole: str, least: float) -> bool:
    """Tell whether a text has that share of another's words near each other; scattered over a long one they are soon found."""
    one, other = words_of(text), words_of(whole)
    room, step = len(one) * _ROOM, max(len(one) // 2, 1)
    stretches = (other[at : at + room] for at in range(0, max(len(other) - room, 0) + step, step))
    return any(_share(one, each) >= least for each in stretches)


def is_part(part: str, whole: str) -> bool:
    """Tell whether a text was a part of another: it is made of its words, and has not too few of them."""
    return len(words_of(part)) >= FEWEST_WORDS and likeness(part, whole) >= HELD


def words_of(text: str) -> list[str]:
    """Return the beginnings of the words of a text, without little ones where there are others; numbers always count."""
    every = _WORD.findall(text.casefold())
    return [word[:_STEM] for word in every if len(word) > _LITTLE or word.isdigit()] or every
