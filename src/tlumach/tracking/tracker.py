"""What is known of each page and its source: which block belongs to which, under which id, and how fresh it is.

The ids of all blocks, known without splitting or comparing the pages of which nothing has changed.
"""

import json
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from tlumach.alignment import Alignment, Pair, align
from tlumach.alignment.block_ids import block_ids, made_id
from tlumach.alignment.freshness import State
from tlumach.alignment.passages import Shown
from tlumach.blocks.headings import unique
from tlumach.library import Library
from tlumach.library.pages import Page
from tlumach.records import Entry, Record
from tlumach.tasks.tasks import Task, TaskRunner
from tlumach.terms.uses import TermUse
from tlumach.tracking.change_kinds import ChangeKinds
from tlumach.tracking.page_facts import FactsOfPages, PageFacts, facts_of, facts_of_all, uses_by_term
from tlumach.tracking.segments import Segment, field_segments

IdsOfPages = Mapping[tuple[str, str], list[str]]
"""The id of each block of a page, by language and path."""
NOT_CURRENT = (State.CHANGED, State.MISSING, State.ORPHANED)


@dataclass(frozen=True)
class Tracked:
    """A translation beside its source: their alignment, and an id for each block of either (``ids`` by block index)."""

    page: Page
    source: Page
    record: Record | None
    alignment: Alignment
    source_ids: list[str]

    @cached_property
    def ids(self) -> list[str]:
        """The id of each block of the translation: that of its source block, or one of its own where it has none."""
        found = {
            pair.translation: self.source_ids[pair.source] for pair in self.alignment.pairs if pair.source is not None
        }
        taken = dict.fromkeys(self.source_ids, 1)
        return [found.get(at) or unique(self._own_id(at), taken) for at in range(len(self.page.blocks))]

    def _own_id(self, at: int) -> str:
        entry = self.entry_of(self.pair_of(at))
        return entry.id if entry else made_id(self.page.blocks[at])

    @cached_property
    def missing_after(self) -> Mapping[int | None, list[int]]:
        """The source blocks that have no translation, by the block of the translation that they follow (None: the page's top)."""
        found: dict[int | None, list[int]] = {}
        last = None
        for pair in self.alignment.pairs:
            if pair.translation is not None:
                last = pair.translation
            elif pair.source is not None and pair.state is State.MISSING:
                found.setdefault(last, []).append(pair.source)
        return found

    @cached_property
    def segments(self) -> list[Segment]:
        """All that is translated: the blocks, each at the index of its pair, then the texts of the front matter."""
        blocks = (self._segment(pair) for pair in self.alignment.pairs)
        return [*blocks, *field_segments(self.page, self.source, self.record)]

    def _segment(self, pair: Pair) -> Segment:
        source = None if pair.source is None else self.source.blocks[pair.source]
        target = None if pair.translation is None else self.page.blocks[pair.translation]
        return Segment(self.id_of(pair), source, target, self.entry_of(pair), pair.state)

    def id_of(self, pair: Pair) -> str:
        """Return the id of a pair: that of its source block or, where it has none, of the translation."""
        if pair.source is not None:
            return self.source_ids[pair.source]
        return self.ids[pair.translation] if pair.translation is not None else ""

    def pair_of(self, translation: int) -> Pair:
        """Return the pair that a block of the translation is in."""
        return self._pairs[translation]

    def entry_of(self, pair: Pair) -> Entry | None:
        """Return what the record has of a pair."""
        return self.record.entries[pair.entry] if self.record and pair.entry is not None else None

    def count(self, states: Iterable[State]) -> int:
        """Count the segments in these states."""
        wanted = set(states)
        return sum(segment.state in wanted for segment in self.segments)

    @property
    def known_until(self) -> str:
        """The earliest date on which a segment that is no longer current was confirmed (ISO 8601); empty where none is known."""
        entries = (segment.entry for segment in self.segments if segment.state in NOT_CURRENT)
        return min((entry.since for entry in entries if entry and entry.since), default="")

    @cached_property
    def _pairs(self) -> dict[int, Pair]:
        return {pair.translation: pair for pair in self.alignment.pairs if pair.translation is not None}


class Tracker:
    """Tracks the pages of a library, each once."""

    def __init__(self, library: Library, facts: FactsOfPages | None = None, ids: IdsOfPages | None = None) -> None:
        """Make a tracker of that library; nothing is compared before it is asked for. ``facts`` and ``ids`` are already known."""
        self.library = library
        self._facts = dict(facts or {})
        self._known_ids = ids or {}
        self._ids: dict[str, list[str]] = {}
        self._tracked: dict[tuple[str, str], Tracked] = {}
        self._uses: dict[str, Mapping[str, list[TermUse]]] = {}
        self.kept: dict[Hashable, Any] = {}
        """What others worked out of these pages, and would have to again for each edition and each language."""

    @cached_property
    def changes(self) -> ChangeKinds:
        """What kinds of change the sources have seen, and what is shown of them."""
        return ChangeKinds(self.library)

    def shown(self, tracked: Tracked, pair: Pair) -> Shown:
        """Return what a page shows of a pair: the usual where its translation is not stale."""
        if pair.state not in NOT_CURRENT:
            return Shown.MARK
        now = None if pair.source is None else tracked.source.blocks[pair.source].text
        entry = tracked.entry_of(pair) if pair.state is State.CHANGED else None
        return self.changes.shown(tracked.page, entry, now)

    def shows_originals(self, tracked: Tracked) -> bool:
        """Whether somewhere on a page the original stands before its stale translation, or alone."""
        return any(self.shown(tracked, pair) is not Shown.MARK for pair in tracked.alignment.pairs)

    def track(self, language: str, path: str) -> Tracked | None:
        """Return a translation beside its source; None where either is lacking, and for the source itself."""
        page, source = self.library.page(language, path), self.library.origin(path)
        if not page or not source or page is source:
            return None
        if (language, path) not in self._tracked:
            record = self.library.record(language, path)
            alignment = align(source.blocks, page.blocks, record)
            self._tracked[language, path] = Tracked(page, source, record, alignment, self.source_ids(path))
        return self._tracked[language, path]

    def source_ids(self, path: str) -> list[str]:
        """Return the ids of the source page's blocks, which all its translations share."""
        if path not in self._ids:
            source = self.library.origin(path)
            records = (self.library.record(language, path) for language in self.library.settings.translations)
            known = self._known_ids.get((self.library.settings.source, path))
            self._ids[path] = known or (block_ids(source.blocks, [*filter(None, records)]) if source else [])
        return self._ids[path]

    def ids(self, page: Page) -> list[str]:
        """Return the id of each block of a page."""
        if known := self._known_ids.get((page.language, page.path)):
            return known
        if self.library.is_origin(page):
            return self.source_ids(page.path)
        tracked = self.track(page.language, page.path)
        return tracked.ids if tracked else block_ids(page.blocks, [])

    def facts(self, page: Page) -> PageFacts:
        """Return what other pages need to know of a page."""
        if (page.language, page.path) not in self._facts:
            self._facts[page.language, page.path] = facts_of(page)
        return self._facts[page.language, page.path]

    def uses(self, language: str) -> Mapping[str, list[TermUse]]:
        """Return where each term is used in the explainers of a language, by the term's path."""
        if language not in self._uses:
            self._uses[language] = uses_by_term(self.library, language, self.facts)
        return self._uses[language]

    def knowing(self, ids: IdsOfPages) -> "Tracker":
        """Return a tracker of the same pages that knows these ids from the start."""
        return Tracker(self.library, self._facts, ids)

    def hiding(self, languages: Mapping[str, int]) -> "Tracker":
        """Return a tracker of the same pages whose library offers these languages to nobody; each with its share in percent."""
        return Tracker(replace(self.library, in_preparation=languages), self._facts) if languages else self


def tracker_of(library: Library, runner: TaskRunner) -> Tracker:
    """Return a tracker that knows the facts of all pages from the start."""
    return Tracker(library, facts_of_all(library, runner))


def tracker_of_path(library: Library, path: str) -> Tracker:
    """Return a tracker of the pages of one path alone; what is found out about them is forgotten with it."""
    places = [(language, path) for language in library.languages_of(path)]
    return Tracker(replace(library, pages={place: replace(library.pages[place]) for place in places}))


def ids_of_all(library: Library, runner: TaskRunner) -> IdsOfPages:
    """Return the id of each block of every page, by language and path."""
    kind = Task[str]("ids", lambda path: (path, library.around(path)), lambda path: _made(library, path), is_small=True)
    found = runner.made(kind, library.paths, lambda path, made: json.loads(made))
    return {
        (language, path): ids for path, of in zip(library.paths, found, strict=True) for language, ids in of.items()
    }


def _made(library: Library, path: str) -> bytes:
    tracker = Tracker(library)
    pages = (library.pages[language, path] for language in library.languages_of(path))
    return json.dumps({page.language: tracker.ids(page) for page in pages}, ensure_ascii=False).encode()
