"""Running text in which a term is not linked all the same: titles that are quoted, links by reference alone, letters at a mark."""

import re
from collections.abc import Iterable, Iterator

from tlumach.blocks import Block, BlockKind
from tlumach.blocks.links import label_key

Span = tuple[int, int]

_QUOTED = re.compile(
    r"""«(?P<angled>[^«»]*)» | „(?P<low>[^„“”]*)[“”] | “(?P<high>[^“”]*)” | "(?P<straight>[^"\n]*)"
      | (?<![*\w])\*(?=[^\s*])(?P<starred>[^*\n]+)(?<=\S)\*(?![*\w]) | (?<![_\w])_(?=[^\s_])(?P<lined>[^_\n]+)(?<=\S)_(?![_\w])""",
    re.VERBOSE,
)
_MARKS = "[*_ \u00a0\u202f"
_SENTENCE_ENDS = re.compile(r"[.!?…]\s|\.$")
_SPEECH_BEFORE = re.compile(r"[:,][\s>]*$")
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?…\n])[\s>*+-]*$")
_SPEECH_AFTER = re.compile(r"\s*,|\s+[—–-]\s|[.!?]?(?:\[\^[^\]]*\])*[.!?]?[ \t]*(?:\n|$)")
_BY_LABEL = re.compile(r"\[(?P<label>[^\[\]^][^\[\]]*)\](?![\[(:])")
_LABEL = re.compile(r"^ {0,3}\[(?P<label>[^\[\]^][^\[\]]*)\]:", re.MULTILINE)


def titles(block_text: str) -> list[Span]:
    """Return where titles are quoted, without their quotation marks (or marks of emphasis).

    A quotation that begins with a capital is a title, unless it is speech: it holds a sentence's end, or follows a
    colon or a comma, or begins a sentence that ends with it or goes on with a comma or a dash.
    """
    return [match.span(match.lastgroup or 0) for match in _QUOTED.finditer(block_text) if _is_title(block_text, match)]


def links_by_label(block_text: str, labels: Iterable[str]) -> list[Span]:
    """Return the links that are their label alone (``[csto]``), which nothing but the label's definition tells from text."""
    known = {label_key(label) for label in labels}
    return [match.span() for match in _BY_LABEL.finditer(block_text) if label_key(match["label"]) in known]


def labels(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the labels that a page's link references define."""
    for block in blocks:
        if block.kind is BlockKind.REFERENCE:
            yield from (match["label"] for match in _LABEL.finditer(block.text))


def touches_a_mark(block_text: str, start: int) -> bool:
    """Tell whether a link written there would become something else: ``!`` makes it an image, ``]`` a reference."""
    return start > 0 and block_text[start - 1] in "!]\\"


def _is_title(text: str, match: re.Match[str]) -> bool:
    quoted = match[match.lastgroup or 0].strip(_MARKS)
    if not quoted[:1].isupper() or _SENTENCE_ENDS.search(quoted) or _SPEECH_BEFORE.search(text, 0, match.start()):
        return False
    goes_on_as_speech = quoted.endswith(",") or _SPEECH_AFTER.match(text, match.end())
    return not (goes_on_as_speech and _STARTS_SENTENCE.search(text, 0, match.start()))
