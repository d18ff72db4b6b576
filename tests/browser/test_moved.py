"""The page at a former address, in a browser: it leads on with scripts and without, from a server and from a folder."""

from pathlib import Path

import pytest
from tests.browser.conftest import Open
from tests.loopback import loopback
from tests.unit.exchange.pages import library

from tlumach.plugin.metadata.redirects import write_redirects
from tlumach.tasks.placed import Placed

PAGE = "---\nredirect_from:\n  - old place/раз.md\n---\n# Новое место\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page at its new address in two languages, and what is written at its old one."""
    folder = tmp_path_factory.mktemp("moved")
    write_redirects(library(PAGE, "# Нове місце\n", "new/два.md"), folder, Placed())
    for language, title in (("", "Новое место"), ("uk", "Нове місце")):
        file = folder / language / "new/два.html"
        file.parent.mkdir(parents=True)
        file.write_text(
            f"<!doctype html><meta charset=utf-8><title>{title}</title><h1 id=who>{title}</h1>", encoding="utf-8"
        )
    return folder


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("served", [True, False], ids=["server", "folder"])
def test_it_leads_to_the_page_where_it_lies_now(site: Path, visit: Open, served: bool, scripts: bool) -> None:
    with loopback(site) as address:
        start = address if served else site.as_uri() + "/"
        page = visit(f"{start}uk/old%20place/раз.html#who", scripts=scripts).page
        page.wait_for_url("**/new/*", timeout=20_000)
        assert page.title() == "Нове місце"
        assert page.url.startswith(start) and ("#who" in page.url or not scripts)


def test_who_has_switched_refreshing_off_is_given_the_link(site: Path, visit: Open) -> None:
    still = site / "still.html"
    text = (site / "old place/раз.html").read_text(encoding="utf-8")
    still.write_text(text.replace("refresh", "x").replace("../", ""), encoding="utf-8")
    page = visit(still.as_uri(), scripts=False, width=360).page
    link = page.get_by_role("link", name="Новое место")
    box = link.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360
    link.click()
    assert page.title() == "Новое место"
