"""What a reader does: switch the language, look for a word, choose colours, print."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Open
from tests.browser.waiting import comes_true

TEXT = "kazakhstan-arms-export/index.html"


@pytest.fixture(params=["server", "stick"])
def root(request: pytest.FixtureRequest, built: Path, served: str) -> str:
    return served if request.param == "server" else (built / "site").as_uri() + "/"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_switch_keeps_the_page(visit: Open, root: str, scripts: bool) -> None:
    page = visit(f"{root}uk/{TEXT}", width=360, scripts=scripts).page
    page.locator(".languages").get_by_role("link", name="English").click()
    expect(page).to_have_url(
        re.compile(re.escape(f"{root}en/{TEXT}") + "(#.*)?$")
    )  # with the place, where it has scrolled
    assert "Kazakhstan" in page.locator("h1").inner_text()


def shade(page: Page) -> list[int]:
    """The page's background: red, green and blue."""
    said = page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor")
    return [int(part) for part in said.removeprefix("rgb(").removesuffix(")").split(",")]


def test_dark_is_dark_with_and_without_javascript(visit: Open, root: str) -> None:
    for scripts in (True, False):
        page = visit(root + TEXT, dark=True, scripts=scripts).page
        assert comes_true(page, lambda page=page: max(shade(page)) < 80), (scripts, shade(page))  # type: ignore[misc]


def test_the_palette_switch_speaks_the_language(visit: Open, root: str) -> None:
    page = visit(root + "uk/" + TEXT).page
    expect(page.get_by_title("Оформлення як у системі")).to_be_visible()
    page.get_by_title("Оформлення як у системі").click()
    expect(page.get_by_title("Світле оформлення")).to_be_visible()


def test_the_text_stands_whole_on_the_page(visit: Open, root: str, built: Path) -> None:
    """What a reader marks and copies is the given text, but for footnote marks and labels."""
    page = visit(root + TEXT).page
    shown = page.locator("article").evaluate(
        """article => {
            for (const ours of article.querySelectorAll("sup, .headline-label, .headerlink")) ours.remove();
            return [...article.querySelectorAll(":scope > h1, :scope > p:not(.voice)")].map(node => node.textContent.trim());
        }"""
    )
    given = (built / "sources/kazakhstan-arms-export.txt").read_text(encoding="utf-8").splitlines()
    assert shown[: len(given)] == given


def test_print_has_the_text_and_the_addresses_of_sources(visit: Open, root: str) -> None:
    page = visit(root + "en/" + TEXT).page
    page.emulate_media(media="print")
    assert not page.locator("header.md-header").is_visible()
    written = page.locator(".footnote a[href^='http']").first.evaluate(
        "node => getComputedStyle(node, '::after').content"
    )
    assert "http" in written or "attr(href)" in written
