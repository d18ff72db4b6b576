import json
from pathlib import Path

import pytest

from tlumach.blocks import split
from tlumach.library import Library, read_library
from tlumach.pages import parse_page
from tlumach.search.filing import file_words
from tlumach.search.index import build_index
from tlumach.search.names import names_in
from tlumach.search.rows import read_rows
from tlumach.search.texts import searched_words, shown_text
from tlumach.tracking import Tracker
from tlumach.words import Lemmatizer

ROOT = Path(__file__).resolve().parents[3]
PAGES = {
    "index.md": ("# Начало\n\n{{ explainers }}\n", "# Початок\n\n{{ explainers }}\n"),
    "story/index.md": (
        "# Оружие\n\nВойска [ОДКБ](../glossary/csto.md) в Киеве.\n\nОрганизация Договора молчит.[^n]\n\n[^n]: Так в источнике.\n",
        "# Зброя\n\nВійська [ОДКБ](../glossary/csto.md) у Києві.\n\nОрганізація Договору мовчить.[^n]\n\n[^n]: Так у джерелі.\n",
    ),
    "glossary/csto.md": (
        "---\nterm: Организация Договора\nshort: ОДКБ\n---\n# Организация Договора\n\nСоюз.\n",
        "---\nterm: Організація Договору\nshort: ОДКБ\navoid:\n- form: ОДКО\n  why: Помилка.\n---\n# Організація Договору\n\nСоюз.\n",
    ),
}


@pytest.fixture(scope="module")
def tracker() -> Tracker:
    settings = read_library(ROOT)[0]
    assert settings
    pages = {}
    for path, texts in PAGES.items():
        for language, text in zip(("ru", "uk"), texts, strict=True):
            pages[language, path] = parse_page(text, language, path)[0]
    return Tracker(Library(settings.settings, pages))


@pytest.fixture(scope="module")
def files(tracker: Tracker) -> dict[str, bytes]:
    return build_index(tracker, Lemmatizer())


def data(content: bytes) -> tuple[str, object]:
    call = content.decode().removeprefix("tlumachSearch(").removesuffix(")\n")
    name, value = json.loads(f"[{call}]")
    return name, value


def test_titles_come_first_and_terms_before_them(tracker: Tracker) -> None:
    rows = read_rows(tracker)
    assert [row.texts["uk"] for row in rows.rows[:3]] == ["Організація Договору (ОДКБ)", "Початок", "Зброя"]
    assert rows.terms_count == 1
    assert [row.texts["ru"] for row in rows.rows[3:]] == [
        "Союз.",
        "Войска ОДКБ в Киеве.",
        "Организация Договора молчит.",
        "Так в источнике.",
    ]
    assert rows.per_page == [1, 0, 3]


def test_a_name_leads_to_what_speaks_of_it_under_another(tracker: Tracker) -> None:
    lemmatizer = Lemmatizer()
    rows = read_rows(tracker)
    filing = file_words(rows, "uk", lemmatizer)
    by_length = {len(name.words): name.rows for name in names_in(rows, filing, lemmatizer)}
    assert by_length == {2: (0, 4, 5), 1: (0, 4, 5)}


def test_function_words_are_not_filed(tracker: Tracker) -> None:
    filing = file_words(read_rows(tracker), "ru", Lemmatizer())
    assert "в" in filing.silent and "в" not in filing.rows
    assert filing.rows["одкб"] == [0, 4]


def test_every_file_calls_the_one_function_with_its_name(files: dict[str, bytes]) -> None:
    assert {data(content)[0] for content in files.values()} == {
        "" if name == "index.js" else name.removesuffix(".js") for name in files
    }


def test_the_same_site_makes_the_same_bytes(tracker: Tracker, files: dict[str, bytes]) -> None:
    assert build_index(Tracker(tracker.library), Lemmatizer()) == files


def test_texts_carry_their_address(files: dict[str, bytes]) -> None:
    _, value = data(files["uk/t0.js"])
    pages, texts = value  # type: ignore[misc]
    assert pages["2"] == ["uk/story/index.html", "Зброя"]
    assert texts[2] == ["оружие", "Зброя"]


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("Текст [ссылка](a.md), **важно**[^1] и `код`.", "Текст ссылка, важно и код."),
        ('!!! note "Коротко"\n\n    - первое\n    - второе', "Коротко. первое второе"),
        ("| а | б |\n|---|---|\n| в | г |", "а б в г"),
        ("> Цитата\n> дальше", "Цитата дальше"),
        ("## Раздел { #id }", "Раздел"),
        ("---", ""),
    ],
)
def test_a_block_is_shown_without_its_markdown(markdown: str, shown: str) -> None:
    assert shown_text(split(markdown)[0][0]) == shown


def test_words_joined_by_hyphens_are_searched_for_apart_and_together() -> None:
    assert list(searched_words("вице‑премьер Russia’s", "en")) == ["вице", "премьер", "вицепремьер", "Russia"]
