"""What a built page depends on, told from the files alone: enough to know that nothing it shows has changed.

A page shows its own explainer (titles of its pages, blocks of its other languages, what the records know), the cards of its
terms, and the files that it links to; a term's page shows where the term is used; a list shows all pages.
"""

import json
import posixpath
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from tlumach.editions.termbase.collecting import names_of
from tlumach.languages.own_language import told_of
from tlumach.languages.profiles import direction
from tlumach.library import Library
from tlumach.library.pages import GLOSSARY, GLOSSARY_INDEX, Page
from tlumach.library.urls import built_address
from tlumach.plugin.metadata.feed import corrections_path
from tlumach.plugin.page_context import ContextBuilder
from tlumach.rendering.composition import has_lists
from tlumach.rendering.front_page import in_order, picture_of
from tlumach.tasks.cache import digest_of
from tlumach.tasks.tasks import Glance, Task, TaskRunner, groups, things
from tlumach.tracking import Tracker
from tlumach.tracking.page_facts import uses_on

LEAST = 16
"""Pages in a group of which the uses of terms are told together, at least."""


class Dependencies:
    """Tells what pages depend on, in any language of the readers."""

    def __init__(self, tracker: Tracker, gatherer: ContextBuilder, runner: TaskRunner | None = None) -> None:
        """Tell it of the pages of that tracker; ``gatherer`` has the cards and the sizes of pictures that pages show. With ``runner``,
        no card is made for a key whose term has not changed.
        """
        self.library, self._tracker, self._cards, self._size = tracker.library, tracker, gatherer.cards, gatherer.size
        self._runner = runner
        self._shared: dict[str, str] = {}
        self._uses_told: dict[str, list[dict[str, str]]] = {}
        self._told: dict[tuple[str, str], str] = self._known_cards(runner) if runner else {}

    def of(self, path: str, language: str) -> object:
        """Return what the page of that path depends on as readers of a language see it: plain values, and digests of long ones."""
        page = self.library.shown_page(language, path)
        assert page is not None, path
        facts = self._tracker.facts(page)
        return (
            path,
            self._shared_by_all(language),
            self.library.around(path if self._is_alone(path) else posixpath.dirname(path)),
            [self._card(term, language) for term in facts.terms],
            [(built_address(target, path, language, self.library), self._size(page, target)) for target in facts.files],
            (self._glossary_names, self._uses(page, language)) if page.is_term else (),
            (self._all_pages, self._latest(language)) if self._lists_pages(page) else "",
            self._tracker.changes.known if page.language == language else "",
        )

    def glance(self, language: str) -> Glance[str]:
        """Return what tells faster what most pages of explainers depend on: those that show no file, and no other page but the terms.

        Who asks for it before the pages are made has the uses of terms told once, and not in each process.
        """
        self._told_of_uses(language)
        cards = [(term, self._card(term, language)) for term in _terms(self.library)]
        return Glance((self._shared_by_all(language), cards, self._tracker.changes.known), self._glance_at)

    def _glance_at(self, path: str) -> object:
        is_plain = not self._is_alone(path) and all(
            not self._tracker.facts(page).files and not self._lists_pages(page) for page in self.library.under([path])
        )
        return (path, self.library.around(posixpath.dirname(path))) if is_plain else None

    def _shared_by_all(self, language: str) -> str:
        """Return what tells what every page of a language depends on: each names the feed."""
        if language not in self._shared:
            feed = corrections_path(language, self.library)
            self._shared[language] = digest_of((language, self.library.in_preparation, self._said_of(language), feed))
        return self._shared[language]

    def _said_of(self, language: str) -> object:
        """Return what the project says of a page's language and of the source's, and in which direction each of the others runs."""
        settings = self.library.settings
        own = [told_of(settings.known(each)) for each in (language, settings.source)]
        return own, [direction(each) for each in settings.languages]

    def _card(self, term: str, language: str) -> str:
        """Return what tells of a term's card, which many pages show: a digest of it."""
        if (term, language) not in self._told:
            self._told[term, language] = digest_of(self._cards.of(term, language))
        return self._told[term, language]

    def _known_cards(self, runner: TaskRunner) -> dict[tuple[str, str], str]:
        library = self.library
        places = [(path, language) for path in _terms(library) for language in library.settings.languages]
        kind = Task[tuple[str, str]](
            "card told",
            lambda place: (*place, self._card_inputs(*place)),
            lambda place: digest_of(self._cards.of(*place)).encode(),
            is_small=True,
        )
        return dict(zip(places, runner.made(kind, places, lambda _, made: made.decode()), strict=True))

    def _card_inputs(self, term: str, language: str) -> object:
        """Return all that a term's card is made of: its pages and records, which of them readers get, what stale passages show."""
        library = self.library
        page = library.shown_page(language, term)
        own, file = self._said_of(language), page.file if page else ""
        return own, file, library.around(term), library.offered, self._tracker.changes.known

    def _is_alone(self, path: str) -> bool:
        """Whether a page is no part of an explainer: at the top, or of the glossary."""
        return "/" not in path or path.startswith(f"{GLOSSARY}/")

    def _uses(self, term: Page, language: str) -> list[str]:
        """Return what tells what a term's page shows of its uses: a digest for each group of pages that use it."""
        return [told[term.path] for told in self._told_of_uses(language) if term.path in told]

    def _told_of_uses(self, language: str) -> list[dict[str, str]]:
        if language not in self._uses_told:
            self._uses_told[language] = self._uses_in_groups(language)
        return self._uses_told[language]

    def _uses_in_groups(self, language: str) -> list[dict[str, str]]:
        """Return a digest of the uses of each term in each group of pages, which is kept for as long as none of them changes."""
        pages = {page.path: page for page in self.library.in_language(language)}
        kind = Task[list[str]](
            "uses of terms",
            lambda group: (language, [(path, self.library.around(path)) for path in group]),
            lambda group: json.dumps(self._uses_on([pages[path] for path in group])).encode(),
        )
        some = [*groups(pages, LEAST)]
        # a process of a build, which may be asked for a key, starts no others
        made = things(replace(self._runner, processes=1), kind, some) if self._runner else map(kind.make, some)
        return [*map(json.loads, made)]

    def _uses_on(self, pages: Sequence[Page]) -> dict[str, str]:
        """Return a digest of what is shown of each term's uses on some pages: nothing else of them."""
        found: dict[str, list[object]] = {}
        for term, uses in uses_on(pages, self._tracker.facts).items():
            for use in uses:
                shown = self._tracker.facts(use.page).title, self._tracker.ids(use.page)[use.block], use.words
                found.setdefault(term, []).append((use.page.path, *shown))
        return {term: digest_of(some) for term, some in found.items()}

    def _latest(self, language: str) -> tuple[object, ...]:
        """What the front page shows of the latest explainer, which is more than its face: its first box and picture."""
        return tuple(
            (
                self.library.around(latest.path),
                self._size(latest, picture[0]) if (picture := picture_of(latest)) else None,
            )
            for latest in in_order(self.library, language)[:1]
        )

    @cached_property
    def _glossary_names(self) -> str:
        """What a term's page tells search engines of the glossary that it belongs to."""
        return digest_of(names_of(self.library))

    @cached_property
    def _all_pages(self) -> str:
        """What lists show: titles and front matter of all pages, and the whole glossary."""
        pages = self.library.pages.values()
        faces = ((page.file, self._tracker.facts(page).title, page.front_matter.text or page.meta) for page in pages)
        glossary = (self.library.around(page.path) for page in pages if page.path.startswith(f"{GLOSSARY}/"))
        return digest_of([*faces, *glossary])

    def _lists_pages(self, page: Page) -> bool:
        """Whether a page tells of all others; the glossary's index tells search engines of all terms, listed or not."""
        return page.path == GLOSSARY_INDEX or has_lists(page, self._tracker)


def _terms(library: Library) -> list[str]:
    return [path for path in library.paths if path.startswith(f"{GLOSSARY}/") and path != GLOSSARY_INDEX]
