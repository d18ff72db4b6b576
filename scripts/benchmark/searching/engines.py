"""The search of a built site: which files it ships, and how it is asked in a browser as a reader would ask it."""

import importlib.util
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmark.builders.installed import found

SHOWN = 10
_OURS = """async ([query, count]) => {
    const answer = await window.tlumachSearch.find(query);
    return (await answer.items(count)).map(({ url }) => url);
}"""
_PAGEFIND = """async ([query, count]) => {
    const pagefind = await import(new URL("/pagefind/pagefind.js", location.href));
    const { results } = await pagefind.search(query);
    return Promise.all(results.slice(0, count).map(async (each) => (await each.data()).url));
}"""
_EMPTY = "() => !document.querySelector('.md-search-result__item')"
_SETTLED = """(none) => document.querySelector(".md-search-result__item")
    || none.some((text) => document.querySelector(".md-search-result__meta").textContent.includes(text))"""
_NONE = ["No matching documents", "Совпадений не найдено", "Збігів не знайдено"]  # Material's words


@dataclass(frozen=True)
class Engine:
    """A search: the files of a site that are there for it alone (globs), and what a query leads to, in order."""

    name: str
    files: tuple[str, ...]
    ask: Callable[[Any, str], list[str]]

    def shipped(self, site: Path) -> Iterator[Path]:
        """Yield the files of the index, without the code."""
        yield from (file for file in site.glob(self.files[0]) if file.is_file())

    def belongs(self, file: Path, site: Path) -> bool:
        """Tell whether a file of a site is there for the search alone."""
        return any(file in site.glob(pattern) for pattern in self.files)


def _ask_ours(page: Any, query: str) -> list[str]:
    page.locator(".md-search__input").focus()
    page.wait_for_function("Boolean(window.tlumachSearch?.find)")
    urls: list[str] = page.evaluate(_OURS, [query, SHOWN])
    return urls


def _ask_material(page: Any, query: str) -> list[str]:
    page.evaluate("document.getElementById('__search').checked = true")
    box = page.locator("input[data-md-component=search-query]")
    box.focus()
    for text, settled in (("", _EMPTY), (query, _SETTLED)):
        box.fill(text)
        box.dispatch_event("keyup")  # it takes no other notice of what is typed
        page.wait_for_function(settled, arg=_NONE)
    page.wait_for_timeout(100)  # it has no sign of having finished
    links = page.locator(".md-search-result__item > .md-search-result__link")
    return [str(link) for link in links.evaluate_all(f"all => all.slice(0, {SHOWN}).map((each) => each.href)")]


def _ask_pagefind(page: Any, query: str) -> list[str]:
    urls: list[str] = page.evaluate(_PAGEFIND, [query, SHOWN])
    return urls


OURS = Engine("tlumach", ("search/**/*", "assets/javascripts/search*.js"), _ask_ours)
MATERIAL = Engine(
    "bare stack", ("search/**/*", "assets/javascripts/workers/*", "assets/javascripts/lunr/**/*"), _ask_material
)
PAGEFIND = Engine("Pagefind", ("pagefind/**/*",), _ask_pagefind)


def engine_of(site: Path) -> Engine | None:
    """Return the search that a site was built with; None where it has none that we know."""
    if (site / "search/index.js").exists():
        return OURS
    return MATERIAL if (site / "search/search_index.json").exists() else None


def pagefind() -> list[str]:
    """Return the command that runs Pagefind; nothing where it is not installed."""
    if program := found("pagefind"):
        return [program]
    return [sys.executable, "-m", "pagefind"] if importlib.util.find_spec("pagefind") else []


def add_pagefind(site: Path) -> None:
    """Let Pagefind make its index of a built site, into the site."""
    subprocess.run([*pagefind(), "--site", str(site), "--quiet"], check=True, capture_output=True)
