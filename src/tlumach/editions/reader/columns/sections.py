"""The sections of a file: each page of the explainer, row by row, with the lines of its contents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from tlumach.blocks import BlockKind
from tlumach.editions.reader.anchors import Anchors
from tlumach.editions.reader.columns.cell_markup import Content, words
from tlumach.editions.reader.columns.cells import PageCells
from tlumach.editions.reader.columns.rows import ColumnRow
from tlumach.editions.reader.columns.weaving import block
from tlumach.editions.shared.book import notices
from tlumach.languages.messages import Messages
from tlumach.rendering.fragments import Node
from tlumach.tracking import Tracker

Titles = Mapping[str, str]


@dataclass(frozen=True)
class ContentsLine:
    """A line of the contents: the level of its heading, the row's id, that of its cells without the language, the titles."""

    level: int
    id: str
    base: str
    titles: Titles


@dataclass(frozen=True)
class Section:
    """A page as a part of the file: its id, its first heading's HTML, the HTML of what follows, its lines of the contents."""

    id: str
    heading: str
    body: str
    lines: tuple[ContentsLine, ...]


def section(
    path: str, rows: Sequence[ColumnRow], cells: PageCells, anchors: Anchors, names: Mapping[str, str]
) -> Section:
    """Return a page's section; ``names`` are those of the languages.

    The paragraphs of an explainer's text are numbered from its headline, which is the first.
    """
    say = cells.words[cells.source]
    heading, body, lines = "", [], []
    for row, number in zip(rows, _numbers(rows, cells.shift == 0), strict=True):
        if row.kind is BlockKind.FOOTNOTE:
            continue
        id, contents = anchors.of(path, row.id), cells.contents(row)
        if row.kind is not BlockKind.HEADING:
            body.append(block(id, contents, tools(id, number, cells.words, names), say("table.region")))
            continue
        base = id if heading else anchors.of(path, "")
        made = block(id, contents, base=base)
        lines.append(_line(contents, id if heading else base, base))
        heading, body = (heading, [*body, made]) if heading else (made, body)
    return Section(anchors.of(path, ""), heading, "".join(body), tuple(lines))


def tools(id: str, number: str, words: Mapping[str, Messages], names: Mapping[str, str]) -> str:
    """Return the links to a row, in all languages and in each alone, named for those who do not see where they stand."""
    each = "".join(f' <a href=#{id}-{code} lang={code} aria-label="{escape(names[code])}">{code}</a>' for code in words)
    called = " / ".join(say("block.link") for say in words.values())
    label = escape(f"{number} {called}" if number.isdigit() else called)
    return f'<span class=l><a href=#{id} aria-label="{label}">{number}</a>{each}</span>'


def freshness(path: str, words: Mapping[str, Messages], tracker: Tracker) -> str:
    """Return what a reader must know of a page's freshness, in each language of which there is something to say."""
    notices = {language: _notice(path, say, tracker) for language, say in words.items()}
    cells = (f"<p lang={language}>{escape(text)}" for language, text in notices.items())
    return f'<div class="r w" role=note>{"".join(cells)}</div>\n' if any(notices.values()) else ""


def _notice(path: str, say: Messages, tracker: Tracker) -> str:
    page = tracker.library.shown_page(say.language, path)
    return " ".join(notices(page, tracker, say)) if page else ""


def _numbers(rows: Sequence[ColumnRow], is_text: bool) -> Iterator[str]:
    """Yield the number of each paragraph of the source's text, up to the first heading under the headline; else a sign."""
    counted = 0
    for row in rows:
        is_heading = row.kind is BlockKind.HEADING
        is_text = is_text and not (is_heading and counted)
        counted += is_text and row.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
        yield str(counted) if is_text and row.kind is BlockKind.PARAGRAPH else "¶"


def _line(contents: Mapping[str, Content], id: str, base: str) -> ContentsLine:
    firsts = {language: next(iter(content.nodes), Node("p")) for language, content in contents.items()}
    levels = (node.tag[1:] for node in firsts.values() if node.tag[1:].isdigit())
    titles = {language: words(node.html) for language, node in firsts.items()}
    return ContentsLine(int(next(levels, "2")), id, base, titles)
