"""Beside what people have: the links beside a paragraph take no room, and show where the paragraph is pointed at."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

import tlumach.plugin.guest

SCRIPT = Path(tlumach.plugin.guest.__file__).with_name("place.js")
LANGUAGES = ("bn", "de", "es", "fr", "it", "ja", "pl", "ru", "uk", "zh-TW")
LINKS = "".join(f"<a class=headerlink href=x>{language}</a> " for language in LANGUAGES)
PAGE = """<!doctype html><style>body {{ width: 340px }} .headerlink {{ opacity: 0; margin-left: .5em }}</style>
<p id=p>Some words of a paragraph that ends near the end of its line, as many do.{links}</p><p id=next>The next one.</p>
<script>{script}</script>"""


@pytest.mark.parametrize("script", [True, False])
def test_many_languages_fill_no_line_of_a_paragraph(browser: Browser, script: bool) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 600})
    tops = []
    for links in ("", f"<span class=tlumach-links>{LINKS}</span>"):
        page.set_content(PAGE.format(links=links, script=SCRIPT.read_text(encoding="utf-8") if script else ""))
        tops.append(page.evaluate("document.getElementById('next').getBoundingClientRect().top"))
    assert (tops[0] == tops[1]) is script
    if script:
        shown = "getComputedStyle(document.querySelector('.headerlink')).opacity"
        assert page.evaluate(shown) == "0"
        page.locator("#p").hover(position={"x": 5, "y": 5})
        assert page.evaluate(shown) == "1"
    page.close()
