"""Whether the terms are in order, as far as links and front matter tell: nothing here knows the forms of a word.

That a term has a page in every language is a matter of :mod:`tlumach.checks.translations`, as for any page.
"""

from collections.abc import Iterator, Mapping

from tlumach.alignment import Pair
from tlumach.alignment.freshness import State
from tlumach.blocks.plain_text import plain
from tlumach.languages.normal_form import normal_form
from tlumach.library import Library, Paths
from tlumach.library.pages import GLOSSARY_INDEX, Page
from tlumach.problems import Code, Level, Problem
from tlumach.term_links.sides import linked_terms
from tlumach.terms.forms import CLOSING_QUOTES, OPENING_QUOTES, comparable
from tlumach.terms.glossary import Term, term_of
from tlumach.terms.site_matchers import approved_forms
from tlumach.terms.uses import name_of
from tlumach.tracking import Tracked, Tracker

LONGEST_DEFINITION = 400
"""Characters that a popover holds on a phone without being scrolled."""


def check_term_links(tracker: Tracker, paths: Paths = None) -> Iterator[Problem]:
    """A term that a block of the source links is linked in the same block of every translation, and the other way round.

    Where the source has changed since it was translated, that is a warning, as the change is (an error with
    `strict_translations`).
    """
    for page in tracker.library.under(paths):
        if tracked := tracker.track(page.language, page.path):
            yield from _out_of_step(tracked, tracker.library)


def check_same_forms(library: Library) -> Iterator[Problem]:
    """No two terms have the same form in a language: a form leads to one page."""
    for language in library.settings.languages:
        owners: dict[str, Page] = {}
        for page in library.in_language(language):
            if term := term_of(library, page):
                for form in approved_forms(term):
                    owner = owners.setdefault(_comparable(form), page)
                    if owner is not page:
                        yield _same_form(page, term, form, owner)


def check_unused_terms(tracker: Tracker) -> Iterator[Problem]:
    """Some page links each term: an explainer, its notes, or the entry of another term."""
    library = tracker.library
    pages = [page for page in library.pages.values() if page.path != GLOSSARY_INDEX]
    used = {term for page in pages for term in tracker.facts(page).terms}
    for path in library.paths:
        page = next((library.pages[each, path] for each in library.languages_of(path)), None)
        if page and page.is_term and path not in used:
            message = (
                "no page links this term. `tlumach terms` finds its uses: link one, or remove it in every language."
            )
            yield Problem(page.file, page.front_matter.line_of("term"), Code.UNUSED_TERM, message)


def check_definitions(library: Library, paths: Paths = None) -> Iterator[Problem]:
    """The definition of a term, as the reader sees it, is not longer than a popover holds."""
    for page in library.under(paths):
        term = term_of(library, page)
        length = len(plain(term.definition)) if term else 0
        if term and length > LONGEST_DEFINITION:
            line = next(block.line for block in page.blocks if block.text == term.definition)
            message = f"the definition has {length} characters; a popover holds {LONGEST_DEFINITION}. Shorten its first paragraph."
            yield Problem(page.file, line, Code.LONG_DEFINITION, message)


def _out_of_step(tracked: Tracked, library: Library) -> Iterator[Problem]:
    source_links, links = linked_terms(tracked.source), linked_terms(tracked.page)
    for pair in tracked.alignment.pairs:
        if pair.source is not None and pair.translation is not None:
            there, here = source_links.get(pair.source, {}), links.get(pair.translation, {})
            if there.keys() != here.keys() and {*there, *here} <= set(library.paths):  # else it is an unknown term
                yield from _differences(tracked, pair, there, here, _level(pair, library))


def _differences(
    tracked: Tracked, pair: Pair, there: Mapping[str, int], here: Mapping[str, int], level: Level
) -> Iterator[Problem]:
    file, source = tracked.page.file, tracked.source
    line, source_line = tracked.page.blocks[pair.translation or 0].line, source.blocks[pair.source or 0].line
    for term in there.keys() - here.keys():
        message = f"{source.file}:{there[term]} links the term “{name_of(term)}”, this block does not. Link what renders it here."
        yield Problem(file, line, Code.TERM_LINK, message, level)
    for term in here.keys() - there.keys():
        message = (
            f"links the term “{name_of(term)}”, and the block {source.file}:{source_line} does not."
            " Link it there too, in every language, or not here."
        )
        yield Problem(file, here[term], Code.TERM_LINK, message, level)


def _level(pair: Pair, library: Library) -> Level:
    is_behind = pair.state is State.CHANGED and not library.settings.strict_translations
    return Level.WARNING if is_behind else Level.ERROR


def _same_form(page: Page, term: Term, form: str, owner: Page) -> Problem:
    key = "term" if form == term.term else "short" if form == term.short else "forms"
    message = f"“{form}” is a form of two terms: of this one and of {owner.file}. Keep it in one of them."
    return Problem(page.file, page.front_matter.line_of(key), Code.SAME_FORM, message)


def _comparable(form: str) -> str:
    """Return a form as the matcher sees it: one apostrophe, no ґ, spaces one, capitals small, any quotation marks around it the same."""
    text = " ".join(comparable(normal_form(form).text).split()).casefold()
    is_quoted = len(text) > 2 and text[0] in OPENING_QUOTES and text[-1] in CLOSING_QUOTES
    return f'"{text[1:-1]}"' if is_quoted else text
