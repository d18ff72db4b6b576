"""The one edit of the bench: a paragraph of one page in one language is changed, by the same rule for every contender."""

import re
from pathlib import Path

from benchmark.builders.contender import CHANGED, Contender
from benchmark.content.generate import explainer_path

_PARAGRAPH = re.compile(r"(?m)^\w.*\S$")  # neither a heading, list, box, table nor note, nor front matter


def change_page(contender: Contender, folder: Path, turn: int) -> None:
    """Add a little to a paragraph of the first explainer in the language ``CHANGED``; each turn more."""
    file = folder / contender.texts / CHANGED / explainer_path(0)
    file.write_text(changed(file.read_text(encoding="utf-8"), turn), encoding="utf-8", newline="\n")


def changed(text: str, turn: int) -> str:
    """Return a page with a little more at the end of its first paragraph. Raises ValueError where it has none."""
    start = text.find("\n# ")
    match = _PARAGRAPH.search(text, start) if start >= 0 else None
    if not match:
        raise ValueError("the page has no paragraph to change")
    return f"{text[: match.end()]}{' …' * turn}{text[match.end() :]}"
