"""A real browser and the real site, from a web server and from `file://`, with every request written down."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from benchmark.nginx import running
from playwright.sync_api import Browser, Page, Request, sync_playwright
from tests.loopback import loopback
from tests.tools import nginx

QUIET = (
    "--no-sandbox",  # CI runs as root; the pages are our own
    "--disable-gpu",
    "--disable-software-rasterizer",  # nothing here is drawn in three dimensions
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Visit:
    """A page in the browser, and what happened while it was there."""

    page: Page
    requests: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("requestfailed", self._failed)
        self.page.on("response", lambda got: self.failures.append(got.url) if got.status >= 400 else None)
        self.page.on(
            "console", lambda said: self.failures.append(said.text) if said.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.failures.append(str(error)))

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader left the page before it had all come
            self.failures.append(request.url)


Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("TLUMACH_BROWSER", "/usr/bin/chromium")
    assert Path(path).exists(), "no browser: run the tests by `python3 scripts/test.py`"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[str]:
    """The address of a loopback server that serves the built site."""
    with loopback(built / "site") as address:
        yield address


@pytest.fixture(scope="session")
def behind_nginx(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which nginx serves it, as `serving/nginx.conf` says."""
    with running(nginx(), built / "site", tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Open an address in a window of its own: ``visit(url, width=360, dark=True, scripts=False)``."""
    contexts: list[Any] = []

    def open_page(url: str, width: int = 1280, dark: bool = False, scripts: bool = True, **options: Any) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            **options,
        )
        contexts.append(context)
        visit = Visit(context.new_page())
        visit.watch()
        visit.page.goto(url)
        return visit

    yield open_page
    for context in contexts:
        context.close()
