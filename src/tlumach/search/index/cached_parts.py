"""A part of the index as bytes, and back: so that pages that have not changed are not read again."""

import hashlib
import json
from typing import Any

from tlumach.search.index.parts import Filed, Part
from tlumach.search.index.runs import Runs
from tlumach.search.index.shared import Shared


def told(shared: Shared) -> str:
    """Return what tells what pages share from other such: a digest, the same in every process."""
    names = {
        language: [(each.path, list(map(sorted, each.words)), sorted(each.silent), each.is_avoided) for each in some]
        for language, some in shared.names.items()
    }
    return hashlib.sha256(repr((names, dict(shared.common))).encode()).hexdigest()


def to_bytes(part: Part) -> bytes:
    """Write a part."""
    words = {
        language: (
            _lists(filed.titles),
            _lists(filed.rows),
            sorted(filed.names),
            sorted(filed.capitals),
            sorted(filed.odd),
        )
        for language, filed in part.words.items()
    }
    about = _lists(part.about_titles), _lists(part.about_rows)
    values = part.terms, part.rows, part.pieces, part.sizes, words, part.pages, dict(part.texts), *about
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(content: bytes) -> Part:
    """Read a part that :func:`to_bytes` wrote."""
    terms, rows, pieces, sizes, words, pages, texts, about_titles, about_rows = json.loads(content)
    return Part(
        terms=terms,
        rows=tuple(rows),
        pieces=tuple(pieces),
        sizes=tuple(sizes),
        words={language: _filed(*values) for language, values in words.items()},
        pages=tuple(pages),
        texts={language: tuple(some) for language, some in texts.items()},
        about_titles=_runs(about_titles),
        about_rows=_runs(about_rows),
    )


def _filed(titles: Any, rows: Any, *sets: list[str]) -> Filed:
    return Filed(_runs(titles), _runs(rows), *map(frozenset, sets))


def _lists(runs: Runs) -> list[list[Any]]:
    """Write runs as four lists: of the names, of the first and the last numbers, of the steps, which are read faster than one for each."""
    return [[*runs], *map(list, zip(*runs.values(), strict=True))]


def _runs(lists: list[list[Any]]) -> Runs:
    names, *values = lists
    return dict(zip(names, zip(*values, strict=True), strict=True)) if names else {}
