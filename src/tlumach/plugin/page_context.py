"""All that a built page is made of, gathered from the library before anything is rendered.

What of a page's front matter the templates may see: the theme prints much of it into the page as it stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import escape

from tlumach.checks.front_matter import is_list_of_texts, is_page_template
from tlumach.editions.reports.addresses import report_address
from tlumach.editions.shared.picture_size import sizes_in
from tlumach.languages.messages import Messages
from tlumach.library.pages import GLOSSARY_INDEX, Page
from tlumach.library.urls import built_address
from tlumach.plugin.structured_data import StructuredData
from tlumach.plugin.views import PageView, TermCards, counterparts, page_view
from tlumach.rendering.composition import compose
from tlumach.rendering.extension import Rendering
from tlumach.terms.uses import name_of, term_links
from tlumach.tracking import Tracker


@dataclass(frozen=True)
class PageContext:
    """A page as a reader of a language gets it: Markdown with what the renderer must know, and what the template shows beside it."""

    meta: Mapping[str, Any]
    markdown: str
    rendering: Rendering
    view: PageView
    structured_data: str


class ContextBuilder:
    """Gathers what pages are made of; what many of them show is made once."""

    def __init__(self, tracker: Tracker, root: Path) -> None:
        """Gather from the library of that tracker, and from the pictures of the project in ``root``."""
        self.tracker = tracker
        self.size = sizes_in(root, tracker.library)
        self._structured = StructuredData(tracker)
        self.cards = TermCards(tracker)

    def shown(self, page: Page, say: Messages) -> PageContext:
        """Return what the readers of a language get of a page (another language than the page's: it is not translated)."""
        composed = compose(page, self.tracker, say)
        language, library = say.language, self.tracker.library
        address = partial(built_address, path=page.path, language=language, library=library)
        return PageContext(
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
                report=report_address(page, language, library),
                size=partial(self.size, page),
                own=library.settings.say(page.language),
            ),
            view=page_view(page, language, self.tracker, self.cards),
            structured_data=self._structured.of(page, language),
        )


def _marked(page: Page) -> dict[str, str]:
    if page.path == GLOSSARY_INDEX:
        return {}
    return {target: name_of(path) for target, path in term_links(page).items()}


TEXTS = ("title", "description")
LOOKED_UP = {"hide": is_list_of_texts, "template": is_page_template}
"""A list of parts and the name of a template: the theme looks them up, prints neither, and fails on what is none."""


def harmless(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the theme is to know of a front matter: the keys that a page may have for it, texts escaped for HTML.

    Escaped once: a template that escapes too (``| e``) sees that it is done.
    """
    texts = {key: escape(str(meta[key])) for key in TEXTS if key in meta}
    return texts | {key: meta[key] for key, is_right in LOOKED_UP.items() if key in meta and is_right(meta[key])}
