"""What a first query takes in a real browser: which files it asks for, and how long the answer takes on a slow processor."""

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import environment

from benchmark.searching.engines import Engine
from benchmark.web import Requests, served

SLOWER = 4
TIMES = 5
_QUERY_WORDS = """() => document.querySelector("h1").textContent.match(/\\p{L}{4,}/gu).slice(0, 2).join(" ")"""
_TYPE = """async (query) => {
    const box = document.querySelector(".md-search__input");
    const list = document.getElementById("search-results");
    performance.setResourceTimingBufferSize(10_000);
    const started = performance.now();
    const shown = new Promise((resolve) => new MutationObserver(() => {
        if (list.querySelector("[role=option]")) requestAnimationFrame(() => resolve(performance.now()));
    }).observe(list, { childList: true, subtree: true }));
    box.value = query;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    const end = await shown;
    const files = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/search/"));
    return [end - started, end - Math.max(started, ...files.map(({ responseEnd }) => responseEnd))];
}"""


@dataclass(frozen=True)
class Asked:
    """The files that a first query asked for, code and data; the milliseconds from the query, and from its last data, to the answer."""

    code: set[Path]
    data: set[Path]
    in_all: float = 0
    after_data: float = 0


def is_possible() -> bool:
    """Tell whether there is a browser, and what drives it."""
    return bool(environment.find_browser() and importlib.util.find_spec("playwright"))


@contextmanager
def browser() -> Iterator[Any]:
    """Open a browser while the ``with`` block runs."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=environment.find_browser(), args=["--no-sandbox"])
        yield opened
        opened.close()


def first_query(engine: Engine, site: Path, address: str) -> Asked:
    """Ask for the first long words of a page's title on that page, in a browser that has seen nothing."""
    with browser() as opened:
        requests = Requests()
        with served(site, requests) as root:
            page = opened.new_page()
            page.goto(f"{root}/{address}")
            query = page.evaluate(_QUERY_WORDS)
            assert engine.ask(page, query), f"{engine.name} finds nothing for {query!r}"
            files = {file for file in requests.files if engine.belongs(file, site)}
            times = (
                [_timed(opened, f"{root}/{address}", query) for _ in range(TIMES)] if engine.name == "tlumach" else []
            )
        data = files & set(engine.shipped(site))
        code = {file for file in data if engine.name == "Pagefind" and file.name.startswith(("pagefind.", "wasm."))}
        if not times:
            return Asked((files - data) | code, data - code)
        return Asked(files - data, data, *(median(each) for each in zip(*times, strict=True)))


def _timed(opened: Any, address: str, query: str) -> tuple[float, float]:
    """Return the milliseconds to the answer, from the query and from its last data on, where the code is there already."""
    context = opened.new_context()
    page = context.new_page()
    page.goto(address)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.locator(".md-search__input").focus()
    page.wait_for_function("Boolean(window.tlumachSearch?.find)")
    in_all, after_data = page.evaluate(_TYPE, query)
    context.close()
    return in_all, after_data
