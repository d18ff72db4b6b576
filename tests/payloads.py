"""The payloads that must never reach a page, and what only looks like them; shared by the unit and the browser tests."""

from collections.abc import Iterator, Mapping
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
    def page(self) -> str:
        """The text of a page with the payload on it."""
        if not self.field:
            return f"{BEFORE}{self.text}\n"
        return term_page({self.field: self.text})


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
    found: list[dict[str, Any]] = yaml.load((CASES / name).read_text(encoding="utf-8"), yaml.CSafeLoader)
    return found


def term_page(payloads_by_field: Mapping[str, str]) -> str:
    """Return the text of a term's page with payloads in its front matter, by their fields; its sources are cited."""
    meta: dict[str, Any] = {"term": "Т", "kind": "notion", "as_of": "2022"}
    source = {"title": "Т", "url": "https://a.example/"}
    for field, text in payloads_by_field.items():
        if field.startswith("source "):
            source[field.removeprefix("source ")] = text
        else:
            meta[field] = {"forms": [text], "avoid": [{"form": text, "why": text}]}.get(field, text)
    front = yaml.safe_dump(meta | {"sources": {"src": source}}, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{front}---\n# Т\n\nТекст[^src].\n"
