"""Writing the tree as HTML: the bytes of the library's serializer, without its stack and its looks at rare kinds of nodes."""

import re
from collections.abc import Callable
from typing import Literal
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown import serializers
from markdown.serializers import RE_AMP, to_html_string, to_xhtml_string

_ESCAPED = re.compile('[&<>"]').search
_RAW = frozenset({"script", "style"})
_BOOLEAN: frozenset[str] = vars(serializers)["BOOLEAN_ATTRIBUTES"]["html"]  # which the library's stubs do not know yet


def to_html(root: Element) -> str:
    """Return a tree as HTML, as `to_html_string` does."""
    return _written(root, "html") or to_html_string(root)


def to_xhtml(root: Element) -> str:
    """Return a tree as XHTML, as `to_xhtml_string` does."""
    return _written(root, "xhtml") or to_xhtml_string(root)


class _RareError(Exception):
    """A node that is no element of a plain name: a comment, an instruction, a name with a namespace."""


def _written(root: Element, form: Literal["html", "xhtml"]) -> str:
    """Return the HTML; an empty text where the tree has rare nodes, or is deeper than this goes."""
    pieces: list[str] = []
    try:
        _write(root, pieces.append, form == "xhtml")
    except (_RareError, RecursionError):
        return ""
    return "".join(pieces)


def _write(element: Element, write: Callable[[str], None], is_xhtml: bool) -> None:
    tag, text, tail = element.tag, element.text, element.tail
    if type(tag) is not str:
        raise _RareError
    write(f"<{tag}{_attributes(element, is_xhtml)}" if element.attrib else f"<{tag}")
    is_empty = tag in HTML_EMPTY or tag.lower() in HTML_EMPTY
    if is_empty and is_xhtml:
        write(" />")
    else:
        write(">")
        if text:
            write(text if tag.lower() in _RAW else _escaped(text))
        for child in element:
            _write(child, write, is_xhtml)
        if not is_empty:
            write(f"</{tag}>")
    if tail:
        write(_escaped(tail))


def _attributes(element: Element, is_xhtml: bool) -> str:
    return "".join(_attribute(name, value, is_xhtml) for name, value in sorted(element.items()))


def _attribute(name: str, value: str | None, is_xhtml: bool) -> str:
    if value is None:
        return f" {name}"
    if type(name) is not str or not isinstance(value, str):
        raise _RareError
    if name == value and not is_xhtml and name in _BOOLEAN:
        return f" {value}"
    return f' {name}="{_escaped(value, is_attribute=True)}"'


def _escaped(text: str, is_attribute: bool = False) -> str:
    if not _ESCAPED(text):
        return text
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if is_attribute else text
