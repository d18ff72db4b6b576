"""The renderer without its detours: the same HTML in two thirds of the time.

What it does by means of the library's own registries is here; the step for what stands within a line is `inline`.
"""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor

from tlumach.rendering.fast_inline import NAME, PRIORITY, QuickInline

_QUOTATION_MARKS = frozenset("«„“")
BEFORE_ALL_BLOCKS = 200  # the library's are at 100 and below, boxes at 105


class _PlainParagraph(ParagraphProcessor):
    """Takes a block that can be nothing but a paragraph, before all other kinds of blocks look at it.

    Whatever else a block may be begins with another mark, a figure or a space, or has a second line.
    """

    def test(self, parent: Element, block: str) -> bool:
        return (block[:1].isalpha() or block[:1] in _QUOTATION_MARKS) and "\n" not in block


def quicken(renderer: Markdown) -> Markdown:
    """Give a renderer that has all its extensions the quick ways, and return it. Inline patterns may be added later too."""
    renderer.treeprocessors.register(QuickInline(renderer), NAME, PRIORITY)
    renderer.parser.blockprocessors.register(_PlainParagraph(renderer.parser), "plain", BEFORE_ALL_BLOCKS)
    # A list of sixty, which is looked through for every element.
    renderer.block_level_elements = set(renderer.block_level_elements)  # type: ignore[assignment]
    return renderer
