"""Reference links: `[words][label]`, and `[label]` where the page says where that leads (`[label]: address`)."""

import re
from collections.abc import Container, Iterator, Mapping

from tlumach.blocks.links import label_key, without_code

_DEFINITION = re.compile(r"(?m)^ {0,3}\[(?P<label>[^\[\]^][^\[\]]*)\]:[ \t]*(?:\n[ \t]*)?(?P<target><[^<>\n]*>|\S+)")
_REFERENCE = re.compile(r"(?<![!\\\]])\[(?P<words>[^\[\]^][^\[\]]*)\](?:\[(?P<label>[^\[\]]*)\])?(?![(:])")


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


def references(text: str, defined: Container[str]) -> Iterator[str]:
    """Yield the labels that a text leads to: those that stand behind the words of a link, and those defined that are its words."""
    if "][" not in text and not ("[" in text and defined):
        return
    for match in _REFERENCE.finditer(without_code(text)):
        label = label_key(text[slice(*match.span("label"))]) if match["label"] else ""
        words = label_key(text[slice(*match.span("words"))])
        if label or words in defined:
            yield label or words
