from pathlib import Path

import pytest
from tests.unit.search.small_site import PAGES, small_site

from tlumach.languages.lemmas import Lemmatizer
from tlumach.search.index import cached_parts as kept_site
from tlumach.search.index.cached_parts import joined_parts, learn_words, make_own_parts, shared_by_pages
from tlumach.search.index.shared import read_shared
from tlumach.search.index.writer import build_index, write_index
from tlumach.search.stemming.keys import Keys
from tlumach.tasks.cache import Cache
from tlumach.tasks.tasks import Share, TaskRunner
from tlumach.tracking import Tracker

OTHER = {"story/index.md": ("# Другое\n\nСовсем другой текст.\n", "# Інше\n\nЗовсім інший текст.\n")}
RENAMED = {
    "glossary/csto.md": ("---\nterm: Тройка\n---\n# Тройка\n\nСоюз.\n", "---\nterm: Трійка\n---\n# Трійка\n\nСоюз.\n")
}
EDITED = {"story/index.md": (PAGES["story/index.md"][0].replace("Войска", "Солдаты"), PAGES["story/index.md"][1])}
"""A page of the sample with a word that is no more common than the one before it."""
WHOLE = Share()


def runner_in(folder: Path, part: Share = WHOLE) -> TaskRunner:
    return TaskRunner(Cache(folder / "cache.db", ""), 1, part)


def files_of(tracker: Tracker, runner: TaskRunner) -> dict[str, bytes]:
    keys = Keys(Lemmatizer())
    shared = shared_by_pages(tracker, keys, runner)
    site = joined_parts(tracker, shared, runner)
    learn_words(site, keys, runner, tracker.library.settings)
    return write_index(site, shared, tracker.library.settings, keys)


def test_what_is_shared_is_what_is_read_without_a_cache(tmp_path: Path) -> None:
    for tracker in (small_site(), small_site(), small_site(RENAMED)):
        found = shared_by_pages(tracker, Keys(Lemmatizer()), runner_in(tmp_path))
        assert found == read_shared(tracker, Keys(Lemmatizer()))


def test_the_index_is_the_same_with_what_was_made_before(tmp_path: Path) -> None:
    for changed in ({}, {}, OTHER, RENAMED, OTHER | RENAMED, EDITED, {}):
        tracker = small_site(changed)
        assert files_of(tracker, runner_in(tmp_path)) == build_index(small_site(changed), Lemmatizer())


def test_what_was_made_of_the_same_reads_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files_of(small_site(), runner_in(tmp_path))
    for name in ("part_of", "count_words"):
        monkeypatch.setattr(kept_site, name, None)
    assert files_of(small_site(), runner_in(tmp_path)) == before


def test_an_edit_reads_the_pages_around_it_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    others = {f"other-{number:02}.md": (f"# Страница {number}\n", f"# Сторінка {number}\n") for number in range(60)}
    files_of(small_site(others), runner_in(tmp_path))
    read: list[list[str]] = []
    part_of = kept_site.part_of
    monkeypatch.setattr(kept_site, "part_of", lambda paths, *given: (read.append(paths), part_of(paths, *given))[1])
    files_of(small_site(others | EDITED), runner_in(tmp_path))
    (paths,) = read
    assert "story/index.md" in paths and len(paths) < len(others) / 2


def test_shares_of_the_work_leave_nothing_to_make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (1, 2):
        runner = runner_in(tmp_path, Share(number, 2))
        make_own_parts(small_site(), shared_by_pages(small_site(), Keys(Lemmatizer()), runner), runner)
    expected = build_index(small_site(), Lemmatizer())
    monkeypatch.setattr(kept_site, "part_of", None)
    assert files_of(small_site(), runner_in(tmp_path)) == expected
