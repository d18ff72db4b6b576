"""The links and footnote marks of a piece of Markdown, with the lines they stand on.

Inline links and images, reference definitions and autolinks are seen; code is not looked into.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

_CODE = re.compile(r"(?s)(?<![\\`])(`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)\1(?!`)")  # a blank line ends it
_FENCED = re.compile(r"(?ms)^[ \t]*(`{3,}(?=[^`\n]*$)|~{3,}).*?(?:^[ \t]*\1[ \t]*$|\Z)")
_INLINE = re.compile(
    r"""\[(?<!\\\[)(?!\^)(?P<image>(?<=(?<!\\)!\[))?(?P<text>(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*\])*)\]
        \(\s*+(?P<target><[^<>\n]*>|(?:\\.|[^\s()\\]|\([^\s()]*\))*)(?:\s++(?:"[^"]*"|'[^']*'))?\s*\)""",
    re.VERBOSE,
)
_DEFINITION = re.compile(
    r"(?m)^ {0,3}\[(?P<text>[^\[\]^][^\[\]]*)\]:[ \t]*(?P<target><[^<>\n]*>|\S+)(?=[ \t]*(?:[\"'(].*)?$)"
)
_AUTOLINK = re.compile(r"<(?<!\]\(<)(?<!\]: <)(?<!\]:<)(?P<target>(?:[A-Za-z][A-Za-z0-9+.-]*:)[^\s<>]*)>")
_EXTERNAL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_QUERY_OR_ANCHOR = re.compile(r"[?#]")
_FOOTNOTE = re.compile(r"\[\^(?P<key>[^\[\]\n]*)\](?P<colon>:?)")


class Link(NamedTuple):
    """A link or an image: its target as written (without angle brackets), its text, the line, and the offset in the text."""

    target: str
    text: str
    line: int
    offset: int
    image: bool = False

    @property
    def is_external(self) -> bool:
        """Whether the target has a scheme or a host, so that it is no page of this site."""
        return is_external(self.target)

    @property
    def path(self) -> str:
        """The target without its query and anchor, percent-decoded."""
        return path_of(self.target)

    @property
    def anchor(self) -> str:
        """The anchor of the target, percent-decoded, without `#`; empty when there is none."""
        return unquote(self.target.partition("#")[2])


class FootnoteMark(NamedTuple):
    """A footnote mark (`[^key]`), or the beginning of a definition (`[^key]:`), with its line."""

    key: str
    line: int
    is_definition: bool


def label_key(label: str) -> str:
    """Return what labels of references are compared by: capitals and spaces mean nothing (CommonMark 0.31, 4.7)."""
    return " ".join(label.split()).casefold()


def is_external(target: str) -> bool:
    """Tell whether the target of a link has a scheme or a host, so that it is no page of this site."""
    return bool(_EXTERNAL.match(target))


def path_of(target: str) -> str:
    """Return the target of a link without its query and anchor, percent-decoded."""
    return unquote(_QUERY_OR_ANCHOR.split(target, maxsplit=1)[0])


def links(markdown: str, first_line: int = 1) -> list[Link]:
    """Return the links of a piece of Markdown in the order in which they stand."""
    text = without_code(markdown)
    found = [
        Link(target.strip("<>"), words, _line(text, start, first_line), start, is_image)
        for target, words, start, is_image in _found(text)
    ]
    return sorted(found, key=lambda link: link.offset)


def footnote_marks(markdown: str, first_line: int = 1) -> list[FootnoteMark]:
    """Return the footnote marks and definitions of a piece of Markdown in the order in which they stand.

    What has code within it is none, as the renderer has it: it reads code first.
    """
    if "[^" not in markdown:
        return []
    text = without_code(markdown)
    return [
        FootnoteMark(
            match["key"], _line(text, match.start(), first_line), bool(match["colon"]) and _begins(text, match)
        )
        for match in _FOOTNOTE.finditer(text)
        if markdown.startswith(match[0], match.start())
    ]


def without_code(markdown: str) -> str:
    """Return the Markdown with its code blanked out, every other character at its place."""
    return _CODE.sub(_blank, _FENCED.sub(_blank, markdown)) if "`" in markdown or "~~~" in markdown else markdown


def _found(text: str) -> Iterator[tuple[str, str, int, bool]]:
    """Yield target, text and place of each link, and whether it is an image; what a text must have is looked for first."""
    if "](" in text:
        yield from _inline(text, 0, len(text))
    if "]:" in text:
        yield from ((match["target"], match["text"], match.start(), False) for match in _DEFINITION.finditer(text))
    if "<" in text:
        yield from ((match["target"], "", match.start(), False) for match in _AUTOLINK.finditer(text))


def _inline(text: str, start: int, end: int) -> Iterator[tuple[str, str, int, bool]]:
    for match in _INLINE.finditer(text, start, end):
        is_image = match["image"] is not None
        yield match["target"], match["text"], match.start() - is_image, is_image
        if "[" in match["text"]:
            yield from _inline(text, *match.span("text"))  # an image inside a link


def _line(text: str, offset: int, first_line: int) -> int:
    return first_line + text.count("\n", 0, offset)


def _begins(text: str, match: re.Match[str]) -> bool:
    return not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group(0))
