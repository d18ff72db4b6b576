"""Segments: what is translated and confirmed by itself, be it a block of the page or a text of its front matter."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from tlumach.alignment.freshness import State, state_of
from tlumach.blocks import Block, BlockKind
from tlumach.library.pages import Page
from tlumach.records import FIELD, Entry, Record

FIELDS = ("title", "description", "term", "short", "forms", "caption", "captions", "credit", "credits")
"""The keys of the front matter that readers read: in lists, in search engines, in popovers, under pictures."""
NAMES = frozenset({"term", "short", "forms"})
"""Those of them that texts are searched for."""
_MAY_LACK = frozenset({"short", "forms"})
"""What a language may have none of, since its term has no short form."""
_ELSEWHERE = frozenset({"sources", "avoid"})
"""Mappings whose texts stand once, for all languages, or are nobody's to read."""
_FEWEST_WORDS_OF_PROSE = 5
_NO_PART = re.compile(r"[\s.%]+")
_ADDRESS = re.compile(r"[a-z]+:\S+|\S+@\S+")


@dataclass(frozen=True)
class Segment:
    """A text of the source, its translation, what the record has of them, and their state; None for what is lacking.

    ``field`` is the key in the front matter (``description``, ``picture.caption``, ``captions.map%2Epng``: see :func:`keys_of`);
    empty for a block of the page.
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


def keys_of(field: str) -> list[str]:
    """Return the keys of the front matter that lead to a text, from the outside in; those of a list's items are numbers, from 1."""
    return [unquote(part) for part in field.split(".")]


def _texts(value: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield the texts with their fields, each as dotted keys; what would part keys or be no id stands there in per cent codes."""
    items = enumerate(value, 1) if isinstance(value, list) else value.items() if isinstance(value, Mapping) else ()
    for key, inner in items:
        keys = (*above, str(key))
        if isinstance(inner, Mapping) or (isinstance(inner, list) and any(isinstance(each, Mapping) for each in inner)):
            yield from _texts(inner, keys) if key not in _ELSEWHERE else ()
        elif _is_read(keys) and (text := _prose(inner, of_pictures=_is_of_pictures(keys))):
            yield ".".join(map(_part, keys)), text


def _is_read(keys: Sequence[str]) -> bool:
    return (keys[-1] in FIELDS and len(keys) == 1) or _is_of_pictures(keys)


def _is_of_pictures(keys: Sequence[str]) -> bool:
    """Whether keys lead to what stands under a picture: `caption: …` wherever it is, or `captions: {map.png: …}`."""
    return any(key in FIELDS and key.startswith(("caption", "credit")) for key in keys[-2:])


def _part(key: str) -> str:
    return _NO_PART.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), key)


def _prose(value: Any, of_pictures: bool = False) -> str:
    """Return the text of a value: of a list, its items, one a line, if they are of some length, since names in lists are no prose."""
    if isinstance(value, str):
        return "" if of_pictures and _ADDRESS.fullmatch(value.strip()) else value.strip()
    items: Sequence[Any] = value if isinstance(value, list) else ()
    fewest = 1 if of_pictures else _FEWEST_WORDS_OF_PROSE
    is_prose = [isinstance(item, str) and len(item.split()) >= fewest for item in items]
    return "\n".join(item.strip() for item in items) if is_prose and all(is_prose) else ""


def _line(page: Page, field: str) -> int:
    keys = keys_of(field)
    return page.front_matter.line_of(keys[0]) if len(keys) == 1 else page.front_matter.line_within(keys)
