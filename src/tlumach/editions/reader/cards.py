"""The glossary of a file: each term beside its names in the other languages, made once for all files.

An entry is what opens where the term is used, so it stands once in the file.
"""

from collections.abc import Iterator, Mapping
from html import escape

from tlumach.alignment.freshness import State
from tlumach.alignment.passages import Shown
from tlumach.blocks.plain_text import plain
from tlumach.editions.reader.anchors import term_id
from tlumach.languages.messages import Messages
from tlumach.library.urls import absolute
from tlumach.terms.glossary import Term, term_of
from tlumach.tracking import Tracker
from tlumach.tracking.definitions import definition_shown


class Cards:
    """The entries of a site's glossary as files show them."""

    def __init__(self, tracker: Tracker, words: Mapping[str, Messages]) -> None:
        """Make the glossary of that site; nothing is rendered before it is asked for."""
        self._tracker = tracker
        self._words = words
        self._cards: dict[str, str] = {}

    def card(self, path: str) -> str:
        """Return the row of a term; empty where no language has its page."""
        if path not in self._cards:
            self._cards[path] = self._made(path)
        return self._cards[path]

    def _made(self, path: str) -> str:
        library = self._tracker.library
        pages = {language: library.page(language, path) for language in self._words}
        terms = {language: term for language, page in pages.items() if page and (term := term_of(library, page))}
        source = terms.get(library.settings.fallback) or next(iter(terms.values()), None)
        if source is None:
            return ""
        id = term_id(source.name)
        cells = (
            f'<div lang={language} id="{id}-{language}" popover>{"".join(self._cell(language, terms, source))}</div>'
            for language in self._words
        )
        names = "".join(f"<p lang={code}>{escape(name)}" for code, name in source.names.items())
        return f'<div id="{id}"><div class=r>{"".join(cells)}</div>{names}</div>\n'

    def _cell(self, language: str, terms: Mapping[str, Term], source: Term) -> Iterator[str]:
        say, settings = self._words[language], self._tracker.library.settings
        own = terms.get(language, source)
        page = self._tracker.library.page(language, own.path)
        shown = definition_shown(self._tracker, page) if page else Shown.MARK
        term = own if shown is Shown.MARK else source
        if shown is not Shown.MARK:
            key = "fresh.only_original" if shown is Shown.ORIGINAL else "fresh.changed_block"
            yield f"<small class=w>{escape(say(key))}</small> "
        yield _said(term, language, absolute(term.path, language, settings))
        if term.as_of:
            yield f" <small>{escape(say('term.as_of'))} {escape(say.date(term.as_of)).removesuffix('.')}.</small>"
        if shown is Shown.ORIGINAL_FIRST:
            yield f"<details class=w><summary>{escape(say('fresh.former'))}</summary>{escape(plain(own.definition))}</details>"
        elif own is source and language != source.language:
            yield f" <small class=w>{escape(say('fresh.untranslated'))}</small>"
        elif shown is Shown.MARK and self._is_stale(language, term.path):
            original = f"<div lang={source.language}>{escape(plain(source.definition))}</div>"
            yield f"<details class=w><summary>{escape(say('fresh.changed_block'))}</summary>{original}</details>"

    def _is_stale(self, language: str, path: str) -> bool:
        """Whether the definition (the first paragraph) is not what the original says now."""
        tracked = self._tracker.track(language, path)
        if tracked is None:
            return False
        definition = next((at for at, block in enumerate(tracked.page.blocks) if block.kind == "paragraph"), None)
        return definition is not None and tracked.pair_of(definition).state is State.CHANGED


def _said(term: Term, language: str, address: str) -> str:
    short = f" ({escape(term.short)})" if term.short else ""
    text = f'<dfn><a href="{escape(address)}">{escape(term.term)}</a>{short}</dfn> {escape(plain(term.definition))}'
    return text if term.language == language else f"<span lang={term.language}>{text}</span>"
