"""Two copies compared on the page that says how to check one: from `file://`, by the browser alone, as `tlumach compare` does it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Open
from tests.conftest import MakeLibrary
from tests.unit.editions.conftest import FILES

from tlumach.editions.copies.code_words import in_words
from tlumach.editions.copies.comparing import differences
from tlumach.editions.copies.reading import copy_of
from tlumach.editions.reader import ReaderMaker
from tlumach.tracking import Tracker

PAGE = "site/en/check-a-copy.html"
Compare = Callable[[object, object], Page]


@pytest.fixture
def compare(built: Path, visit: Open) -> Compare:
    """Opens the page, gives it two copies (files, or lines that are typed), and returns it with the answer."""

    def answered(*copies: object) -> Page:
        seen = visit((built / PAGE).as_uri())
        for number, copy in enumerate(copies):
            fields = seen.page.locator("#compare-form fieldset").nth(number)
            if isinstance(copy, Path):
                fields.locator("[type=file]").set_input_files(copy)
            else:
                fields.locator("[type=text]").fill(str(copy))
        seen.page.get_by_role("button", name="Compare", exact=True).click()
        expect(seen.page.locator("#compare-form [role=status] p").first).to_be_visible()
        assert seen.failures == []
        return seen.page

    return answered


def said(page: Page) -> list[str]:
    return page.locator("#compare-form [role=status] > p").all_inner_texts()


def line(day: str, number: int, language: str) -> str:
    return f"Version {day}: {' '.join(in_words(number, language))}"


@pytest.fixture
def readers(make_library: MakeLibrary, tmp_path: Path) -> list[Path]:
    """An old reader, and one in which a sentence, a note and a mark are others."""
    changed = FILES | {
        "uk/land/index.md": FILES["uk/land/index.md"].replace("Сказано давно", "Сказано <недавно> & добре"),
        "ru/land/more.md": FILES["ru/land/more.md"] + "\nНовый абзац[^t-more].\n\n[^t-more]: Ещё слово.\n",
    }
    files = []
    for name, texts in (("old", FILES), ("new", changed)):
        files.append(tmp_path / f"{name}.html")
        files[-1].write_text(
            ReaderMaker(Tracker(make_library(texts)), lambda _: None).html("land/index.md"), encoding="utf-8"
        )
    return files


def test_two_readers_differ_where_the_command_says_so(compare: Compare, readers: list[Path]) -> None:
    page = compare(*readers)
    assert "These paragraphs differ:" in said(page)
    found = [
        (item.get_attribute("lang") or "", " ".join((item.text_content() or "").split()))
        for item in page.locator("#compare-form li").all()
    ]
    told = differences(*(copy_of(file.read_bytes()) for file in readers))
    paragraphs = {(each.language, each.now) for each in told if len(each.now.split()) > 1 and "¶" not in each.now}
    assert len(paragraphs) > 2
    for language, now in paragraphs:
        words = set(now.split())
        assert any(language == other and words <= set(text.split()) for other, text in found), now
    assert any("Сказано" in text and "<недавно> & добре" in text for _, text in found)
    assert page.locator("#compare-form ins").first.inner_text()


def test_the_same_file_twice(compare: Compare, readers: list[Path]) -> None:
    assert said(compare(readers[0], readers[0])) == ["The two are of the same version.", "The paragraphs say the same."]


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (line("2026-11-20", 7, "en"), line("2026-12-03", 8, "uk"), "Copy 2 is newer."),
        (line("2026-12-03", 8, "ru"), line("2026-11-20", 7, "de").upper(), "Copy 1 is newer."),
        (line("2026-11-20", 7, "en"), line("2026-11-20", 7, "kk"), "The two are of the same version."),
        (line("2026-11-20", 7, "en"), line("2026-11-20", 8, "en"), "which is newer cannot be told"),
        (line("–", 7, "en"), line("2026-11-20", 8, "en"), "which is newer cannot be told"),
        (line("2026-11-20", 7, "en"), "kangaroo cat", "Copy 2: no version was found."),
        ("", line("2026-11-20", 7, "en"), "Copy 1: no version was found."),
    ],
)
def test_lines_that_are_typed(compare: Compare, one: str, other: str, answer: str) -> None:
    (words,) = said(compare(one, other))
    assert answer in words


def test_a_text_and_a_letter(compare: Compare, tmp_path: Path) -> None:
    for name, number, second in (("a.txt", 7, "In 1843."), ("b.txt", 8, "In 1834.")):
        text = f"{line('2026-11-20', number, 'en')}\n\n====\nOne [3].\n\n{second}\n\nThree.\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = compare(tmp_path / "a.txt", tmp_path / "b.txt")
    assert page.locator("#compare-form li").all_inner_texts() == ["In 1843. 1834."]
    (tmp_path / "letter.txt").write_text("Dear reader", encoding="utf-8")
    assert "Copy 2: no version" in said(compare(tmp_path / "a.txt", tmp_path / "letter.txt"))[0]


def test_without_scripts_the_page_says_what_to_do(built: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto((built / PAGE).as_uri())
    expect(page.locator("#compare-copies")).to_contain_text("compare the dates and the words")
    expect(page.locator("#compare-form")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("language", ["", "uk/", "en/"])
def test_the_page_has_three_drawings_and_only_it_loads_the_script(built: Path, language: str) -> None:
    page = html.document_fromstring((built / f"site/{language}check-a-copy.html").read_text(encoding="utf-8"))
    drawings = [built / f"site/{language}" / source for source in page.xpath("//article//img/@src")]
    assert len(drawings) == 3
    assert all(drawing.is_file() and drawing.stat().st_size <= 10_000 for drawing in drawings)
    assert all(len(alt) > 40 for alt in page.xpath("//article//img/@alt"))
    others = [
        file
        for file in (built / "site").rglob("*.html")
        if re.search(r"compare\.\w+\.js", file.read_text(encoding="utf-8"))
    ]
    assert {file.name for file in others} == {"check-a-copy.html"}
