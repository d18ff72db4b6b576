"""What search engines are told in JSON-LD: of the glossary, in the pages that define its terms, and of the explainers."""

from collections.abc import Mapping
from functools import cached_property

from tlumach.editions.termbase.collecting import concepts_of, names_of
from tlumach.editions.termbase.concepts import Concept, Names
from tlumach.editions.termbase.jsonld import to_jsonld_set, to_jsonld_term
from tlumach.library.pages import GLOSSARY_INDEX, Page
from tlumach.plugin.metadata.article import article
from tlumach.plugin.metadata.cards import card_path
from tlumach.terms.uses import name_of
from tlumach.tracking import Tracker


class StructuredData:
    """The glossary of a library as structured data, gathered once, when it is asked for."""

    def __init__(self, tracker: Tracker) -> None:
        """Gather the terms of that tracker's library."""
        self._tracker, self._library = tracker, tracker.library

    @cached_property
    def _concepts(self) -> Mapping[str, Concept]:
        """The concepts by their ids; nobody asks for them where no page of the glossary is made anew."""
        return {concept.id: concept for concept in concepts_of(self._library)}

    @cached_property
    def _names(self) -> Names:
        return names_of(self._library)

    def of(self, page: Page, language: str) -> str:
        """Return what a page tells, for readers of that language; empty for a page that is neither of the glossary nor an explainer."""
        if page.is_explainer:
            path = card_path(page, self._library.settings)
            return article(page, self._tracker, language, self._library.settings.site_url + path if path else "")
        if page.path == GLOSSARY_INDEX:
            return to_jsonld_set(list(self._concepts.values()), language, self._names)
        concept = self._concepts.get(name_of(page.path)) if page.is_term else None
        return to_jsonld_term(concept, language, self._names) if concept else ""
