"""What is remembered of the checks is what they find: after any edit, with what was found before and without."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.edits import edit, small_project
from tests.project import fresh_runner

from tlumach.checks import check_and_report
from tlumach.library import Library
from tlumach.library.files import read_library

EDITS = 60
MakeLibrary = Callable[..., Library]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_after_random_edits_the_same_is_found_as_by_who_remembers_nothing(tmp_path: Path, seed: int) -> None:
    chance, root, runner = random.Random(f"check {seed}"), small_project(tmp_path / "project"), fresh_runner(tmp_path)
    found = set[str]()
    for _ in range(EDITS):
        name = edit(root, chance)
        library, _ = read_library(root)
        assert library is not None
        remembered, anew = check_and_report(library, runner=runner), check_and_report(library)
        assert remembered == anew, name
        found |= {problem.code for problem in anew.problems}
    assert {"broken-link", "unconfirmed-blocks", "missing-source"} <= found


def test_a_page_that_appears_mends_the_link_to_it(make_library: MakeLibrary, tmp_path: Path) -> None:
    runner = fresh_runner(tmp_path)
    pages = {"ru/a.md": "# А\n\nСм. [б](b.md#x).\n"}
    assert "broken-link" in {each.code for each in check_and_report(make_library(pages), runner=runner).problems}
    pages["ru/b.md"] = "# Б\n"
    assert "broken-anchor" in {each.code for each in check_and_report(make_library(pages), runner=runner).problems}
    pages["ru/b.md"] = "# Б\n\n## В { #x }\n"
    codes = {each.code for each in check_and_report(make_library(pages), runner=runner).problems}
    assert not codes & {"broken-link", "broken-anchor"}
