"""What the templates are given: languages in preparation are reachable and not offered."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tlumach.library import Library
from tlumach.plugin.metadata.feed import write_feeds
from tlumach.plugin.views import PageView, TermCards, counterparts, page_view, sitemap
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import TaskRunner
from tlumach.tracking import Tracker

MakeLibrary = Callable[..., Library]


@pytest.fixture
def library(make_library: MakeLibrary) -> Library:
    files = {
        f"{language}/{path}": "# A\n\nText.\n" for language in ("ru", "uk", "en") for path in ("a.md", "b/index.md")
    }
    return replace(make_library(files), in_preparation={"uk": 40})


def view(library: Library, language: str) -> PageView:
    return page_view(library.pages[language, "a.md"], language, Tracker(library), TermCards(Tracker(library)))


def test_the_switch_leads_to_what_is_offered_and_shows_where_one_is(library: Library) -> None:
    assert [each.language for each in view(library, "ru").switch] == ["ru", "en"]
    assert [each.language for each in view(library, "uk").switch] == ["ru", "uk", "en"]
    assert [view(library, language).in_preparation for language in ("ru", "uk")] == [None, 40]


def test_search_engines_are_told_of_what_is_offered(library: Library) -> None:
    assert [code for code, _ in view(library, "ru").hreflang] == ["ru", "en", "x-default"]
    assert view(library, "uk").hreflang == ()
    assert not [entry for entry in sitemap(library) if "/uk/" in str(entry)] and len(sitemap(library)) == 4


def test_the_links_of_a_paragraph_lead_to_what_is_offered(library: Library) -> None:
    tracker = Tracker(library)
    assert [each.language for each in counterparts("a.md", "ru", tracker)] == ["en"]
    assert [each.language for each in counterparts("a.md", "uk", tracker)] == ["ru", "en"]


def test_only_what_is_offered_has_a_feed(library: Library, tmp_path: Path) -> None:
    write_feeds(library, tmp_path, TaskRunner(Cache(tmp_path / "cache.db", ""), 1))
    assert {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.xml")} == {"feed.xml", "en/feed.xml"}
