"""What a paragraph became from version to version: each edit is small, where all of them together may leave few of its words."""

from collections.abc import Mapping

from tlumach.editions.reports.known import Known
from tlumach.editions.reports.likeness import HELD, LEAST, is_held, is_part, likeness
from tlumach.library.pages import Page
from tlumach.tracking.changes.comparing import counterparts

_SOME = 0.3
"""The share of its words that is left of a paragraph which was split or put together with another."""


class Follower:
    """Follows paragraphs through the versions of their pages; what two versions have in common is found once."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._steps: dict[tuple[int, int], Mapping[int, int]] = {}

    def today(self, known: Known) -> int | None:
        """Return the index of the block that a paragraph is today, the likest of those that it was split into.

        None where it was lost on the way, or where its version is not known. What was once a part of another block, or in parts, must
        still have some of its words: that block may have been split again.
        """
        page, places = known.page, {known.at: True}
        if page is None:
            return None
        for later in known.later:
            steps = [self._step(page, at, later, whole) for at, whole in places.items()]
            places = {at: any(step.get(at, False) for step in steps) for step in steps for at in sorted(step)}
            page = later
        shares = {at: likeness(known.text, page.shown[at]) for at in places}
        left = [at for at in sorted(shares) if places[at] or shares[at] >= _SOME]
        return max(left, key=shares.__getitem__, default=None)

    def _step(self, page: Page, at: int, later: Page, whole: bool) -> Mapping[int, bool]:
        """Return which blocks of the next version a block is, and whether it is one as a whole, as it always was.

        These are its counterpart and new ones of its words, or else the one that holds it.
        """
        key = (id(page), id(later))
        if key not in self._steps:
            self._steps[key] = {was: now for now, was in counterparts(page.blocks, later.blocks).items()}
        then, same = page.shown[at], self._steps[key].get(at)
        new = set(range(len(later.blocks))) - set(self._steps[key].values())
        parts = [other for other in new if is_part(later.shown[other], then)]
        found = dict.fromkeys(parts, False)
        if same is not None and likeness(then, later.shown[same]) >= LEAST:
            found[same] = whole and not parts
        if found:
            return found
        alike = {other: likeness(then, text) for other, text in enumerate(later.shown) if text}
        best = max(alike, key=lambda other: alike[other], default=None)
        return {best: False} if best is not None and is_held(then, later.shown[best], HELD) else {}
