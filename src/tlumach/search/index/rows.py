"""The rows of a page: each is a block, with its text in every language that has it, so that any of them finds it."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from tlumach.blocks import BlockKind
from tlumach.blocks.links import links
from tlumach.blocks.plain_text import references_in, shown_text
from tlumach.languages.invisible import without_invisible
from tlumach.library.pages import GLOSSARY_INDEX, Page
from tlumach.rendering.composition import LISTS
from tlumach.search.index.names import spoken_names
from tlumach.terms.glossary import term_of
from tlumach.terms.uses import term_of_link
from tlumach.tracking import Tracker


@dataclass
class IndexRow:
    """A block: its id, its text by language, and the paths of the terms that it links to."""

    id: str
    texts: dict[str, str] = field(default_factory=dict)
    terms: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class PageRows:
    """The rows of a page, its title first; the name that the page goes by in each language, and whether it is a term's."""

    path: str
    names: dict[str, str]
    rows: list[IndexRow]
    avoided: dict[str, str]
    is_term: bool


def stands_aside(path: str) -> bool:
    """Tell whether a page is one of the site itself (about, download, the list of terms): it mentions what a story is about."""
    return "/" not in path or path == GLOSSARY_INDEX


def read_rows(path: str, tracker: Tracker) -> PageRows:
    """Return the rows of the page at ``path``."""
    title, rows, names, avoided = IndexRow(""), dict[str, IndexRow](), {}, {}
    for language in tracker.library.settings.languages:
        if page := tracker.library.page(language, path):
            title.texts[language] = names[language] = _composed(page.title)
            terms, references = _terms(page, tracker), references_in(page.blocks)
            for at, id, is_title in _blocks(page, tracker):
                row = title if is_title else rows.setdefault(id, IndexRow(id))
                row.id = id
                if text := shown_text(page.blocks[at], page.syntax, references):
                    row.texts[language] = _composed(text)
                row.terms |= terms.get(at, set())
            if term := term_of(tracker.library, page):
                names[language] = _composed(term.term)
                title.texts[language] = _with_names(
                    title.texts[language], [_composed(name) for name in spoken_names(term)]
                )
                avoided[language] = " ".join(each.form for each in term.avoid)
                title.terms.add(path)
    return PageRows(path, names, [title, *(row for row in rows.values() if row.texts)], avoided, path in title.terms)


def _composed(text: str) -> str:
    """Return a text as it is shipped: composed, as its words are looked for, and without what nobody sees."""
    return unicodedata.normalize("NFC", without_invisible(text))


def _blocks(page: Page, tracker: Tracker) -> Iterator[tuple[int, str, bool]]:
    """Yield the index of each block, its id, and whether it is the page's title."""
    title_due = True
    for at, (id, block) in enumerate(zip(tracker.ids(page), page.blocks, strict=True)):
        if block.text.strip() not in LISTS:
            is_title = title_due and block.kind is BlockKind.HEADING
            title_due = title_due and not is_title
            yield at, id, is_title


def _terms(page: Page, tracker: Tracker) -> dict[int, set[str]]:
    """Return the paths of the terms that each block links to. Links in headings are no uses of a term, but lead to it."""
    found: dict[int, set[str]] = {}
    for term, at, _ in tracker.facts(page).uses:
        found.setdefault(at, set()).add(term)
    for at, block in enumerate(page.blocks):
        if block.kind is BlockKind.HEADING and "]" in block.text:
            found[at] = {term for link in links(block.text) if (term := term_of_link(link, page))}
    return found


def _with_names(title: str, names: list[str]) -> str:
    """Let a term's title show its other names too: a reader may know it by one of them."""
    others = [name for name in names if name.casefold() not in title.casefold()]
    return f"{title} ({', '.join(others)})" if others else title
