from pathlib import Path

import benchmark.load
import pytest
from benchmark.builders.rivals import BARE, OURS
from benchmark.load import load, python_server, rate
from tests.tools import nginx, wrk

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmark.load, "SECONDS", 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    page = tmp_path / "site/uk/story-0000/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<!doctype html>" + "слово " * 2000, encoding="utf-8")
    return tmp_path


def test_both_servers_are_measured_with_our_site(folder: Path) -> None:
    assert nginx() and wrk()
    figures = {figure.row: figure for figure in load(OURS, folder, 1)}
    fast, slow = figures["served by nginx"].value, figures["served by python -m http.server"].value
    assert fast > 0 and slow > 0
    assert figures["nginx against http.server"].value == fast / slow


def test_the_sites_of_others_are_not(folder: Path) -> None:
    assert list(load(BARE, folder, 1)) == []


def test_answers_that_are_no_pages_are_no_load(folder: Path) -> None:
    with python_server(folder / "site") as address, pytest.raises(ValueError, match="Non-2xx"):
        rate(wrk(), f"{address}/nothing.html")
