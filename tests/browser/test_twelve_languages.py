"""A site of twelve languages on a phone: nothing is wider than the screen, what runs from right to left does, machines' words too."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html
from tests.loopback import loopback
from tests.shared import made_once
from tests.twelve import OWN, SAID, write

from tlumach.languages.messages import known_languages, load_messages
from tlumach.languages.profiles import direction
from tlumach.pipeline import build_all

PAGES = (
    "index.html",
    "bridge/index.html",
    "glossary/index.html",
    "glossary/bridge.html",
    "download.html",
    "about.html",
)
LANGUAGES = tuple(SAID)
BOXES = ("note", "warning", "tip", "danger", "note", "details")
"""What stands on the page of the bridge without a title, in order."""


@pytest.fixture(scope="session")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a built site of twelve languages."""

    def make(folder: Path) -> None:
        built = build_all(write(folder), lambda _: None)
        assert not isinstance(built, list), built

    return made_once(tmp_path_factory, "twelve", make) / "site"


def place(language: str, name: str) -> str:
    return name if language == OWN[0] else f"{language}/{name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_a_phone_and_each_runs_its_way(twelve: Path, visit: Any, language: str) -> None:
    page = visit("about:blank", width=360).page
    for name in PAGES:
        page.goto((twelve / place(language, name)).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 360, name
        assert page.evaluate("document.documentElement.dir || 'ltr'") == direction(language)
        title = page.evaluate(
            "(() => { const b = document.querySelector('h1 *, h1'), r = document.createRange();"
            " r.selectNodeContents(b); const at = r.getBoundingClientRect(); return [at.left, at.right] })()"
        )
        assert (title[0] < 40) if direction(language) == "ltr" else (title[1] > 320), (name, title)


@pytest.mark.parametrize("anchor", ["", "#from-ar", "#from-de"])
def test_the_reader_fits_a_phone(twelve: Path, visit: Any, anchor: str) -> None:
    page = visit((twelve / "read/bridge.html").as_uri() + anchor, width=360).page
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_in_another_form_is_found(twelve: Path, visit: Any, language: str) -> None:
    with loopback(twelve) as address:
        page = visit(f"{address}{place(language, 'index.html')}", width=360).page
        page.locator("label[for=__search]:visible").first.click()
        page.keyboard.type(SAID[language]["query"])
        found = page.locator("a[href*='bridge']:visible", has_text=SAID[language]["title"][:8]).first
        found.wait_for(timeout=20_000)
        assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_machine_says_is_in_the_language(twelve: Path, language: str) -> None:
    say = load_messages(language)
    page = html.parse(twelve / place(language, "bridge/index.html")).getroot()
    titles = page.xpath("//*[contains(@class, 'admonition-title')] | //article//details/summary")
    said = [each.text_content().strip() for each in titles]
    expected = [say(f"box.{kind}").strip("\u2066\u2069") for kind in BOXES]
    assert [title for each in said if (title := each.strip("\u2066\u2069")) in expected] == expected, said
    if language in known_languages():
        states = [each.get("aria-label") for each in page.xpath("//li//span[@role='img']")]
        assert states == [say("task.done"), say("task.open")]


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_what_is_in_another_direction_keeps_its_own(twelve: Path, language: str) -> None:
    for name in PAGES:
        page = html.parse(twelve / language / name).getroot()
        for each in page.xpath("//article//*[@lang]"):
            own = direction(each.get("lang"))
            assert own == "rtl" or each.get("dir") == "ltr" or not each.text_content().strip(), (
                name,
                html.tostring(each),
            )
