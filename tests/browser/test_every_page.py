"""Every page, as a reader opens it: nothing is asked of another host, nothing fails, nothing runs off the screen."""

from pathlib import Path

from playwright.sync_api import Browser
from tests.browser.conftest import Visit

WIDTH = "document.documentElement.scrollWidth / window.innerWidth"
"""How many screens wide the page is."""
NO_STYLE = 1.25
"""How wide a text for republishing may be: it has no style sheet, so the longest words of a table and the fonts of the machine say
how wide that is, and a phone shows a page that is a little wider in whole, a little smaller."""


def addresses(built: Path) -> list[str]:
    """All pages but the readers, which have tests of their own; of the reports on terms, all made alike, one in each language."""
    names = [file.relative_to(built / "site").as_posix() for file in sorted((built / "site").rglob("*.html"))]
    return [
        name
        for name in names
        if not name.startswith(("read/", "downloads/"))
        and ("report/glossary/" not in name or name.endswith("/csto.html"))
    ]


def look_at_all(visit: Visit, root: str, names: list[str]) -> list[str]:
    """Open every page in one window and return what a reader would complain of."""
    complaints = []
    for name in names:
        visit.page.goto(root + name)
        if visit.page.evaluate(WIDTH) > (NO_STYLE if name.startswith("reuse/") else 1):
            complaints.append(f"{name} is wider than the screen")
        if not visit.page.locator("h1").first.is_visible():
            complaints.append(f"{name} shows no title")
    visit.page.wait_for_timeout(300)
    return complaints


def foreign(visit: Visit, root: str) -> list[str]:
    return [url for url in visit.requests if not url.startswith((root, "data:", "blob:"))]


def test_on_a_phone_from_a_server(browser: Browser, built: Path, served: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme="dark")
    visit = Visit(context.new_page())
    visit.watch()
    assert look_at_all(visit, served, addresses(built)) == []
    assert foreign(visit, served) == []
    assert visit.failures == []
    context.close()


def test_on_a_desktop_from_a_stick(browser: Browser, built: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    visit = Visit(context.new_page())
    visit.watch()
    root = (built / "site").as_uri() + "/"
    pages = [name for name in addresses(built) if not name.endswith("404.html")]  # a 404 page belongs to a server
    assert look_at_all(visit, root, pages) == []
    assert foreign(visit, root) == []
    assert visit.failures == []
    context.close()


def test_without_javascript_every_page_reads(browser: Browser, built: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    for name in addresses(built):
        page.goto((built / "site" / name).as_uri())
        assert page.locator("article h1").is_visible(), name
        assert len(page.locator("article").inner_text()) > 60, name
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
