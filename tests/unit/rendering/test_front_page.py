import re
from collections.abc import Callable, Mapping

import pytest
from tests.project import ROOT

from tlumach.languages.messages import load_messages
from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.rendering.front_page import CARDS, explainers

MakeLibrary = Callable[[Mapping[str, str]], Library]
LEAD = """---
date: '2030-01-01'
---
!!! abstract "За 30 секунд"

    - **Что.** [Слово](../glossary/a.md) сказано[^a].

!!! picture "Карта"

    ![Карта: где что](map.svg)
    Подпись.

# Главное

Текст.
"""


def pages(count: int) -> dict[str, str]:
    return {
        f"ru/n{at:02}/index.md": f"---\ndate: '{2000 + at}-05-01'\ndescription: О {at}.\n---\n# Новость {at}\n"
        for at in range(count)
    } | {"ru/index.md": "# Т\n\n{{ explainers }}\n"}


def shown(library: Library, language: str = "ru") -> str:
    page = library.shown_page(language, "index.md")
    assert page
    return explainers(page, library, load_messages(language))


def test_the_newest_stands_first_with_its_box_and_picture_and_nothing_that_belongs_to_its_page(
    make_library: MakeLibrary,
) -> None:
    text = shown(make_library(pages(1) | {"ru/lead/index.md": LEAD}))
    assert text.startswith("## [Главное](lead/index.md) { #latest }")
    assert "**Что.** Слово сказано." in text
    assert "![Карта: где что](lead/map.svg)" in text
    assert "[^" not in text and "glossary" not in text
    assert text.index("map.svg") < text.index("!!! cards") < text.index("Новость 0")


def test_it_names_whose_text_it_is_and_when_it_was_last_checked(make_library: MakeLibrary) -> None:
    named = "date: '2022-08'\npublication: p\nchecked: '2026-11-30'\nsources: {p: {title: «Рубрика», url: 'https://example.org/'}}"
    text = shown(make_library({"ru/index.md": "# Т\n", "ru/lead/index.md": LEAD.replace("date: '2030-01-01'", named)}))
    assert "*Оригинал: «Рубрика», август 2022\u00a0г.* · *Последняя проверка: 30 ноября 2026\u00a0г.* · " in text


def test_with_one_story_there_is_nothing_else(make_library: MakeLibrary) -> None:
    text = shown(make_library({"ru/index.md": "# Т\n", "ru/lead/index.md": LEAD}))
    assert "cards" not in text and "older" not in text


def test_of_fifty_ten_are_cards_and_the_rest_is_folded_by_year(make_library: MakeLibrary) -> None:
    text = shown(make_library(pages(50)))
    cards, *older = text.split("??? older ")
    assert cards.count("- **[") == CARDS
    assert cards.index("Новость 49") < cards.index("Новость 40")
    assert len(older) == 40
    assert older[0].startswith('"2039"') and "Новость 39" in older[0]


def test_a_card_names_the_languages_that_the_story_can_be_read_in(make_library: MakeLibrary) -> None:
    library = make_library(pages(1) | {"uk/n00/index.md": "# Новина\n", "uk/index.md": "# Т\n"})
    assert "[English]" not in shown(library)
    assert "[Українська](uk/n00/index.html){ lang=uk hreflang=uk }" in shown(library)
    assert "[Русский](../n00/index.html){ lang=ru hreflang=ru }" in shown(library, "uk")


def test_a_date_that_is_none_is_no_date(make_library: MakeLibrary) -> None:
    text = shown(make_library({"ru/index.md": "# Т\n", "ru/a/index.md": "---\ndate: [1]\n---\n# А\n"}))
    assert "[А](a/index.md)" in text


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_what_the_real_front_page_begins_with_is_read_in_half_a_minute(language: str) -> None:
    library, _ = read_library(ROOT)
    assert library
    page = library.pages[language, "kazakhstan-arms-export/index.md"]
    title, *points = page.blocks[0].text.splitlines()
    said = re.sub(r"\[\^[^\]]+\]|\]\([^)]*\)", "", "\n".join(points))
    assert title.startswith("!!! abstract") and len(re.findall(r"\w+", title)) <= 14
    assert 90 <= len(re.findall(r"\w[\w’'-]*", said)) <= 130
