"""The markup of a row's cells, lean on purpose: end tags that HTML lets out are left out, and quotation marks it does not need.

Classes: `r` a row of cells, `b` a block of rows, `x` a box, `t` a title, `o` the original standing in for what is not
translated, `l` the links to a row, `d` a table's frame, `w` what is stale.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tlumach.rendering.fragments import BOX, DETAILS, PICTURE, Node

_BLOCK = re.compile(r"<(?:p|ul|ol|li|div|table|pre|blockquote|details|figure|hr|h[1-6]|dl)\b")
_TAGS = re.compile(r"<[^>]*>")
_MARKS = re.compile(r"<sup>.*?</sup>")
_UNQUOTED = re.compile(r"[^\s\"'=<>`]+")
_INLINE_ONLY = ("p", "li", "td", "th", "div")


@dataclass(frozen=True)
class Content:
    """What a cell holds; ``language``, where it is another than the cell's: the original stands in for a missing page."""

    nodes: tuple[Node, ...] = ()
    language: str = ""


Cells = Mapping[str, Content]


def words(html: str) -> str:
    """Return HTML without its tags and footnote marks."""
    return _TAGS.sub("", _MARKS.sub("", html)).strip()


def span(content: Content, language: str, id: str) -> str:
    """Return a cell of a heading."""
    html = "".join(node.html for node in content.nodes)
    if content.language:
        return f"<span{attributes('o', cell_id(id, language), language)}><span lang={content.language}>{html}</span></span>"
    return f"<span{attributes('', cell_id(id, language), language)}>{html}</span>"


def row(cells: Cells, id: str) -> str:
    """Return the cells of a row; each gets the id ``ID-LANGUAGE``, none where ``id`` is empty."""
    return "".join(_cell(content, language, id) for language, content in cells.items())


def inner(content: Content) -> str:
    """Return the HTML that stands in a cell; a single paragraph without its tags."""
    only = content.nodes[0] if len(content.nodes) == 1 else None
    plain = only is not None and only.tag in _INLINE_ONLY and not only.children
    return only.html if only is not None and plain else "".join(map(outer, content.nodes))


def _cell(content: Content, language: str, id: str) -> str:
    html = inner(content)
    tag, end = ("div", "</div>") if _BLOCK.search(html) else ("p", "")
    if content.language:
        stand_in = f"<{tag} lang={content.language}>{html}{end}"
        return f"<div{attributes('o', cell_id(id, language), language)}>{stand_in}</div>"
    return f"<{tag}{attributes('', cell_id(id, language), language)}>{html}{end}"


def outer(node: Node) -> str:
    """Return a node as it stands by itself in one language."""
    if node.tag in (BOX, DETAILS):
        title = "summary" if node.tag == DETAILS else "p class=t"
        body = "".join(map(outer, node.children[1:]))
        tag = "details" if node.tag == DETAILS else "div"
        kind = attributes(f"x {node.classes}".strip())
        return f"<{tag}{kind}><{title}>{node.children[0].html}</{title.split()[0]}>{body}</{tag}>"
    if node.tag == PICTURE:
        return node.html
    if node.tag == "hr":
        return "<hr>"
    inner = "".join(map(outer, node.children)) or node.html
    frame = ("<div class=d tabindex=0>", "</div>") if node.tag == "table" else ("", "")
    kind = attributes(node.classes, language=node.attributes.get("lang", ""))
    return f"{frame[0]}<{node.tag}{kind}>{inner}</{node.tag}>{frame[1]}"


def cell_id(id: str, language: str) -> str:
    """Return the id of a row's cell."""
    return f"{id}-{language}" if id else ""


def attributes(classes: str = "", id: str = "", language: str = "") -> str:
    """Return the attributes of a start tag, those that are not empty."""
    found = (("class", classes), ("lang", language), ("id", id))
    return "".join(f" {name}={_value(value)}" for name, value in found if value)


def _value(value: str) -> str:
    quoted = value.replace("&", "&amp;").replace('"', "&quot;")
    return value if _UNQUOTED.fullmatch(value) else f'"{quoted}"'
