"""On paper: what is folded is open with no script, boxes go on from page to page, the page says its address, the frame is gone."""

import pytest
from playwright.sync_api import Locator, Page
from tests.browser.conftest import Open

EXPLAINER = "en/kazakhstan-arms-export/index.html"
FOLD = "box => box.insertAdjacentHTML('afterend', '<details class=note><summary>…</summary><p>…</p></details>')"
SEEN = "all => all.map(one => one.checkVisibility({contentVisibilityAuto: true}))"


def all_seen(places: Locator) -> bool:
    """Say whether every place is shown; the medium changes with a page's next frame, which a busy machine draws late."""
    for _ in range(40):
        shown = places.evaluate_all(SEEN)
        assert shown
        if all(shown):
            return True
        places.page.wait_for_timeout(50)
    return False


@pytest.fixture
def on_paper(visit: Open, served: str) -> Page:
    page = visit(f"{served}{EXPLAINER}", scripts=False).page
    page.emulate_media(media="print")
    return page


def test_what_is_folded_is_open_without_a_script(visit: Open, served: str) -> None:
    page = visit(f"{served}en/about.html", scripts=False).page
    page.emulate_media(media="print")
    assert all_seen(page.locator("article details li"))


def test_the_page_says_its_own_address(on_paper: Page) -> None:
    said = on_paper.locator(".voice").evaluate("voice => getComputedStyle(voice, '::after').content")
    assert said == '"https://tlumach.example/en/kazakhstan-arms-export/"' or said.endswith('index.html"')


def test_boxes_go_on_from_page_to_page_and_nothing_of_the_frame_is_left(on_paper: Page) -> None:
    broken = on_paper.locator(".admonition").evaluate_all("all => all.map(one => getComputedStyle(one).breakInside)")
    assert set(broken) == {"auto"}
    for part in (".md-header", ".md-footer", ".md-sidebar", ".footnote-backref", ".block-links"):
        assert not any(on_paper.locator(part).evaluate_all(SEEN))


def test_a_long_point_of_a_box_goes_on_on_the_next_page_and_the_boxs_title_stays_with_it(on_paper: Page) -> None:
    breaks = "node => getComputedStyle(node).breakInside"
    assert on_paper.locator(".admonition > ul > li").first.evaluate(breaks) == "auto"
    assert on_paper.locator(".footnote li").first.evaluate(breaks) == "avoid"


def test_an_address_is_written_out_unless_it_is_percent_signs(visit: Open, served: str) -> None:
    page = visit(f"{served}en/kazakhstan-arms-export/timeline.html", scripts=False).page
    page.emulate_media(media="print")
    written = (
        "all => all.map(link => [link.href.includes('%'), getComputedStyle(link, '::after').content.includes('http')])"
    )
    found = page.locator(".footnote a[href^=http]").evaluate_all(written)
    assert {is_encoded != is_written for is_encoded, is_written in found} == {True} and any(each[0] for each in found)


def test_in_the_reader_too_what_is_folded_is_open(visit: Open, served: str) -> None:
    page = visit(f"{served}read/kazakhstan-arms-export.html", scripts=False).page
    page.locator(".b").first.evaluate(FOLD)
    page.emulate_media(media="print")
    assert all_seen(page.locator("details.note p"))
