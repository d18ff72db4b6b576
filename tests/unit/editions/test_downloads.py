from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html

from tlumach.editions.download_list import AT_ONCE, DownloadList, size_of
from tlumach.editions.downloads import PAGE, fill_in, titles_of
from tlumach.editions.listing import ListedFile
from tlumach.languages.messages import load_messages
from tlumach.library import Library
from tlumach.rendering.generated import DOWNLOADS_ID
from tlumach.settings import Settings
from tlumach.tracking import Tracker

MakeLibrary = Callable[[Mapping[str, str]], Library]
KEY = "download.too_little"


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (3, "1 KB"),
        (12_449, "12 KB"),
        (968_300, "968 KB"),
        (999_999, "1,000 KB"),
        (1_260_000, "1.3 MB"),
        (52_000_000, "52 MB"),
    ],
)
def test_a_size_is_told_in_whole_words(size: int, said: str) -> None:
    assert size_of(size, load_messages("en")).replace("\u00a0", " ") == said


def listed(library: Library, tmp_path: Path, names: list[str]) -> lxml_html.HtmlElement:
    page = tmp_path / "download.html"
    page.write_text(f'<div><p id="{DOWNLOADS_ID}">-</p></div>', encoding="utf-8")
    places = {name: f"downloads/{name}" for name in names}
    pages = fill_in(
        tmp_path,
        [ListedFile(name, 5000, f"sum-of-{name}") for name in names],
        library.settings,
        places,
        "",
        titles_of(Tracker(library)),
    )
    assert pages == [page.name]
    return lxml_html.fromstring(page.read_text(encoding="utf-8"))


def test_files_are_listed_by_title_and_language_and_checksums_are_folded(
    make_library: MakeLibrary, tmp_path: Path
) -> None:
    library = make_library({"ru/a/index.md": "# Новость <и> ещё\n", f"ru/{PAGE}": "# С\n"})
    page = listed(
        library,
        tmp_path,
        ["a.en.epub", "a.epub", "a.html", "a.ru.epub", "a.uk.epub", "SHA256SUMS", "tlumach-offline.zip"],
    )
    epub = page.xpath("//h2[@id='epub']/following-sibling::ul[1]/li")
    assert [item.text_content().replace("\u00a0", " ") for item in epub] == [
        "Новость <и> ещёВсе языки, 5 КБ · Русский, 5 КБ · Українська, 5 КБ · English, 5 КБ"
    ]
    assert page.xpath("//h2[@id='offline']/following-sibling::ul[1]/li/a/text()") == ["tlumach-offline.zip"]
    assert "sum-of-a.uk.epub" in page.xpath("string(//details)")
    assert "sum-of" not in "".join(page.xpath("//ul[@class='downloads']//text()"))


def test_of_fifty_ten_are_shown_and_the_others_are_folded(make_library: MakeLibrary, tmp_path: Path) -> None:
    pages = {
        f"ru/n{at:02}/index.md": f"---\ndate: '2026-01-{at % 28 + 1:02}'\n---\n# Новость {at}\n" for at in range(50)
    }
    page = listed(make_library(pages), tmp_path, [f"n{at:02}.html" for at in range(50)])
    first, folded = page.xpath("//ul[@class='downloads']")
    assert len(first) == AT_ONCE and len(folded) == 50 - AT_ONCE
    assert first[0].text_content().startswith("Новость 27") and first[1].text_content().startswith(
        "Новость 26"
    )  # newest first
    assert folded.getparent().tag == "details" and "40" in folded.getparent().text_content()


@pytest.mark.parametrize(("without", "said"), [([], ""), (["en"], "English"), (["uk", "en"], "Українська и English")])
def test_the_page_says_why_a_language_has_no_edition(
    make_library: MakeLibrary, tmp_path: Path, without: list[str], said: str
) -> None:
    library = make_library({"ru/a/index.md": "# А\n", f"ru/{PAGE}": "# С\n"})
    page = tmp_path / "download.html"
    page.write_text(f'<div><p id="{DOWNLOADS_ID}">-</p></div>', encoding="utf-8")
    fill_in(tmp_path, [ListedFile("a.ru.epub", 5000, "s")], library.settings, {}, without={KEY: without})
    text = page.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert (("переведено меньше 50 %" in text) is bool(without) and f": {said}." in text) or not without
    assert "\0" not in text


def test_the_page_names_a_language_in_preparation_in_words_and_without_a_link(
    make_library: MakeLibrary, tmp_path: Path
) -> None:
    library = make_library({"ru/a/index.md": "# А\n", f"ru/{PAGE}": "# С\n"})
    page = tmp_path / "download.html"
    page.write_text(f'<div><p id="{DOWNLOADS_ID}">-</p></div>', encoding="utf-8")
    without = {"download.in_preparation": ["uk"], KEY: ["en"]}
    fill_in(tmp_path, [ListedFile("a.ru.epub", 5000, "s")], library.settings, {"a.ru.epub": "x"}, without=without)
    said = lxml_html.fromstring(page.read_text(encoding="utf-8")).xpath("//p[not(a)]//text()")
    assert (
        "Готовятся и пока не выходят отдельно: Українська." in said
        and len([each for each in said if "English" in each]) == 1
    )


def test_the_list_says_which_way_it_runs_where_the_languages_differ_in_that() -> None:
    say = load_messages("ar")
    settings = Settings(("ru", "uk"), "https://tlumach.example/", {}, {})
    own, mixed = (
        DownloadList([], {}, {}, each).html(say, "", "", "")
        for each in (settings, replace(settings, languages=("ru", "ar")))
    )
    assert own.startswith('<div id="downloads">') and mixed.startswith('<div id="downloads" lang="ar" dir="rtl">')
