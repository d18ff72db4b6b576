from collections.abc import Iterable
from dataclasses import replace

import pytest
from tests.project import copy_project

from tlumach.checks import check_library
from tlumach.checks.path_rules import PathChecker
from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.problems import Problem
from tlumach.tracking import Tracker

PATH = "kazakhstan-arms-export/index.md"


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = copy_project(tmp_path_factory.mktemp("faulty") / "project")
    file = root / "docs/uk" / PATH
    text = file.read_text(encoding="utf-8").replace("Казахстан на рік", "Казахстан на 7 рикв", 1)
    file.write_text(f"{text}\n[x](nowhere.md) <script>alert(1)</script>\n", encoding="utf-8")
    library, _ = read_library(root)
    assert library is not None
    return library


@pytest.mark.slow
def test_the_pages_of_a_path_have_the_problems_that_a_check_of_everything_finds(faulty: Library) -> None:
    files = {page.file for page in faulty.under([PATH])} | {f"translations/uk/{PATH.removesuffix('.md')}.po"}
    everything = [problem for problem in check_library(faulty, words=True) if problem.path in files]
    assert {"broken-link", "unsafe-html", "spelling"} <= {problem.code for problem in everything}
    assert _in_one_place(PathChecker(faulty).problems(Tracker(faulty), PATH)) == _in_one_place(everything)


def _in_one_place(problems: Iterable[Problem]) -> list[Problem]:
    """Without the other pages on which a word stands that no dictionary knows: of those a path knows nothing."""
    return [replace(each, message=each.message.partition(" It stands ")[0]) for each in problems]


def test_a_page_without_fault_has_none(faulty: Library) -> None:
    assert [
        each for each in PathChecker(faulty).problems(Tracker(faulty), "download.md") if "download" in each.path
    ] == []
