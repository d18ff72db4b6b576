"""Which elements and attributes a page may have: what is not listed is refused, whatever it is."""

import re
from collections.abc import Mapping

from tlumach.url_policy import decoded, refusal_of_address

_ELEMENTS = """
a abbr blockquote br button code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img ins kbd li mark ol p pre
q s section small span strong sub summary sup table tbody td tfoot th thead time tr ul var
"""
_CODE_ELEMENTS = "div span pre code table tbody tr td th"
_EVERYWHERE = """
id class title lang dir role tabindex data-term data-search-exclude data-linenos
aria-label aria-hidden aria-labelledby aria-describedby
"""
ELEMENTS = frozenset(_ELEMENTS.split())
HARMLESS_INLINE = frozenset({"abbr", "br", "dfn", "kbd", "mark", "small", "sub", "sup"})
HARMLESS_BLOCKS = frozenset({"details", "figcaption", "figure", "summary"})
"""These may be written as HTML too."""
CODE_ELEMENTS = frozenset(_CODE_ELEMENTS.split())
EVERYWHERE = frozenset(_EVERYWHERE.split())
BY_ELEMENT: Mapping[str, frozenset[str]] = {
    "button": frozenset({"popovertarget", "type"}),  # the reader's footnote marks; Markdown itself makes no button
    "a": frozenset({"href", "hreflang"}),
    "img": frozenset({"src", "alt", "width", "height", "loading"}),
    "td": frozenset({"style", "colspan", "rowspan", "headers"}),
    "th": frozenset({"style", "colspan", "rowspan", "headers", "scope"}),
    "ol": frozenset({"start", "reversed"}),
    "li": frozenset({"value"}),
    "details": frozenset({"open"}),
    "time": frozenset({"datetime"}),
}
ADDRESSES = frozenset({("a", "href"), ("img", "src")})
_ALIGNMENT = re.compile(r"text-align: (?:left|center|right);")  # what the renderer makes of `|:-:|`
_SAFE_ID = re.compile(
    r"(?!__)[^\s\"'<>&`=\\%#]+"
)  # Material keeps its settings and switches under ids of two underscores
_SCRIPTED = re.compile(
    r"mermaid|md-(?!button(?:--primary)?$).*|__.*|js-.*", re.IGNORECASE
)  # Material's scripts act on these, one fetches a script; a button is a look alone
_REFERRED_TO = frozenset({"id", "data-term", "aria-labelledby", "aria-describedby", "headers"})


def refusal_of_attribute(element: str, name: str, value: str | None) -> str:
    """Say why an element may not have an attribute, by its name as written in the tree; empty where it may."""
    if name not in EVERYWHERE and name not in BY_ELEMENT.get(element, ()):
        return "this attribute is not allowed. Only ids, classes and `lang` are of use here."
    return "" if value is None else _refusal_of_value(element, name, value)


def _refusal_of_value(element: str, name: str, value: str) -> str:
    if (element, name) in ADDRESSES:
        return refusal_of_address(value, is_picture=element == "img")
    seen = decoded(value)
    if "\x02" in seen or "\x03" in seen:  # code or HTML that the renderer would put into the middle of the tag
        return "there is code within it. Use plain words."
    if name in _REFERRED_TO and not all(map(_SAFE_ID.fullmatch, seen.split(" "))):
        return (
            "two underscores at the start are the theme's own, and quotation marks and the like are no part of a name."
        )
    if name == "class" and any(map(_SCRIPTED.fullmatch, seen.split())):
        return "this class is the theme's own: its scripts act on it. Use another."
    if name == "style" and not _ALIGNMENT.fullmatch(seen):
        return "styles stand in the style sheet. Give it a class."
    return ""
