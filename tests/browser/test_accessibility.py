"""axe on a page of each kind, in each language, on a phone and on a desktop, light and dark. No rule is left out."""

import pytest
from tests.browser.axe import violations
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


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("folder", ["", "uk/", "en/"])
def test_axe_finds_nothing(visit: Open, served: str, folder: str, name: str, dark: bool) -> None:
    page = visit(served + folder + name, width=360 if dark else 1280, dark=dark).page
    page.wait_for_timeout(300)
    assert violations(page) == {}
