"""The Markdown that is rendered for a page: its own, and what is made from front matter and from other pages.

A paragraph `{{ explainers }}` or `{{ terms }}` becomes the list of that name. A term's page gets its facts under the
definition. Sources that the page cites become footnotes. All of it is text in, text out.
"""

import posixpath
from collections.abc import Iterator

from tlumach.alphabet import sort_key
from tlumach.blocks import Block, Kind
from tlumach.glossary import KINDS, Term, term_of, terms_in
from tlumach.library import Library
from tlumach.links import footnote_marks
from tlumach.messages import Messages
from tlumach.pages import Page
from tlumach.sources import Source, sources_of

INDENT = " " * 4


def compose(page: Page, library: Library, say: Messages) -> str:
    """Return the Markdown to render for a page; ``say`` has the words of the page's language."""
    shown = [block for block in page.blocks if block.kind is not Kind.FOOTNOTE]
    pieces = [_own(block, page, library, say) for block in shown]
    if term := term_of(library, page):
        place = next((n for n, block in enumerate(shown, 1) if block.kind is Kind.PARAGRAPH), len(pieces))
        pieces.insert(place, _facts(term, library, say))
    return "\n\n".join([*pieces, *_notes(page, library, say)]) + "\n"


def _own(block: Block, page: Page, library: Library, say: Messages) -> str:
    match block.text.strip():
        case "{{ explainers }}":
            return _explainers(page, library, say)
        case "{{ terms }}":
            return _terms(page, library, say)
    return block.text


def _explainers(page: Page, library: Library, say: Messages) -> str:
    found = sorted((other for other in library.in_language(page.language) if other.is_explainer), key=lambda p: p.path)
    found.sort(key=lambda other: _date(other, library), reverse=True)
    return "\n".join(_explainer(other, page, library, say) for other in found)


def _explainer(explainer: Page, page: Page, library: Library, say: Messages) -> str:
    date = _date(explainer, library)
    parts = [
        f"- **[{explainer.title}]({_relative(explainer.path, page)})**",
        str(explainer.meta.get("description", "")),
        f"*{say.date(date)}*" if date else "",
    ]
    return "  \n  ".join(part for part in parts if part)


def _date(explainer: Page, library: Library) -> str:
    source = library.source_of(explainer)
    return str(source.meta.get("date", "")) if source else ""


def _terms(page: Page, library: Library, say: Messages) -> str:
    terms = sorted(terms_in(library, page.language), key=lambda term: sort_key(term.term, page.language))
    groups = ((kind, [term for term in terms if term.kind == kind]) for kind in KINDS)
    return "\n\n".join(
        "\n".join([f"## {say(f'kind.{kind}')} {{ #{kind} }}", "", *(_term(term, page, library) for term in group)])
        for kind, group in groups
        if group
    )


def _term(term: Term, page: Page, library: Library) -> str:
    short = f" ({term.short})" if term.short else ""
    others = " · ".join(_other_names(term, library))
    return f"- **[{term.term}]({_relative(term.path, page)})**{short}  \n  {others}"


def _facts(term: Term, library: Library, say: Messages) -> str:
    items = [
        (say("term.short"), term.short),
        (say("term.forms"), ", ".join(term.forms)),
        (say("term.elsewhere"), " · ".join(_other_names(term, library))),
        *((say("term.avoid"), say("term.avoided", form=entry.form, why=entry.why)) for entry in term.avoid),
        (say("term.as_of"), say.date(term.as_of) if term.as_of else ""),
    ]
    lines = [f"{INDENT}- **{label}:** {text}" for label, text in items if text]
    return "\n".join(['!!! term-facts ""', "", *lines])


def _other_names(term: Term, library: Library) -> Iterator[str]:
    for language in library.settings.languages:
        other = library.page(language, term.path) if language != term.language else None
        if other and (name := term_of(library, other)):
            short = f" ({name.short})" if name.short else ""
            target = _across(term.path, term.language, language, library)
            yield f"[{name.term}{short}]({target}){{ lang={language} hreflang={language} }}"
    if term.kazakh:
        yield f"*{term.kazakh}*{{ lang=kk }}"


def _across(path: str, language: str, other: str, library: Library) -> str:
    """Return the built address of the same page in another language, relative to the page's own."""
    here = posixpath.dirname(library.settings.prefix(language) + path)
    there = library.settings.prefix(other) + path.removesuffix(".md") + ".html"
    return posixpath.relpath(there, here or ".")


def _notes(page: Page, library: Library, say: Messages) -> list[str]:
    """Return the page's own footnotes and those made from its sources, in the order of their first marks.

    The renderer would number marks within boxes and lists after all others.
    """
    source_page = library.source_of(page)
    notes = {key: _source_note(source, say) for key, source in (sources_of(source_page) if source_page else {}).items()}
    notes |= {_note_key(block): block.text for block in page.blocks if block.kind is Kind.FOOTNOTE}
    used = {mark.key: None for mark in footnote_marks(page.body) if not mark.is_definition}
    return [notes[key] for key in used if key in notes]


def _note_key(block: Block) -> str:
    return next((mark.key for mark in footnote_marks(block.text) if mark.is_definition), "")


def _source_note(source: Source, say: Messages) -> str:
    parts = [f"[{source.title_in(say.language)}]({source.url})"]
    if source.date:
        parts.append(say.date(source.date))
    if source.by_content:
        parts.append(say("source.by_content", date=say.date(source.by_content)))
    elif not source.date:
        parts.append(say("source.undated"))
    if source.weak:
        parts.append(say(f"source.{source.weak}"))
    return f"[^{source.key}]: {', '.join(parts).removesuffix('.')}."  # a date may end in «г.»


def _relative(path: str, page: Page) -> str:
    return posixpath.relpath(path, posixpath.dirname(page.path) or ".")
