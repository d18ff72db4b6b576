"""Reporting a mistake in a browser: with scripts off, from a server and from a stick, on a phone, in the dark, on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.axe import violations
from tests.browser.conftest import Open
from tests.loopback import loopback
from tests.reported import reported_site

READY = "en/report/a/index.html"
SELECTED = "() => getSelection().toString()"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return reported_site(tmp_path_factory)


@pytest.fixture(params=["server", "stick"])
def root(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    if request.param == "stick":
        yield (site / "site").as_uri() + "/"
        return
    with loopback(site / "site") as address:
        yield address


def shown(page: Page) -> list[str]:
    return page.locator("pre:visible").all_inner_texts()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_from_a_paragraph_to_its_text_with_scripts_off(visit: Open, root: str, width: int, dark: bool) -> None:
    seen = visit(f"{root}en/a/index.html", width=width, dark=dark, scripts=False)
    row = seen.page.locator("p", has_text="There were 14")
    row.locator(".block-link").click()
    row.locator(".block-report").click()
    seen.page.wait_for_url("**/report/a/index.html#*")
    (text,) = shown(seen.page)
    assert (
        text.startswith("[Page] https://site.example/en/a/\n[Paragraph] p-") and "There were 14 people & more." in text
    )
    assert "Их было 14 человек & больше." in text and "file:" not in text and "127.0.0.1" not in text
    expect(seen.page.locator("h1")).to_be_in_viewport()
    assert seen.failures == []
    seen.page.get_by_role("link", name="To the paragraph").click()
    seen.page.wait_for_url("**/en/a/index.html#p-*")


def test_without_a_paragraph_all_are_listed_and_none_is_open(visit: Open, root: str) -> None:
    page = visit(f"{root}{READY}", width=360, scripts=False).page
    assert not any(page.locator("pre").evaluate_all("all => all.map(one => one.checkVisibility())"))
    page.get_by_role("link", name="Two words.").click()
    assert page.locator("pre").evaluate_all("all => all.filter(one => one.checkVisibility()).length") == 1
    page.get_by_role("link", name="Contents").click()
    expect(page.get_by_role("link", name="Two words.")).to_be_visible()


def test_one_touch_selects_the_whole_text(visit: Open, root: str) -> None:
    page = visit(f"{root}{READY}").page
    page.get_by_role("link", name="Two words.").click()
    page.locator("section:target pre").click()
    selected = page.evaluate(SELECTED)
    assert selected.startswith("[Page]") and selected.rstrip().endswith("[Remark]") and "Два слова." in selected


def test_on_paper_the_one_text_stands_with_room_under_it(visit: Open, root: str) -> None:
    page = visit(f"{root}{READY}", scripts=False).page
    page.get_by_role("link", name="Two words.").click()
    page.emulate_media(media="print")
    room = "all => all.filter(one => one.checkVisibility()).map(one => parseFloat(getComputedStyle(one).paddingBottom))"
    (left,) = page.locator("pre").evaluate_all(room)
    assert left > 60
    for part in (".md-header", ".md-footer", "section p", "nav"):
        assert not any(page.locator(part).evaluate_all("all => all.map(one => one.checkVisibility())"))


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("mark", ["", "#"])
def test_it_is_accessible_and_no_wider_than_a_phone(visit: Open, root: str, dark: bool, mark: str) -> None:
    page = visit(f"{root}{READY}", width=360, dark=dark).page
    if mark:
        page.get_by_role("link", name="Two words.").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == {}


def test_in_the_reader_the_sign_is_shown_at_the_paragraph_that_was_pressed(visit: Open, root: str) -> None:
    page = visit(f"{root}read/a.html", width=360, scripts=False).page
    row = page.locator("div.r", has_text="There were 14").first
    said = "link => getComputedStyle(link, '::after').content"
    first = row.locator(".l a").first
    assert first.evaluate(said) == "none"
    first.click()
    assert row.get_attribute("id") in first.evaluate(said)
    expect(page.locator("pre", has_text="[Paragraph]")).to_have_count(1)
