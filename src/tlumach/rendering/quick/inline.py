"""What stands within the lines of a page: the library's step with its loops written anew."""

from collections import deque
from typing import Any
from xml.etree.ElementTree import Element

from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from tlumach.rendering.quick.links_and_marks import LinksAndMarks
from tlumach.rendering.quick.patterns import Patterns


class QuickInline(InlineProcessor):
    """Does what stands within lines; a text in which no pattern may match is not touched.

    The order is the library's, level by level: footnotes are numbered as it comes to their marks.
    """

    _patterns: Patterns
    _links_and_marks: LinksAndMarks | None

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Do what stands within the lines of a page."""
        self._patterns = Patterns(self.inlinePatterns, bool(self.md.references))
        self._links_and_marks = LinksAndMarks.of(self._patterns)
        self.stashed_nodes: dict[str, Element | str] = {}
        waiting = deque([(tree, ancestors or [])])
        while waiting:
            element, above = waiting.popleft()
            self.ancestors = [*above, element.tag.lower()]
            waiting += self._done_within(element)
        return tree

    def _done_within(self, parent: Element) -> list[tuple[Element, list[str]]]:
        """Do the texts of an element's children; return the elements to look into next, with the tags above each."""
        further: list[tuple[Element, list[str]]] = []
        put: list[tuple[Element, list[Element]]] = []
        may_match = self._patterns.may_match
        for child in parent:
            text = child.text
            if text and not isinstance(text, AtomicString) and may_match(text):
                made = self._made(text, child)
                further += made
                put.append((child, [element for element, _ in made]))
            if child.tail and may_match(child.tail):
                self._do_tail(parent, child)
            if len(child):
                further.append((child, self.ancestors[:]))
        for child, elements in put:
            child[:0] = elements
        return further

    def _made(self, text: str, child: Element) -> list[tuple[Element, list[str]]]:
        """Put the words of a text into its element, and return the elements that it makes."""
        self.ancestors.append(child.tag.lower())
        elements = self._links_and_marks.elements(text, child) if self._links_and_marks else None
        if elements is None:
            child.text = None
            handled = self._InlineProcessor__handleInline(text)
            made = self._InlineProcessor__processPlaceholders(handled, child)  # type: ignore[attr-defined]
        else:
            made = [(element, self.ancestors[:]) for element in elements]
        self.ancestors.pop()
        return list(made)

    def _do_tail(self, parent: Element, child: Element) -> None:
        tail, words = self._InlineProcessor__handleInline(child.tail or ""), Element("d")
        made = self._InlineProcessor__processPlaceholders(tail, words, False)  # type: ignore[attr-defined]
        child.tail = words.tail or None
        at = list(parent).index(child) + 1
        parent[at:at] = [element for element, _ in made]

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - the library's
        if isinstance(data, AtomicString):
            return data
        apply: Any = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        for at in range(patternIndex, len(self._patterns.listed)):
            pattern = self._patterns.listed[at]
            start, matched = 0, True
            while matched and pattern.may_match(data, start):
                data, matched, start = apply(pattern.pattern, data, at, start)
        return data
