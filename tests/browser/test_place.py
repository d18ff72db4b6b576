"""From a paragraph in one language to the same paragraph in another: by mouse, by keyboard, without JavaScript, offline."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Open

TEXT = "kazakhstan-arms-export/index.html"
SEVENTH = "article > p[id^='p-'] >> nth=6"


@pytest.fixture(params=["server", "stick"])
def root(request: pytest.FixtureRequest, built: Path, served: str) -> str:
    return served if request.param == "server" else (built / "site").as_uri() + "/"


def at_the_top(page: Page) -> str:
    """The words at the top of the screen, under the header."""
    return str(
        page.evaluate(
            """() => [...document.querySelectorAll("article > p[id]")]
                .find(block => block.getBoundingClientRect().bottom > 80).textContent.trim()"""
        )
    )


def scroll_to_seventh(page: Page) -> str:
    paragraph = page.locator(SEVENTH)
    paragraph.evaluate("node => window.scrollTo(0, node.getBoundingClientRect().top + scrollY - 70)")
    page.wait_for_timeout(100)
    return str(paragraph.get_attribute("id"))


def test_by_mouse_the_switch_keeps_the_place(visit: Open, root: str) -> None:
    page = visit(f"{root}uk/{TEXT}", width=360).page
    place = scroll_to_seventh(page)
    page.get_by_role("link", name="EN, English", exact=True).click()
    expect(page).to_have_url(f"{root}en/{TEXT}#{place}")
    assert at_the_top(page) == page.locator(SEVENTH).inner_text().strip()


def test_by_keyboard_the_switch_keeps_the_place(visit: Open, root: str) -> None:
    page = visit(f"{root}uk/{TEXT}").page
    place = scroll_to_seventh(page)
    page.get_by_role("link", name="RU, Русский", exact=True).evaluate("node => node.focus({preventScroll: true})")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{root}en/{TEXT}#{place}")


def test_without_javascript_the_paragraph_leads_there(visit: Open, root: str) -> None:
    page = visit(f"{root}uk/{TEXT}", scripts=False).page
    paragraph = page.locator(SEVENTH)
    place = paragraph.get_attribute("id")
    paragraph.locator(".block-link").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{root}en/{TEXT}#{place}")
    assert page.locator(SEVENTH).get_attribute("id") == place


def test_a_permalink_appears_on_hover_on_focus_and_on_touch(visit: Open, root: str) -> None:
    page = visit(root + TEXT).page
    link = page.locator(SEVENTH).locator(".block-link")
    assert shade(link) == "0"
    page.locator(SEVENTH).hover()
    assert shade(link) == "1"
    page.mouse.move(0, 0)
    link.focus()
    assert shade(link) == "1"
    phone = visit(root + TEXT, width=360, has_touch=True, is_mobile=True).page
    assert float(shade(phone.locator(SEVENTH).locator(".block-link"))) > 0.5


def shade(link: Locator) -> str:
    return str(link.evaluate("node => getComputedStyle(node).opacity"))


def test_copying_a_paragraph_gives_the_sentence_and_nothing_more(visit: Open, root: str) -> None:
    page = visit(root + TEXT).page
    copied = page.locator(SEVENTH).evaluate(
        """node => { getSelection().selectAllChildren(node); return getSelection().toString(); }"""
    )
    assert copied.strip() == page.locator(SEVENTH).evaluate("node => node.textContent").strip()
    assert "¶" not in copied
