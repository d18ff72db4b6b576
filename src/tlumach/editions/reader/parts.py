"""The parts of one reader file, in the order in which they have to be made: ids and numbers first, then what refers to them."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath

from markupsafe import Markup

from tlumach.blocks import BlockKind
from tlumach.editions.reader.anchors import Anchors
from tlumach.editions.reader.cards import Cards
from tlumach.editions.reader.columns.cell_markup import Content
from tlumach.editions.reader.columns.cells import PageCells
from tlumach.editions.reader.columns.rows import ColumnRow, rows_of
from tlumach.editions.reader.columns.sections import ContentsLine, Section, freshness, section, tools
from tlumach.editions.reader.columns.weaving import block
from tlumach.editions.reader.links import Links
from tlumach.editions.reader.notes import notes_list
from tlumach.editions.reader.numbers import Numbers
from tlumach.editions.reader.pictures import Pictures
from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.library.pages import Page
from tlumach.library.sources import sources_of
from tlumach.rendering.fragments import BlockRenderer
from tlumach.terms.uses import term_links
from tlumach.tracking import Tracker
from tlumach.tracking.changes.carried_errors import carried_errors
from tlumach.tracking.provenance import provenance_of

READERS = "read"
"""The folder of the site in which the files lie."""
ABOUT_PAGE = "about.md"
ABOUT_SECTIONS = ("origin", "translation")
"""The sections of the page about the site whose first paragraph goes into every file: where the texts come from, who translated."""


class Parts:
    """What the template shows of an explainer."""

    def __init__(
        self,
        path: str,
        tracker: Tracker,
        words: Mapping[str, Messages],
        renderer: BlockRenderer,
        cards: Cards,
        pictures: Pictures,
    ) -> None:
        """Make the parts of the file for the explainer whose first page has this path."""
        self.tracker, self.words, self.renderer = tracker, words, renderer
        self.library = tracker.library
        self.pictures = pictures
        self.paths = pages_of(path, self.library)
        self.rows = {each: rows_of(each, tracker) for each in self.paths}
        self.rows[ABOUT_PAGE] = about_rows(tracker)
        self.anchors, self.numbers = Anchors(words), Numbers()
        terms = [term for term in terms_of(self.paths, self.library) if cards.card(term)]
        self._give_ids_and_numbers()
        made = partial(self._cells, terms=frozenset(terms))
        cells = {each: made(each) for each in self.rows}
        self.sections: Sequence[tuple[Section, Markup]] = [
            (
                section(each, self.rows[each], cells[each], self.anchors, self.library.settings.language_names),
                Markup(freshness(each, words, tracker)),
            )
            for each in self.paths
        ]
        self.glossary = Markup("".join(map(cards.card, terms)))
        self.about = Markup("".join(self._about_row(row, cells[ABOUT_PAGE]) for row in self.rows[ABOUT_PAGE]))
        self.notes = Markup(notes_list(self.numbers.notes, self._footnotes(cells), words))
        source = self._page(path)
        self.title = source.title if source else path
        self.description = str(source.meta.get("description") or "") if source else ""

    @property
    def contents(self) -> list[ContentsLine]:
        """The lines of the contents but the first, which is the headline."""
        return [line for each, _ in self.sections for line in each.lines][1:]

    def _page(self, path: str) -> Page | None:
        return self.library.origin(path)

    def _give_ids_and_numbers(self) -> None:
        for path in self.paths:
            self.anchors.add_page(path)
        for path, rows in self.rows.items():
            source = self._page(path)
            sources = sources_of(source) if source else {}
            for row in rows:
                id = "" if row.kind is BlockKind.FOOTNOTE else self.anchors.add(path, row.id)
                self.numbers.add(path, id, self._texts(path, row), sources, _own_notes(rows))

    def _texts(self, path: str, row: ColumnRow) -> list[str]:
        pages = {language: self.library.page(language, path) for language in row.cells}
        return [
            page.blocks[own].text
            for language, cell in row.cells.items()
            if (page := pages[language]) and (own := cell.own) is not None
        ]

    def _cells(self, path: str, terms: frozenset[str]) -> PageCells:
        pages = {language: page for language in self.words if (page := self.library.page(language, path))}
        own = _own_notes(self.rows[path])

        def links(page: Page) -> Links:
            say = self.words[page.language]
            return Links(page, self.library, self.anchors, self.numbers, self.pictures, terms, own, say)

        shift = 0 if path == self.paths[0] else 1
        beside = {language: tracked for language in pages if (tracked := self.tracker.track(language, path))}
        marked = {language: frozenset(provenance_of(tracked).marked) for language, tracked in beside.items()}
        errors = {language: carried_errors(tracked, self.library) for language, tracked in beside.items()}
        source = self.library.settings.source
        cells = PageCells(pages, source, self.words, self.renderer, links, shift, marked, errors)
        cells.prepare(self.rows[path])
        return cells

    def _about_row(self, row: ColumnRow, cells: PageCells) -> str:
        id = self.anchors.of(ABOUT_PAGE, row.id)
        return block(id, cells.contents(row), tools(id, "¶", self.words, self.library.settings.language_names))

    def _footnotes(self, cells: Mapping[str, PageCells]) -> dict[tuple[str, str], dict[str, Content]]:
        return {
            (path, row.key): cells[path].contents(row)
            for path in self.paths
            for row in self.rows[path]
            if row.kind is BlockKind.FOOTNOTE
        }


def pages_of(path: str, library: Library) -> list[str]:
    """Return the pages of an explainer that its source language has: the first page, then the others of its folder by name."""
    folder = PurePosixPath(path).parent.as_posix()
    others = [other for other in library.folders.get(folder, ()) if other != path]
    return [each for each in (path, *others) if library.origin(each)]


def terms_of(paths: Sequence[str], library: Library) -> list[str]:
    """Return the terms that pages use in any language, in the order in which the source's text uses them."""
    pages = (library.page(language, path) for path in paths for language in library.offered)
    return list(dict.fromkeys(term for page in pages if page for term in term_links(page).values()))


def about_rows(tracker: Tracker) -> list[ColumnRow]:
    """Return what goes into every file of the page about the site."""
    return _chosen(rows_of(ABOUT_PAGE, tracker))


def file_name(path: str) -> str:
    """Return the name of an explainer's file: that of its folder."""
    return PurePosixPath(path).parent.as_posix().replace("/", "-") + ".html"


def _own_notes(rows: Sequence[ColumnRow]) -> frozenset[str]:
    return frozenset(row.key for row in rows if row.kind is BlockKind.FOOTNOTE)


def _chosen(rows: Sequence[ColumnRow]) -> list[ColumnRow]:
    """Return the first paragraphs of the sections of the page about the site that go into the file."""
    chosen, due = [], False
    for row in rows:
        due = row.id in ABOUT_SECTIONS if row.kind is BlockKind.HEADING else due
        if due and row.kind is BlockKind.PARAGRAPH:
            chosen.append(row)
            due = False
    return chosen
