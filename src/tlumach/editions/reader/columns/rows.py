"""The rows of a page: a block of the source beside its translations, with what is known of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from tlumach.alignment.freshness import State
from tlumach.alignment.similarity import footnote_key
from tlumach.blocks import ELEMENTS, Block, BlockKind
from tlumach.tracking import Tracker

UNTRANSLATED = "untranslated"
"""The state of a cell whose language lacks the whole page."""


@dataclass(frozen=True)
class Cell:
    """A block in one language: the index of its own block, that of the source's, and its state; None for what is lacking."""

    own: int | None
    source: int | None
    state: State | str = State.CURRENT


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
    beside = {language: _beside(language, path, tracker) for language in library.settings.translations}
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
        cell = Cell(pair.translation, pair.source, pair.state)
        if pair.source is not None:
            last = pair.source
            cells[last] = cell
        elif pair.translation is not None:
            block = tracked.page.blocks[pair.translation]
            row = ColumnRow(tracked.ids[pair.translation], block.kind, _key(block), {language: cell})
            orphans.setdefault(last, []).append(row)
    return _Beside(cells, orphans)


def _key(block: Block) -> str:
    return (footnote_key(block.text) or "").strip() if block.kind is BlockKind.FOOTNOTE else ""
