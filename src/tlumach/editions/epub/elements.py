"""Elements as an EPUB has them: ids that XML takes, languages, and footnotes that a reading system can pop up."""

import re
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from tlumach.editions.shared.html_tree import classes
from tlumach.editions.shared.page_elements import MARK, NOTE, Note
from tlumach.languages.profiles import direction

_NOT_A_NAME = re.compile(r"[^\w.-]")


def ident(text: str) -> str:
    """Return an id that XML takes (a name without colons)."""
    name = _NOT_A_NAME.sub("-", text)
    return name if re.match(r"[^\W\d]", name) else f"i-{name}"


def named(kind: str, language: str, label: str) -> dict[str, str]:
    """Return the attributes of a section with a name for assistive technology and none that is seen."""
    return {"class": kind, **spoken(language), "aria-label": label}


def spoken(language: str) -> dict[str, str]:
    """Return the attributes that say of which language an element is, and that it is written from right to left."""
    said = {"lang": language, "xml:lang": language}
    return said | ({"dir": "rtl"} if direction(language) == "rtl" else {})


def footnote(note: Note) -> Element:
    """Return a note as an aside that leads back to its first mark; its ids are those of the renderer."""
    aside = Element("aside", {"epub:type": "footnote", "role": "doc-footnote", "id": f"{NOTE}{note.key}"})
    aside.extend(deepcopy(list(note.blocks)))
    first = aside[0] if len(aside) and aside[0].tag == "p" else SubElement(aside, "p")
    mark = note.marks[0] if note.marks else f"{MARK}:{note.key}"
    back = Element("a", {"href": f"#{mark}", "role": "doc-backlink"})
    back.text, back.tail, first.text = str(note.number), ". " + (first.text or ""), None
    first.insert(0, back)
    return aside


def prepare(root: Element, prefix: str) -> None:
    """Make ids, languages, marks and boxes what an EPUB has."""
    for element in root.iter():
        if id := element.get("id"):
            element.set("id", ident(prefix + id))
        if language := element.get("lang"):
            element.set("xml:lang", language)
        found = classes(element)
        if "footnote-ref" in found:
            element.attrib |= {"epub:type": "noteref", "role": "doc-noteref"}
        if element.tag == "a" and (element.get("href", "").startswith((f"#{NOTE}", f"#{MARK}"))):
            element.set("href", "#" + ident(prefix + element.get("href", "")[1:]))
        if "admonition" in found:
            element.set("class", " ".join(["box", *sorted(found - {"admonition"})]))
        elif "admonition-title" in found:
            element.set("class", "box-title")


def speak(element: Element, language: str) -> None:
    """Say of which language an element is that stands among others, and its direction."""
    element.attrib |= spoken(language) | {"dir": direction(language)}
