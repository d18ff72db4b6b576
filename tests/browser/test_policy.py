"""The policy that nginx sends lets all of our pages work, and nothing else."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Route, expect
from tests.browser.conftest import Open
from tests.browser.searching import turn_to_search
from tests.browser.test_every_page import addresses

NGINX = Path(__file__).parents[2] / "serving/nginx.conf"
KINDS = (
    "index.html",
    "uk/kazakhstan-arms-export/index.html",
    "en/glossary/index.html",
    "glossary/csto.html",
    "uk/download.html",
    "en/check-a-copy.html",
    "reuse/kazakhstan-arms-export/uk.html",
    "404.html",
    "uk/404.html",
    "read/kazakhstan-arms-export.html",
)


@pytest.mark.parametrize("path", KINDS)
def test_nothing_of_a_page_is_refused(behind_nginx: str, visit: Open, path: str) -> None:
    seen = visit(f"{behind_nginx}/{path}")
    seen.page.wait_for_timeout(200)
    assert seen.failures == []
    assert seen.page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") != "32px"  # its style is there


def test_search_works(behind_nginx: str, visit: Open) -> None:
    seen = visit(f"{behind_nginx}/uk/index.html")
    turn_to_search(seen.page)
    assert seen.page.evaluate("window.tlumachSearch.find('ОДКБ').then(answer => answer.total)") > 0
    assert seen.failures == []


def test_a_script_that_is_not_ours_does_not_run(behind_nginx: str, visit: Open) -> None:
    seen = visit(f"{behind_nginx}/{KINDS[1]}")
    seen.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', `<img src=x onerror='window.ran = 1'>`);"
        "const script = document.createElement('script'); script.textContent = 'window.ran = 2';"
        "document.body.append(script)"
    )
    seen.page.wait_for_timeout(200)
    assert seen.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in failure for failure in seen.failures)


def test_nothing_that_runs_or_dresses_stands_in_a_page_but_what_the_policy_names(built: Path) -> None:
    named = set(re.findall(r"'(sha256-[^']+)'", NGINX.read_text(encoding="utf-8")))
    found = set[str]()
    for name in addresses(built):
        page = html.document_fromstring((built / "site" / name).read_text(encoding="utf-8"))
        within = page.xpath("//script[not(@src) and not(@type='application/ld+json')]/text() | //style/text()")
        found |= {f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}" for text in within}
        assert page.xpath("//@style") == [], name
        assert [found for found in page.xpath("//@*") if re.match(r"on", found.attrname)] == [], name
        assert not page.xpath("//@href[starts-with(normalize-space(.), 'javascript:')]"), name
    assert found == named, "serving/nginx.conf names what partials/first-screen.html has"


@pytest.mark.parametrize("path", ["uk/kazakhstan-arms-export/index.html", "en/about.html"])
def test_with_the_policy_of_another_version_a_page_has_its_style_and_the_chosen_colours(
    visit: Open, served: str, path: str
) -> None:
    page = visit(f"{served}en/about.html").page
    page.evaluate("""localStorage.setItem("/.__palette", '{"color":{"media":"(prefers-color-scheme: dark)"}}')""")
    policy = {
        "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
    }

    def answer(route: Route) -> None:
        got = route.fetch()
        route.fulfill(response=got, headers={**got.headers, **policy})

    page.route("**/*.html", answer)
    page.goto(f"{served}{path}")
    expect(page.locator("html.js.dark")).to_be_attached()
    expect(page.locator(".md-header .languages")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(30, 38, 41)"


@pytest.mark.parametrize("folder", ["", "uk/", "en/"])
def test_what_scripts_do_they_do_under_the_policy(visit: Open, behind_nginx: str, folder: str) -> None:
    seen = visit(f"{behind_nginx}/{folder}kazakhstan-arms-export/index.html", width=360)
    page = seen.page
    page.locator("a.term").first.click()
    expect(page.locator(".term-card:popover-open")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".palette label:visible").click()
    page.locator(".drawer-button").click()
    expect(page.locator(".md-nav--primary")).to_be_focused()
    page.keyboard.press("Escape")
    page.locator(".md-header__button[for=__search]").click()
    page.keyboard.type("NATO" if folder == "en/" else "НАТО")
    expect(page.get_by_role("option").first).to_be_visible()
    assert seen.failures == []
