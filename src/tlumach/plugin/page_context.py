"""All that a built page is made of, gathered from the library before anything is rendered."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from tlumach.languages.messages import Messages
from tlumach.library.pages import GLOSSARY_INDEX, Page
from tlumach.library.urls import built_address
from tlumach.plugin.front_matter import harmless
from tlumach.plugin.structured_data import StructuredData
from tlumach.plugin.views import PageView, TermCards, counterparts, page_view
from tlumach.rendering.composition import compose
from tlumach.rendering.extension import Rendering
from tlumach.terms.uses import name_of, term_links
from tlumach.tracking import Tracker


@dataclass(frozen=True)
class Shown:
    """A page as a reader of a language gets it: Markdown with what the renderer must know, and what the template shows beside it."""

    meta: Mapping[str, Any]
    markdown: str
    rendering: Rendering
    view: PageView
    structured_data: str


class Gatherer:
    """Gathers what pages are made of; what many of them show is made once."""

    def __init__(self, tracker: Tracker) -> None:
        """Gather from the library of that tracker."""
        self.tracker = tracker
        self._structured = StructuredData(tracker.library)
        self.cards = TermCards(tracker.library)

    def shown(self, page: Page, say: Messages) -> Shown:
        """Return what the readers of a language get of a page (another language than the page's: it is not translated)."""
        composed = compose(page, self.tracker, say)
        language, library = say.language, self.tracker.library
        address = partial(built_address, path=page.path, language=language, library=library)
        return Shown(
            meta=harmless(page.meta),
            markdown=composed.markdown,
            rendering=Rendering(
                ids=composed.ids,
                say=say,
                source_language=library.settings.source,
                counterparts=counterparts(page.path, language, self.tracker),
                terms=_marked(page),
                is_term=page.is_term,
                address=address,
            ),
            view=page_view(page, language, self.tracker, self.cards),
            structured_data=self._structured.of(page, language),
        )


def _marked(page: Page) -> dict[str, str]:
    if page.path == GLOSSARY_INDEX:
        return {}
    return {target: name_of(path) for target, path in term_links(page).items()}
