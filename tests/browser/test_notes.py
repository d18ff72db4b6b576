"""A footnote opens where its mark stands; without JavaScript the mark is a link to it."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Open

TEXT = "kazakhstan-arms-export/index.html"
AFTER = 900  # milliseconds: more than the moment that a pointer must rest


@pytest.fixture(params=["server", "stick"])
def root(request: pytest.FixtureRequest, built: Path, served: str) -> str:
    return served if request.param == "server" else (built / "site").as_uri() + "/"


def mark(page: Page) -> Locator:
    return page.locator("a.footnote-ref").first


def card(page: Page) -> Locator:
    return page.locator("#note-card")


@pytest.mark.parametrize("hand", ["click", "Enter", "tap", "hover"])
def test_it_opens_and_closes_and_the_page_stays(visit: Open, root: str, hand: str) -> None:
    page = visit(f"{root}en/{TEXT}", width=360, has_touch=hand == "tap").page
    expect(card(page)).to_be_hidden()
    if hand == "Enter":
        mark(page).focus()
        page.keyboard.press(hand)
    else:
        getattr(mark(page), hand)()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text(page.locator("li[id^='fn:'] a").first.text_content() or "?")
    assert card(page).locator(".footnote-backref").count() == 0
    box, line = card(page).bounding_box(), mark(page).bounding_box()
    assert box and line and (box["y"] >= line["y"] + line["height"] or box["y"] + box["height"] <= line["y"])
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    assert page.url == f"{root}en/{TEXT}"


def test_one_opens_after_another_in_the_same_card(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{TEXT}").page
    lower = page.locator("a.footnote-ref").nth(1)
    lower.click()
    expect(card(page)).to_contain_text("Euractiv")
    mark(page).click()  # the upper one: a card hangs under its mark, over what is below
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text(page.locator("li[id^='fn:'] a").first.text_content() or "?")
    assert lower.get_attribute("aria-expanded") == "false"


def test_what_was_hovered_closes_when_the_pointer_is_gone_and_what_was_clicked_stays(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{TEXT}").page
    mark(page).hover()
    expect(card(page)).to_be_visible()
    page.mouse.move(5, 500)
    expect(card(page)).to_be_hidden()
    mark(page).click()
    page.mouse.move(5, 500)
    page.wait_for_timeout(AFTER)
    expect(card(page)).to_be_visible()


def test_a_term_opens_when_the_pointer_rests_on_it(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{TEXT}").page
    page.locator("a.term[href$='/csto.html']").hover()
    expect(page.locator("#term-csto")).to_be_visible()


def test_without_javascript_the_mark_leads_to_the_note_and_back_to_each_place(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{TEXT}", scripts=False).page
    note = mark(page).get_attribute("href") or "?"
    mark(page).click()
    assert note.startswith("#fn:") and page.url.endswith(note)
    several = page.locator("li[id^='fn:nationalinterest'] a.footnote-backref")
    assert [link.inner_text()[-1] for link in several.all()] == ["a", "b", "c"][: several.count()]
    assert several.count() > 1
