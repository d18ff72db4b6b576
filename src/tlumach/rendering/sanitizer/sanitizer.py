"""The sanitizer: what is not allowed never reaches a page, however it is written in the Markdown.

Raw HTML becomes text, comments are left out, and of what the renderer makes, elements, attributes and addresses that are
not allowed are taken away. It stands after everything that reads Markdown and before everything that reads the tree.
"""

import re
from dataclasses import dataclass
from html import escape
from xml.etree.ElementTree import Element, tostring

from markdown import Extension, Markdown
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from tlumach.problems import Code
from tlumach.rendering.sanitizer.code_blocks import rebuilt
from tlumach.rendering.sanitizer.harmless_html import HarmlessInline, harmless_block
from tlumach.rendering.sanitizer.leftover_markup import HTML_IS_TEXT
from tlumach.rendering.sanitizer.markup_policy import ADDRESSES, ELEMENTS, refusal_of_attribute
from tlumach.rendering.sanitizer.widgets import checkbox, plain_widgets
from tlumach.url_policy import decoded

HTML, ATTRIBUTE, ADDRESS, PICTURE = Code.UNSAFE_HTML, Code.UNSAFE_ATTRIBUTE, Code.UNSAFE_ADDRESS, Code.FOREIGN_PICTURE
BEFORE_THE_TABLE_OF_CONTENTS = 5.5  # attribute lists are done at 8, our ids at 6; the table of contents reads them at 5
AFTER_THE_TABLE_OF_CONTENTS = 4
_COMMENT = re.compile(r"<!--(?!-?>)(?:(?!--!?>).)*-->", re.DOTALL)
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z0-9]+);")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class Refused:
    """What did not pass: the code of the problem, what it is (as written, if that is known), and why."""

    code: Code
    what: str
    why: str


class Sanitizer(Extension):
    """Python-Markdown with nothing but what is allowed; ``refused`` gathers what was not, until it is emptied."""

    def __init__(self) -> None:
        """Make a sanitizer that has refused nothing yet."""
        super().__init__()
        self.refused: list[Refused] = []
        self.harmless: dict[int, Element] = {}
        """Harmless HTML of the page that is rendered, by its place in the renderer's stash."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is the library's
        """Put our steps in the place of the library's two that let HTML through, and one after all that make elements."""
        md.preprocessors.register(_Blocks(md, self), "html_block", 20)
        md.inlinePatterns.register(_Inline(HTML_RE, md, self), "html", 90)
        md.inlinePatterns.register(HarmlessInline(md), "harmless-html", 90.5)
        md.registerExtension(self)
        md.treeprocessors.register(_Elements(md, self), "sanitizer", BEFORE_THE_TABLE_OF_CONTENTS)
        md.treeprocessors.register(_MadeIds(md), "sanitizer-ids", AFTER_THE_TABLE_OF_CONTENTS)

    def reset(self) -> None:
        """Forget the HTML of the page before."""
        self.harmless.clear()

    def as_text(self, raw: str) -> str:
        """Return raw HTML as text to be read; nothing in the place of a comment."""
        if _COMMENT.fullmatch(raw.strip()):
            return ""
        self.refuse(HTML, raw.strip(), HTML_IS_TEXT)
        return escape(raw, quote=False)

    def refuse(self, code: Code, what: str, why: str) -> None:
        """Note what was refused; what stands in it already has the renderer's mark, which says nothing to a person."""
        self.refused.append(Refused(code, HTML_PLACEHOLDER_RE.sub("…", what), why))


_COUNTED_BY = frozenset({"__figure_type", "__figure_level", "__figure_num", "__figure_prepend"})
"""What pymdownx.blocks.caption notes on its figures until it has numbered them; it takes them away. No page can write them."""


class _Blocks(Preprocessor):
    """Turns blocks of raw HTML into text once the library has found them, so that blocks stay where they are.

    The library's step, or the one that reads Markdown within HTML, is the one that was there: its elements are cleaned later.
    """

    def __init__(self, md: Markdown, sanitizer: Sanitizer) -> None:
        super().__init__(md)
        self.sanitizer = sanitizer
        self._found_by = md.preprocessors["html_block"]

    def run(self, lines: list[str]) -> list[str]:
        stash = self.md.htmlStash.rawHtmlBlocks
        already = len(stash)  # fenced code
        lines = self._found_by.run(lines)
        for at in range(already, len(stash)):
            if isinstance(raw := stash[at], str):
                element = harmless_block(raw)
                stash[at] = self.sanitizer.as_text(raw) if element is None else ""
                if element is not None:
                    self.sanitizer.harmless[at] = element
        return lines


class _Inline(HtmlInlineProcessor):
    """Turns a tag in running text into text."""

    def __init__(self, pattern: str, md: Markdown, sanitizer: Sanitizer) -> None:
        super().__init__(pattern, md)
        self.sanitizer = sanitizer

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        raw = self.backslash_unescape(self.unescape(m.group(1)))
        return self.md.htmlStash.store(self.sanitizer.as_text(raw)), m.start(0), m.end(0)


class _Elements(Treeprocessor):
    """Takes away the elements, attributes and addresses that are not allowed."""

    def __init__(self, md: Markdown, sanitizer: Sanitizer) -> None:
        super().__init__(md)
        self.sanitizer = sanitizer

    def run(self, root: Element) -> None:
        self._put_harmless(root)
        self._clean_stash()
        self._leave_out_comments(root)
        plain_widgets(root)
        for element in root.iter():
            if element.tag not in ELEMENTS and element is not root:
                self.sanitizer.refuse(HTML, str(element.tag), "this element is not allowed.")
                element.tag = "span"
            if element.attrib:
                self._clean(element)

    def _put_harmless(self, root: Element) -> None:
        """Put harmless HTML into the tree, in the place of the paragraph that stands for it."""
        for parent in [*root.iter()] if self.sanitizer.harmless else ():
            for place, child in enumerate(parent):
                found = HTML_PLACEHOLDER_RE.fullmatch(child.text or "") if child.tag == "p" and not len(child) else None
                element = self.sanitizer.harmless.pop(int(found[1]), None) if found else None
                if element is not None:
                    element.attrib |= {"id": child.attrib["id"]} if "id" in child.attrib else {}
                    element.tail = child.tail
                    parent[place] = element

    def _clean_stash(self) -> None:
        """Make highlighted code anew, of allowed elements only: its options come from the page."""
        stash = self.md.htmlStash.rawHtmlBlocks
        for at, html in enumerate(stash):
            if not isinstance(html, str):  # Markdown within HTML that no block came of
                stash[at] = self.sanitizer.as_text(tostring(html, "unicode"))
            elif box := checkbox(html):
                stash[at] = f"{box} "
            elif not _ENTITY.fullmatch(str(html)):
                stash[at], refused = rebuilt(str(html))
                for name, why in refused:
                    self.sanitizer.refuse(ATTRIBUTE, name, why)

    def _leave_out_comments(self, root: Element) -> None:
        stash = self.md.htmlStash.rawHtmlBlocks
        for parent in [*root.iter()] if "" in stash else ():
            for child in [*parent]:
                found = HTML_PLACEHOLDER_RE.fullmatch(child.text or "") if child.tag == "p" and not len(child) else None
                if found and int(found[1]) < len(stash) and not stash[int(found[1])]:
                    parent.remove(child)

    def _clean(self, element: Element) -> None:
        for name, value in [*element.attrib.items()]:
            why = refusal_of_attribute(element.tag, name, value)
            if why and not (element.tag == "figure" and name in _COUNTED_BY):
                del element.attrib[name]
                self.sanitizer.refuse(*_named(element.tag, name, value), why)
        if element.tag == "a" and "href" not in element.attrib:
            element.tag = "span"
        if element.tag == "img" and "src" not in element.attrib:
            element.tag, element.text = "span", AtomicString(element.attrib.pop("alt", ""))


class _MadeIds(Treeprocessor):
    """Takes away ids that the table of contents made of a heading's words, and that the theme has for its own."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in _HEADINGS and refusal_of_attribute(element.tag, "id", element.get("id")):
                del element.attrib["id"]


def _named(tag: str, name: str, value: str | None) -> tuple[Code, str]:
    if (tag, name) not in ADDRESSES:
        return ATTRIBUTE, name
    seen = decoded(value or "")
    return PICTURE if tag == "img" else ADDRESS, seen
