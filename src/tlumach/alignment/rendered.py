"""What a reader sees of a text: two ways of writing it that make the same HTML are one.

A source re-wrapped, a table padded, another mark for a list change no word; a translation of it is as good as before.
Only what differs as written is rendered, so that nearly all comparisons cost nothing.
"""

import re
from functools import lru_cache
from importlib import import_module
from typing import Any

_EXTENSIONS = ("admonition", "attr_list", "def_list", "footnotes", "tables", "pymdownx.details", "pymdownx.superfences")
_PLAIN_CODE = {"pymdownx.highlight": {"use_pygments": False}}
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_AT_BLOCKS = re.compile(
    r" ?(</?(?:p|li|ul|ol|dl|dt|dd|div|blockquote|table|thead|tbody|tr|th|td|h[1-6]|details|summary)\b[^<>]*>|<br ?/?>) ?"
)


def is_same_to_readers(one: str, other: str) -> bool:
    """Whether two Markdown texts, taken by themselves, are the same words, marks and targets to a reader."""
    return _rendered(one) == _rendered(other)


def is_invisible(text: str) -> bool:
    """Whether a text is comments (`<!-- … -->`) and nothing else."""
    return "<!--" in text and not _COMMENT.sub("", text).strip()


@lru_cache(maxsize=2000)  # a page's blocks, once for each language
def _rendered(text: str) -> tuple[str, tuple[tuple[str, Any], ...]]:
    """Return the HTML of a text without what no reader sees, and the targets that it defines, which make no HTML."""
    markdown: Any = import_module("markdown")  # loads for so long that only a difference brings it in
    renderer = markdown.Markdown(extensions=["pymdownx.highlight", *_EXTENSIONS], extension_configs=_PLAIN_CODE)
    html = _COMMENT.sub("", renderer.convert(text.replace("\r\n", "\n").replace("\r", "\n")))
    pieces = _PREFORMATTED.split(html)
    seen = (
        piece if at % 2 else _AT_BLOCKS.sub(r"\1", re.sub(r"[ \t\n]+", " ", piece)) for at, piece in enumerate(pieces)
    )
    return "".join(seen).strip(), tuple(sorted(renderer.references.items()))
