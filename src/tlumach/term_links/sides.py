"""A page beside itself in the other languages: what it links of the glossary, what it could link, and the blocks they share."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from tlumach.blocks import Block, BlockKind
from tlumach.blocks.lines import source_lines
from tlumach.library.pages import Page
from tlumach.term_links.exclusions import labels, links_by_label, titles, touches_a_mark
from tlumach.terms.glossary import definition_at
from tlumach.terms.matcher import Matcher, Use
from tlumach.terms.uses import term_of_link
from tlumach.tracking import Tracker

Row = dict[str, int]
"""A block in all languages: its index on the page of each language that has it."""

_NEVER = frozenset(
    {BlockKind.HEADING, BlockKind.CODE, BlockKind.HTML, BlockKind.FOOTNOTE, BlockKind.REFERENCE, BlockKind.ABBREVIATION}
)
"""Kinds of blocks without links to terms. A footnote speaks of words more often than it uses them."""
_HEADLINE = re.compile(r"\{:?[^{}\n]*\.headline\b[^{}\n]*\}\s*\Z")


@dataclass(frozen=True)
class Side:
    """A page in one language, the blocks that link each term, and the first use in each block of the terms that no block links."""

    page: Page
    links: Mapping[str, list[int]]
    uses: Mapping[str, Mapping[int, Use]]

    def place(self, at: int, use: Use) -> tuple[int, int]:
        """Return the line of a use in the file, and its offset in the page's text."""
        starts, body_line = self._line_starts, self.page.front_matter.body_line
        offset = starts[self.page.blocks[at].line - body_line] + use.start
        return body_line + bisect_right(starts, offset) - 1, offset

    @cached_property
    def _line_starts(self) -> list[int]:
        """Where each line of the body begins in the page's text."""
        return list(accumulate(map(len, source_lines(self.page.body)), initial=self.page.front_matter.length))

    def is_headline(self, at: int) -> bool:
        """Tell whether a block is marked as the headline of another text (`{ .headline }`)."""
        return bool(_HEADLINE.search(self.page.blocks[at].text))


def side_of(page: Page, matcher: Matcher) -> Side:
    """Read a page's links to terms, and its uses of those that it does not link. A term's page does not link itself."""
    links: dict[str, list[int]] = {}
    for at, terms in linked_terms(page).items():
        for term in terms:
            links.setdefault(term, []).append(at)
    uses: dict[str, dict[int, Use]] = {}
    for at, block in enumerate(page.blocks):
        if block.kind not in _NEVER:
            found = [use for use in matcher.find_in_block(block.text) if use.term not in (*links, page.path)]
            for use in _linkable(found, block, page):
                uses.setdefault(use.term, {}).setdefault(at, use)
    return Side(page, links, uses)


def linked_terms(page: Page) -> Mapping[int, Mapping[str, int]]:
    """Return the terms that each block of a page links, each with the line of its first link, by the block's index.

    Blocks without such links are left out.
    """
    starts = [block.line for block in page.blocks]
    found: dict[int, dict[str, int]] = {}
    for link in page.links:
        if term := term_of_link(link, page):
            found.setdefault(bisect_right(starts, link.line) - 1, {}).setdefault(term, link.line)
    return found


def rows_of(tracker: Tracker, pages: Mapping[str, Page]) -> list[Row]:
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


def _linkable(found: list[Use], block: Block, page: Page) -> Iterator[Use]:
    """Yield the uses that may be linked; the definition of a term, shown in many places, has no links."""
    if not found or (page.is_term and block is _definition(page)):
        return
    shut = links_by_label(block.text, labels(page.blocks))
    quoted = titles(block.text)
    for use in found:
        in_title = any(
            start <= use.start and use.end <= end and use.end - use.start < end - start for start, end in quoted
        )
        in_link = any(start <= use.start and use.end <= end for start, end in shut)
        if not in_title and not in_link and not touches_a_mark(block.text, use.start):
            yield use


def _definition(page: Page) -> Block | None:
    at = definition_at(page)
    return None if at is None else page.blocks[at]
