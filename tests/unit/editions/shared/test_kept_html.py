from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest

from tlumach.blocks.syntax import MarkdownSettings
from tlumach.editions.shared.kept_html import KeptHtml
from tlumach.editions.shared.page_elements import Renderer
from tlumach.library import Library
from tlumach.settings import Settings
from tlumach.tasks.cache import Cache
from tlumach.tracking import Tracker

MakeLibrary = Callable[..., Library]


@pytest.fixture
def settings(make_library: MakeLibrary) -> Settings:
    return make_library({}).settings


def test_what_is_made_of_the_same_is_made_once(tmp_path: Path, settings: Settings) -> None:
    cache = Cache(tmp_path / "cache.db", "")
    assert KeptHtml(cache, settings).html(("a", 1), lambda: "<p>ж</p>") == "<p>ж</p>"
    assert KeptHtml(cache, settings).html(("a", 1), lambda: "another") == "<p>ж</p>"
    assert KeptHtml(cache, settings).html(("a", 2), lambda: "another") == "another"


def test_nothing_is_kept_without_a_cache(settings: Settings) -> None:
    kept = KeptHtml(None, settings)
    assert [kept.html("a", lambda made=made: made) for made in ("1", "2")] == ["1", "2"]  # type: ignore[misc]


@pytest.mark.parametrize("name", ["pymdownx.snippets", "pymdownx.b64", "somebody.s"])
def test_nothing_is_kept_where_an_extension_may_read_files(tmp_path: Path, settings: Settings, name: str) -> None:
    reads = replace(settings, markdown=MarkdownSettings(extensions=("footnotes", name)))
    kept = KeptHtml(Cache(tmp_path / "cache.db", ""), reads)
    assert [kept.html("a", lambda made=made: made) for made in ("1", "2")] == ["1", "2"]  # type: ignore[misc]


def test_another_renderer_with_the_same_cache_makes_the_same_of_a_page(
    make_library: MakeLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = make_library({"ru/a.md": "# А\n\nСлово[^1].\n\n[^1]: Где.\n", "uk/a.md": "# Ж\n\nСлово.\n"})
    cache, tracker, languages = Cache(tmp_path / "cache.db", ""), Tracker(library), ("ru", "uk", "en")
    shown = [(page, library.settings.say(each)) for each in languages if (page := library.shown_page(each, "a.md"))]
    fresh = [repr(_told(Renderer(tracker), *each)) for each in shown]
    assert [repr(_told(Renderer(tracker, cache), *each)) for each in shown] == fresh
    monkeypatch.delattr(Renderer, "_html")
    assert [repr(_told(Renderer(tracker, cache), *each)) for each in shown] == fresh


def _told(renderer: Renderer, *shown: object) -> object:
    fragment = renderer.fragment(*shown)  # type: ignore[arg-type]
    notes = [(note.key, note.number, note.marks, [*map(tostring, note.blocks)]) for note in fragment.notes]
    return [*map(tostring, fragment.blocks)], notes
