"""What the Unicode CLDR knows and Babel does not have: `cldr.json`, which `scripts/cldr.py` writes from ICU's own tables."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from tlumach.languages.profiles import profile

_ROOT = "root"


def quotation_marks(language: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the marks of a language (a BCP 47 code), opening and closing: the outer ones and those within them."""
    if own := profile(language).marks:
        outer, inner = own[0], own[min(1, len(own) - 1)]
        return (outer[0], outer[1]), (inner[0], inner[1])
    marks: str = _found("quotes", language)
    return (marks[0], marks[1]), (marks[2], marks[3])


def letters(language: str) -> tuple[str, ...]:
    """Return the letters of a language in order where it has an order of its own, in groups that count as one; else those of all."""
    return profile(language).alphabet or tuple(_found("letters", language))


def expansions(language: str) -> Mapping[str, str]:
    """Return the letters that sort as two others do in a language: ß as ss."""
    found: Mapping[str, str] = _found("as", language)
    return found


def _found(what: str, language: str) -> Any:
    return next(row[what] for name in _names(language) if what in (row := _table().get(name, {})))


def _names(language: str) -> Iterator[str]:
    """Yield a code, then without its region, without its script, and that of all languages."""
    parts = language.split("-")
    yield from ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    yield _ROOT


@cache
def _table() -> Mapping[str, Any]:
    file = resources.files(__package__) / "cldr.json"
    table: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return table
