"""The ids that are kept are those that would be found anew, whatever was edited; who has them splits no page for them."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import MakeLibrary
from tests.edits import edit, small_project
from tests.project import fresh_runner

from tlumach.library.files import read_library
from tlumach.tracking import Tracker
from tlumach.tracking.tracker import ids_of_all

EDITS = 100
PAGES = {"ru/a.md": "# А\n\nРаз.\n", "uk/a.md": "# А\n\nРаз-раз.\n", "ru/b.md": "# Б\n", "uk/c.md": "# В\n"}


@pytest.mark.slow
def test_kept_ids_are_those_found_anew(tmp_path: Path) -> None:
    chance, root, runner = random.Random(4), small_project(tmp_path / "project"), fresh_runner(tmp_path)
    found = []
    for _ in range(EDITS):
        library, _ = read_library(root)
        assert library is not None
        tracker = Tracker(library)
        found.append(ids_of_all(library, runner))
        assert found[-1] == {place: tracker.ids(page) for place, page in library.pages.items()}
        edit(root, chance)
    assert found[0] != found[-1]


def test_a_page_alone_in_its_language_has_ids_too(make_library: MakeLibrary, tmp_path: Path) -> None:
    library = make_library(PAGES)
    assert ids_of_all(library, fresh_runner(tmp_path)).keys() == library.pages.keys()


def test_a_tracker_that_knows_the_ids_needs_no_page_for_them(make_library: MakeLibrary, tmp_path: Path) -> None:
    library = make_library(PAGES)
    ids = ids_of_all(library, fresh_runner(tmp_path))
    unread = {place: replace(page, read=str) for place, page in library.pages.items()}
    tracker = Tracker(replace(library, pages=unread)).knowing(ids)
    assert {place: tracker.ids(page) for place, page in tracker.library.pages.items()} == ids
    assert tracker.source_ids("a.md") == ids["ru", "a.md"]
