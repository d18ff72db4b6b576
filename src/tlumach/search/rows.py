"""The rows of the index: each is a block, with its text in every language that has it, so that any of them finds it.

Titles come first, those of the glossary's terms before the others, then all other blocks page by page: where a row
stands says what it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tlumach.blocks import Block, Kind
from tlumach.composing import LISTS
from tlumach.glossary import Term, term_of
from tlumach.links import links
from tlumach.pages import Page
from tlumach.search.texts import shown_text
from tlumach.term_uses import term_of_link
from tlumach.tracking import Tracker


@dataclass
class Row:
    """A block: the path of its page, its id, its text by language, and the paths of the terms that it links to."""

    path: str
    id: str
    texts: dict[str, str] = field(default_factory=dict)
    terms: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Rows:
    """All rows in their order, the paths of the pages in theirs, how many of those are terms, and the terms by language."""

    rows: list[Row]
    paths: list[str]
    terms_count: int
    terms: Mapping[str, Mapping[str, Term]]

    @property
    def per_page(self) -> list[int]:
        """How many rows each page has beside its title."""
        counts = dict.fromkeys(self.paths, 0)
        for row in self.rows[len(self.paths) :]:
            counts[row.path] += 1
        return list(counts.values())


def read_rows(tracker: Tracker) -> Rows:
    """Return the rows of a site."""
    library = tracker.library
    terms = {
        language: {page.path: term for page in library.in_language(language) if (term := term_of(library, page))}
        for language in library.settings.languages
    }
    is_term = {path for by_path in terms.values() for path in by_path}
    paths = sorted({path for _, path in library.pages}, key=lambda path: (path not in is_term, path))
    titles, others = [], []
    for path in paths:
        title, *rest = _of_page(path, tracker)
        _add_names(title, terms)
        titles.append(title)
        others += [row for row in rest if row.texts]
    return Rows([*titles, *others], paths, len(is_term), terms)


def _of_page(path: str, tracker: Tracker) -> list[Row]:
    """Return the rows of a page, its title first."""
    title = Row(path, "")
    rows: dict[str, Row] = {}
    for language in tracker.library.settings.languages:
        if page := tracker.library.page(language, path):
            title.texts[language] = page.title
            for id, block, is_title in _blocks(page, tracker):
                row = title if is_title else rows.setdefault(id, Row(path, id))
                row.id = id
                if text := shown_text(block):
                    row.texts[language] = text
                row.terms |= {term for link in links(block.text) if (term := term_of_link(link, page))}
    return [title, *rows.values()]


def _blocks(page: Page, tracker: Tracker) -> Iterator[tuple[str, Block, bool]]:
    """Yield the id of each block, the block, and whether it is the page's title."""
    title_due = True
    for id, block in zip(tracker.ids(page), page.blocks, strict=True):
        if block.text.strip() not in LISTS:
            is_title = title_due and block.kind is Kind.HEADING
            title_due = title_due and not is_title
            yield id, block, is_title


def _add_names(title: Row, terms: Mapping[str, Mapping[str, Term]]) -> None:
    """Let a term's title show its other names too: a reader may know it by one of them."""
    for language, text in title.texts.items():
        if term := terms[language].get(title.path):
            names = dict.fromkeys([term.term, term.short, *term.forms, term.kazakh])
            others = [name for name in names if name and name.casefold() not in text.casefold()]
            title.texts[language] = f"{text} ({', '.join(others)})" if others else text
