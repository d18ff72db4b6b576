"""Where a paragraph that was reported stands today: as it was, moved, edited, split, merged, or nowhere."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from tlumach.editions.reports.known import Known
from tlumach.editions.reports.wording import letters
from tlumach.library.pages import Page
from tlumach.tracking import Tracker
from tlumach.tracking.changes.comparing import counterparts

LEAST = 0.4
"""From this share of its words on, a block that has a paragraph's id, or stands where it stood, is the paragraph after an edit."""
HELD = 0.6
"""From this share on any other block is, or holds, the paragraph after an edit."""
_EXPECTED = 0.15
"""How much less alike a block may be than another where it is the one that was to be expected."""
_FEWEST_WORDS = 4
"""Fewer words than these are soon found in another paragraph."""
_WORD = re.compile(r"[^\W_]+")
_STEM, _LITTLE = 5, 3  # letters, as in alignment/similarity


class Place(NamedTuple):
    """A block of today's page: the page, the block's index, its id, and what a reader sees of it."""

    page: Page
    at: int
    id: str
    text: str


def place_of(known: Sequence[Known], block: str, pages: Sequence[Page], tracker: Tracker) -> Place | None:
    """Return where a paragraph stands today, by its wording as it was known and the id that it had; None where it is no more.

    ``pages`` are looked through in order: first its own, then those of the same explainer, to which it may have been moved.
    """
    wanted = letters(known[0].text)
    for page in pages:
        texts, ids = page.shown, tracker.ids(page)
        if same := [at for at, text in enumerate(texts) if text and letters(text) == wanted]:
            at = next((at for at in same if is_id(ids[at], block)), same[0])
            return Place(page, at, ids[at], texts[at])
    for number, page in enumerate(pages):
        texts, ids = page.shown, tracker.ids(page)
        edited = _edited(known, block, page, texts, ids, is_own=not number)
        if edited is not None:
            return Place(page, edited, ids[edited], texts[edited])
    return None


def is_id(id: str, said: str) -> bool:
    """Whether an id is the one that a report has, whatever dashes it came back with."""
    return bool(said) and (id == said or letters(id) == letters(said))


def _edited(
    known: Sequence[Known], block: str, page: Page, texts: Sequence[str], ids: Sequence[str], is_own: bool
) -> int | None:
    """Return which block of a page an edited paragraph is: the likeliest of those that it should be and those that hold it."""
    then = known[0].text
    alike = {at: likeness(then, text) for at, text in enumerate(texts) if text}
    candidates = {at for at in _candidates(known, block, page, ids) if alike.get(at, 0) >= LEAST} if is_own else set()
    holding = {at for at, share in alike.items() if share >= HELD and len(words_of(then)) >= _FEWEST_WORDS}
    holding |= {at for at in alike if letters(then) in letters(texts[at])}
    return max(candidates | holding, key=lambda at: (alike[at] + _EXPECTED * (at in candidates), -at), default=None)


def _candidates(known: Sequence[Known], block: str, page: Page, ids: Sequence[str]) -> Iterator[int]:
    """Yield the blocks that a paragraph may be: what its version of the page became, and what has its id."""
    for each in known:
        if each.page:
            yield from (now for now, was in counterparts(each.page.blocks, page.blocks).items() if was == each.at)
    yield from (at for at, id in enumerate(ids) if is_id(id, block))


def likeness(then: str, now: str) -> float:
    """Return how much of a paragraph's words another has in the same order, from 0 to 1; endings and little words do not count."""
    one, other = words_of(then), words_of(now)
    same = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(each.size for each in same) / len(one) if one else 0.0


def words_of(text: str) -> list[str]:
    """Return the beginnings of the words of a text, without little ones where there are others; numbers always count."""
    every = _WORD.findall(text.casefold())
    return [word[:_STEM] for word in every if len(word) > _LITTLE or word.isdigit()] or every
