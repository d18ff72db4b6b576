"""Uses of terms that are not linked, and where the link should stand: in the same block of every language."""

import posixpath
import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tlumach.block_lines import source_lines
from tlumach.blocks import Block, Kind
from tlumach.pages import DOCS, Page
from tlumach.running_text import running_text
from tlumach.term_exclusions import labels, links_by_label, titles, touches_a_mark
from tlumach.term_matching import Matcher, Use
from tlumach.term_uses import term_of_link
from tlumach.term_words import TermWords
from tlumach.tracking import Tracker

_NEVER = frozenset({Kind.HEADING, Kind.CODE, Kind.HTML, Kind.FOOTNOTE, Kind.REFERENCE, Kind.ABBREVIATION})
"""Kinds of blocks without links to terms. A footnote speaks of words more often than it uses them."""
_HEADLINE = re.compile(r"\{:?[^{}\n]*\.headline\b[^{}\n]*\}\s*\Z")

Row = dict[str, int]
"""A block in all languages: its index on the page of each language that has it."""


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
        return f"[{self.surface}]({posixpath.relpath(self.term, posixpath.dirname(self.path) or '.')})"


def unlinked(tracker: Tracker, words: TermWords, path: str, languages: Collection[str]) -> list[Unlinked]:
    """Return the uses of terms that a page should link, one for each term and language that does not link it anywhere.

    ``languages`` are those asked for, which alone can be written. Where another language links the term, the link
    belongs in that block; where none does, in the first block that uses it in all languages that use it; and where
    there is no such block, each language's first use is returned, most likely out of step.
    """
    library = tracker.library
    pages = {each: page for each in library.settings.languages if (page := library.page(each, path))}
    sides = {language: _Side(page, *_links_and_uses(page, words.matcher(language))) for language, page in pages.items()}
    terms = dict.fromkeys(term for side in sides.values() for term in side.uses)
    rows = _rows(tracker, pages) if terms else []
    found = (each for term in terms for each in _Linking(term, sides, rows, languages, library.settings.source).found())
    return [each for each in found if each.language in languages]


def with_links(text: str, found: Iterable[Unlinked]) -> str:
    """Return a page's text with the links written in; nothing else is changed."""
    for each in sorted(found, key=lambda one: one.offset, reverse=True):
        text = text[: each.offset] + each.link + text[each.offset + len(each.surface) :]
    return text


def linked_terms(page: Page) -> Mapping[int, set[str]]:
    """Return the terms that each block of a page links, by the block's index; blocks without such links are left out."""
    starts = [block.line for block in page.blocks]
    found: dict[int, set[str]] = {}
    for link in page.links:
        if term := term_of_link(link, page):
            found.setdefault(bisect_right(starts, link.line) - 1, set()).add(term)
    return found


@dataclass(frozen=True)
class _Side:
    """A page, the blocks that link each term, and the first use in each block of the terms that no block links."""

    page: Page
    links: Mapping[str, list[int]]
    uses: Mapping[str, Mapping[int, Use]]


@dataclass(frozen=True)
class _Linking:
    """Where one term should be linked on the pages of one path."""

    term: str
    sides: Mapping[str, _Side]
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
        wanted = {language for language, side in self.sides.items() if self.term in side.uses}
        fit = (row for row in self.rows if not self._headlines(row) and wanted <= row.keys())
        return next((row for row in fit if row.keys() == self._users(row).keys()), None)

    def _in_row(self, row: Row, uses: Mapping[str, Use]) -> Iterator[Unlinked]:
        complete = self._linking(row) | (uses.keys() & set(self.languages))
        source_will_link = self.source not in row or self.source in self._linking(row) or row.keys() <= complete
        for language, use in uses.items():
            page, block = self.sides[language].page, self.sides[language].page.blocks[row[language]]
            yield Unlinked(
                language, page.path, self.term,
                line=block.line + len(source_lines(block.text[: use.start + 1])) - 1,
                offset=_offset(page, block) + use.start,
                surface=use.surface,
                beside=tuple(self._beside(other, row) for other in row if other != language),
                in_step=row.keys() <= complete if language == self.source else source_will_link,
            )  # fmt: skip

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
        return {each for each, at in row.items() if _HEADLINE.search(self.sides[each].page.blocks[at].text)}


def _links_and_uses(page: Page, matcher: Matcher) -> tuple[dict[str, list[int]], dict[str, dict[int, Use]]]:
    links: dict[str, list[int]] = {}
    for at, terms in linked_terms(page).items():
        for term in terms:
            links.setdefault(term, []).append(at)
    uses: dict[str, dict[int, Use]] = {}
    for at, block in enumerate(page.blocks):
        if block.kind not in _NEVER:
            found = [use for use in matcher.find(running_text(block.text)) if use.term not in (*links, page.path)]
            for use in _linkable(found, block, page):
                uses.setdefault(use.term, {}).setdefault(at, use)
    return links, uses


def _linkable(found: list[Use], block: Block, page: Page) -> Iterator[Use]:
    """Yield the uses that may be linked; the definition of a term, shown in many places, has no links."""
    if not found or (page.is_term and block is _definition(page)):
        return
    shut = links_by_label(block.text, labels(page.blocks))
    quoted = titles(block.text)
    for use in found:
        in_title = any(start <= use.start and use.end <= end and use.end - use.start < end - start for start, end in quoted)
        in_link = any(start <= use.start and use.end <= end for start, end in shut)
        if not in_title and not in_link and not touches_a_mark(block.text, use.start):
            yield use


def _definition(page: Page) -> Block | None:
    return next((block for block in page.blocks if block.kind is Kind.PARAGRAPH), None)


def _rows(tracker: Tracker, pages: Mapping[str, Page]) -> list[Row]:
    """Return the blocks of all languages, in the order of the source; those without a source block come last."""
    source = tracker.library.settings.source
    rows: list[Row] = [{source: at} for at in range(len(pages[source].blocks))] if source in pages else []
    own: list[Row] = []
    for language, page in pages.items():
        if tracked := tracker.track(language, page.path):
            for pair in tracked.alignment.pairs:
                if pair.source is not None and pair.translation is not None:
                    rows[pair.source][language] = pair.translation
                elif pair.translation is not None:
                    own.append({language: pair.translation})
        elif language != source:
            own += [{language: at} for at in range(len(page.blocks))]
    return rows + own


def _offset(page: Page, block: Block) -> int:
    """Return where a block begins in the page's text."""
    before = source_lines(page.body)[: block.line - page.front_matter.body_line]
    return page.front_matter.length + sum(map(len, before))
