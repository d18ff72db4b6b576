"""What stands in the cells of a page's rows: each language's page is rendered once, and what is stale says so."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from textwrap import dedent

from tlumach.alignment.freshness import State
from tlumach.alignment.passages import Shown
from tlumach.blocks import ELEMENTS, Block, BlockKind, rendered, split
from tlumach.editions.reader.columns.cell_markup import Content
from tlumach.editions.reader.columns.rows import UNTRANSLATED, Cell, ColumnRow
from tlumach.editions.reader.links import Links
from tlumach.languages.messages import Messages
from tlumach.library.changes import Change
from tlumach.library.pages import Page
from tlumach.rendering.fragments import DETAILS, BlockRenderer, Node

HEADLINE = "headline"
_DEFINITION = re.compile(r"\[\^[^\]]+\]:[ \t]*")
_HEADING = re.compile(r"h[1-6]")
_SILENT = (BlockKind.ABBREVIATION, BlockKind.REFERENCE)


@dataclass
class PageCells:
    """The cells of one page's rows.

    ``links`` gives, for a page, what its links and marks become in the file; headings go down by ``shift`` levels.
    """

    pages: Mapping[str, Page]
    source: str
    words: Mapping[str, Messages]
    renderer: BlockRenderer
    links: Callable[[Page], Links]
    shift: int = 0
    marked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By language, the ids of the rows of which nobody has read the translation."""
    errors: Mapping[str, Mapping[str, Change]] = field(default_factory=dict)
    """By language and row, the corrections of the source that a translation does not have yet."""
    _rendered: dict[str, Mapping[int, list[Node]]] = field(default_factory=dict)

    def prepare(self, rows: Sequence[ColumnRow]) -> None:
        """Render the blocks that these rows show."""
        for language, page in self.pages.items():
            shown = {row.cells[language].own: row for row in rows if language in row.cells}
            wanted = sorted(at for at in shown if at is not None)
            self._rendered[language] = self._render(page, wanted)

    def contents(self, row: ColumnRow) -> dict[str, Content]:
        """Return what each language has in a row, in the order of the languages; nothing where it lacks a cell."""
        return {
            language: self._content(language, row.cells[language], row.id) if language in row.cells else Content()
            for language in self.words
        }

    def _content(self, language: str, cell: Cell, id: str) -> Content:
        if cell.state == UNTRANSLATED:
            return Content(self._nodes(self.source, cell.source), self.source)
        say, own = self.words[language], self._nodes(language, cell.own)
        if cell.shown is not Shown.MARK:
            return Content((*self._instead(say, cell), *self._former(say, cell, own)))
        if cell.state in (State.CHANGED, State.MISSING):
            error = self.errors.get(language, {}).get(id)
            what = "fresh.changed_block" if cell.own is not None else "fresh.missing_block"
            said = say("changes.corrected", date=say.date(error.date)) if error else say(what)
            return Content((*own, self._original(said, cell.source)))
        if cell.state == State.ORPHANED:
            return Content((*own, Node("p", escape(say("fresh.orphaned_block")), "w")))
        if cell.state == State.UNCONFIRMED and id in self.marked.get(language, ()):
            return Content((*own, Node("p", escape(say("read.mark")), "w")))
        return Content(own)

    def _instead(self, say: Messages, cell: Cell) -> tuple[Node, ...]:
        """Return what stands in the place of a passage whose original goes first, or alone; a heading stays one."""
        original = self._nodes(self.source, cell.source)
        if cell.state == State.ORPHANED:
            return (Node("p", escape(say("fresh.orphaned_block")), "w"),)
        if original and _HEADING.fullmatch(original[0].tag) and cell.own is not None:
            return (original[0]._replace(html=f"<span lang={self.source}>{original[0].html}</span>"),)
        changed = "fresh.only_original" if cell.shown is Shown.ORIGINAL else "fresh.changed_block"
        what = "fresh.missing_block" if cell.own is None else changed
        return Node("p", escape(say(what)), "w"), Node("div", children=original, attributes={"lang": self.source})

    def _former(self, say: Messages, cell: Cell, own: tuple[Node, ...]) -> tuple[Node, ...]:
        if cell.shown is not Shown.ORIGINAL_FIRST or not own:
            return ()
        return (Node(DETAILS, "", "w", (Node("summary", escape(say("fresh.former"))), *map(_flat, own))),)

    def _original(self, summary: str, source: int | None) -> Node:
        nodes = tuple(_flat(node) for node in self._nodes(self.source, source))
        original = Node("div", children=nodes, attributes={"lang": self.source})
        return Node(DETAILS, "", "w", (Node("summary", escape(summary)), original))

    def _nodes(self, language: str, at: int | None) -> tuple[Node, ...]:
        found = self._rendered.get(language, {}).get(at, []) if at is not None else []
        return tuple(self._fitted(node, language) for node in found)

    def _fitted(self, node: Node, language: str) -> Node:
        """Put a heading at its level in the file, and say above a headline of another story that it is that."""
        if _HEADING.fullmatch(node.tag):
            return node._replace(tag=f"h{min(int(node.tag[1]) + self.shift, 6)}")
        if node.tag != "p" or HEADLINE not in node.classes.split():
            return node
        label = escape(self.words[language]("headline.label"))
        return Node("p", f"<small>{label}</small> {node.html}", HEADLINE)

    def _render(self, page: Page, wanted: Sequence[int]) -> Mapping[int, list[Node]]:
        """Render some of a page's blocks, with the definitions that any of them may need."""
        silent = [block.text for block in page.blocks if block.kind in _SILENT]
        texts = [_text(page.blocks[at]) for at in wanted]
        elements = [_elements(page.blocks[at], text) for at, text in zip(wanted, texts, strict=True)]
        links = self.links(page)
        self.renderer.words.say = self.words[page.language]
        found = self.renderer.render([*texts, *silent], [*elements, *([0] * len(silent))], links.mark, links.replace)
        return dict(zip(wanted, found, strict=False))


def _flat(node: Node) -> Node:
    """Return a heading as a plain line: the contents of the file have it once."""
    return Node("p", f"<b>{node.html}</b>") if _HEADING.fullmatch(node.tag) else node


def _text(block: Block) -> str:
    """Return a block's Markdown; of a footnote, what it says."""
    if block.kind is not BlockKind.FOOTNOTE:
        return block.text
    first, _, rest = _DEFINITION.sub("", block.text, count=1).partition("\n")
    return f"{first}\n{dedent(rest)}".strip()


def _elements(block: Block, text: str) -> int:
    return len(rendered(split(text)[0])) if block.kind is BlockKind.FOOTNOTE else int(block.kind in ELEMENTS)
