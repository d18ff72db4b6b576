"""A new edition is a module with a descriptor and a line in the list: nothing else has to know of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import MakeLibrary

from tlumach.editions import catalogue, download_list, downloads
from tlumach.editions.edition import Edition, EditionInputs
from tlumach.editions.listing import ListedFile
from tlumach.editions.shared.book import explainers, file_name
from tlumach.languages.messages import load_messages
from tlumach.library.urls import site_path
from tlumach.rendering.generated import DOWNLOADS_ID
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import TaskRunner
from tlumach.tracking import Tracker

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _write(shop: EditionInputs, folder: Path) -> None:
    for explainer in explainers(shop.tracker.library):
        for language in shop.tracker.library.settings.languages:
            (folder / file_name(explainer, language, "docx")).write_bytes(b"toy")


TOY = Edition("text", ".docx", DOCX, 0, _write, per_language=True, combined=False, by_default=False)


@pytest.fixture
def with_toy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(catalogue, "EDITIONS", (TOY, *catalogue.EDITIONS))
    monkeypatch.setattr(download_list, "EDITIONS", (TOY, *catalogue.EDITIONS))
    yield


@pytest.mark.usefixtures("with_toy")
def test_an_edition_that_is_in_the_list_is_chosen_made_and_listed(make_library: MakeLibrary, tmp_path: Path) -> None:
    library = make_library({"ru/story/index.md": "# История\n\nТекст.\n"})
    (first, *_), _, problems = catalogue.chosen(["text"])
    assert first is TOY and problems == []
    site, dist = tmp_path / "site", tmp_path / "dist"
    dist.mkdir()
    first.write(
        EditionInputs(tmp_path, Tracker(library), site, 0, TaskRunner(Cache(tmp_path / "cache.db", ""), 1)), dist
    )
    names = sorted(file.name for file in dist.iterdir())
    assert names == sorted(f"story.{language}.docx" for language in library.settings.languages)
    assert downloads.of_a_part(dist) == names
    page = site / site_path(downloads.PAGE, "ru", library.settings)
    page.parent.mkdir(parents=True)
    page.write_text(f'<p id="{DOWNLOADS_ID}">-</p>', encoding="utf-8")
    downloads.fill_in(
        site, [ListedFile(name, 3, "0") for name in names], library.settings, {names[0]: f"downloads/{names[0]}"}
    )
    html = page.read_text(encoding="utf-8")
    assert all(name in html for name in names) and f'download type="{DOCX}"' in html


@pytest.mark.parametrize("edition", catalogue.EDITIONS, ids=lambda each: each.name)
def test_every_edition_has_its_words_in_every_language(edition: Edition) -> None:
    for language in ("ru", "uk", "en"):
        say = load_messages(language)
        assert say(f"download.{edition.name}") and say(f"download.{edition.name}_for")
    assert catalogue.of_file(f"x{edition.ending}") is edition


def test_files_are_named_after_the_site(make_library: MakeLibrary) -> None:
    from dataclasses import replace

    settings = make_library({}).settings
    for names, slug in [
        ({"ru": "Мой сайт", "en": "My site!"}, "my-site"),
        ({"ru": "Мой сайт"}, "мой-сайт"),
        ({}, "site"),
    ]:
        assert replace(settings, site_names=names).slug == slug
