"""The Markdown that is rendered for a page: its own blocks, and what is put between them.

A paragraph `{{ explainers }}` or `{{ terms }}` becomes the list of that name. A term's page gets its facts under the
definition. Sources that the page cites become footnotes. A block whose original has changed is followed by that
original. All of it is text in, text out.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tlumach.alignment import Pair
from tlumach.alignment.freshness import State
from tlumach.alignment.passages import Shown
from tlumach.blocks import ELEMENTS, Block, BlockKind, rendered, split
from tlumach.blocks.links import footnote_marks
from tlumach.blocks.quoting import folded, heading_in, quoted
from tlumach.languages.messages import Messages
from tlumach.library import Library
from tlumach.library.changes import Change
from tlumach.library.pages import Page
from tlumach.rendering import front_page, generated
from tlumach.rendering.generated import escaped
from tlumach.terms.glossary import term_of
from tlumach.tracking import Tracked, Tracker
from tlumach.tracking.changes.carried_errors import carried_errors
from tlumach.tracking.provenance import provenance_of

LISTS: dict[str, Callable[[Page, Library, Messages], str]] = {
    "{{ explainers }}": front_page.explainers,
    "{{ terms }}": generated.terms,
    "{{ downloads }}": generated.downloads,
    "{{ compare }}": generated.compare,
}

_SNIPPET = re.compile(r"^[ \t]*-+8<-+(?:[ \t]+\S.*)?$", re.MULTILINE)
SNIPPET_MARK = "\x04"
"""A paragraph of its own before and after what is put in from another file; it is taken out of the rendered page."""


@dataclass(frozen=True)
class ComposedPiece:
    """A piece of the Markdown to render, the number of top-level elements it makes, and the id of the first of them.

    A block of the page's own has an id; what is made for the page has none.
    """

    text: str
    elements: int
    id: str = ""


@dataclass(frozen=True)
class Composed:
    """The Markdown to render for a page, in pieces."""

    pieces: tuple[ComposedPiece, ...]

    @property
    def markdown(self) -> str:
        """The text to render."""
        return "\n\n".join(piece.text for piece in self.pieces) + "\n"

    @cached_property
    def ids(self) -> list[str]:
        """The id of each top-level element that the renderer will make; empty for those that are not the page's own."""
        return [id for piece in self.pieces for id in [piece.id, *[""] * piece.elements][: piece.elements]]


def has_lists(page: Page, tracker: Tracker) -> bool:
    """Tell whether a page has any of these lists; its text is read only where it may."""
    return tracker.facts(page).has_braces and any(name in page.text for name in LISTS)


def compose(page: Page, tracker: Tracker, say: Messages, with_uses: bool = True) -> Composed:
    """Compose a page for a reader whose language is that of ``say`` (another than the page's: it is not translated yet).

    ``with_uses``: with where a term is used, which is found on all pages.
    """
    library = tracker.library
    tracked = tracker.track(page.language, page.path)
    pieces = [ComposedPiece(f"# {escaped(page.title)}", 1)] if page.title_in_front_matter else []
    stale = _Stale(tracked, tracker, say) if tracked else None
    pieces += stale.missing_after(None) if stale else []
    facts_due = term = term_of(library, page)
    for at, (block, id) in enumerate(zip(page.blocks, tracker.ids(page), strict=True)):
        if block.kind is BlockKind.FOOTNOTE:
            continue  # they go to the end, in the order of their marks
        passage = stale.instead_of(at, id) if stale else None
        pieces += _own(block, id, page, library, say) if passage is None else passage
        if facts_due and block.kind is BlockKind.PARAGRAPH:
            pieces.append(_made(generated.facts(facts_due, library, say)))
            facts_due = None
        pieces += [*(stale.below(at) if passage is None else ()), *stale.missing_after(at)] if stale else []
    if with_uses and term and (uses := generated.uses(term, page, tracker, say)):
        pieces.append(_made(uses))
    notes = generated.notes(page, library, say)
    return Composed((*pieces, *(ComposedPiece(stale.noted(note) if stale else note, 0) for note in notes)))


def _own(block: Block, id: str, page: Page, library: Library, say: Messages) -> Iterator[ComposedPiece]:
    """Yield a block of the page; what a snippet puts in, nobody knows before, so it stands between two marks."""
    if make := LISTS.get(block.text.strip()):
        yield _made(make(page, library, say))
    elif block.kind is BlockKind.PARAGRAPH and page.syntax.has("pymdownx.snippets") and _SNIPPET.search(block.text):
        yield from (
            ComposedPiece(SNIPPET_MARK, 1, SNIPPET_MARK),
            ComposedPiece(block.text, 0),
            ComposedPiece(SNIPPET_MARK, 1, SNIPPET_MARK),
        )
    else:
        yield ComposedPiece(block.text, int(block.kind in ELEMENTS), id)


def _made(text: str) -> ComposedPiece:
    return ComposedPiece(text, len(rendered(split(text)[0])))


@dataclass(frozen=True)
class _Stale:
    """What a reader should know of the passages of a page that are no longer what the original says."""

    tracked: Tracked
    tracker: Tracker
    say: Messages

    @cached_property
    def marked(self) -> frozenset[str]:
        """The blocks that are marked as not read."""
        return frozenset(provenance_of(self.tracked).marked)

    @cached_property
    def errors(self) -> Mapping[str, Change]:
        """The corrections of the source that the translation does not have yet, by the ids of its blocks."""
        return carried_errors(self.tracked, self.tracker.library)

    def instead_of(self, at: int, id: str) -> list[ComposedPiece] | None:
        """Return what stands in the place of a block whose original goes before it, or alone; None for any other."""
        pair = self.tracked.pair_of(at)
        shown = self.tracker.shown(self.tracked, pair)
        if shown is Shown.MARK:
            return None
        block = self.tracked.page.blocks[at]
        former = [_made(folded(block, self.say("fresh.former")))] if shown is Shown.ORIGINAL_FIRST else []
        return [self._original(pair, id, shown), *former]

    def _original(self, pair: Pair, id: str, shown: Shown) -> ComposedPiece:
        """Return the original of a block in its place, under its id; a heading stays one, since contents list it."""
        if pair.source is None:
            return ComposedPiece(f"{self.say('fresh.orphaned_block')}\n{{ .orphaned }}", 1, id)
        block = self.tracked.source.blocks[pair.source]
        if block.kind is BlockKind.HEADING:
            return ComposedPiece(heading_in(self.tracked.source.language, block), 1, id)
        if shown is Shown.ORIGINAL:
            own = {mark.key for mark in footnote_marks(self.tracked.page.body)}
            return ComposedPiece(quoted(block, self.say("fresh.only_original"), is_open=True, marks=own), 1, id)
        return ComposedPiece(quoted(block, self.say("fresh.changed_block"), is_open=True), 1, id)

    def below(self, at: int) -> Iterator[ComposedPiece]:
        """Yield what follows a block that stands as it is."""
        pair = self.tracked.pair_of(at)
        if pair.state is State.CHANGED and pair.source is not None:
            error = self.errors.get(self.tracked.id_of(pair))
            said = (
                self.say("changes.corrected", date=self.say.date(error.date))
                if error
                else self.say("fresh.changed_block")
            )
            yield _made(quoted(self.tracked.source.blocks[pair.source], said, is_open=error is not None))
        if pair.state is State.ORPHANED:
            yield _made(f"{self.say('fresh.orphaned_block')}\n{{ .orphaned }}")
        if pair.state is State.UNCONFIRMED and self.tracked.id_of(pair) in self.marked:
            yield _made(f"{self.say('read.mark')}\n{{ .unread }}")

    def noted(self, note: str) -> str:
        """Return a footnote, with a mark under it where nobody has read it."""
        segments = (segment for segment in self.tracked.segments if segment.id in self.marked)
        is_marked = any(segment.state is State.UNCONFIRMED and _is(segment.target, note) for segment in segments)
        return f"{note}\n\n    {self.say('read.mark')}\n    {{ .unread }}" if is_marked else note

    def missing_after(self, at: int | None) -> Iterator[ComposedPiece]:
        """Yield what has no translation and follows a block (None: stands at the top)."""
        for source in self.tracked.missing_after.get(at, ()):
            pair = Pair(source, None, None, State.MISSING)
            is_open = self.tracker.shown(self.tracked, pair) is not Shown.MARK
            yield _made(quoted(self.tracked.source.blocks[source], self.say("fresh.missing_block"), is_open))


def _is(block: Block | None, note: str) -> bool:
    return block is not None and block.kind is BlockKind.FOOTNOTE and block.text == note
