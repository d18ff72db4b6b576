"""What an explainer shows before its style sheet has come stays where it is, and as it is, when it comes."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Open

TEXT = "kazakhstan-arms-export/index.html"
LOOKS = """() => {
    const link = document.querySelector("article > link");
    const before = [...document.querySelectorAll("article, article *")].filter(
        (each) => each.contains(link) || link.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING);
    return before.filter((each) => !each.closest(".block-links")).map((each) => {
        const box = each.getBoundingClientRect(), style = getComputedStyle(each);
        const height = each.contains(link) ? 0 : box.height;
        return [each.textContent.slice(0, 20), box.x, box.y, box.width, height, style.color, style.font, style.textDecoration,
            style.letterSpacing, style.borderTopColor].join(" ");
    });
}"""
FRAME = """() => [".md-header", "body"].map((name) => getComputedStyle(document.querySelector(name)).backgroundColor)
    .concat(document.querySelector(".md-header").getBoundingClientRect().height)"""


@pytest.fixture(params=["server", "stick"])
def root(request: pytest.FixtureRequest, built: Path, served: str) -> str:
    return served if request.param == "server" else (built / "site").as_uri() + "/"


def without_its_sheet(page: Page, url: str) -> Page:
    page.route("**/*.css", lambda route: route.abort())
    page.goto(url)
    return page


@pytest.mark.parametrize("language", ["", "uk/", "en/"])
@pytest.mark.parametrize("width", [320, 360, 768, 1100, 1280, 2100])
def test_nothing_of_a_first_screen_changes_when_the_sheet_comes(
    visit: Open, served: str, language: str, width: int
) -> None:
    whole = visit(f"{served}{language}{TEXT}", width=width).page
    early = without_its_sheet(visit("about:blank", width=width).page, f"{served}{language}{TEXT}")
    assert len(whole.evaluate(LOOKS)) > 30, "the box is there before the sheet"
    assert early.evaluate(LOOKS) == whole.evaluate(LOOKS)
    assert early.evaluate(FRAME) == whole.evaluate(FRAME)


@pytest.mark.parametrize(
    "options",
    [
        {"dark": True},
        {"dark": True, "scripts": False},
        {"scripts": False},
        {"forced_colors": "active"},
        {"reduced_motion": "reduce"},
    ],
)
def test_nor_in_other_colours_or_without_scripts(visit: Open, root: str, options: dict[str, object]) -> None:
    whole = visit(f"{root}uk/{TEXT}", width=360, **options).page
    early = without_its_sheet(visit("about:blank", width=360, **options).page, f"{root}uk/{TEXT}")
    assert early.evaluate(LOOKS) == whole.evaluate(LOOKS)
    assert early.evaluate(FRAME) == whole.evaluate(FRAME)


def test_colours_that_were_chosen_hold_before_the_sheet(visit: Open, root: str) -> None:
    page = visit(f"{root}en/{TEXT}").page
    page.get_by_title("Match the system").click()
    page.get_by_title("Light colours").click()
    assert without_its_sheet(page, f"{root}uk/{TEXT}").evaluate(FRAME)[:2] == ["rgb(18, 51, 63)", "rgb(30, 38, 41)"]
