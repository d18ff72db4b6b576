"""What needs a script, a form or a style on a page, in its plainest way: tabs one under another, each under its label; tasks by their
state; how far something has come in words."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

_CHECKBOX = re.compile(r"<input[^<>]*\btype=[\"']?checkbox", re.IGNORECASE)
_CHECKED = re.compile(r"<input[^<>]*\schecked", re.IGNORECASE)
_WIDTH = re.compile(r"width:(\d+\.\d\d)%")
DONE, OPEN = "\u2611", "\u2610"
TABS, LABEL, PANEL = "tabs", "tab-label", "tab-panel"


def checkbox(html: str) -> str:
    """Return the sign for the box of a task (pymdownx.tasklist); empty where some HTML is none."""
    if "checkbox" not in html or not _CHECKBOX.search(html):
        return ""
    return DONE if _CHECKED.search(html) else OPEN


def plain_widgets(root: Element) -> None:
    """Show all panels of tabs (pymdownx.tabbed, pymdownx.blocks.tab), each under its label; of a bar (pymdownx.progressbar) its words."""
    for parent in [*root.iter()]:
        for child in [*parent]:
            classes = child.get("class", "").split() if child.tag == "div" else ()
            if "tabbed-set" in classes:
                _show_all(child)
            elif "progress" in classes and [each.get("class") for each in child] == ["progress-bar"]:
                _say(child)


def _say(progress: Element) -> None:
    """Make a bar a piece of text: its words, or how much it is, without the width and the boxes that no paragraph can hold."""
    for each in progress.iter():
        each.tag = "span" if each.tag in ("div", "p") else each.tag
        if width := _WIDTH.fullmatch(each.get("style", "")):
            del each.attrib["style"]
            each.text = each.text if "".join(each.itertext()).strip() else f"{float(width[1]):g}%"


def _show_all(tabs: Element) -> None:
    labels = list(_parts(tabs, "label"))
    panels = [each for each in _parts(tabs, "div") if each.get("class") in ("tabbed-block", "tabbed-content")]
    id, tail = tabs.get("id"), tabs.tail
    tabs.clear()
    tabs.tail = tail
    tabs.attrib |= {"class": TABS} | ({"id": id} if id else {})
    for label, panel in zip(labels, panels, strict=False):
        head = SubElement(tabs, "p", {"class": LABEL})
        strong = SubElement(head, "strong")
        strong.text = label.text
        strong.extend([*label])
        panel.attrib = {"class": PANEL}
        panel.tail = None
        tabs.append(panel)


def _parts(tabs: Element, tag: str) -> Iterator[Element]:
    """Yield the labels or panels of a set: its own, or those in the frames of the alternate style; not those of tabs within."""
    for child in tabs:
        frames = child.get("class") in ("tabbed-labels", "tabbed-content") and child.find(tag) is not None
        if child.tag == "div" and frames and (tag == "label" or child[0].get("class") == "tabbed-block"):
            yield from (each for each in child if each.tag == tag)
        elif child.tag == tag and child.get("class") != "tabbed-labels":
            yield child
