"""axe on a page of each kind, in each language, on a phone and on a desktop, light and dark. No rule is left out."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.conftest import Open

KINDS = (
    "index.html",
    "about.html",
    "kazakhstan-arms-export/index.html",
    "kazakhstan-arms-export/notes.html",
    "kazakhstan-arms-export/timeline.html",
    "glossary/index.html",
    "glossary/csto.html",
    "404.html",
)
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("folder", ["", "uk/", "en/"])
def test_axe_finds_nothing(visit: Open, served: str, folder: str, name: str, dark: bool) -> None:
    page = visit(served + folder + name, width=360 if dark else 1280, dark=dark).page
    page.wait_for_timeout(300)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARDS}})
    wrong = {
        violation["id"]: [node["html"][:200] for node in violation["nodes"]]
        for violation in found.response["violations"]
    }
    assert wrong == {}
