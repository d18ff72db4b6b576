"""Putting rendered blocks side by side: one structure for all languages where theirs is the same, else one beside the other.

A list becomes one list whose items are rows; a table one table whose cells hold each language; a box one box. So a list of
thirty events is read event beside event, and not thirty in one language before the first in the next.

The markup is lean on purpose; end tags that HTML lets out are left out. Classes: `r` a row of cells, `b` a block of rows,
`x` a box, `t` a title, `o` the original standing in for what is not translated, `l` the links to a row, `d` a table's frame.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tlumach.rendering import BOX, DETAILS, PICTURE, Node

_BLOCK = re.compile(r"<(?:p|ul|ol|li|div|table|pre|blockquote|details|figure|hr|h[1-6]|dl)\b")
_TAGS = re.compile(r"<[^>]*>")
_HEADING = re.compile(r"h[1-6]")
_WHOLE = (PICTURE, "pre", "blockquote", "hr")


@dataclass(frozen=True)
class Content:
    """What a cell holds; ``language``, where it is another than the cell's: the original stands in for a missing page."""

    nodes: tuple[Node, ...] = ()
    language: str = ""


Cells = Mapping[str, Content]


def block(id: str, cells: Cells, tools: str = "", shift: int = 0, region: str = "") -> str:
    """Return the HTML of a row; ``tools`` are put at its end, headings moved down by ``shift``.

    Cells are in the order of the languages; each gets the id ``ID-LANGUAGE`` (that of its first piece, where there are more).
    ``region`` names the frame in which a table scrolls.
    """
    nodes = [content.nodes[0] for content in cells.values() if len(content.nodes) == 1]
    together = _together(nodes) if len(nodes) == len(cells) else False
    if together and _HEADING.fullmatch(nodes[0].tag):
        return _heading(id, cells, shift)
    if together and nodes[0].tag == "p":
        kind = f"r {nodes[0].classes}".strip()
        return f"<div{_attributes(kind, id)}>{_row(cells, id)}{tools}</div>\n"
    inner = _woven(cells, id, region) if together else f"<div class=r>{_row(cells, id)}</div>"
    return f"<div{_attributes('b', id)}>{inner}{tools}</div>\n"


def words(html: str) -> str:
    """Return HTML without its tags and footnote marks."""
    return _TAGS.sub("", re.sub(r"<sup>.*?</sup>", "", html)).strip()


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
        items = (f"<li><div class=r>{_row(item, at)}</div>" for item, at in _children(cells, id))
        return f"<{first.tag}>{''.join(items)}</{first.tag}>"
    if first.tag == "table":
        rows = (f"<tr>{''.join(_table_cells(row, at))}" for row, at in _children(cells, id))
        return f'<div class=d role=region tabindex=0 aria-label="{region}"><table>{"".join(rows)}</table></div>'
    if first.tag in (BOX, DETAILS):
        return _box(first, cells, id, region)
    if first.tag == PICTURE:
        return f"<figure>{first.html}<figcaption class=r>{_captions(cells, id)}</figcaption></figure>"
    return f"<div class=r>{_row(cells, id)}</div>"


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
    body = _pieces(bodies, region) if same else f"<div class=r>{_row(bodies, '')}</div>"
    kind = f"x {first.classes}".strip()
    if first.tag == DETAILS:
        return f"<details{_attributes(kind)}><summary class=r>{_spans(titles, id)}</summary>{body}</details>"
    return f'<div{_attributes(kind)}><div class="r t">{_row(titles, id)}</div>{body}</div>'


def _pieces(bodies: Cells, region: str) -> str:
    number = len(next(iter(bodies.values())).nodes)
    pieces = (
        {language: Content((content.nodes[at],), content.language) for language, content in bodies.items()}
        for at in range(number)
    )
    return "".join(_woven(piece, "", region) for piece in pieces)


def _table_cells(row: Cells, id: str) -> Iterator[str]:
    for cells, at in _children(row, id):
        first = next(iter(cells.values())).nodes[0]
        same = len({content.nodes[0].html for content in cells.values()}) == 1
        alike = same and not any(letter.isalpha() for letter in words(first.html))
        yield f"<{first.tag}>{first.html if alike else _row(cells, at)}"


def _captions(cells: Cells, id: str) -> str:
    return "".join(
        f"<span{_attributes('', _cell_id(id, language), language)}>{content.nodes[0].attributes.get('caption', '')}</span>"
        for language, content in cells.items()
    )


def _heading(id: str, cells: Cells, shift: int) -> str:
    level = min(int(next(iter(cells.values())).nodes[0].tag[1]) + shift, 6)
    return f"<h{level}{_attributes('r', id)}>{_spans(cells, id)}</h{level}>\n"


def _spans(cells: Cells, id: str) -> str:
    return "".join(_span(content, language, id) for language, content in cells.items())


def _span(content: Content, language: str, id: str) -> str:
    html = "".join(node.html for node in content.nodes)
    if content.language:
        return f"<span{_attributes('o', _cell_id(id, language), language)}><span lang={content.language}>{html}</span></span>"
    return f"<span{_attributes('', _cell_id(id, language), language)}>{html}</span>"


def _row(cells: Cells, id: str) -> str:
    return "".join(_cell(content, language, id) for language, content in cells.items())


def _cell(content: Content, language: str, id: str) -> str:
    only = content.nodes[0] if len(content.nodes) == 1 else None
    plain = only is not None and only.tag in ("p", "li", "td", "th", "div") and not only.children
    html = only.html if only is not None and plain else "".join(map(_outer, content.nodes))
    tag, end = ("div", "</div>") if _BLOCK.search(html) else ("p", "")
    if content.language:
        stand_in = f"<{tag} lang={content.language}>{html}{end}"
        return f"<div{_attributes('o', _cell_id(id, language), language)}>{stand_in}</div>"
    return f"<{tag}{_attributes('', _cell_id(id, language), language)}>{html}{end}"


def _outer(node: Node) -> str:
    """Return a node as it stands by itself in one language."""
    if node.tag in (BOX, DETAILS):
        title = "summary" if node.tag == DETAILS else "p class=t"
        body = "".join(map(_outer, node.children[1:]))
        tag = "details" if node.tag == DETAILS else "div"
        kind = _attributes(f"x {node.classes}".strip())
        return f"<{tag}{kind}><{title}>{node.children[0].html}</{title.split()[0]}>{body}</{tag}>"
    if node.tag == PICTURE:
        return node.html
    if node.tag == "hr":
        return "<hr>"
    inner = "".join(map(_outer, node.children)) or node.html
    frame = ("<div class=d tabindex=0>", "</div>") if node.tag == "table" else ("", "")
    kind = _attributes(node.classes)
    return f"{frame[0]}<{node.tag}{kind}>{inner}</{node.tag}>{frame[1]}"


def _cell_id(id: str, language: str) -> str:
    return f"{id}-{language}" if id else ""


def _attributes(classes: str = "", id: str = "", language: str = "") -> str:
    found = (("class", classes), ("lang", language), ("id", id))
    return "".join(f" {name}={_value(value)}" for name, value in found if value)


def _value(value: str) -> str:
    return value if re.fullmatch(r"[^\s\"'=<>`]+", value) else '"' + value.replace("&", "&amp;").replace('"', "&quot;") + '"'
