"""What readers get that they had not: the paragraphs of an explainer then and now, in all languages, each change once.

What lay between the two was never published, so it is no change: only the last wording that readers had counts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tlumach.alignment import align
from tlumach.alignment.freshness import is_text
from tlumach.alignment.sequences import longest_chain
from tlumach.blocks import ELEMENTS, Block, BlockKind
from tlumach.blocks.plain_text import shown_text
from tlumach.library import Library
from tlumach.library.changes import Change, ChangeOf, Wording
from tlumach.library.pages import parse_page
from tlumach.records import Entry, Record
from tlumach.tracking.changes.kinds import kind_of
from tlumach.tracking.tracker import Tracker

Texts = Mapping[tuple[str, str], str]
"""The texts of pages, by language and path."""


@dataclass(frozen=True)
class _Edit:
    """A block then and now; None where it was not there, or is no more."""

    id: str
    then: Block | None
    now: Block | None


def changed(library: Library, then: Texts, now: Texts, date: str) -> list[Change]:
    """Return what has changed in the pages that were there then and are there now, page by page, in the order of the source.

    ``date`` is that on which readers get it (ISO 8601).
    """
    before, after = Tracker(_with(library, then)), Tracker(_with(library, now))
    paths = sorted({path for language, path in now if (language, path) in then and language == library.settings.source})
    return [change for path in paths for change in _of_page(path, before, after, date)]


def _with(library: Library, texts: Texts) -> Library:
    pages = {place: parse_page(text, *place, library.settings.markdown.syntax)[0] for place, text in texts.items()}
    return replace(library, pages=pages, digests={}, carried={})


def _of_page(path: str, before: Tracker, after: Tracker, date: str) -> Iterator[Change]:
    settings = after.library.settings
    edits = {language: list(_edits(language, path, before, after)) for language in settings.languages}
    by_id = {language: {edit.id: edit for edit in some} for language, some in edits.items()}
    ids = dict.fromkeys(edit.id for language in settings.languages for edit in edits[language])
    for id in ids:
        ours = by_id[settings.source].get(id)
        found = {language: _wording(by_id[language][id]) for language in settings.languages if id in by_id[language]}
        kind = kind_of(ours.then, ours.now, after.changes) if ours else ChangeOf.TRANSLATION
        yield Change(date, path, id, kind, found)


def _edits(language: str, path: str, before: Tracker, after: Tracker) -> Iterator[_Edit]:
    """Yield the blocks of a page that readers see otherwise; a page that was not there, or is no more, is no change of paragraphs."""
    old, new = before.library.page(language, path), after.library.page(language, path)
    if old is None or new is None:
        return
    was = counterparts(old.blocks, new.blocks)
    for at, now in enumerate(new.blocks):
        then = old.blocks[was[at]] if at in was else None
        if (then is None or not is_text(now, then.text)) and _is_shown(now):
            yield _Edit(after.ids(new)[at], then, now)
    for at in sorted(set(range(len(old.blocks))) - set(was.values())):
        if _is_shown(old.blocks[at]):
            yield _Edit(before.ids(old)[at], old.blocks[at], None)


def counterparts(old: Sequence[Block], new: Sequence[Block]) -> Mapping[int, int]:
    """Return which block each of the new ones was, both by index: by its words, or else by its place between those that are known."""
    record = Record(tuple(Entry(str(at), block.text, "") for at, block in enumerate(old)))
    pairs = align(new, [], record).pairs
    found = {pair.source: pair.entry for pair in pairs if pair.source is not None and pair.entry is not None}
    borders = [(-1, -1), *longest_chain(sorted(found.items())), (len(new), len(old))]
    for (start, begin), (end, stop) in pairwise(borders):
        ours = [at for at in range(start + 1, end) if at not in found]
        theirs = [at for at in range(begin + 1, stop) if at not in found.values()]
        if [new[at].kind for at in ours] == [old[at].kind for at in theirs]:
            found |= dict(zip(ours, theirs, strict=True))
    return found


def _is_shown(block: Block) -> bool:
    return block.kind in ELEMENTS or block.kind is BlockKind.FOOTNOTE


def _wording(edit: _Edit) -> Wording:
    return Wording(*(shown_text(block) if block else "" for block in (edit.then, edit.now)))
