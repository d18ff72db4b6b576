from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from tlumach.languages.messages import load_messages
from tlumach.library import Library
from tlumach.library.byline import Byline, Statement, byline_of

MakeLibrary = Callable[[Mapping[str, str]], Library]
PAGES = {
    "ru/a/index.md": """---
date: '2022-08-28'
publication: rubryka
checked: '2026-11-29'
sources:
  rubryka:
    title: {ru: «Рубрика», en: Rubryka}
    url: https://rubryka.example/a
---
# А

Раз[^rubryka].
""",
    "en/a/index.md": "# A\n\nOne[^rubryka].\n",
    "ru/a/notes.md": "# Примечания\n",
    "ru/b/index.md": "---\ndate: '2022'\n---\n# Б\n",
    "en/b/index.md": "# B\n",
    "ru/about.md": "# О сайте\n",
    "en/about.md": "# About\n",
    "ru/glossary/csto.md": "---\nterm: ОДКБ\nkind: organisation\nas_of: '2022'\n---\n# ОДКБ\n\nСоюз.\n",
}


def said(library: Library, language: str, path: str, **settings: str) -> list[str]:
    library = replace(library, settings=replace(library.settings, **settings))
    page = library.shown_page(language, path)
    assert page
    return byline_of(page, library, load_messages(language)).words


@pytest.mark.parametrize(
    ("language", "path", "expected"),
    [
        (
            "en",
            "a/index.md",
            [
                "Original: Rubryka, August 28, 2022",
                "Machine translation",
                "Our notes: machine-written",
                "Last checked November 29, 2026",
            ],
        ),
        (
            "ru",
            "a/index.md",
            [
                "Оригинал: «Рубрика», 28 августа 2022 г.",
                "Наши примечания написала машина",
                "Последняя проверка: 29 ноября 2026 г.",
            ],
        ),
        ("ru", "a/notes.md", ["Текст редакции написала машина", "Последняя проверка: 29 ноября 2026 г."]),
        ("en", "about.md", ["The editors’ text", "Machine translation"]),
        ("ru", "glossary/csto.md", ["Статью глоссария написала машина"]),
    ],
)
def test_a_page_says_who_published_it_how_it_came_about_and_when_it_was_checked(
    make_library: MakeLibrary, language: str, path: str, expected: list[str]
) -> None:
    words = said(make_library(PAGES), language, path, translation="machine-checked", writing="machine")
    assert [_plain(word) for word in words] == [_plain(word) for word in expected]


def test_where_nothing_is_known_nothing_is_said(make_library: MakeLibrary) -> None:
    library = make_library(PAGES)
    assert said(library, "en", "b/index.md") == ["Translation", "Text of 2022"]
    assert said(library, "ru", "b/index.md")[0] == "Текст редакции"  # no text is named that it is word for word
    assert said(library, "ru", "about.md") == ["Текст редакции"]


def test_a_page_that_is_not_translated_makes_no_claim_of_a_translation(make_library: MakeLibrary) -> None:
    words = said(make_library(PAGES), "uk", "a/index.md", translation="machine")
    assert not any("ереклад" in word for word in words)


def _plain(words: str) -> str:
    return (
        words.replace("\u202f", " ")
        .replace("\u00a0", " ")
        .replace("28 August 2022", "August 28, 2022")
        .replace("29 November 2026", "November 29, 2026")
    )


def test_no_full_stop_is_doubled_after_an_abbreviation() -> None:
    said = [Statement("Текст редакции"), Statement("Текст от 28 августа 2022\u202fг."), Statement("Проверка")]
    assert Byline(tuple(said), None, "", "").line == "Текст редакции. Текст от 28 августа 2022\u202fг. Проверка"
    assert Byline(tuple(said[:2]), None, "", "").line == "Текст редакции. Текст от 28 августа 2022\u202fг."
    assert Byline((), None, "", "").line == ""
