"""Beside what people have: a term of a site of Material's opens its definition in place."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Open
from tests.guest import TERMS, mkdocs, name_in, put, write
from tests.loopback import loopback
from tests.shared import made_once


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def build(root: Path) -> None:
        write(root, "folder", urls=True, beside={"features": ["navigation.instant"]})
        for path, text in TERMS.items():
            put(root, name_in("folder", *path), text)
        mkdocs(root)

    return made_once(tmp_path_factory, "guest", build) / "site"


@pytest.mark.parametrize("hand", ["click", "Enter", " "])
def test_it_opens_closes_and_leads_to_the_entry(visit: Open, site: Path, hand: str) -> None:
    with loopback(site) as address:
        page = visit(f"{address}uk/terms/", width=360).page
        link, card = page.get_by_role("button", name="Метр").first, page.locator(".tlumach-term[popover]")
        for _ in range(2):
            if hand == "click":
                link.click()
            else:
                link.press(hand)
            expect(card).to_contain_text("Одиниця довжини <1795>.")
            expect(link).to_have_attribute("aria-expanded", "true")
            page.keyboard.press("Escape")
            expect(card).to_have_count(0)
        link.click()
        link.click()
        expect(card).to_have_count(0)
        link.click()
        card.get_by_role("link").click()
        page.wait_for_url(f"{address}uk/glossary/metre/")
        page.get_by_role("heading", level=1, name="Міра").wait_for()


def test_pages_that_are_loaded_in_place_have_them_too(visit: Open, site: Path) -> None:
    with loopback(site) as address:
        page = visit(f"{address}guide/").page
        page.locator("nav a[href$='terms/']").first.evaluate("link => link.click()")
        page.get_by_role("heading", level=1, name="Terms").wait_for()
        page.get_by_role("button", name="metre").click()
        expect(page.locator(".tlumach-term[popover]")).to_contain_text("A unit of length.")


def test_from_a_stick_and_without_scripts(visit: Open, site: Path) -> None:
    file = (site / "terms/index.html").as_uri()
    page = visit(file).page
    page.get_by_role("button", name="metre").click()
    expect(page.locator(".tlumach-term[popover]")).to_be_visible()
    plain = visit(file, scripts=False).page
    expect(plain.locator("article").get_by_text("A unit of length.")).to_have_count(0)
    assert plain.locator("article p a", has_text="metre").get_attribute("href") == "../glossary/metre/"
