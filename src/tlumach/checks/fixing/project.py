"""Fixing the pages of a project: their texts and the records that follow, as one set of files to be written together."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tlumach.checks.fixing.blocks import Fix
from tlumach.checks.fixing.manifests import kept_manifests
from tlumach.checks.fixing.pages import FixedPage, counting, fixed_page
from tlumach.library.pages import Page
from tlumach.tracking import Tracker
from tlumach.tracking.following import records_after


class FixIn(NamedTuple):
    """What was changed in a file."""

    file: str
    fix: Fix


@dataclass(frozen=True)
class Fixes:
    """What is to be written: the texts of pages by language and path, other files by their names; and what was changed."""

    texts: Mapping[tuple[str, str], str]
    others: Mapping[str, bytes]
    made: list[FixIn]


def fixes(tracker: Tracker, files: Collection[str]) -> Fixes:
    """Return what has one right answer in these pages (their files), put right, with the records that follow."""
    done = list(_changed(tracker, files))
    texts = {(each.page.language, each.page.path): each.text for each in done}
    made = [FixIn(each.page.file, fix) for each in done for fix in each.fixes]
    kept = (file for each in done for file in kept_manifests(each.page, each.text))
    return Fixes(texts, {**dict(records_after(tracker, texts)), **dict(kept)}, made)


def _changed(tracker: Tracker, files: Collection[str]) -> Iterator[FixedPage]:
    for page in tracker.library.pages.values():
        if page.file in files:
            done = _fixed(tracker, page)
            if done.text != page.text:
                yield done


def _fixed(tracker: Tracker, page: Page) -> FixedPage:
    codes = counting(tracker.library.settings, page.file)
    return fixed_page(page, tracker.track(page.language, page.path), codes)
