"""Where the renderer makes other blocks of a page than the splitter: found without rendering what is within them."""

import re
from collections.abc import Sequence
from functools import cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE

from tlumach.blocks import Block, BlockKind, disagreement, rendered
from tlumach.blocks.syntax import MarkdownSettings, parts_of
from tlumach.rendering.extensions import extensions_of

_NAMES = """
abbr admonition attr_list codehilite def_list extra fenced_code footnotes md_in_html meta nl2br smarty tables toc
wikilinks pymdownx.arithmatex pymdownx.betterem pymdownx.blocks.admonition pymdownx.blocks.caption
pymdownx.blocks.definition pymdownx.blocks.details pymdownx.blocks.html pymdownx.blocks.tab pymdownx.caret
pymdownx.details pymdownx.emoji pymdownx.extra pymdownx.highlight pymdownx.inlinehilite pymdownx.keys
pymdownx.magiclink pymdownx.mark pymdownx.smartsymbols pymdownx.snippets pymdownx.superfences pymdownx.tabbed
pymdownx.tasklist pymdownx.tilde
"""
_FOLLOWED = frozenset(_NAMES.split())
"""The extensions that the splitter follows, or that change nothing of blocks."""
_UNUSUAL = re.compile(r"^[ \t>]*(?:<|:[ ]|=== |///|[-;]*-8<-)|\t|^ {1,3}[^ \n]", re.MULTILINE)
"""What any block begins with that the splitter has been wrong about; on pages without it the two were never found to differ."""


class Agreement:
    """Compares blocks with what the renderer makes of pages, with one renderer for many."""

    def __init__(self, settings: MarkdownSettings) -> None:
        """Compare for a project with those extensions."""
        self._settings = settings
        names = (parts_of(name)[0] for name in settings.extensions)
        self._all_followed = _FOLLOWED.issuperset(names)

    @cached_property
    def _markdown(self) -> Markdown:
        names, configs = extensions_of(self._settings, without=("pymdownx.snippets",))
        return _without_colours(Markdown(extensions=names, extension_configs=configs))

    def first_difference(self, body: str, blocks: Sequence[Block]) -> Block | None:
        """Return the first block that the renderer makes something else of, the last where it makes more; None where both agree."""
        if self._all_followed and not _UNUSUAL.search(body):
            return None
        own = rendered(blocks)
        at = disagreement(
            own, [self._name(element, own, number) for number, element in enumerate(self._elements(body))]
        )
        return None if at is None or not blocks else (own or blocks)[min(at, len(own or blocks) - 1)]

    def _elements(self, body: str) -> list[Element]:
        self._markdown.reset()
        lines = body.split("\n")
        for step in self._markdown.preprocessors:
            lines = step.run(lines)
        root = self._markdown.parser.parseDocument(lines).getroot()
        return list(root) if root is not None else []

    def _name(self, element: Element, blocks: Sequence[Block], at: int) -> str:
        """Return what an element is called where blocks are compared; code and HTML are paragraphs yet, with a number in them."""
        classes = element.get("class", "").split()
        if element.tag == "div" and (known := {"admonition", "tabbed-set"}.intersection(classes)):
            return f"div.{known.pop()}"
        if element.tag == "div" and "arithmatex" in classes:
            return "p"  # a formula that stands alone is a paragraph in the text
        if element.tag == "p" and not len(element) and HTML_PLACEHOLDER_RE.fullmatch((element.text or "").strip()):
            return "div.highlight" if at < len(blocks) and blocks[at].kind is BlockKind.CODE else "raw"
        return element.tag


class _NoHighlighter:
    """Takes what pymdownx's highlighter takes, and colours nothing."""

    def __init__(self, *_: object, **__: object) -> None:
        """Take any options."""

    def highlight(self, *_: object, **__: object) -> str:
        """Return what stands for a piece of code, however long."""
        return "<pre></pre>"


def _without_colours(renderer: Markdown) -> Markdown:
    """Have a renderer colour no code, which takes long and is no matter of blocks: superfences asks an extension for what does it.

    Pygments stays on in its options: without it superfences takes a fence that has any for text.
    """
    for extension in renderer.registeredExtensions:
        if hasattr(extension, "get_pymdownx_highlighter"):
            vars(extension)["get_pymdownx_highlighter"] = lambda: _NoHighlighter
    return renderer
