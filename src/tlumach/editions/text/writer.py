"""Plain text: an explainer in one language for mail and radio, 72 columns wide, notes and terms at the end."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tlumach.editions.reports.in_books import Coded, coded, form, how
from tlumach.editions.shared.book import (
    Book,
    book_of,
    destination,
    imprint,
    notices,
    online,
    picture_place,
)
from tlumach.editions.shared.html_tree import classes
from tlumach.editions.shared.page_elements import NOTE, Fragment, Note, Renderer
from tlumach.editions.text.lines import WIDTH, Writer, hung, rule, wrapped
from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.library.pages import Page
from tlumach.settings import Settings
from tlumach.terms.glossary import definition_at, term_of
from tlumach.tracking.definitions import defining

EXTENSION = "txt"
UNWRAPPED = 1_000_000
"""More characters than a paragraph has."""


def text(explainer: str, language: str, renderer: Renderer) -> str:
    """Return an explainer (the path of its first page) as plain text: the imprint, the pages, the terms, the notes, how to report."""
    library = renderer.tracker.library
    say = library.settings.say(language)
    book = book_of(explainer, language, library)
    notes = _Notes()
    imprinted = [line for part in imprint(book, renderer.tracker, say) for line in wrapped(part)]
    parts = [
        [rule(mark="="), *imprinted, rule(mark="=")],
        *(_page(page, book, renderer, say, notes) for page in book.pages),
        _terms(book, renderer, say, notes),
        [*_title(say("notes.heading")), "", *notes.lines(say, library.settings)],
        _reports(book, renderer, say),
    ]
    return "\n\n\n".join("\n".join(part) for part in parts if part) + "\n"


def article_lines(book: Book, renderer: Renderer, say: Messages, *, has_address: bool) -> list[str]:
    """Return the text of a book and its notes, each paragraph in one line; ``has_address``: whether the site is published anywhere."""
    notes = _Notes()
    page = _page(book.first, book, renderer, say, notes, UNWRAPPED, has_address=has_address)
    listed = notes.lines(say, renderer.tracker.library.settings, UNWRAPPED)
    return [*page, *(["", *_title(say("notes.heading")), "", *listed] if listed else [])]


@dataclass
class _Notes:
    """The notes of all pages, in the order of their first marks; those that say the same are one."""

    numbers: dict[str, int] = field(default_factory=dict)
    found: list[tuple[Note, "_Said"]] = field(default_factory=list)

    def number(self, note: Note, said: "_Said") -> int:
        """Return the number of a note in the whole text; a new note gets the next one."""
        words = "\n".join(Writer(said.with_address).blocks(note.blocks))
        if words not in self.numbers:
            self.numbers[words] = len(self.numbers) + 1
            self.found.append((note, said))
        return self.numbers[words]

    def lines(self, say: Messages, settings: Settings, width: int = WIDTH) -> list[str]:
        """Return the notes with the addresses of what they link to, each address on a line of its own."""
        lines: list[str] = []
        for number, (note, said) in enumerate(self.found, 1):
            mark = f"[{number}] "
            inner = Writer(said.words).blocks(note.blocks, width - len(mark))
            lines += hung([*inner, *said.addresses(note)], mark)
        return lines


@dataclass(frozen=True)
class _Said:
    """Says what links, pictures and marks of one page say in plain text."""

    fragment: Fragment
    language: str
    say: Messages
    library: Library
    notes: _Notes
    has_address: bool = True
    """Whether a picture can be said to lie somewhere online."""

    @property
    def settings(self) -> Settings:
        """The settings of the site."""
        return self.library.settings

    def inline(self, element: Element) -> str:
        """Return the number of a mark, a link's words with its address if it leads away, a picture's description."""
        if element.tag == "sup" and len(element) == 1 and "footnote-ref" in classes(element[0]):
            return self._mark(element[0].get("href", ""))
        return self.with_address(element)

    def with_address(self, element: Element) -> str:
        """Return what an element says, with the address of a link that leads away."""
        words = self.words(element)
        target = element.get("href", "") if element.tag == "a" else ""
        is_away = bool(target) and destination(target, self.fragment.page, self.language, self.settings) is None
        return f"{words} <{target}>" if is_away and words != target else words

    def words(self, element: Element) -> str:
        """Return what an element says."""
        if element.tag == "img":
            place = picture_place(element.get("src", ""), self.fragment.page, self.library)
            told = self.say("edition.picture", description=element.get("alt", ""))
            return f"[{told}] <{online(place, self.settings)}>" if self.has_address else f"[{told}]"
        writer = Writer(self.words)
        return (element.text or "") + "".join(writer.words(child) + (child.tail or "") for child in element)

    def addresses(self, note: Note) -> Iterator[str]:
        """Yield the addresses that a note links to outside the site; of several, each after its words."""
        links = [
            link
            for block in note.blocks
            for link in block.iter("a")
            if destination(link.get("href", ""), self.fragment.page, self.language, self.settings) is None
        ]
        for link in links:
            yield link.get("href", "") if len(links) == 1 else f"{self.words(link)}: {link.get('href', '')}"

    def _mark(self, target: str) -> str:
        key = target.removeprefix(f"#{NOTE}")
        note = next((note for note in self.fragment.notes if note.key == key), None)
        return f"[{self.notes.number(note, self)}]" if note else ""


def _page(
    page: Page,
    book: Book,
    renderer: Renderer,
    say: Messages,
    notes: _Notes,
    width: int = WIDTH,
    *,
    has_address: bool = True,
) -> list[str]:
    fragment = renderer.fragment(page, say)
    writer = Writer(_Said(fragment, book.language, say, renderer.tracker.library, notes, has_address).inline)
    notice = " ".join(notices(page, renderer.tracker, say))
    told = ["", *wrapped(f"[{notice}]", width)] if notice else []
    return [*writer.blocks(fragment.blocks[:1], width), *told, "", *writer.blocks(fragment.blocks[1:], width)]


def _terms(book: Book, renderer: Renderer, say: Messages, notes: _Notes) -> list[str]:
    """Return the definitions of the terms, each with the date to which it holds."""
    entries = [line for page in book.terms for line in ("", *_term(page, book, renderer, say, notes))]
    return [*_title(say("edition.terms")), *entries] if entries else []


def _term(page: Page, book: Book, renderer: Renderer, say: Messages, notes: _Notes) -> list[str]:
    library = renderer.tracker.library
    page = defining(renderer.tracker, page)
    term = term_of(library, page)
    fragment = renderer.fragment(page, say)
    writer = Writer(_Said(fragment, book.language, say, library, notes).inline)
    definition = next((block for block in fragment.blocks if block.tag == "p"), None)
    if term is None or definition is None:
        return []
    short = f" ({term.short})" if term.short else ""
    date = f" ({say('term.as_of')}: {say.date(term.as_of)})" if term.as_of else ""
    return [*wrapped(f"{term.term}{short}"), *hung(wrapped(writer.words(definition) + date, WIDTH - 4), " " * 4)]


def _reports(book: Book, renderer: Renderer, say: Messages) -> list[str]:
    """Return the lines of a report and the codes of the paragraphs. Without a blank line they are one paragraph, which has the
    version: whoever compares two copies leaves it out.
    """
    lines = [line for each in form(book, renderer.tracker, say) for line in wrapped(each)]
    codes = [f"{each.code}: {each.beginning}" for each in coded(book, renderer) if _is_shown(each)]
    return [
        *_title(say("report.title")),
        "",
        *wrapped(how(say)),
        "",
        *lines,
        rule(),
        *(line for each in codes for line in wrapped(each)),
    ]


def _is_shown(each: Coded) -> bool:
    """Whether a paragraph stands in the text: of a term it has the definition alone."""
    return not each.page.is_term or each.at == definition_at(each.page)


def _title(words: str) -> list[str]:
    return [words, "=" * len(words)]
