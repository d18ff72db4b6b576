"""A small site in two languages, for the tests of the index."""

from pathlib import Path

from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.library.pages import parse_page
from tlumach.tracking import Tracker

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


def small_site(changed: dict[str, tuple[str, str]] | None = None) -> Tracker:
    """The pages, or what is given in their place."""
    settings = read_library(ROOT)[0]
    assert settings
    pages = {}
    for path, texts in (PAGES | (changed or {})).items():
        for language, text in zip(("ru", "uk"), texts, strict=True):
            pages[language, path] = parse_page(text, language, path)[0]
    return Tracker(Library(settings.settings, pages))
