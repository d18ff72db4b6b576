"""What a page has that elsewhere a script or a font draws: here it is shown as it is written, the plainest form that there is."""

import re
from collections.abc import Iterator, Sequence

from tlumach.blocks import Block, BlockKind
from tlumach.blocks.links import without_code
from tlumach.blocks.syntax import MarkdownSettings

_ICON = re.compile(r"(?<![\w:]):(?:material|fontawesome|octicons|simple)(?:-[a-z0-9]+)+:")
_FORMULA = re.compile(r"(?<![\\$\w])\$(?![\s$])[^$\n]*(?<![\s\\])\$(?![\w$])|^\$\$|\\\(|^\\\[|^\\begin\{", re.MULTILINE)
_DIAGRAM = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:\{[ \t]*\.)?mermaid\b", re.MULTILINE)
_FENCES = "pymdownx.superfences"


def plain_forms(blocks: Sequence[Block], settings: MarkdownSettings) -> Iterator[tuple[int, str]]:
    """Yield each kind of such a thing once, with the line of its block and its first words: an icon, a formula, a diagram."""
    syntax = settings.syntax
    draws = any(_name(fence) == "mermaid" for fence in settings.configs.get(_FENCES, {}).get("custom_fences") or ())
    kinds = (
        (_ICON, False, syntax.has("pymdownx.emoji")),
        (_FORMULA, False, syntax.has("pymdownx.arithmatex")),
        (_DIAGRAM, True, draws),
    )
    for pattern, is_code, is_on in kinds:
        texts = ((block, block.text if is_code else _words(block)) for block in blocks if is_on)
        found = ((block.line, each) for block, text in texts if (each := pattern.search(text)))
        yield from ((line, each.group().strip()) for line, each in list(found)[:1])


def _words(block: Block) -> str:
    return "" if block.kind is BlockKind.CODE else without_code(block.text)


def _name(fence: object) -> object:
    return fence.get("name") if isinstance(fence, dict) else None
