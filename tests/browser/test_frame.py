"""The frame of the page: colours that are remembered, the drawer, what follows the scrolling, what is folded, the weight."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Open

TEXT = "kazakhstan-arms-export/index.html"
NOTES = "kazakhstan-arms-export/notes.html"
PHONE = 360


@pytest.fixture(params=["server", "stick"])
def root(request: pytest.FixtureRequest, built: Path, served: str) -> str:
    return served if request.param == "server" else (built / "site").as_uri() + "/"


def is_dark(page: Page) -> bool:
    shade = page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor")
    return max(int(part) for part in shade.removeprefix("rgb(").removesuffix(")").split(",")) < 80


def choose(page: Page, now: str, then: str) -> None:
    page.get_by_title(now).click()
    expect(page.get_by_title(then)).to_be_visible()


def open_until_seen(page: Page, url: str, title: str) -> None:
    """Open a page, again if need be: from files each page has a process of its own, which hears of a choice a moment later."""
    for _ in range(20):
        page.goto(url)
        if page.get_by_title(title).is_visible():
            return
        page.wait_for_timeout(100)
    expect(page.get_by_title(title)).to_be_visible()


# Colours


def test_the_chosen_colours_are_remembered_on_every_page_in_every_language(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{TEXT}").page
    choose(page, "Match the system", "Light colours")
    choose(page, "Light colours", "Dark colours")
    assert is_dark(page)
    open_until_seen(page, f"{root}uk/about.html", "Темне оформлення")
    assert is_dark(page)
    choose(page, "Темне оформлення", "Оформлення як у системі")
    assert not is_dark(page)


def test_light_colours_hold_on_a_dark_system(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{TEXT}", dark=True).page
    choose(page, "Match the system", "Light colours")
    page.reload()
    assert not is_dark(page)


def test_the_chosen_colours_are_there_before_anything_is_drawn(visit: Open, root: str) -> None:
    """However slow the line is: nothing is drawn in light colours first."""
    page = visit(f"{root}en/about.html").page
    choose(page, "Match the system", "Light colours")
    choose(page, "Light colours", "Dark colours")
    page.route("**/tlumach*.css", lambda route: (time.sleep(0.3), route.continue_()))
    page.add_init_script(
        """requestAnimationFrame(function look() {  // called before each drawing
            if (!document.body) return requestAnimationFrame(look);
            window.first = getComputedStyle(document.body).backgroundColor;
        });"""
    )
    page.goto(f"{root}en/{TEXT}")
    shade = page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor")
    assert is_dark(page) and page.evaluate("window.first") == shade
    choose(page, "Dark colours", "Match the system")
    assert not is_dark(page)


def test_what_the_themes_own_script_had_kept_is_not_lost(visit: Open, served: str) -> None:
    page = visit(f"{served}en/{TEXT}").page
    kept = '{"index": 2, "color": {"media": "(prefers-color-scheme: dark)", "scheme": "slate", "primary": "custom"}}'
    page.evaluate("kept => localStorage.setItem('/.__palette', kept)", kept)
    page.reload()
    assert is_dark(page)


@pytest.mark.parametrize(
    "kept", ["", "null", "[1]", '{"color": {"media": "sepia"}}', '{"color": {"media": "toString"}}']
)
def test_what_cannot_be_read_is_passed_over(visit: Open, served: str, kept: str) -> None:
    visited = visit(f"{served}en/{TEXT}", dark=True)
    visited.page.evaluate("kept => localStorage.setItem('/.__palette', kept)", kept)
    visited.page.reload()
    assert is_dark(visited.page)
    expect(visited.page.get_by_title("Match the system")).to_be_visible()
    assert visited.failures == []


def test_undecided_colours_follow_the_system_while_the_page_is_open(visit: Open, root: str) -> None:
    page = visit(root + TEXT).page
    assert not is_dark(page)
    page.emulate_media(color_scheme="dark")
    assert is_dark(page)


def test_print_is_light(visit: Open, root: str) -> None:
    page = visit(root + TEXT, dark=True).page
    page.emulate_media(media="print", color_scheme="dark")
    assert not is_dark(page)


def test_colours_are_chosen_by_keyboard(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{TEXT}").page
    page.get_by_role("radio", name="Match the system").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Dark colours")).to_be_focused()
    assert is_dark(page)


# The drawer


def drawer(page: Page) -> Locator:
    return page.locator(".md-sidebar--primary")


def on_screen(link: Locator) -> bool:
    box, before = link.bounding_box(), None
    while box != before:  # it slides, on a busy machine slowly
        link.page.wait_for_timeout(400)
        box, before = link.bounding_box(), box
    return box is not None and box["x"] >= 0 and link.is_visible()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_drawer_opens_by_keyboard_keeps_it_and_closes_on_escape(visit: Open, root: str, key: str) -> None:
    page = visit(f"{root}en/{TEXT}", width=PHONE).page
    page.keyboard.press("Tab")  # to the link that skips to the text
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Menu")
    expect(button).to_be_focused()
    assert button.get_attribute("aria-expanded") == "false"
    page.keyboard.press(key)
    expect(drawer(page).get_by_role("navigation", name="Sections")).to_be_focused()
    page.keyboard.press("Tab")
    expect(drawer(page).get_by_role("link", name="Home")).to_be_focused()
    assert on_screen(drawer(page).get_by_role("link", name="Home"))
    for _ in range(drawer(page).get_by_role("link").count() - 1):
        page.keyboard.press("Tab")
        assert drawer(page).evaluate("node => node.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    assert button.get_attribute("aria-expanded") == "false"
    expect(drawer(page)).to_be_hidden()


def test_a_closed_drawer_is_not_there_for_the_keyboard(visit: Open, root: str) -> None:
    page = visit(f"{root}en/about.html", width=PHONE).page
    for _ in range(20):
        page.keyboard.press("Tab")
        assert not drawer(page).evaluate("node => node.contains(document.activeElement)")


def test_a_tap_beside_the_drawer_closes_it(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{TEXT}", width=PHONE, has_touch=True).page
    page.get_by_role("button", name="Menu").tap()
    assert on_screen(drawer(page).get_by_role("link", name="Home"))
    page.touchscreen.tap(PHONE - 10, 400)
    expect(drawer(page)).to_be_hidden()
    page.locator("a.term").first.tap()  # the text can be reached again
    expect(page.locator(".term-card:popover-open")).to_be_visible()


def test_a_drawer_left_open_does_not_lock_a_screen_that_became_wide(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{TEXT}", width=PHONE).page
    page.get_by_role("button", name="Menu").click()
    page.set_viewport_size({"width": 1400, "height": 800})
    page.get_by_role("link", name="Original (Russian)", exact=True).click()
    expect(page).to_have_url(root + TEXT)


def test_without_javascript_the_drawer_opens_by_a_tap_and_by_keyboard(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{TEXT}", width=PHONE, scripts=False).page
    home = drawer(page).get_by_role("link", name="Home")
    home.focus()
    assert on_screen(home)
    page.get_by_role("link", name="Original (Russian)", exact=True).focus()
    assert not on_screen(home)
    page.locator(".md-header label[for=__drawer]").click()
    assert on_screen(home)
    home.click()
    expect(page).to_have_url(f"{root}en/index.html")


# What follows the scrolling, and what is folded


def test_the_header_and_the_contents_say_where_one_reads(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{NOTES}").page
    name = page.locator(".md-header__title span").nth(1)
    assert name.evaluate("node => getComputedStyle(node).opacity") == "0"
    page.locator("#equipment").evaluate("node => node.scrollIntoView()")
    marked = page.locator(".md-nav--secondary .here")
    expect(marked).to_have_attribute("href", "#equipment")
    expect(name).to_have_css("opacity", "1")


def test_a_link_in_the_contents_leads_there_and_marks_it(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{NOTES}").page
    link = page.locator(".md-nav--secondary a").nth(2)
    link.click()
    expect(page.locator(".md-nav--secondary .here")).to_have_attribute("href", str(link.get_attribute("href")))


def test_the_columns_beside_the_text_scroll_on_their_own(visit: Open, root: str) -> None:
    page = visit(f"{root}en/kazakhstan-arms-export/timeline.html").page
    columns = page.locator(".md-sidebar").all()
    assert len(columns) == 2
    for column in columns:
        assert column.evaluate("node => node.scrollHeight <= node.clientHeight"), (
            "no bar where there is nothing to scroll"
        )
    page.set_viewport_size({"width": 1280, "height": 200})
    for column in columns:
        assert column.evaluate("node => node.getBoundingClientRect().height") <= 200
        last = column.get_by_role("link").last
        last.focus()
        expect(last).to_be_in_viewport()


def test_what_is_folded_is_open_on_paper_and_where_a_link_leads_into_it(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{TEXT}").page
    page.locator("article").evaluate(
        "node => node.insertAdjacentHTML('beforeend', '<details id=one><summary>…</summary><p id=inside>…</p></details>')"
    )
    folded = page.locator("#one")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.get_attribute("open") == ""
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.get_attribute("open") is None
    page.evaluate("location.hash = 'inside'")
    expect(page.locator("#inside")).to_be_visible()


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_the_focus_is_seen_wherever_it_is(visit: Open, root: str, width: int) -> None:
    page = visit(f"{root}en/{TEXT}", width=width).page
    seen = []
    for _ in range(16):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                """() => {
                    const node = document.activeElement;
                    if (node === document.body) return null;  // a press that came before the page listened
                    const shown = getComputedStyle(node.matches(".md-option") ? node.nextElementSibling : node);
                    const caret = node.matches("input[type=text]");  // a text field shows its caret
                    return [node.outerHTML.slice(0, 90), caret || shown.outlineStyle !== "none"];
                }"""
            )
        )
    reached = [place for place in seen if place]
    assert len(reached) >= 14
    assert [html for html, shown in reached if not shown] == []
