"""The definitions of the terms that a page links to: put at its end, where a script takes them to open them in place."""

from collections.abc import Iterator

from markupsafe import escape
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from tlumach.languages.messages import Messages
from tlumach.library.pages import DOCS, Page
from tlumach.plugin.views import TermCard, TermCards
from tlumach.terms.uses import term_links
from tlumach.tracking import Tracker

SCRIPT = "assets/javascripts/tlumach-terms.js"


class Definitions:
    """The cards of a site's glossary, for the pages of one language after the other."""

    def __init__(self, tracker: Tracker) -> None:
        """Take the pages whose glossary it is."""
        self.library, self.cards = tracker.library, TermCards(tracker)
        self.is_empty = not any(page.is_term for page in self.library.pages.values())

    def of(self, ours: Page, page: MkDocsPage, files: Files, say: Messages) -> Iterator[str]:
        """Yield the definition of each term that a page links to and that has an entry in the language that is built."""
        entries = {file.src_uri: file for file in files.documentation_pages()} if not self.is_empty else {}
        for path in dict.fromkeys(term_links(ours).values()) if entries else ():
            shown, card = self.library.shown_page(say.language, path), self.cards.of(path, say.language)
            file = entries.get(shown.file.removeprefix(f"{DOCS}/")) if shown else None
            if file and card and card.definition:
                yield _template(card, get_relative_url(file.url, page.url), say)


def _template(card: TermCard, entry: str, say: Messages) -> str:
    """Return what is shown of a term: browsers, readers' modes and print leave a template alone."""
    lang = f' lang="{escape(card.language)}"' if card.language != say.language else ""
    short = f" ({escape(card.short)})" if card.short else ""
    others = " · ".join(_named(*each) for each in card.others)
    return (
        f'<template class="tlumach-term"{lang} data-search-exclude><p><strong>{escape(card.term)}</strong>{short}</p>'
        f"<p>{escape(card.definition)}</p>{f'<p>{others}</p>' if others else ''}"
        f'<p><a href="{escape(entry)}">{escape(say("term.entry"))}</a></p></template>\n'
    )


def _named(language: str, name: str, way: str) -> str:
    direction = f' dir="{way}"' if way else ""
    return f'<span lang="{escape(language)}"{direction}>{escape(name)}</span>'
