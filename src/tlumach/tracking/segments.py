"""Segments: what is translated and confirmed by itself, be it a block of the page or a text of its front matter."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tlumach.alignment.freshness import State, state_of
from tlumach.blocks import Block, BlockKind
from tlumach.library.pages import Page
from tlumach.records import FIELD, Entry, Record

FIELDS = ("title", "description", "term", "short", "forms", "caption", "captions", "credit", "credits")
"""The keys of the front matter that readers read: in lists, in search engines, in popovers, under pictures."""
_MAY_LACK = frozenset({"short", "forms"})
"""What a language may have none of, since its term has no short form."""
_ELSEWHERE = frozenset({"sources", "avoid"})
"""Mappings whose texts stand once, for all languages, or are nobody's to read."""
_FEWEST_WORDS_OF_PROSE = 5


@dataclass(frozen=True)
class Segment:
    """A text of the source, its translation, what the record has of them, and their state; None for what is lacking.

    ``field`` is the key in the front matter (``description``, ``picture.caption``); empty for a block of the page.
    """

    id: str
    source: Block | None
    target: Block | None
    entry: Entry | None
    state: State
    field: str = ""


def field_segments(page: Page, source: Page, record: Record | None) -> list[Segment]:
    """Return the texts of the front matter that readers read, in the order of the source, each beside its translation."""
    ours, theirs = fields(source), fields(page)
    known = {entry.id.removeprefix(FIELD): entry for entry in (record.fields if record else ())}
    keys = [key for key in ours if key in theirs or key.rpartition(".")[2] not in _MAY_LACK]
    gone = [key for key in theirs if key not in ours and key in known and known[key].source]
    return [_segment(key, ours.get(key), theirs.get(key), known.get(key)) for key in [*keys, *gone]]


def fields(page: Page) -> Mapping[str, Block]:
    """Return the texts of a page's front matter that readers read, by their keys, as paragraphs with their lines in the file."""
    return {key: Block(BlockKind.PARAGRAPH, _line(page, key), text) for key, text in _texts(page.meta)}


def _segment(key: str, source: Block | None, target: Block | None, entry: Entry | None) -> Segment:
    return Segment(FIELD + key, source, target, entry, state_of(source, target, entry), key)


def _texts(values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        if isinstance(value, Mapping) and key not in _ELSEWHERE:
            yield from _texts(value, f"{above}{key}.")
        elif key in FIELDS and (not above or key.startswith(("caption", "credit"))) and (text := _prose(value)):
            yield above + key, text


def _prose(value: Any) -> str:
    """Return the text of a value: of a list, its items of some length, one a line, since names in lists are no prose."""
    if isinstance(value, str):
        return value.strip()
    items: Sequence[Any] = value if isinstance(value, list) else ()
    is_prose = [isinstance(item, str) and len(item.split()) >= _FEWEST_WORDS_OF_PROSE for item in items]
    return "\n".join(item.strip() for item in items) if is_prose and all(is_prose) else ""


def _line(page: Page, key: str) -> int:
    return page.front_matter.line_of(key.rpartition(".")[2])
