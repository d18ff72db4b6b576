"""What is reported of a page: the states of its blocks, what stands on one side only, the figures."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from tlumach.alignment.freshness import State
from tlumach.library import Library
from tlumach.records import Entry, Record
from tlumach.tracking import Tracker
from tlumach.tracking.status import PageReport, PageStatus, by_language, percent, report, total

MakeLibrary = Callable[..., Library]
SOURCE = "# Год\n\nПервый абзац.\n\nВторой.\n"


def reported(library: Library, path: str = "a.md") -> PageReport:
    return report(Tracker(library), "uk", path)


def counted(page: PageReport) -> dict[str, tuple[int, int]]:
    both = {str(state): (page.counts.blocks[state], page.counts.words[state]) for state in State}
    return {state: figures for state, figures in both.items() if any(figures)}


def test_each_block_has_its_lines_its_date_and_its_note(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": SOURCE, "uk/a.md": "# Рік\n\n\nПерший абзац.\n"})
    record = Record((Entry("p-1", "Первый абзац.", "Перший абзац.", 3, True, "2026-11-22", "Заметка."),))
    page = reported(replace(library, records={("uk", "a.md"): record}))
    assert [(block.id, str(block.state), block.source_line, block.translation_line) for block in page.blocks] == [
        ("год", "unconfirmed", 1, 1),
        ("p-1", "current", 3, 4),
        (page.blocks[2].id, "missing", 5, None),
    ]
    assert (page.blocks[1].confirmed_on, page.blocks[1].note) == ("2026-11-22", "Заметка.")
    assert counted(page) == {"unconfirmed": (1, 1), "current": (1, 2), "missing": (1, 1)}
    assert (page.standing, page.by_position) == (PageStatus.TRANSLATED, False)


def test_without_a_record_all_is_by_position(make_library: MakeLibrary) -> None:
    page = reported(make_library({"ru/a.md": SOURCE, "uk/a.md": SOURCE}))
    assert page.by_position
    assert counted(page) == {"unconfirmed": (3, 4)}


def test_a_page_that_is_not_translated_lacks_every_block(make_library: MakeLibrary) -> None:
    page = reported(make_library({"ru/a.md": SOURCE}))
    assert page.standing is PageStatus.NOT_TRANSLATED
    assert [(block.source_line, block.translation_line) for block in page.blocks] == [(1, None), (3, None), (5, None)]
    assert counted(page) == {"missing": (3, 4)}


def test_a_page_whose_source_is_gone_has_orphans_only(make_library: MakeLibrary) -> None:
    page = reported(make_library({"uk/a.md": SOURCE}))
    assert page.standing is PageStatus.SOURCE_GONE
    assert [(block.source_line, block.translation_line) for block in page.blocks] == [(None, 1), (None, 3), (None, 5)]
    assert counted(page) == {"orphaned": (3, 0)}


@pytest.mark.parametrize(
    "files",
    [
        {"ru/a.md": SOURCE, "uk/a.md": b"\xff"},
        {"ru/a.md": b"\xff", "uk/a.md": SOURCE},
        {"ru/a.md": b"\xff"},
        {"uk/a.md": b"\xff"},
    ],
)
def test_of_what_cannot_be_read_nothing_is_known(make_library: MakeLibrary, files: Mapping[str, str | bytes]) -> None:
    page = reported(make_library(files))
    assert page.standing is PageStatus.UNREADABLE
    assert counted(page) == {} and page.blocks == []


def test_a_hundred_percent_is_all_of_it() -> None:
    none = dict.fromkeys(State, 0)
    assert percent(none) == 100
    assert percent({**none, State.CURRENT: 999, State.CHANGED: 1}) == 99
    assert percent({**none, State.CURRENT: 3, State.ORPHANED: 2}) == 100
    assert percent({**none, State.MISSING: 2}) == 0
    assert percent({**none, State.CURRENT: 2, State.UNCONFIRMED: 1, State.MISSING: 1}) == 50


def test_the_figures_of_pages_add_up(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": SOURCE, "ru/b.md": "Б.", "uk/a.md": "# Рік\n\nПерший.\n\nДругий."})
    pages = [reported(library, path) for path in ("a.md", "b.md")]
    assert {state: number for state, number in total(pages).blocks.items() if number} == {
        State.UNCONFIRMED: 3,
        State.MISSING: 1,
    }
    assert total(pages).words[State.UNCONFIRMED] == 4


def test_pages_are_told_by_language_and_path(make_library: MakeLibrary) -> None:
    library = make_library({"ru/a.md": SOURCE, "ru/b.md": SOURCE})
    tracker = Tracker(library)
    reports = [report(tracker, language, path) for path in ("b.md", "a.md") for language in ("en", "uk")]
    found = [(language, [page.path for page in pages]) for language, pages in by_language(library, reports)]
    assert found == [("uk", ["a.md", "b.md"]), ("en", ["a.md", "b.md"])]
