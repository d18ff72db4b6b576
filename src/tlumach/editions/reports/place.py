"""Where a paragraph that was reported stands today: as it was, moved, edited, split, merged, or nowhere."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tlumach.editions.reports.following import Follower
from tlumach.editions.reports.known import Known
from tlumach.editions.reports.likeness import FEWEST_WORDS, HELD, LEAST, SURE, is_held, likeness, words_of
from tlumach.editions.reports.wording import letters
from tlumach.library.pages import Page
from tlumach.tracking import Tracker
from tlumach.tracking.changes.comparing import counterparts

_EXPECTED = 0.15
"""How much less alike a block may be than another where it is the one that was to be expected."""


class Place(NamedTuple):
    """A block of today's page: the page, the block's index, its id, and what a reader sees of it."""

    page: Page
    at: int
    id: str
    text: str


def place_of(
    known: Sequence[Known], block: str, pages: Sequence[Page], tracker: Tracker, follower: Follower
) -> Place | None:
    """Return where a paragraph stands today, by its wording as it was known and the id that it had; None where it is no more.

    What git has of its page leads to it step by step; where it was lost on the way, today's words and ids do.
    ``pages`` are looked through in order: first its own, then those of the same explainer, to which it may have been moved.
    """
    wanted, home = letters(known[0].text), pages[0]
    followed = [at for each in known if (at := follower.today(each)) is not None]
    for page in pages:
        texts, ids = page.shown, tracker.ids(page)
        if same := [at for at, text in enumerate(texts) if text and letters(text) == wanted]:
            expected = [at for at in followed if page is home and at in same]
            at, *_ = [*(at for at in same if is_id(ids[at], block)), *expected, *same]
            return Place(page, at, ids[at], texts[at])
    if followed:
        return Place(home, followed[0], tracker.ids(home)[followed[0]], home.shown[followed[0]])
    was_lost = any(each.later for each in known)
    for page in pages:
        texts, ids = page.shown, tracker.ids(page)
        edited = _edited(known, block, page, ids, is_own=page is home, was_lost=was_lost)
        if edited is not None:
            return Place(page, edited, ids[edited], texts[edited])
    return None


def is_id(id: str, said: str) -> bool:
    """Whether an id is the one that a report has, whatever dashes it came back with."""
    return bool(said) and (id == said or letters(id) == letters(said))


def _edited(
    known: Sequence[Known], block: str, page: Page, ids: Sequence[str], *, is_own: bool, was_lost: bool
) -> int | None:
    """Return which block of a page an edited paragraph is: the likeliest of those that it should be and those that hold it.

    Where it was followed and lost, it was taken out: what only resembles it is another.
    """
    then, texts = known[0].text, page.shown
    alike = {at: likeness(then, text) for at, text in enumerate(texts) if text}
    expected = _candidates([] if was_lost else known, block, page, ids) if is_own else ()
    candidates = {at for at in expected if alike.get(at, 0) >= LEAST}
    least = SURE if was_lost else HELD
    holding = {at for at in alike if len(words_of(then)) >= FEWEST_WORDS and is_held(then, texts[at], least)}
    holding |= {at for at in alike if letters(then) in letters(texts[at])}
    return max(candidates | holding, key=lambda at: (alike[at] + _EXPECTED * (at in candidates), -at), default=None)


def _candidates(known: Sequence[Known], block: str, page: Page, ids: Sequence[str]) -> Iterator[int]:
    """Yield the blocks that a paragraph may be: what stands where it stood in its version of the page, and what has its id."""
    for each in known:
        if each.page:
            yield from (now for now, was in counterparts(each.page.blocks, page.blocks).items() if was == each.at)
    yield from (at for at, id in enumerate(ids) if is_id(id, block))
