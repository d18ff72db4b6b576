"""A term opens its definition in place, for every hand and every browser; the text stays the text."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.axe import violations
from tests.browser.conftest import Open

TEXT = "kazakhstan-arms-export/index.html"
NAME = "csto"


@pytest.fixture(params=["server", "stick"])
def root(request: pytest.FixtureRequest, built: Path, served: str) -> str:
    return served if request.param == "server" else (built / "site").as_uri() + "/"


def link(page: Page, name: str = NAME) -> Locator:
    return page.locator(f"a.term[href$='/{name}.html']")


def names(page: Page) -> list[str]:
    """The terms that are marked on a page."""
    return [
        str(found.get_attribute("href")).rpartition("/")[2].removesuffix(".html")
        for found in page.locator("a.term").all()
    ]


def card(page: Page, name: str = NAME) -> Locator:
    return page.locator(f"#term-{name}")


@pytest.mark.parametrize("hand", ["click", "Enter", "Space", "tap"])
def test_it_opens_and_closes_and_the_focus_stays(visit: Open, root: str, hand: str) -> None:
    page = visit(f"{root}uk/{TEXT}", width=360, has_touch=hand == "tap").page
    expect(card(page)).to_be_hidden()
    if hand in ("click", "tap"):
        getattr(link(page), hand)()
    else:
        link(page).focus()
        page.keyboard.press(hand)
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text("військовий союз")
    expect(link(page)).to_have_attribute("aria-expanded", "true")
    expect(link(page)).to_have_attribute("aria-describedby", "term-csto")
    if hand != "tap":
        expect(link(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    assert page.url == f"{root}uk/{TEXT}"


def test_a_click_beside_it_closes_it_and_a_second_click_too(visit: Open, root: str) -> None:
    page = visit(root + TEXT).page
    link(page).click()
    page.mouse.click(5, 400)
    expect(card(page)).to_be_hidden()
    link(page).click()
    expect(card(page)).to_be_visible()
    link(page).click()
    expect(card(page)).to_be_hidden()


def test_it_stays_while_the_pointer_is_on_it(visit: Open, root: str) -> None:
    page = visit(root + TEXT).page
    link(page).click()
    card(page).hover()
    page.wait_for_timeout(500)
    expect(card(page)).to_be_visible()


def test_the_keyboard_goes_on_into_it_and_to_the_entry(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{TEXT}").page
    link(page).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(card(page).get_by_role("link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{root}en/glossary/{NAME}.html")


@pytest.mark.parametrize("width", [360, 180])  # 180: the same phone at 200 %
def test_no_card_leaves_the_screen(visit: Open, root: str, width: int) -> None:
    page = visit(root + TEXT, width=width).page
    for name in names(page):
        link(page, name).click()
        box = card(page, name).bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width, name
        page.keyboard.press("Escape")


def test_without_javascript_it_is_a_link_to_the_entry(visit: Open, root: str) -> None:
    page = visit(root + TEXT, scripts=False).page
    expect(card(page)).to_be_hidden()
    link(page).click()
    expect(page).to_have_url(f"{root}glossary/{NAME}.html")


def test_the_first_use_is_marked_and_no_heading_is(visit: Open, root: str) -> None:
    page = visit(f"{root}kazakhstan-arms-export/notes.html").page
    found = names(page)
    assert len(found) == len(set(found))
    assert page.locator(":is(h1, h2, h3) a.term").count() == 0


def test_in_print_each_term_is_defined_once_at_the_end(visit: Open, root: str) -> None:
    page = visit(root + TEXT, width=800).page
    page.emulate_media(media="print")
    expect(page.get_by_text("Термины на этой странице")).to_be_visible()
    found = names(page)
    for name in found:
        expect(card(page, name)).to_be_visible()
    assert page.locator(".term-card").count() == len(found)


def test_copying_all_gives_no_definition(visit: Open, root: str) -> None:
    page = visit(root + TEXT).page
    copied = page.evaluate(
        "() => { getSelection().selectAllChildren(document.querySelector('article')); return String(getSelection()); }"
    )
    assert "войск ОДКБ (Организация договора о коллективной безопасности)" in copied.replace("\n", " ")
    assert "бывших советских республик" not in copied


def test_axe_finds_nothing_while_it_is_open(visit: Open, served: str) -> None:
    for dark in (False, True):
        page = visit(f"{served}uk/{TEXT}", width=360, dark=dark).page
        page.wait_for_timeout(300)
        link(page).click()
        assert violations(page, "target-size") == {}  # the card covers parts of the links under it


def test_the_glossary_filters_as_one_types(visit: Open, root: str) -> None:
    page = visit(f"{root}uk/glossary/index.html").page
    assert page.locator("article > h1 + .term-filter").is_visible()  # the heading stands first
    page.get_by_label("Знайти термін").fill("одкб")
    shown = page.locator("article > ul:not(.downloads) > li:visible")
    expect(shown).to_have_count(1)
    assert "Організація Договору" in shown.inner_text()
    assert page.locator("article > h2:not(#termbase):visible").count() == 1
    page.get_by_label("Знайти термін").fill("")
    assert shown.count() == 22


def test_without_javascript_the_glossary_is_all_there_and_the_filter_is_not(visit: Open, root: str) -> None:
    page = visit(f"{root}uk/glossary/index.html", scripts=False).page
    assert page.locator("article > ul:not(.downloads) > li:visible").count() == 22
    expect(page.locator(".term-filter")).to_be_hidden()


def test_an_entry_says_where_it_is_used(visit: Open, root: str) -> None:
    page = visit(f"{root}en/glossary/{NAME}.html").page
    assert page.locator("h1 dfn").evaluate("name => getComputedStyle(name).fontStyle") == "normal"
    page.locator("#uses + ul a").first.click()
    page.wait_for_url(f"{root}en/{TEXT}#p-*")
    assert "CSTO" in page.locator("article > :target").inner_text()  # a paragraph, or a box


OPENED = """() => {
    const found = [...document.querySelectorAll('a.term, a.footnote-ref')].filter(each => !each.closest('details'))
    const off = []
    for (const at of [0.05, 0.2, 0.5, 0.8]) for (const block of ['start', 'center', 'end']) {
        const one = found[Math.floor(found.length * at)]
        one.scrollIntoView({block})
        one.click()
        const card = document.querySelector(':popover-open'), box = card.getBoundingClientRect()
        const covers = [...one.getClientRects()].some(line => line.bottom > box.top + 1 && line.top < box.bottom - 1)
        if (covers || box.left < 0 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.height < 30)
            off.push([one.textContent, block, covers, box.top, box.bottom])
        card.hidePopover()
    }
    return off
}"""


@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (360, 1), (768, 2), (1280, 1), (320, 2)])
def test_what_opens_in_place_is_on_the_screen_and_covers_no_line_of_its_words(
    visit: Open, served: str, width: int, zoom: int
) -> None:
    page = visit(f"{served}en/kazakhstan-arms-export/index.html", width=width, bypass_csp=True).page
    page.add_style_tag(content=f":root {{ font-size: {125 * zoom}% }}")
    assert page.evaluate(OPENED) == []
