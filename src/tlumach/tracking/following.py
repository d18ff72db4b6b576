"""Records that follow what a program has written: what a person confirmed stays confirmed, with the words as they are now."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher

from tlumach.alignment.freshness import is_text
from tlumach.blocks import Block
from tlumach.library import Library, record_file
from tlumach.library.pages import Page, parse_page
from tlumach.library.structure import Place
from tlumach.records import FIELD, Entry, Record, write_record
from tlumach.tracking.noting import unix
from tlumach.tracking.segments import fields
from tlumach.tracking.tracker import Tracked, Tracker

_WORDS = re.compile(r"\s+|\S+")


def followed(tracked: Tracked, source: Page, page: Page) -> Record | None:
    """Return the record of a translation after a program has written both pages anew, block by block (their number is kept).

    Where a text of the record is the block as it was, it becomes the block as it is; what has changed before, or was never
    confirmed, stays that, with the same words changed in what it was made from: a link that is written into both languages
    is no difference between them. None where the record stays as it is, or the pages have other blocks.
    """
    record = tracked.record
    ours, theirs = (tracked.source.blocks, source.blocks), (tracked.page.blocks, page.blocks)
    if record is None or any(len(before) != len(after) for before, after in (ours, theirs)):
        return None
    pairs = {pair.entry: pair for pair in tracked.alignment.pairs if pair.entry is not None}
    entries = list(record.entries)
    for at, pair in pairs.items():
        entries[at] = _followed(entries[at], _both(*ours, pair.source), _both(*theirs, pair.translation))
    fresh = Record(tuple(entries), tuple(_fields(tracked, source, page, record)))
    return fresh if fresh != record else None


def records_after(tracker: Tracker, texts: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, bytes]]:
    """Yield the records, with their files, that follow when pages (by language and path) get these texts."""
    library = tracker.library
    for path in sorted({path for _, path in texts}):
        for language in library.settings.translations:
            tracked = tracker.track(language, path)
            if tracked and (record := followed(tracked, _after(tracked.source, texts), _after(tracked.page, texts))):
                text = write_record(record, tracked.source.file, tracked.page.file, language)
                yield record_file(language, path), text.encode()


def carried_from(library: Library, places: Collection[Place]) -> Iterator[tuple[str, bytes]]:
    """Yield the records, with their files, to which something is carried from the records of these places.

    They are to be written with those, which may no longer have it.
    """
    for place, origins in library.carried.items():
        language, path = place
        if any((language, origin) in places for origin in origins) and (record := library.record(*place)):
            source = library.origin_file(path)
            yield record_file(*place), write_record(record, source, library.file_of(*place), language).encode()


def _after(page: Page, texts: Mapping[tuple[str, str], str]) -> Page:
    text = texts.get((page.language, page.path))
    if text is None:
        return page
    return replace(parse_page(text, page.language, page.path, page.syntax)[0], written=page.file)


def _both(before: list[Block], after: list[Block], at: int | None) -> tuple[Block, Block] | None:
    return None if at is None else (before[at], after[at])


def _followed(entry: Entry, ours: tuple[Block, Block] | None, theirs: tuple[Block, Block] | None) -> Entry:
    return replace(entry, source=_text(entry.source, ours), translation=_text(entry.translation, theirs))


def _text(recorded: str, both: tuple[Block, Block] | None) -> str:
    if both is None or both[0].text == both[1].text:
        return recorded
    before, after = (unix(block.text) for block in both)
    return after if is_text(both[0], recorded) else _with_same_changes(recorded, before, after)


def _with_same_changes(recorded: str, before: str, after: str) -> str:
    """Return an older text of a block with the words changed that a program has changed, where each stands there just once."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        word = "".join(old[i:j])
        if kind == "replace" and recorded.count(word) == 1:
            recorded = recorded.replace(word, "".join(new[k:m]))
    return recorded


def _fields(tracked: Tracked, source: Page, page: Page, record: Record) -> Iterator[Entry]:
    sides = [(fields(before), fields(after)) for before, after in ((tracked.source, source), (tracked.page, page))]
    for entry in record.fields:
        key = entry.id.removeprefix(FIELD)
        ours, theirs = (
            (before[key], after[key]) if key in before and key in after else None for before, after in sides
        )
        yield _followed(entry, ours, theirs)
