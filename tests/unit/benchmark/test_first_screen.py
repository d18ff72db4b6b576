import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from benchmark import first_screen as measuring
from benchmark.builders.contender import Contender
from benchmark.first_screen import PAGE, first_screen, made_by_hand
from benchmark.web import Requests, served

ARTICLE = """<!doctype html><html class="no-js"><head><title>T</title><link rel="stylesheet" href="a.css"></head><body>
<header>Menu</header><article class="md-content"><p class="voice">Who</p><h1 id="a">T<a class="headerlink" href="#a">¶</a></h1>
<div class="admonition x"><p class="t">Box <span lang="ru">слово</span>.</p></div>
<p id="p-1">One <a class="term" href="x.html">two</a>.<span class="block-links"><a href="#p-1"></a></span></p>
<section class="terms-used">Card</section><script>1</script></article></body></html>"""


def test_a_page_by_hand_has_the_words_and_links_of_the_article_alone() -> None:
    page = made_by_hand(ARTICLE)
    text = page.partition("<body>")[2]
    assert all(word in text for word in ("<h1", "Box слово.", '<a href="x.html">two</a>'))
    assert not any(word in page for word in ("class=", "data-", "¶", "Menu", "Who", "Card", "<script", "stylesheet"))
    assert len(page.partition("<style>")[2].partition("</style>")[0]) < 620


def test_a_host_compresses_what_it_serves_and_a_new_file_anew(tmp_path: Path) -> None:
    for text in ("a" * 500, "b" * 500):
        (tmp_path / "a.html").write_text(text)
        with served(tmp_path, Requests(), compressed=True) as address:
            answer = urllib.request.urlopen(f"{address}/a.html").read()
        assert brotli.decompress(answer).decode() == text


@pytest.mark.slow
def test_a_page_that_is_made_by_hand_shows_its_text_as_soon_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "TURNS", 1)  # the others make the figure steadier, and nothing is asked of that here
    page = tmp_path / "site" / PAGE
    page.parent.mkdir(parents=True)
    page.write_text(made_by_hand(ARTICLE).replace("<body>", "<body><article>"), encoding="utf-8")
    with ThreadPoolExecutor(1) as apart:  # a process that has tests in a browser has a loop of its own in this thread
        figures = apart.submit(lambda: list(first_screen(Contender("x", lambda *_: None, (), ()), tmp_path, 1)))
        weight, multiple = figures.result()
    assert 0 < weight.value < page.stat().st_size
    assert multiple.unit == "times" and multiple.value > 0
    assert not page.with_name("by-hand.html").exists()
