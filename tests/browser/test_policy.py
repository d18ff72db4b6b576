"""The policy that nginx sends lets all of our pages work, and nothing else."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.conftest import Open
from tests.browser.searching import turn_to_search
from tests.project import ROOT
from tests.tools import nginx

sys.path.insert(0, str(ROOT / "scripts"))  # what the scripts share is not installed

from benchmark.nginx import running

KINDS = (
    "index.html",
    "uk/kazakhstan-arms-export/index.html",
    "en/glossary/index.html",
    "glossary/csto.html",
    "uk/download.html",
    "404.html",
    "uk/404.html",
    "read/kazakhstan-arms-export.html",
    "downloads/kazakhstan-arms-export.html",
)


@pytest.fixture(scope="module")
def behind_nginx(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running(nginx(), built / "site", tmp_path_factory.mktemp("nginx")) as address:
        yield address


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
