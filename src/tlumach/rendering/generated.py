"""The Markdown that is made from front matter and from other pages: lists, a term's facts, notes with sources."""

import posixpath
import re
from collections.abc import Iterator

from tlumach.blocks import Block, BlockKind
from tlumach.blocks.links import footnote_marks
from tlumach.languages.collation import sort_key
from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.library.pages import Page
from tlumach.library.sources import Source, known_of, sources_of
from tlumach.library.urls import between, relative
from tlumach.terms.glossary import KINDS, Term, term_of
from tlumach.terms.uses import TermUse
from tlumach.tracking import Tracker

INDENT = " " * 4
NOTES_ID = "notes-and-sources"
USES_ID = "uses"
DOWNLOADS_ID = "downloads"
COMPARE_ID = "compare-copies"


def made_anchors(page: Page) -> set[str]:
    """Return the anchors that a built page has beside those of its blocks."""
    anchors = {NOTES_ID} if footnote_marks(page.body) else set()
    anchors |= {USES_ID} if page.is_term else set()
    return anchors | (set(KINDS) if any(block.text.strip() == "{{ terms }}" for block in page.blocks) else set())


def downloads(page: Page, library: Library, say: Messages) -> str:
    """Return what stands on the download page until the editions are made (`tlumach.editions.downloads` fills them in)."""
    return f"{say('download.none')}\n{{ #{DOWNLOADS_ID} }}"


def compare(page: Page, library: Library, say: Messages) -> str:
    """Return what stands where scripts compare two copies, as long as none runs (`theme/partials/compare.html`)."""
    of_reader = "" if page.language == say.language else f" lang={say.language}"  # on a page that is not translated yet
    return f"{say('compare.none')}\n{{ #{COMPARE_ID} .compare{of_reader} }}"


def terms(page: Page, library: Library, say: Messages) -> str:
    """Return the terms by kind, each kind in the order of the reader's alphabet, with their names in the other languages."""
    found = [term for other in library.shown(say.language) if (term := term_of(library, other))]
    found.sort(key=lambda term: sort_key(term.term, say.language))
    groups = ((kind, [term for term in found if term.kind == kind]) for kind in KINDS)
    return "\n\n".join(
        "\n".join([f"## {say(f'kind.{kind}')} {{ #{kind} }}", "", *(_term(term, page, library, say) for term in group)])
        for kind, group in groups
        if group
    )


def _term(term: Term, page: Page, library: Library, say: Messages) -> str:
    short = f" ({term.short})" if term.short else ""
    others = " · ".join(_other_names(term, library, say))
    target = _relative(term.path, page)
    if term.language == say.language:
        return f"- **[{term.term}]({target})**{short}  \n  {others}"
    return f"- **[{term.term}{short}]({target}){{ lang={term.language} }}**  \n  {others}"


def facts(term: Term, library: Library, say: Messages) -> str:
    """Return the box that stands under a term's definition: its forms, names in other languages, what to avoid, the date."""
    items = [
        (say("term.short"), term.short),
        (say("term.forms"), ", ".join(term.forms)),
        (say("term.elsewhere"), " · ".join(_other_names(term, library, say))),
        *((say("term.avoid"), say("term.avoided", form=entry.form, why=entry.why)) for entry in term.avoid),
        (say("term.as_of"), say.date(term.as_of) if term.as_of else ""),
    ]
    lines = [f"{INDENT}- **{label}:** {text}" for label, text in items if text]
    return "\n".join(['!!! term-facts ""', "", *lines])


def uses(term: Term, page: Page, tracker: Tracker, say: Messages) -> str:
    """Return the paragraphs of the explainers that use a term, each by its permalink; empty where none does."""
    found = tracker.uses(say.language).get(term.path, [])
    items = [f"- {_use(use, page, tracker)}" for use in found]
    return "\n".join([f"## {say('term.uses')} {{ #{USES_ID} data-search-exclude=1 }}", "", *items]) if items else ""


def _use(use: TermUse, page: Page, tracker: Tracker) -> str:
    place = f"{_relative(use.page.path, page)}#{tracker.ids(use.page)[use.block]}"
    return f"[{tracker.facts(use.page).title}]({place}): {escaped(use.words)}"


def escaped(text: str) -> str:
    """Return plain text so that Markdown shows it as it is."""
    return re.sub(r"([\\`*_{}\[\]#])", r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))


def _other_names(term: Term, library: Library, say: Messages) -> Iterator[str]:
    for language in library.offered:
        other = library.page(language, term.path) if language != term.language else None
        if other and (name := term_of(library, other)):
            short = f" ({name.short})" if name.short else ""
            target = between(term.path, say.language, language, library.settings)
            yield f"[{name.term}{short}]({target}){{ lang={language} hreflang={language} }}"
    for code, said in term.names.items():
        yield f"*{escaped(said)}*{{ lang={code} }}"


def notes(page: Page, library: Library, say: Messages) -> list[str]:
    """Return the page's own footnotes and those made from its sources, in the order of their first marks.

    The renderer would number marks within boxes and lists after all others.
    """
    source_page = library.source_of(page)
    notes = {key: _source_note(source, say) for key, source in (sources_of(source_page) if source_page else {}).items()}
    notes |= {_note_key(block): block.text for block in page.blocks if block.kind is BlockKind.FOOTNOTE}
    used = {mark.key: None for mark in footnote_marks(page.body) if not mark.is_definition}
    return [notes[key] for key in used if key in notes]


def _note_key(block: Block) -> str:
    return next((mark.key for mark in footnote_marks(block.text) if mark.is_definition), "")


def _source_note(source: Source, say: Messages) -> str:
    parts = [f"[{source.title_in(say.language)}]({source.url})", *known_of(source, say)]
    return f"[^{source.key}]: {', '.join(parts).removesuffix('.')}."  # a date may end in «г.»


def _relative(path: str, page: Page) -> str:
    return relative(path, posixpath.dirname(page.path))
