"""Uses of terms that are not linked, and where the link should stand: in the same block of every language."""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tlumach.library.pages import DOCS
from tlumach.term_links.sides import Row, Side, rows_of, side_of
from tlumach.terms.matcher import Use
from tlumach.terms.site_matchers import TermWords
from tlumach.tracking import Tracker


class Standing(StrEnum):
    """What the aligned block of another language does with a term."""

    LINKED = "links it"
    UNLINKED = "uses it without a link"
    UNKNOWN = "has no known form of it"


@dataclass(frozen=True)
class Beside:
    """The aligned block of another language: its file and line, and what it does with the term."""

    file: str
    line: int
    standing: Standing


@dataclass(frozen=True)
class Unlinked:
    """A use of a term on a page that does not link the term, from ``offset`` in the page's text on.

    ``in_step``: with the links that stand beside it, or are written together with it, every language has the link in
    this block.
    """

    language: str
    path: str
    term: str
    line: int
    offset: int
    surface: str
    beside: tuple[Beside, ...]
    in_step: bool

    @property
    def file(self) -> str:
        """The file, relative to the project's root."""
        return f"{DOCS}/{self.language}/{self.path}"

    @property
    def link(self) -> str:
        """The link to write in the place of the surface."""
        target = posixpath.relpath(f"/{self.term}", f"/{posixpath.dirname(self.path)}")
        return f"[{self.surface}]({target})"


def unlinked(tracker: Tracker, words: TermWords, path: str, languages: Collection[str]) -> list[Unlinked]:
    """Return the uses of terms that a page should link, one for each term and language that does not link it anywhere.

    ``languages`` are those asked for, which alone can be written. Where another language links the term, the link
    belongs in that block; where none does, in the first block that uses it in all languages that use it; and where
    there is no such block, each language's first use is returned, most likely out of step.
    """
    library = tracker.library
    pages = {each: page for each in library.settings.languages if (page := library.page(each, path))}
    sides = {language: side_of(page, words.matcher(language)) for language, page in pages.items()}
    terms = dict.fromkeys(term for side in sides.values() for term in side.uses)
    rows = rows_of(tracker, pages) if terms else []
    found = (each for term in terms for each in _Linking(term, sides, rows, languages, library.settings.source).found())
    return [each for each in found if each.language in languages]


def with_links(text: str, found: Iterable[Unlinked]) -> str:
    """Return a page's text with the links written in; nothing else is changed."""
    for each in sorted(found, key=lambda one: one.offset, reverse=True):
        text = text[: each.offset] + each.link + text[each.offset + len(each.surface) :]
    return text


@dataclass(frozen=True)
class _Linking:
    """Where one term should be linked on the pages of one path."""

    term: str
    sides: Mapping[str, Side]
    rows: list[Row]
    languages: Collection[str]
    source: str

    def found(self) -> Iterator[Unlinked]:
        done: set[str] = set()
        if row := self._common_row():
            done |= (here := self._users(row)).keys()
            yield from self._in_row(row, here)
        for row in self.rows:  # in step or not, the first use is said
            fresh = {each: use for each, use in self._users(row).items() if each not in done | self._headlines(row)}
            done |= fresh.keys()
            yield from self._in_row(row, fresh)

    def _common_row(self) -> Row | None:
        if linked := [row for row in self.rows if self._linking(row)]:
            return next((row for row in linked if self.source in self._linking(row)), linked[0])
        rows = [row for row in self.rows if not self._headlines(row)]
        wanted = {language for row in rows for language in self._users(row)}
        fit = (row for row in rows if wanted <= row.keys())
        return next((row for row in fit if row.keys() == self._users(row).keys()), None)

    def _in_row(self, row: Row, uses: Mapping[str, Use]) -> Iterator[Unlinked]:
        complete = self._linking(row) | (uses.keys() & set(self.languages))
        source_will_link = self.source not in row or self.source in self._linking(row) or row.keys() <= complete
        for language, use in uses.items():
            line, offset = self.sides[language].place(row[language], use)
            yield Unlinked(
                language,
                self.sides[language].page.path,
                self.term,
                line,
                offset,
                use.surface,
                beside=tuple(self._beside(other, row) for other in row if other != language),
                in_step=row.keys() <= complete if language == self.source else source_will_link,
            )

    def _beside(self, language: str, row: Row) -> Beside:
        page = self.sides[language].page
        used = Standing.UNLINKED if language in self._users(row) else Standing.UNKNOWN
        standing = Standing.LINKED if language in self._linking(row) else used
        return Beside(page.file, page.blocks[row[language]].line, standing)

    def _linking(self, row: Row) -> set[str]:
        return {language for language, at in row.items() if at in self.sides[language].links.get(self.term, ())}

    def _users(self, row: Row) -> dict[str, Use]:
        uses = {language: self.sides[language].uses.get(self.term, {}) for language in row}
        return {language: uses[language][at] for language, at in row.items() if at in uses[language]}

    def _headlines(self, row: Row) -> set[str]:
        """Return the languages whose block is the headline of another text: linked only in step with another language."""
        return {language for language, at in row.items() if self.sides[language].is_headline(at)}
