"""Whether the drawings (SVG) beside the pages only draw: opened by itself, such a file is a page that can run scripts."""

import re
from collections.abc import Iterator
from xml.parsers.expat import ErrorString, ExpatError, ParserCreate, XMLParserType

from tlumach.library import Library
from tlumach.library.pages import DOCS
from tlumach.problems import Code, Problem

_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_NAMES = """
svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc metadata
linearGradient radialGradient stop clipPath mask pattern marker filter style switch image view a
"""
_ELEMENTS = frozenset(_NAMES.split())
_ELSEWHERE = re.compile(r"@import|url\(\s*['\"]?(?!['\"]?\s*#)|expression\s*\(|javascript\s*:|\\", re.IGNORECASE)
"""What makes a style load something; a backslash can hide any of it."""
_ADDRESSES = frozenset({"href", "src", "from", "to", "values", "by"})
_HARMLESS = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp);base64,)", re.IGNORECASE)
_WEB_LINK = re.compile(r"\s*https?://\w", re.IGNORECASE)
DEEPEST = 100  # elements within one another: drawing programs stay below twenty, and readers of files have a limit
_ADVICE = "Take it out, or give the drawing as PNG."

Refusals = list[tuple[int, str]]
"""Lines, each with what is refused on it."""


def check_drawings(library: Library) -> Iterator[Problem]:
    """A drawing beside the pages (`.svg`) only draws: it has no script, no event attribute and nothing from another host.

    Finds `<script>`, `onload=`, `<foreignObject>`, an animation, a reference to another file or host (`href`, `url(…)`,
    `@import`; a link that a reader may follow, `<a href="https://…">`, is let be), a document type with entities of its
    own, more than a hundred elements within one another, and a file that is not whole. To mend it, take it out: drawing
    programs can save “plain” SVG.
    """
    for name, content in sorted(library.drawings.items()):
        for line, what in _refused(content):
            yield Problem(f"{DOCS}/{name}", line, Code.UNSAFE_DRAWING, what)


def _refused(content: bytes) -> Refusals:
    found: Refusals = []
    parser = ParserCreate(namespace_separator=" ")
    _watch(parser, found)
    try:
        parser.Parse(content, True)
    except ExpatError as error:
        found.append((error.lineno, f"this is no SVG, or not all of it: {ErrorString(error.code)}. Save it once more."))
    except (ValueError, LookupError) as error:
        found.append((1, f"its encoding cannot be read ({error}). Save it as UTF-8."))
    return found


def _watch(parser: XMLParserType, found: Refusals) -> None:
    """Have the parser note what is refused."""
    styles: list[str] = []
    depth = 0

    def refuse(what: str) -> None:
        found.append((parser.CurrentLineNumber, f"{what}. {_ADVICE}"))

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth == DEEPEST + 1:
            refuse(f"more than {DEEPEST} elements stand within one another")
        space, _, element = name.rpartition(" ")
        if space == _XHTML or (space in ("", _SVG) and not _is_known(element)):
            refuse(f"`<{element}>` may do more than draw")
        styles[:] = [element] if element == "style" else []
        for attribute, value in attributes.items():
            if why := _refusal(element, attribute.rpartition(" ")[2], value):
                refuse(why)

    def text(data: str) -> None:
        if styles and _ELSEWHERE.search(data):
            refuse("the style loads something from elsewhere")

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1
        styles.clear()

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = lambda name, *_: refuse(f"it declares an entity of its own (“{name}”)")
    parser.ProcessingInstructionHandler = lambda target, _: refuse(f"`<?{target}` may load a style or a script")


def _is_known(element: str) -> bool:
    return element in _ELEMENTS or (element.startswith("fe") and element != "feImage")


def _refusal(element: str, attribute: str, value: str) -> str:
    """Say what is wrong with an attribute; an empty text where nothing is."""
    name = attribute.lower()
    if name.startswith("on"):
        return f"`{attribute}=` runs a script"
    if name in _ADDRESSES and not _HARMLESS.match(value) and not (element == "a" and _WEB_LINK.match(value)):
        return f'`{attribute}="{value[:40]}"` leads out of the drawing'
    if _ELSEWHERE.search(value) and not (name in _ADDRESSES or name.startswith("data-")):
        return f"`{attribute}=` loads something from elsewhere"
    return ""
