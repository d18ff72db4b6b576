"""Every page, as a reader opens it: nothing is asked of another host, nothing fails, nothing runs off the screen."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import Visit
from tests.browser.waiting import comes_true

WIDTH = "document.documentElement.scrollWidth / window.innerWidth"
"""How many screens wide the page is."""
NO_STYLE = 1.25
"""How wide a text for republishing may be: it has no style sheet, so the longest words of a table and the fonts of the machine say
how wide that is, and a phone shows a page that is a little wider in whole, a little smaller."""
SHOWS = """((title) => {
    const box = title?.getBoundingClientRect();
    return !!box && box.width > 0 && box.height > 0 && getComputedStyle(title).visibility === "visible";
})"""
"""Whether an element is there, takes room and is not hidden."""
LOOK = f"""() => ({{
    width: {WIDTH}, isTitled: {SHOWS}(document.querySelector("h1")), hasScripts: !!document.querySelector("script[src]"),
}})"""
READ = f"""() => [{SHOWS}(document.querySelector("article h1")), document.querySelector("article")?.innerText.length ?? 0]"""
RUNS = "document.documentElement.classList.contains('js')"


@dataclass
class Seen:
    """What a reader who opened every page in one window would complain of: the pages, by what is wrong with them."""

    visit: Visit
    root: str
    wide: list[str] = field(default_factory=list)
    untitled: list[str] = field(default_factory=list)
    lifeless: list[str] = field(default_factory=list)

    def open(self, name: str) -> None:
        page = self.visit.page
        page.goto(self.root + name)
        found = page.evaluate(LOOK)
        self.wide += [name] if found["width"] > (NO_STYLE if name.startswith("reuse/") else 1) else []
        self.untitled += [] if found["isTitled"] else [name]
        # what texts are republished from has no scripts
        if found["hasScripts"] and not comes_true(page, lambda: bool(page.evaluate(RUNS))):
            self.lifeless.append(name)

    @property
    def foreign(self) -> list[str]:
        return [url for url in self.visit.requests if not url.startswith((self.root, "data:", "blob:"))]


def addresses(built: Path) -> list[str]:
    """All pages but the readers, which have tests of their own; of the reports on terms, all made alike, one in each language."""
    names = [file.relative_to(built / "site").as_posix() for file in sorted((built / "site").rglob("*.html"))]
    return [
        name
        for name in names
        if not name.startswith(("read/", "downloads/"))
        and ("report/glossary/" not in name or name.endswith("/csto.html"))
    ]


def look_at_all(browser: Browser, root: str, names: list[str], **options: Any) -> Iterator[Seen]:
    """Open every page in one window; yield what was seen."""
    context = browser.new_context(**options)
    seen = Seen(Visit(context.new_page()), root)
    seen.visit.watch()
    for name in names:
        seen.open(name)
    seen.visit.page.wait_for_timeout(300)
    yield seen
    context.close()


@pytest.fixture(scope="module")
def on_a_phone(browser: Browser, built: Path, behind_nginx: str) -> Iterator[Seen]:
    """What is seen on a phone, from a server that lets pages do what the policy names and nothing else."""
    phone = {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"}
    yield from look_at_all(browser, f"{behind_nginx}/", addresses(built), **phone)


@pytest.fixture(scope="module")
def from_a_stick(browser: Browser, built: Path) -> Iterator[Seen]:
    pages = [name for name in addresses(built) if not name.endswith("404.html")]  # a 404 page belongs to a server
    root = (built / "site").as_uri() + "/"
    yield from look_at_all(browser, root, pages, viewport={"width": 1280, "height": 800})


def test_on_a_phone_from_a_server(on_a_phone: Seen) -> None:
    assert on_a_phone.wide == [], "wider than the screen"
    assert on_a_phone.untitled == [], "no title is shown"
    assert on_a_phone.foreign == []
    assert on_a_phone.visit.failures == []


def test_no_page_breaks_the_policy(on_a_phone: Seen) -> None:
    """What it refuses the browser says on its console, where what fails is read."""
    assert on_a_phone.lifeless == []
    assert on_a_phone.visit.failures == []


def test_on_a_desktop_from_a_stick(from_a_stick: Seen) -> None:
    assert from_a_stick.wide == [], "wider than the screen"
    assert from_a_stick.untitled == [], "no title is shown"
    assert from_a_stick.lifeless == []
    assert from_a_stick.foreign == []
    assert from_a_stick.visit.failures == []


def test_without_javascript_every_page_reads(browser: Browser, built: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    for name in addresses(built):
        page.goto((built / "site" / name).as_uri())
        shows_title, letters = page.evaluate(READ)
        assert shows_title and letters > 60, name
    context.close()


def test_with_text_twice_as_large_on_a_narrow_phone_nothing_scrolls_sideways(
    browser: Browser, built: Path, served: str
) -> None:
    """WCAG 2.2, success criteria 1.4.4 and 1.4.10."""
    page = browser.new_context(viewport={"width": 320, "height": 640}).new_page()
    wide = []
    for name in addresses(built):
        if name.startswith("uk/"):
            page.goto(served + name)
            page.add_style_tag(content=":root { font-size: 250% }")  # 125 % is the usual one
            wide += [name] if page.evaluate(WIDTH) > 1 else []
    page.context.close()
    assert wide == []
