"""Steps of the library that go through the whole tree: they are shown the few elements that they may change."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import STX

ATTRIBUTES, UNESCAPE = ("attr_list", 8), ("unescape", 0)  # names and places of the steps that are replaced


class BlockNames(dict[Any, bool]):
    """Whether an element of a name is a block, asked of the library once for each name."""

    def __init__(self, ask: Callable[[Any], bool]) -> None:
        """Take what tells it."""
        super().__init__()
        self._ask = ask

    def __missing__(self, name: Any) -> bool:
        """Ask for a new name."""
        self[name] = found = self._ask(name)
        return found


@dataclass(frozen=True)
class _Some:
    """Stands for a tree where a step asks for nothing but all of its elements, and has only some of them."""

    root: Element
    are: Callable[[Element], bool]

    def iter(self) -> Iterator[Element]:
        """Yield the elements, each looked at when its turn comes."""
        return filter(self.are, self.root.iter())


class QuickAttributes(AttrListTreeprocessor):
    """Reads lists of attributes where there is a brace."""

    def run(self, doc: Element) -> None:
        """Give elements their attributes."""
        super().run(cast(Element, _Some(doc, _has_brace)))


class QuickUnescape(UnescapeTreeprocessor):
    """Puts characters back where one was escaped; a text becomes plain, as the library makes it."""

    def run(self, root: Element) -> None:
        """Put back what was escaped."""
        super().run(cast(Element, _Some(root, _has_escape)))


def with_quick_tree(renderer: Markdown) -> None:
    """Give a renderer that has all its extensions these steps in the place of the library's own."""
    steps = renderer.treeprocessors
    if ATTRIBUTES[0] in steps and type(steps[ATTRIBUTES[0]]) is AttrListTreeprocessor:
        steps.register(QuickAttributes(renderer), *ATTRIBUTES)
    if UNESCAPE[0] in steps and type(steps[UNESCAPE[0]]) is UnescapeTreeprocessor:
        steps.register(QuickUnescape(renderer), *UNESCAPE)
    vars(renderer)["is_block_level"] = BlockNames(renderer.is_block_level).__getitem__


def _has_brace(element: Element) -> bool:
    """Tell whether a brace stands where a list of attributes is looked for: in its text, after it, or after what is in it."""
    text, tail = element.text, element.tail
    if (text and "{" in text) or (tail and "{" in tail):
        return True
    return any(child.tail and "{" in child.tail for child in element)


def _has_escape(element: Element) -> bool:
    return any(map(_is_escaped, (element.text, element.tail, *element.attrib.values())))


def _is_escaped(text: str | None) -> bool:
    """Tell whether there is a mark of the library's in a text; or whether it is of another kind, and has to become plain."""
    return text is not None and (type(text) is not str or STX in text)
