"""Which element of a finished page came of which block of its Markdown, where other plugins may have changed either."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tlumach.blocks import ELEMENTS, Block, BlockKind
from tlumach.plugin.guest.elements import Element

_TARGETS = re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)|\]\[[^\]]*\]|\{[^{}\n]*\}|<[^<>\n]*>|\[\^[^\]]*\]")
_LETTERS = re.compile(r"[^\W_]+")
_ENOUGH = 40
"""Letters that tell a block from its neighbours."""

Key = tuple[str, str]


def matched(blocks: Sequence[Block], elements: Sequence[Element]) -> list[tuple[int, int]]:
    """Return pairs of a block and the element that it was rendered as (their indices), in order.

    Those whose kinds and first words are the same are found first; what stands between two of these belongs together where
    there is as much of it on both sides, kind for kind. Of all else nothing is said.
    """
    shown = [at for at, block in enumerate(blocks) if block.kind in ELEMENTS]
    places = [at for at, element in enumerate(elements) if "footnote" not in element.classes]
    sides = [_block_key(blocks[at]) for at in shown], [_element_key(elements[at]) for at in places]
    pairs: list[tuple[int, int]] = []
    for tag, first, last, there, until in SequenceMatcher(None, *sides, autojunk=False).get_opcodes():
        here, others = sides[0][first:last], sides[1][there:until]
        if tag == "equal" or (tag == "replace" and _kinds(here) == _kinds(others)):
            pairs += zip(shown[first:last], places[there:until], strict=True)
    return pairs


def _kinds(keys: Sequence[Key]) -> list[str]:
    return [kind for kind, _ in keys]


def _block_key(block: Block) -> Key:
    return str(block.kind), _beginning(_TARGETS.sub("]", block.text))


def _element_key(element: Element) -> Key:
    names = {element.tag, *(f"{element.tag}.{name}" for name in element.classes)}
    kinds = [kind for kind, tags in ELEMENTS.items() if tags & names]  # raw HTML may be an element of any name
    kind = next((kind for kind in kinds if kind is not BlockKind.HTML), BlockKind.HTML)
    return str(kind), _beginning(element.text)


def _beginning(text: str) -> str:
    return "".join(_words(text))[:_ENOUGH]


def _words(text: str) -> Iterator[str]:
    return (match[0].casefold() for match in _LETTERS.finditer(text))
