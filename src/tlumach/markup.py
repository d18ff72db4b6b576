"""What is ours in the rendering of Markdown: the one place that imports `markdown`."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from tlumach.headings import Heading
from tlumach.messages import Messages

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
HEADLINE = "headline"
NOTES = "footnote"


class TlumachExtension(Extension):
    """Gives headings the ids that the checks know, and labels what is not the text itself. Set ``headings`` and ``say`` for each page."""

    def __init__(self) -> None:
        """Make an extension that does nothing until a page is set."""
        super().__init__()
        self.headings: Sequence[Heading] = ()
        self.say: Messages | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is the library's
        """Register the two steps: before the table of contents (priority 5) reads ids, after footnotes (50) are placed."""
        md.treeprocessors.register(_Labels(self, md), "tlumach", 6)


class _Labels(Treeprocessor):
    def __init__(self, extension: TlumachExtension, md: Markdown) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        found = (element for element in root if element.tag in HEADINGS)
        for element, heading in zip(found, self.extension.headings, strict=False):
            element.set("id", heading.id)
        if say := self.extension.say:
            _wrap_tables(root, say)
            _label_headlines(root, say)
            _head_notes(root, say)


def _label_headlines(root: Element, say: Messages) -> None:
    """Say above a headline of another story that it is that; the source's words themselves stay as they are."""
    for element in root:
        if element.tag == "p" and HEADLINE in element.get("class", "").split():
            label = Element("span", {"class": "headline-label"})
            label.text, label.tail, element.text = say("headline.label"), element.text, None
            element.insert(0, label)


def _head_notes(root: Element, say: Messages) -> None:
    for place, element in enumerate(root):
        if element.tag == "div" and element.get("class") == NOTES:
            heading = Element("h2", {"id": "notes-and-sources"})
            heading.text = say("notes.heading")
            root.insert(place, heading)
            return


def _wrap_tables(root: Element, say: Messages) -> None:
    """Put each table into a region that scrolls on a narrow screen, by keyboard too (WCAG 2.1.1), and not the whole page."""
    parents = [parent for parent in root.iter() if parent.find("table") is not None]
    for parent in parents:
        for place, element in enumerate(list(parent)):
            if element.tag == "table":
                label = {"class": "table", "role": "region", "aria-label": say("table.region"), "tabindex": "0"}
                region = Element("div", label)
                region.tail, element.tail = element.tail, None
                element.set("class", "data")
                region.append(element)
                parent[place] = region
