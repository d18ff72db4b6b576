"""The ZIM of this site as people meet it: checked by openZIM's own program, searched and read in Kiwix."""

import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmark.processes import started
from tests.browser.conftest import Open
from tests.tools import kiwix, zimcheck

# Forms that stand nowhere on the pages as well as forms that do, in Russian and in Ukrainian.
SEARCHES = (
    ("оружию", "Казахстан принял решение"),
    ("вооружениями", "Вооружение, военная техника"),
    ("договором", "Организация Договора о коллективной безопасности"),
    ("Токаевым", "Токаев"),
    ("організації", "Організація Договору про колективну безпеку"),
    ("російською", "Російське НАТО"),
    ("Україною", "Повномасштабне вторгнення Росії в Україну"),
    ("Токаєвим", "Токаєв"),
    ("озброєнням", "Озброєння, військова техніка"),
)


@pytest.fixture(scope="module")
def zim(with_zim: Path) -> Path:
    return with_zim / "dist/tlumach.zim"


@pytest.fixture(scope="module")
def library(zim: Path) -> Iterator[str]:
    """The address of Kiwix on this machine alone, with the ZIM in it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    with started([kiwix("kiwix-serve"), "--address=127.0.0.1", f"--port={port}", str(zim)]):
        _wait_for(address)
        yield address


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("kiwix-serve did not start")


def test_zimcheck_accepts_it(zim: Path) -> None:
    assert zimcheck(zim) == ""


@pytest.mark.parametrize(("words", "title"), SEARCHES)
def test_kiwix_finds_a_word_in_any_form(zim: Path, words: str, title: str) -> None:
    done = subprocess.run([kiwix("kiwix-search"), str(zim), words], capture_output=True, text=True, check=True)
    assert title in done.stdout.replace("\N{NO-BREAK SPACE}", " ")


def test_the_pages_open_in_kiwix_in_every_language_and_ask_for_nothing_elsewhere(visit: Open, library: str) -> None:
    reader = visit(f"{library}tlumach/index.html")
    page = reader.page
    assert page.locator("html").get_attribute("lang") == "ru"
    page.locator("article").get_by_role("link", name="Казахстан принял решение").first.click()
    page.wait_for_url("**/kazakhstan-arms-export/index.html")
    for language, word in (("uk", "Казахстан"), ("en", "Kazakhstan")):
        page.goto(f"{library}tlumach/{language}/kazakhstan-arms-export/index.html")
        assert page.locator("html").get_attribute("lang") == language
        assert word in page.locator("article h1").inner_text()
    page.locator(".languages a[hreflang=ru]").first.evaluate("link => link.click()")
    page.wait_for_url("**/tlumach/kazakhstan-arms-export/index.html")
    page.goto(f"{library}tlumach/read/kazakhstan-arms-export.html")
    assert page.locator("input[id^=c-]").count() == 3  # beside Kiwix' own
    assert {request for request in reader.requests if not request.startswith((library, "data:"))} == set()
