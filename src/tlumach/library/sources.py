"""The sources of a page: they stand once, in the front matter of the source-language page, and are cited by `[^key]`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tlumach.front_matter import iso_date
from tlumach.languages.messages import Messages
from tlumach.library.pages import Page
from tlumach.url_policy import refusal_of_address

WEAKNESSES = ("mirror", "wiki", "repost", "opinion", "partisan", "secondary")


@dataclass(frozen=True)
class Source:
    """A source: who published it, where, when (or about when, judging by its content), and what makes it weak, if anything.

    ``title`` holds a text for each language, or one under ``""`` that serves all; dates are ISO 8601 (year, month or day).
    """

    key: str
    title: Mapping[str, str]
    url: str
    date: str = ""
    by_content: str = ""
    weak: str = ""

    def title_in(self, language: str) -> str:
        """Return the title for a reader of that language."""
        return self.title.get(language) or self.title.get("") or next(iter(self.title.values()), self.key)


def sources_of(page: Page) -> dict[str, Source]:
    """Return the sources that a source-language page defines, by key; malformed entries are left out (a check names them)."""
    return {key: _source(key, entry) for key, entry in _entries(page).items()}


def source_keys(page: Page) -> set[str]:
    """Return the keys of these sources."""
    return set(_entries(page))


def _entries(page: Page) -> dict[str, Mapping[str, Any]]:
    entries = page.meta.get("sources")
    if not isinstance(entries, Mapping):
        return {}
    return {key: entry for key, entry in entries.items() if isinstance(entry, Mapping)}


def _source(key: str, entry: Mapping[str, Any]) -> Source:
    title = entry.get("title", "")
    url = str(entry.get("url", ""))
    return Source(
        key=key,
        title={str(k): str(v) for k, v in title.items()} if isinstance(title, Mapping) else {"": str(title)},
        url="" if refusal_of_address(url) else url,  # a check names it; it must not reach a page
        date=iso_date(entry.get("date")),
        by_content=iso_date(entry.get("by_content")),
        weak=weak if (weak := entry.get("weak")) in list(WEAKNESSES) else "",
    )


def known_of(source: Source, say: Messages) -> Iterator[str]:
    """Yield what a note says of a source beside its title: when it was published, and what makes it weak."""
    if source.date:
        yield say.date(source.date)
    if source.by_content:
        yield say("source.by_content", date=say.date(source.by_content))
    elif not source.date:
        yield say("source.undated")
    if source.weak:
        yield say(f"source.{source.weak}")
