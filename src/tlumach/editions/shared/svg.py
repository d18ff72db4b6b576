"""SVG drawings for files that are passed on: only shapes and words, only what is known to be harmless.

A browser runs no script of an SVG that stands in `<img>`, but a reading system may, and editors write names and paths of
files into it. So the drawing is written anew from the elements and attributes listed here; one with anything that runs,
moves or asks for something elsewhere is refused as a whole.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring, register_namespace, tostring

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
_SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "use")
_GROUPS = ("svg", "g", "defs", "symbol", "marker", "pattern", "clipPath", "mask", "title", "desc", "style")
_SHOWN = frozenset((*_SHAPES, *_GROUPS, "linearGradient", "radialGradient", "stop"))
_UNSEEN = frozenset({"metadata"})
_LED_ELSEWHERE = re.compile(r"url\(\s*[\"']?(?!#)|@import|expression\(|javascript:|\\", re.IGNORECASE)


def cleaned(content: bytes) -> bytes | None:
    """Return a drawing without comments, metadata and what editors add; None where it is broken, not harmless, or nested
    too deep to be written."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return None
    try:
        root: Element = fromstring(content)
    except (ParseError, ValueError, LookupError):
        return None
    if root.tag != f"{{{SVG}}}svg" or not all(map(_is_harmless, root.iter())):
        return None
    for element in list(root.iter()):
        _strip(element)
    register_namespace("", SVG)
    register_namespace("xlink", XLINK)
    try:
        return bytes(tostring(root, encoding="utf-8"))
    except RecursionError:  # the library writes an element within an element by a call within a call
        return None


def _is_harmless(element: Element) -> bool:
    """Whether an element is one that is shown, unseen, or an editor's own, with nothing in it that runs or leads elsewhere."""
    namespace, name = _name(element.tag)
    if namespace != SVG:
        return True  # taken out with all that is in it
    attributes = all(_attribute_is_harmless(*_name(key), value) for key, value in element.attrib.items())
    return name in _SHOWN | _UNSEEN and attributes and not (name == "style" and _leads_elsewhere(element.text or ""))


def _attribute_is_harmless(namespace: str, name: str, value: str) -> bool:
    if name == "href" and namespace in ("", XLINK):
        return value.strip().startswith("#")
    return not (name.lower().startswith("on") or _leads_elsewhere(value))


def _leads_elsewhere(value: str) -> bool:
    return bool(_LED_ELSEWHERE.search(value))


def _strip(element: Element) -> None:
    for key in [key for key in element.attrib if _name(key)[0] not in ("", XLINK, XML)]:
        del element.attrib[key]
    for child in list(_unwanted(element)):
        element.remove(child)


def _unwanted(element: Element) -> Iterator[Element]:
    yield from (child for child in element if _name(child.tag)[0] != SVG or _name(child.tag)[1] in _UNSEEN)


def _name(tag: str) -> tuple[str, str]:
    """Return the namespace (empty: none) and the name."""
    namespace, _, name = tag.rpartition("}")
    return namespace.removeprefix("{"), name
