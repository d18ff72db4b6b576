"""What a reader sees of a text: two ways of writing it that make the same HTML are one.

A source re-wrapped, a table padded, another mark for a list change no word; a translation of it is as good as before.
Only what differs as written is rendered, so that nearly all comparisons cost nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any

_EXTENSIONS = (
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "tables",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tabbed",
)
_OPTIONS = {"pymdownx.highlight": {"use_pygments": False}, "pymdownx.tabbed": {"alternate_style": True}}
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_PIECES = frozenset({
    "p", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "pre", "br", "hr",
    "h1", "h2", "h3", "h4", "h5", "h6", "details", "summary", "div",
})  # fmt: skip
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b([^<>]*)>")
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_WORDS_OF_PICTURE = re.compile(r' alt="[^"]*"')
_CODE = re.compile(r"<code\b[^<>]*>(.*?)</code>", re.DOTALL)
_GIVEN = re.compile(r'(?<=\s)(?!(?:href|src|alt|title|label|summary|placeholder|aria-\w+)=)([\w:-]+)="([^"]*)"')
"""An attribute of an element that an attribute list may give; targets and prose, which is translated, aside."""
_FIRST_NUMBER = re.compile(r'<ol start="\d+">')
_AT_BLOCKS = re.compile(
    r" ?(</?(?:p|li|ul|ol|dl|dt|dd|div|blockquote|table|thead|tbody|tr|th|td|h[1-6]|details|summary)\b[^<>]*>|<br ?/?>) ?"
)


def is_same_to_readers(one: str, other: str) -> bool:
    """Whether two Markdown texts, taken by themselves, are the same words, marks and targets to a reader."""
    return _without_first_numbers(one) == _without_first_numbers(other)


def is_invisible(text: str) -> bool:
    """Whether a text is comments (`<!-- … -->`) and nothing else."""
    return "<!--" in text and not _COMMENT.sub("", text).strip()


def structure(text: str) -> Counter[str]:
    """Return the pieces that a text is made of to a reader, as paths (``ul/li/p``), each with how many there are."""
    return Counter(path for path, _ in _elements(text) if path)


def attributes(text: str) -> Counter[str]:
    """Return what attribute lists, numbers of lists and columns give the pieces of a text, but for links and prose: ``h2 id=who``."""
    given = ((path.rpartition("/")[2] or "inline", _GIVEN.findall(tag)) for path, tag in _elements(text))
    return Counter(f"{name} {key}={value}" for name, some in given for key, value in some)


def places(text: str) -> Counter[str]:
    """Return the pieces of a text, each where it stands among those beside it, with what it has: ``ul/li[2] class=who``."""
    found: list[str] = []
    numbers: defaultdict[str, int] = defaultdict(int)
    above: list[str] = []
    for path, tag in _elements(text):
        if path:
            depth = path.count("/")
            parent = "/".join(above[:depth])
            numbers[parent] += 1
            above[depth:] = [f"{path.rpartition('/')[2]}[{numbers[parent]}]"]
            found.append(" ".join(["/".join(above), *(f'{key}="{value}"' for key, value in _GIVEN.findall(tag))]))
    return Counter(found)


def markup(text: str) -> tuple[object, ...]:
    """Return all that a text is to a renderer but for its words: tags with what they have, code, targets that it defines."""
    html, targets = _rendered(text)
    return [_WORDS_OF_PICTURE.sub("", tag) for tag in _ANY_TAG.findall(html)], _CODE.findall(html), targets


def _elements(text: str) -> Iterator[tuple[str, str]]:
    """Yield each element of the rendered text: its path among the pieces (empty: it stands within a line), and its tag."""
    open_pieces: list[str] = []
    for closing, name, tag in _TAG.findall(_rendered(text)[0]):
        is_piece = name in _PIECES
        if closing:
            if is_piece and name in open_pieces:
                del open_pieces[len(open_pieces) - 1 - open_pieces[::-1].index(name) :]
            continue
        yield "/".join([*open_pieces, name]) if is_piece else "", tag
        if is_piece and name not in ("br", "hr"):
            open_pieces.append(name)


def _without_first_numbers(text: str) -> tuple[str, tuple[tuple[str, Any], ...]]:
    """Return what a text is to readers where a list begins with 1 whatever is written, as it does by default."""
    html, targets = _rendered(text)
    return _FIRST_NUMBER.sub("<ol>", html), targets


@lru_cache(maxsize=2000)  # a page's blocks, once for each language
def _rendered(text: str) -> tuple[str, tuple[tuple[str, Any], ...]]:
    """Return the HTML of a text without what no reader sees, and the targets that it defines, which make no HTML."""
    markdown: Any = import_module("markdown")  # loads for so long that only a difference brings it in
    renderer = markdown.Markdown(extensions=["pymdownx.highlight", *_EXTENSIONS], extension_configs=_OPTIONS)
    renderer.parser.blockprocessors["olist"].LAZY_OL = False  # tell the first number of a list, as `sane_lists` does
    html = _COMMENT.sub("", renderer.convert(text.replace("\r\n", "\n").replace("\r", "\n")))
    pieces = _PREFORMATTED.split(html)
    seen = (
        piece if at % 2 else _AT_BLOCKS.sub(r"\1", re.sub(r"[ \t\n]+", " ", piece)) for at, piece in enumerate(pieces)
    )
    return "".join(seen).strip(), tuple(sorted(renderer.references.items()))
