"""The payloads that must never reach a page, and what only looks like them; shared by the unit and the browser tests."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).parent / "cases" / "safety"
BEFORE = "# Т\n\nТекст.\n\n"
FIRST_LINE = 5  # of a payload on its page


@dataclass(frozen=True)
class Payload:
    """A payload: its kind, the field of the front matter that it is put into (empty: the body), and its text."""

    kind: str
    field: str
    text: str

    @property
    def path(self) -> str:
        """The path of a page where it can stand."""
        return "glossary/p.md" if self.field in ("term", "short", "kazakh", "forms", "avoid") else "p/index.md"

    @property
    def page(self) -> str:
        """The text of a page with the payload on it."""
        if not self.field:
            return f"{BEFORE}{self.text}\n"
        meta = yaml.safe_dump(_meta(self.field, self.text), allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{meta}---\n# Т\n\nТекст[^src].\n"


def payloads() -> list[Payload]:
    """Return all payloads, in the order of the file."""
    return [
        Payload(kind["kind"], kind.get("field", ""), text)
        for kind in _read("payloads.yml")
        for text in kind["payloads"]
    ]


def harmless() -> Iterator[str]:
    """Yield the pieces of Markdown in which nothing may be found."""
    for kind in _read("harmless.yml"):
        yield from kind["texts"]


def _read(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return found


def _meta(field: str, text: str) -> dict[str, object]:
    source = {"title": "Т", "url": "https://a.example/"}
    if field.startswith("source "):
        return {"sources": {"src": {**source, field.removeprefix("source "): text}}}
    term = {"term": "Т", "kind": "notion", "as_of": "2022", "sources": {"src": source}}
    values = {"forms": [text], "avoid": [{"form": text, "why": text}]}
    return {**term, field: values.get(field, text)}
