"""What the sanitizer would refuse of a piece of Markdown; and, without rendering, whether there can be anything at all."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import Registry

from tlumach.blocks.syntax import MarkdownSettings
from tlumach.rendering.composition import LISTS
from tlumach.rendering.extensions import extensions_of
from tlumach.rendering.fast_paths import with_fast_paths
from tlumach.rendering.sanitizer.leftover_markup import left_over
from tlumach.rendering.sanitizer.sanitizer import BEFORE_THE_TABLE_OF_CONTENTS, Refused, Sanitizer

_WEB = r"https?://\w(?:[\w!$%*+,./:;=?@~^|\#-]|&(?!\#|\w+;)|\([\w.,%:-]*\))*"
_LISTS = "|".join(map(re.escape, LISTS))
_TITLE = r"""(?:[ ]"[^"<{\n]*")?"""
_RELATIVE = r"(?!//)[\w./\#-]+"
_HARMLESS = re.compile(
    rf"""(?=[<{{\n!\]\[*]|\A)(?:  # what any of them begins with, so that all else is passed over fast
    <(?:{_WEB}|[\w.+-]+@[\w.-]+)>
    |\{{:?[ ]*(?:(?:\#(?!__)[\w:-]+|\.(?!md-|js-|_|mermaid)[\w-]+|(?:href)?lang=[\w-]+)[ ]*)+\}}
    |(?:\A|\n[ ]*\n)(?:{_LISTS})[ ]*(?=\n[ ]*\n|\n?\Z)
    |!\[[^\[\]\n<{{]*\]\((?!//)[\w./-]+{_TITLE}\)
    |\]\((?:{_WEB}|{_RELATIVE}){_TITLE}\)
    |\]:[ ]+(?:{_WEB}|{_RELATIVE}){_TITLE}[ ]*(?=\n|\Z)
    |[\[]\^[^\[\]\n]*\]:|\*\[[^\[\]\n]*\]:)""",
    re.VERBOSE,
)
_CODE = frozenset({"code", "pre"})
_SHOWN = ("title", "alt")
_AFTER_THE_SANITIZER = BEFORE_THE_TABLE_OF_CONTENTS - 0.1
_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f"
_MARK = re.compile(rf"[<{{!\]{_CONTROL}](?:(?<=<)[a-zA-Z/!?]|(?<=[{{{_CONTROL}])|(?<=!)\[|(?<=\])[(:])")


def is_suspicious(markdown: str) -> bool:
    """Tell whether anything stands in the Markdown that the sanitizer might refuse.

    Many have no mark at all. What is known to be harmless is taken out of the others; any mark of HTML, of an attribute list
    or of an address that is left is reason enough to render the text. So nearly all pages need no rendering to be judged.
    """
    return bool(_MARK.search(markdown) and _MARK.search(_HARMLESS.sub(" ", markdown)))


class Inspector:
    """Renders pieces of Markdown, and says what of them the sanitizer refuses."""

    def __init__(self, settings: MarkdownSettings | None = None) -> None:
        """Make an inspector of Markdown with those extensions; most have nothing to render."""
        self._settings = settings or MarkdownSettings()
        self._sanitizer = Sanitizer()
        self._known: dict[str, list[Refused]] = {}

    @cached_property
    def _markdown(self) -> Markdown:
        """The renderer, with the extensions of `mkdocs.yml`."""
        names, configs = extensions_of(self._settings)
        # without Pygments, which drops options of a fence that it does not know before the sanitizer could name them
        configs |= {"pymdownx.highlight": {"use_pygments": False}}
        known: list[str | Extension] = [*dict.fromkeys([*names, "pymdownx.highlight"]), self._sanitizer]
        renderer = with_fast_paths(Markdown(extensions=known, extension_configs=configs))
        renderer.treeprocessors.register(_LeftOver(renderer, self._sanitizer), "left-over", _AFTER_THE_SANITIZER)
        renderer.serializer, renderer.postprocessors = _unwritten, Registry()
        return renderer

    def refused(self, markdown: str) -> Sequence[Refused]:
        """Return what the sanitizer refuses, in no order to rely on; what stands on several pages is rendered once."""
        if markdown not in self._known:
            self._sanitizer.refused = []
            self._markdown.reset().convert(markdown)
            self._known[markdown] = self._sanitizer.refused
        return self._known[markdown]


def _unwritten(root: Element) -> str:
    """Return what stands for a page's HTML: nobody reads it here."""
    return "<div></div>"


class _LeftOver(Treeprocessor):
    """Notes what stands in running text and was meant as markup. It harms nobody, so that what is published need not look."""

    def __init__(self, md: Markdown, sanitizer: Sanitizer) -> None:
        super().__init__(md)
        self.sanitizer = sanitizer

    def run(self, root: Element) -> None:
        for text in _texts(root):
            for code, what, why in left_over(text):
                self.sanitizer.refuse(code, what, why)


def _texts(element: Element) -> Iterator[str]:
    """Yield the texts of an element that are no code, and those that show when one points at it or it cannot be shown."""
    if element.tag not in _CODE:
        yield from (element.get(name) or "" for name in _SHOWN if name in element.attrib)
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""
