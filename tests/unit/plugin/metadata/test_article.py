import json
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from tlumach.library import Library
from tlumach.plugin.metadata.article import article
from tlumach.plugin.metadata.cards import card_path
from tlumach.records import Entry, Record
from tlumach.tracking import Tracker

MakeLibrary = Callable[[Mapping[str, str]], Library]
PAGES = {
    "ru/a/index.md": """---
date: '2022-08-28'
publication: r
sources:
  r: {title: «Рубрика», url: 'https://r.example/a'}
---
!!! abstract "Коротко"

    Слово[^r].

# Новость &amp; другое <
""",
    "en/a/index.md": '!!! abstract "In short"\n\n    Word[^r].\n\n# The news\n',
    "ru/b/index.md": "# Своё\n",
}


def told(
    library: Library, language: str, path: str, translation: str = "", record: Record | None = None
) -> dict[str, object]:
    library = replace(library, settings=replace(library.settings, translation=translation))
    library = library if record is None else replace(library, records={(language, path): record})
    page = library.shown_page(language, path)
    assert page
    text = article(page, Tracker(library), language, "https://tlumach.example/card.png")
    assert "</" not in text
    return dict(json.loads(text))


@pytest.mark.parametrize(
    ("how", "kind", "translates"),
    [
        ("machine", "Trained", False),
        ("machine-checked", "Trained", False),
        ("machine-edited", "Composite", False),
        ("people", "", True),
        ("", "", True),
    ],
)
def test_a_translation_says_of_what_and_how_it_was_made(
    make_library: MakeLibrary, how: str, kind: str, translates: bool
) -> None:
    read = Record((Entry("новость", "# Новость &amp; другое <", "# The news", since="2026-11-22"),))
    said = told(make_library(PAGES), "en", "a/index.md", how, read)
    assert said["translationOfWork"] == {
        "@type": "CreativeWork",
        "@id": "https://tlumach.example/a/",
        "inLanguage": "ru",
    }
    ours, iptc = said.get("digitalSourceType", ["", ""])
    assert ours.startswith(f"https://schema.org/{kind}" if kind else "")
    assert iptc.startswith(f"http://cv.iptc.org/newscodes/digitalsourcetype/{kind.lower()}" if kind else "")
    assert ("translator" in said) is translates
    assert ("digitalSourceType" in said) is bool(kind)


def test_the_source_names_its_publisher_and_its_translations(make_library: MakeLibrary) -> None:
    said = told(make_library(PAGES), "ru", "a/index.md")
    assert (said["@type"], said["headline"], said["datePublished"]) == (
        "NewsArticle",
        "Новость & другое <",
        "2022-08-28",
    )
    assert said["author"] == {"@type": "Organization", "name": "Рубрика", "url": "https://r.example/a"}
    assert said["workTranslation"] == [
        {"@type": "CreativeWork", "@id": "https://tlumach.example/en/a/", "inLanguage": "en"}
    ]


def test_a_text_of_the_newsrooms_own_is_an_article(make_library: MakeLibrary) -> None:
    said = told(make_library(PAGES), "ru", "b/index.md")
    assert said["@type"] == "Article" and "author" not in said and "datePublished" not in said


def test_a_card_is_drawn_of_an_explainer_that_shows_something_above_its_headline(make_library: MakeLibrary) -> None:
    library = make_library(PAGES)
    paths = {file: card_path(page, library.settings) for file, page in library.pages.items()}
    assert sorted(filter(None, paths.values())) == ["assets/cards/a.en.png", "assets/cards/a.ru.png"]
