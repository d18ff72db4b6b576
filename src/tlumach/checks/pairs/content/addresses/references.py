"""Links and images by reference: `[words][label]`, and `[label]` where the page says where that leads (`[label]: address`)."""

import re
from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from tlumach.blocks.links import label_key, without_code

_DEFINITION = re.compile(
    r"(?m)^ {0,3}\[(?P<label>[^\[\]^][^\[\]]*)\]:[ \t]*(?:\n[ \t]*)?(?P<target><[^<>\n]*>|\S+)(?=[ \t]*(?:[\"'(].*)?$)"
)
"""After the address stands nothing, or a title: `[1]: Actually it is` is text."""
_WORDS = r"(?:[^\[\]]++|\[[^\[\]]*\](?:\[[^\[\]]*\]|\([^()\s]*\))?)"
"""A piece of the words of a reference: a letter, or brackets within them, as of an image in a link."""
_REFERENCE = re.compile(
    rf"(?<!\\)(?:(?P<image>!)|(?<!\]))\[(?P<words>(?!\^){_WORDS}*)\](?:\[(?P<label>(?!\^)[^\[\]]*)\])?(?!\()"
)


class Reference(NamedTuple):
    """A link or an image by reference: the label that it leads to, where it stands in the text, and which of the two it is."""

    label: str
    words: str
    start: int
    end: int
    is_image: bool


def definitions(page: str) -> Mapping[str, str]:
    """Return where the labels lead that a page defines; a label has any capitals and spaces."""
    if "]:" not in page:
        return {}
    bare = without_code(page)
    return {
        label_key(match["label"]): match["target"].strip("<>")
        for match in _DEFINITION.finditer(page)
        if bare.startswith("[", match.start("label") - 1)
    }


def references(text: str, defined: Container[str]) -> list[Reference]:
    """Return the links and images of a text by reference, as `[words][label]`, `[label][]` and, where it is defined, `[label]`."""
    if "][" not in text and not ("[" in text and defined):
        return []
    return list(_references(text, without_code(text), 0, len(text), defined))


def with_inline_images(text: str, defined: Container[str]) -> str:
    """Return a text with each image by reference written as an image, so that it counts as one."""
    for each in reversed(references(text, defined) if "![" in text else []):
        if each.is_image:
            text = f"{text[: each.start]}![{each.words}](x){text[each.end :]}"
    return text


def _references(text: str, bare: str, start: int, end: int, defined: Container[str]) -> Iterator[Reference]:
    for match in _REFERENCE.finditer(bare, start, end):
        label, words = (text[slice(*match.span(group))] if match[group] else "" for group in ("label", "words"))
        key, is_image = label_key(label or words), bool(match["image"])
        if label or (key in defined and not _is_definition(bare, match)):
            yield Reference(key, words, match.start(), match.end(), is_image)
        if "[" in match["words"]:
            yield from _references(text, bare, *match.span("words"), defined)


def _is_definition(bare: str, match: re.Match[str]) -> bool:
    """Tell whether brackets are the beginning of a definition: no label behind them, but a colon, and before them nothing."""
    line = bare[bare.rfind("\n", 0, match.start()) + 1 : match.start()]
    return match["label"] is None and bare.startswith(":", match.end()) and not line.strip()
