"""What readers are told of a stale translation in a page that MkDocs makes: a notice on top, the originals of its passages."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from markupsafe import escape

from tlumach.alignment import Pair
from tlumach.alignment.freshness import State
from tlumach.alignment.passages import Shown
from tlumach.blocks import Block
from tlumach.blocks.quoting import quoted
from tlumach.languages.messages import Messages
from tlumach.library.provenance import Provenance, Sentence, sentences
from tlumach.plugin.guest.elements import Element
from tlumach.plugin.guest.marks import BEFORE, Marks, notice
from tlumach.plugin.views import freshness_of
from tlumach.tracking import Tracked, Tracker
from tlumach.tracking.provenance import provenance_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINKS = re.compile(r"</?a\b[^>]*>|<img\b[^>]*>")
Placed = tuple[int, Element]
"""A block, by its index, and the element that it is on the page."""


@dataclass(frozen=True)
class StalePassages:
    """What is said of the stale passages of a translation, in the words of its readers; ``render`` makes HTML of Markdown."""

    tracked: Tracked
    tracker: Tracker
    say: Messages
    render: Callable[[str], str]

    @cached_property
    def provenance(self) -> Provenance:
        """Who read the page, and which of its blocks nobody has."""
        return provenance_of(self.tracked)

    def notices(self) -> Iterator[str]:
        """Yield what a reader must know of the page as a whole, and what has no translation and stands at its top."""
        known = freshness_of(self.tracked, self.tracker)
        if known.outdated:
            said = [self.say("fresh.outdated", count=known.outdated)]
            if known.known_until:
                said.append(self.say("fresh.until", date=self.say.date(known.known_until)))
            said.append(self.say("fresh.marked_with_originals" if known.with_originals else "fresh.marked"))
            yield notice(escape(" ".join(said)), "warning")
        elif self.provenance.unread:
            yield notice(" ".join(map(_linked, sentences(self.provenance, self.say))))
        yield from self._missing(None)

    def put_aside(self, marks: Marks, placed: list[Placed], taken: set[str]) -> set[int]:
        """Put the original in the place of blocks where it goes first, or alone; return these blocks.

        Headings stay: the theme's contents name them. ``taken`` are the ids that the page has.
        """
        aside = set()
        for block, element in placed:
            pair = self.tracked.pair_of(block)
            shown = self.tracker.shown(self.tracked, pair)
            if shown is not Shown.MARK and element.tag not in HEADINGS:
                aside.add(block)
                self._replace(marks, element, self._instead(pair, shown, element, taken), shown)
        return aside

    def put_originals(self, marks: Marks, placed: list[Placed], aside: set[int]) -> None:
        """Put behind each block what a reader should know of it, and what has no translation and follows it there.

        In the place of those that are ``aside`` the original stands already.
        """
        for block, element in placed:
            own = () if block in aside else self._below(self.tracked.pair_of(block))
            marks.put(element.end, "".join([*own, *self._missing(block)]))

    def _replace(self, marks: Marks, element: Element, original: str, shown: Shown) -> None:
        if shown is Shown.ORIGINAL:
            marks.cut(element)
            marks.put(element.end, original)
        else:
            former = f'<details class="former"><summary>{escape(self.say("fresh.former"))}</summary>\n'
            marks.put(element.begin, original + former, BEFORE)
            marks.put(element.end, "\n</details>\n")

    def _instead(self, pair: Pair, shown: Shown, element: Element, taken: set[str]) -> str:
        """Return the original of a block, opened, under the id that the block would have."""
        id = self.tracked.id_of(pair)
        if element.id:
            id = element.id if shown is Shown.ORIGINAL else ""
        elif id in taken:
            id = ""
        own = f' id="{escape(id)}"' if id else ""
        taken.add(id)
        if pair.source is None:
            return f"<div{own}>{notice(escape(self.say('fresh.orphaned_block')))}</div>"
        key = "fresh.only_original" if shown is Shown.ORIGINAL else "fresh.changed_block"
        return self._original(self.tracked.source.blocks[pair.source], key, own, is_open=True)

    def _below(self, pair: Pair) -> Iterator[str]:
        if pair.state is State.CHANGED and pair.source is not None:
            yield self._original(self.tracked.source.blocks[pair.source], "fresh.changed_block")
        if pair.state is State.ORPHANED:
            yield notice(escape(self.say("fresh.orphaned_block")))
        if pair.state is State.UNCONFIRMED and self.tracked.id_of(pair) in self.provenance.marked:
            yield notice(escape(self.say("read.mark")))

    def _missing(self, at: int | None) -> Iterator[str]:
        for source in self.tracked.missing_after.get(at, ()):
            shown = self.tracker.shown(self.tracked, Pair(source, None, None, State.MISSING))
            block = self.tracked.source.blocks[source]
            yield self._original(block, "fresh.missing_block", is_open=shown is not Shown.MARK)

    def _original(self, block: Block, key: str, id: str = "", is_open: bool = False) -> str:
        """Return a block of the original, folded or opened. What it links to is found from the original's own page."""
        html = _LINKS.sub("", self.render(quoted(block, self.say(key), is_open)))
        return f'\n<div{id} lang="{escape(self.tracked.source.language)}" class="tlumach-original" data-search-exclude>{html}</div>\n'


def _linked(sentence: Sentence) -> str:
    """Return a sentence as HTML, with a link to the block that it leads to."""
    words = f"{escape(sentence.words.removesuffix('.'))}."
    return f'<a href="#{escape(sentence.block)}">{words}</a>' if sentence.block else words
