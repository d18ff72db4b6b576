"""Whether terms are rendered as they should be, in whatever case and number they stand.

These rules read every word of every page with the dictionaries, which takes long: `tlumach check` runs them, a build
does not.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from tlumach.alignment import Pair
from tlumach.alignment.freshness import State
from tlumach.blocks import Block, BlockKind
from tlumach.blocks.links import without_code
from tlumach.blocks.plain_text import plain
from tlumach.checks.given_text import shown_text
from tlumach.library import Library, Paths
from tlumach.library.pages import Page
from tlumach.problems import Code, Problem
from tlumach.term_links.exclusions import titles
from tlumach.term_links.sides import linked_terms
from tlumach.terms.forms import CLOSING_QUOTES, OPENING_QUOTES
from tlumach.terms.matcher import Use
from tlumach.terms.site_matchers import AvoidedUse, TermWords, approved_forms
from tlumach.tracking import Tracked, Tracker

_NO_PROSE = frozenset({BlockKind.CODE, BlockKind.REFERENCE, BlockKind.RULE})
_NOT_SEEN = re.compile(r"(?s)<!--.*?-->|(?:https?://|www\.)[^\s<>()«»“”]+|\{:?[ \t]*[.#][^{}\n]*\}")


def check_avoided_forms(tracker: Tracker, words: TermWords, paths: Paths = None) -> Iterator[Problem]:
    """A rendering to avoid stands nowhere, in no form. It may be quoted, by itself or in a title, and in the given text."""
    for page in tracker.library.under(paths):
        given = _given_lines(page, tracker.library)
        for block in page.blocks:
            if block.kind not in _NO_PROSE and shown_text(block) not in given:
                yield from _avoided_in(block, page, words)


def check_term_renderings(tracker: Tracker, words: TermWords, paths: Paths = None) -> Iterator[Problem]:
    """Where a block of the source uses a term, its translation has an approved rendering of it, or links the term.

    Not asked of the term's own page, which may say “it”; of footnotes, which are about other words in each language;
    and of a block whose source has changed since.
    """
    for page in tracker.library.under(paths):
        if tracked := tracker.track(page.language, page.path):
            links = linked_terms(tracked.source), linked_terms(tracked.page)
            for pair in tracked.alignment.pairs:
                if pair.source is not None and pair.translation is not None and pair.state is not State.CHANGED:
                    linked = links[0].get(pair.source, {}).keys(), links[1].get(pair.translation, {}).keys()
                    yield from _not_rendered(tracked, pair, words, *map(set, linked))


def _not_rendered(
    tracked: Tracked, pair: Pair, words: TermWords, linked_there: set[str], linked_here: set[str]
) -> Iterator[Problem]:
    page, source = tracked.page, tracked.source
    block, original = page.blocks[pair.translation or 0], source.blocks[pair.source or 0]
    if original.kind in (BlockKind.FOOTNOTE, *_NO_PROSE):
        return
    found = words.uses_in_source(_seen(original), source.language)
    used = {**dict.fromkeys(linked_there, ""), **found}
    here = _seen(block) if used else ""
    for path, surface in used.items():
        term = words.terms(page.language).get(path)
        if not term or path in linked_here or path == page.path:
            continue
        if not words.matcher(page.language).finds(path, here):
            there = f"{source.file}:{original.line} has " + (f"“{surface}”" if surface else f"the term “{term.name}”")
            approved = ", ".join(f"“{form}”" for form in approved_forms(term))
            message = f"{there}, this block no approved rendering of it: {approved}. Use one, add yours to `forms`, or link it."
            yield Problem(page.file, block.line, Code.TERM_RENDERING, message)


def _avoided_in(block: Block, page: Page, words: TermWords) -> Iterator[Problem]:
    text = _seen(block)
    found = words.uses_to_avoid(text, page.language)
    quoted = titles(text) if found else []
    for each in found:
        in_title = any(start <= each.use.start and each.use.end <= end for start, end in quoted)
        if not in_title and not _is_mentioned(each.use, text):
            line = block.line + text.count("\n", 0, each.use.start)
            yield Problem(page.file, line, Code.AVOIDED_FORM, _advice(each))


def _advice(found: AvoidedUse) -> str:
    approved = " or ".join(f"“{form}”" for form in approved_forms(found.term))
    return f"“{found.use.surface}”: avoid “{found.avoided.form}” ({found.avoided.why.rstrip('.')}). Write {approved}."


def _is_mentioned(use: Use, text: str) -> bool:
    """Tell whether quotation marks stand right around it, so that the word is spoken of and not used."""
    before, after = text[: use.start][-1:], text[use.end :][:1]
    return before in tuple(OPENING_QUOTES) and after in tuple(CLOSING_QUOTES)


@lru_cache(maxsize=1000)  # those of a page in all languages: each is read for itself and beside its translations
def _seen(block: Block) -> str:
    """Return a block's text as the reader sees it, on as many lines; code, comments, addresses and attributes are left out."""
    text = without_code(block.text.replace("\r\n", "\n"))
    return plain(_NOT_SEEN.sub(lambda hidden: "\n" * hidden[0].count("\n"), text))


def _given_lines(page: Page, library: Library) -> set[str]:
    return set((library.given_text_of(page) or "").splitlines())
