"""Queries as data (tests/cases/search), asked of the real script in a real page."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page
from tests.project import ROOT

CASES = ROOT / "tests/cases/search"
FIRST = 10
_ASK = """async ([queries, count]) => {
    const answers = [];
    for (const query of queries) {
        const answer = await window.tlumachSearch.find(query);
        const items = await answer.items(count);
        answers.push({ total: answer.total, items: items.map(({ url, text, via, marks }) => ({ url, text, via, marks })) });
    }
    return answers;
}"""

_WAIT = """async () => {
    for (let tries = 0; !window.tlumachSearch?.find && tries < 6000; tries++) await new Promise((go) => setTimeout(go, 20));
}"""


@dataclass(frozen=True)
class Query:
    """A query, the language of the page on which it is asked, and the paragraph that it should find (or must not)."""

    reader: str
    text: str
    page: str = ""
    block: str = ""
    not_page: str = ""


def queries(name: str) -> list[Query]:
    return list(_queries(CASES / f"{name}.yml", name.split("-")[0]))


def _queries(file: Path, language: str) -> Iterator[Query]:
    for group in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader):
        about = {key: group[key] for key in ("page", "block", "not_page") if key in group}
        yield from (Query(group.get("reader", language), str(text), **about) for text in group["ask"])


def turn_to_search(page: Page) -> None:
    page.locator(".md-search__input").focus()
    page.evaluate(_WAIT)  # `wait_for_function` asks again by eval, which the site's own policy forbids


def ask(page: Page, texts: list[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(_ASK, [texts, FIRST])
    return found


def place_of(query: Query, answer: dict[str, Any]) -> int:
    """The place of the expected paragraph among the first results, from 1; 0 where it is not there."""
    wanted = f"/{query.page}.html#"
    places = (at for at, item in enumerate(answer["items"], 1) if wanted in item["url"] and query.block in item["text"])
    return next(places, 0)


def is_wrong(query: Query, answer: dict[str, Any]) -> bool:
    """Whether a query that must find nothing, or not a given page, found it."""
    if query.not_page == "*":
        return bool(answer["items"])
    return any(f"/{query.not_page}.html" in item["url"] for item in answer["items"])
