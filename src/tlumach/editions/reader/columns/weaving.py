"""Putting rendered blocks side by side: one structure for all languages where theirs is the same, else one beside the other.

A list becomes one list whose items are rows; a table one table whose cells hold each language; a box one box. So a list of
thirty events is read event beside event, and not thirty in one language before the first in the next.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape

from tlumach.editions.reader.columns.cell_markup import Cells, Content, attributes, cell_id, row, span, words
from tlumach.rendering.fragments import BOX, DETAILS, PICTURE, Node

_HEADING = re.compile(r"h[1-6]")


def block(id: str, cells: Cells, tools: str = "", region: str = "", base: str = "") -> str:
    """Return the HTML of a row; ``tools`` are put at its beginning.

    Cells are in the order of the languages; each gets the id ``BASE-LANGUAGE`` (that of its first piece, where there are
    more), BASE being the row's id where no other is given. ``region`` names the frame in which a table scrolls.
    """
    base = base or id
    nodes = [content.nodes[0] for content in cells.values() if len(content.nodes) == 1]
    together = _together(nodes) if len(nodes) == len(cells) else False
    if together and _HEADING.fullmatch(nodes[0].tag):
        return _heading(id, base, cells)
    if together and nodes[0].tag == "p":
        kind = f"r {nodes[0].classes}".strip()
        return f"<div{attributes(kind, id)}>{tools}{row(cells, base)}</div>\n"
    body = _woven(cells, base, region) if together else f"<div class=r>{row(cells, base)}</div>"
    return f"<div{attributes('b', id)}>{tools}{body}</div>\n"


def _together(nodes: Sequence[Node]) -> bool:
    """Whether nodes of several languages have one shape: pictures one source, tables one grid, lists as many items."""
    first = nodes[0]
    if any(node.tag != first.tag for node in nodes):
        return False
    if first.tag == PICTURE:
        return len({node.attributes.get("src") for node in nodes}) == 1
    if first.tag in (BOX, DETAILS):
        return True
    counts = {tuple(len(child.children) for child in node.children) for node in nodes}
    return len(counts) == 1 and first.tag not in ("div", "pre", "blockquote", "hr")


def _woven(cells: Cells, id: str, region: str) -> str:
    first = next(iter(cells.values())).nodes[0]
    if first.tag in ("ul", "ol"):
        items = (f"<li><div class=r>{row(item, at)}</div>" for item, at in _children(cells, id))
        return f"<{first.tag}>{''.join(items)}</{first.tag}>"
    if first.tag == "table":
        rows = (f"<tr>{''.join(_table_cells(line, at))}" for line, at in _children(cells, id))
        return f'<div class=d role=group tabindex=0 aria-label="{region}"><table>{"".join(rows)}</table></div>'
    if first.tag in (BOX, DETAILS):
        return _box(first, cells, id, region)
    if first.tag == PICTURE:
        sides = "".join(f" {side}={first.attributes[side]}" for side in ("width", "height") if side in first.attributes)
        picture = f'<img alt="" src="{first.attributes["src"]}"{sides}>'
        return f"<figure>{picture}<figcaption class=r>{_captions(cells, id)}</figcaption></figure>"
    return f"<div class=r>{row(cells, id)}</div>"


def _children(cells: Cells, id: str) -> Iterator[tuple[Cells, str]]:
    """Yield the pieces of nodes of one shape, language beside language; the first with the id."""
    number = len(next(iter(cells.values())).nodes[0].children)
    for at in range(number):
        yield (
            {
                language: Content((content.nodes[0].children[at],), content.language)
                for language, content in cells.items()
            },
            "" if at else id,
        )


def _box(first: Node, cells: Cells, id: str, region: str) -> str:
    titles = {language: Content(content.nodes[0].children[:1], content.language) for language, content in cells.items()}
    bodies = {language: Content(content.nodes[0].children[1:], content.language) for language, content in cells.items()}
    pieces = list(zip(*(content.nodes for content in bodies.values()), strict=False))
    same = len({len(content.nodes) for content in bodies.values()}) == 1 and all(map(_together, pieces))
    body = _pieces(bodies, region) if same else f"<div class=r>{row(bodies, '')}</div>"
    kind = f"x {first.classes}".strip()
    if first.tag == DETAILS:
        return f"<details{attributes(kind)}><summary class=r>{_spans(titles, id)}</summary>{body}</details>"
    return f'<div{attributes(kind)}><div class="r t">{row(titles, id)}</div>{body}</div>'


def _pieces(bodies: Cells, region: str) -> str:
    number = len(next(iter(bodies.values())).nodes)
    pieces = (
        {language: Content((content.nodes[at],), content.language) for language, content in bodies.items()}
        for at in range(number)
    )
    return "".join(_woven(piece, "", region) for piece in pieces)


def _table_cells(line: Cells, id: str) -> Iterator[str]:
    for cells, at in _children(line, id):
        first = next(iter(cells.values())).nodes[0]
        same = len({content.nodes[0].html for content in cells.values()}) == 1
        alike = same and not any(letter.isalpha() for letter in words(first.html))
        yield f"<{first.tag}>{first.html if alike else row(cells, at)}"


def _captions(cells: Cells, id: str) -> str:
    return "".join(
        f"<span{attributes('', cell_id(id, language), language)}>{escape(content.nodes[0].attributes.get('alt', ''))}</span>"
        for language, content in cells.items()
    )


def _heading(id: str, base: str, cells: Cells) -> str:
    tag = next(iter(cells.values())).nodes[0].tag
    return f"<{tag}{attributes('r', id)}>{_spans(cells, base)}</{tag}>\n"


def _spans(cells: Cells, id: str) -> str:
    """Return the cells of a heading; a break between them is for programs that know no style sheet."""
    return "<br>".join(span(content, language, id) for language, content in cells.items())
