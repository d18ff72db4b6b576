"""What a guest adds to a finished page where its translation is stale, by what the settings say."""

import re
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.files import Files

from tlumach.alignment.passages import read_passages
from tlumach.library import Library
from tlumach.plugin.guest.elements import top_level
from tlumach.plugin.guest.pages import GuestPages
from tlumach.records import Entry, Record
from tlumach.rendering.extension import page_renderer
from tlumach.tracking import Tracker

MakeLibrary = Callable[..., Library]
SOURCE = "# Один\n\nИх было 15.\n\nСтены стоят.\n\n## Новый заголовок\n\nСовсем новое.\n"
TRANSLATION = "# Один\n\nЇх було 14.\n\nМури стоять.\n\n## Старий заголовок\n\n- Зайве.\n"
RECORD = Record(
    (
        Entry("odin", "# Один", "# Один"),
        Entry("p-1", "Их было 14.", "Їх було 14."),
        Entry("p-2", "Стены, стоят.", "Мури стоять."),
        Entry("h", "## Старый заголовок", "## Старий заголовок"),
        Entry("p-3", "- Лишнее.", "- Зайве."),
    )
)


def shown(make_library: MakeLibrary, stale: Any) -> str:
    library = make_library({"ru/a.md": SOURCE, "uk/a.md": TRANSLATION})
    passages, wrong = read_passages(stale)
    assert not wrong
    settings = replace(library.settings, passages=passages)
    pages = GuestPages(Tracker(replace(library, settings=settings, records={("uk", "a.md"): RECORD})))
    config: Any = SimpleNamespace(extra_javascript=[])
    pages.begin("uk", config)
    file = SimpleNamespace(src_uri="uk/a.md", url="uk/a/", alternates={})
    page: Any = SimpleNamespace(file=file, url="uk/a/")
    return pages.with_content(page_renderer(["attr_list"]).convert(TRANSLATION), page, Files([]))


def test_the_translation_stands_and_the_original_is_folded_below_it(make_library: MakeLibrary) -> None:
    html = shown(make_library, None)
    assert html.index("Їх було 14.") < html.index("Их было 15.")
    assert html.count('<details class="original">') == 4 and " open" not in html
    assert "Ці місця позначено" in html


def test_the_original_goes_first_where_a_number_has_changed(make_library: MakeLibrary) -> None:
    html = shown(make_library, {"number": "original-first"})
    assert html.index("Их было 15.") < html.index('<details class="former"><summary>Переклад попереднього тексту')
    assert (
        html.index('class="former"')
        < html.index("Їх було 14.")
        < html.index("Мури стоять.")
        < html.index("Стены стоят.")
    )
    assert html.count("<details") == html.count("</details>") and html.count('class="former"') == 1
    assert re.search(
        r'<div id="[^"]+" lang="ru" class="tlumach-original" data-search-exclude><details class="original" open="open">',
        html,
    )
    assert "Де це важливіше" in html


def test_the_original_alone_but_for_headings(make_library: MakeLibrary) -> None:
    html = shown(make_library, "original")
    for gone in ("Їх було 14.", "Мури стоять.", "Зайве."):
        assert gone not in html
    for there in ("Их было 15.", "Стены стоят.", "Совсем новое.", "В оригіналі цього місця вже немає."):
        assert html.count(there) == 1, there
    assert html.index("Их было 15.") < html.index("Стены стоят.") < html.index("Старий заголовок</h2>")
    assert '<div id="p-2" lang="ru"' in html and '<div id="p-3">' in html


@pytest.mark.parametrize("stale", ["mark", "original-first", "original", {"number": "original"}, {"en/**": "original"}])
def test_tags_stay_closed_in_their_order(make_library: MakeLibrary, stale: Any) -> None:
    html = shown(make_library, stale)
    elements, _ = top_level(html)
    ids = re.findall(r' id="([^"]+)"', html)
    assert elements and elements[0].tag == "h1" and len(ids) == len(set(ids)) >= 4
