"""A block of the original, to be shown beside its translation: folded, without what would stand twice on the page."""

import re

from tlumach.blocks.splitting import Block, BlockKind

INDENT = " " * 4
CLASS = "original"
_OURS = re.compile(r"\[\^[^\]]+\](?!:)|[ \t]*\n?\{:?[ \t]*[#.][^{}\n]*\}[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"#{1,6}[ \t]*(?P<text>.*?)[ \t]*#*$")


def quoted(block: Block, summary: str) -> str:
    """Return Markdown that shows a block under a summary which opens it (`<details>`, with no script needed).

    Footnote marks and ids are left out: the page may have them already.
    """
    text = _OURS.sub("", block.text)
    if block.kind is BlockKind.HEADING:
        heading = _HEADING.match(text)
        text = f"**{heading['text'] if heading else text.splitlines()[0]}**"
    inner = "\n".join(INDENT + line if line.strip() else "" for line in text.splitlines())
    return f'??? {CLASS} "{summary}"\n\n{inner}'
