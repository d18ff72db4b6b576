"""The rows of a page: a block of the source beside its translations, with what is known of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from tlumach.alignment import Pair
from tlumach.alignment.freshness import State
from tlumach.alignment.passages import Shown
from tlumach.alignment.similarity import footnote_key
from tlumach.blocks import ELEMENTS, Block, BlockKind
from tlumach.tracking import Tracked, Tracker

UNTRANSLATED = "untranslated"
"""The state of a cell whose language lacks the whole page."""


@dataclass(frozen=True)
class Cell:
    """A block in one language: the index of its own block, that of the source's, and its state; None for what is lacking.

    ``shown``: what readers get of it where it is stale, as on the site's page.
    """

    own: int | None
    source: int | None
    state: State | str = State.CURRENT
    shown: Shown = Shown.MARK


@dataclass(frozen=True)
class ColumnRow:
    """What stands side by side, by language: an id (as on the site), the kind of block, a footnote's key, the cells."""

    id: str
    kind: BlockKind
    key: str
    cells: Mapping[str, Cell]


def rows_of(path: str, tracker: Tracker) -> list[ColumnRow]:
    """Return the rows of a page in the order of the source, footnotes too; each row has a cell for each language.

    A translation that stands without a source is a row of its own, whose other languages lack a cell.
    """
    library = tracker.library
    source = library.origin(path)
    if source is None:
        return []
    beside = {language: _beside(language, path, tracker) for language in library.offered[1:]}
    rows = [orphan for language in beside for orphan in beside[language].orphans.get(None, [])]
    for at, (block, id) in enumerate(zip(source.blocks, tracker.source_ids(path), strict=True)):
        cells = {source.language: Cell(at, at)} | {language: found.cell(at) for language, found in beside.items()}
        rows.append(ColumnRow(id, block.kind, _key(block), cells))
        rows += (orphan for found in beside.values() for orphan in found.orphans.get(at, []))
    return [row for row in rows if row.kind in ELEMENTS or row.kind is BlockKind.FOOTNOTE]


@dataclass(frozen=True)
class _Beside:
    """A translation beside the source: the cell of each source block, and the orphans by the source block they follow."""

    cells: Mapping[int, Cell]
    orphans: Mapping[int | None, list[ColumnRow]]

    def cell(self, source: int) -> Cell:
        return self.cells.get(source, Cell(None, source, UNTRANSLATED))


def _beside(language: str, path: str, tracker: Tracker) -> _Beside:
    tracked = tracker.track(language, path)
    if tracked is None:
        return _Beside({}, {})
    cells: dict[int, Cell] = {}
    orphans: dict[int | None, list[ColumnRow]] = {}
    last = None
    for pair in tracked.alignment.pairs:
        cell = Cell(pair.translation, pair.source, pair.state, _shown(tracker, tracked, pair))
        if pair.source is not None:
            last = pair.source
            cells[last] = cell
        elif pair.translation is not None:
            block = tracked.page.blocks[pair.translation]
            is_note = block.kind is BlockKind.HEADING and cell.shown is not Shown.MARK  # stands there, and no heading
            kind = BlockKind.BOX if is_note else block.kind
            row = ColumnRow(tracked.ids[pair.translation], kind, _key(block), {language: cell})
            orphans.setdefault(last, []).append(row)
    return _Beside(cells, orphans)


def _shown(tracker: Tracker, tracked: Tracked, pair: Pair) -> Shown:
    """Return what readers get of a pair; a page's footnotes stand as they are, as they do on the site."""
    at = pair.translation
    is_note = at is not None and tracked.page.blocks[at].kind is BlockKind.FOOTNOTE
    return Shown.MARK if is_note else tracker.shown(tracked, pair)


def _key(block: Block) -> str:
    return (footnote_key(block.text) or "").strip() if block.kind is BlockKind.FOOTNOTE else ""
