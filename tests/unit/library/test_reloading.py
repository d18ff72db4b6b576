from pathlib import Path

import pytest
from tests.project import copy_project

from tlumach.library import Library
from tlumach.library.files import read_library
from tlumach.library.reloading import with_files

PAGE, RECORD, PATH = "docs/uk/about.md", "translations/uk/about.po", "about.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def read(root: Path) -> Library:
    library, _ = read_library(root)
    assert library is not None
    return library


def edit(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("сайт", "веб-сайт"), encoding="utf-8")


@pytest.mark.parametrize("file", [PAGE, RECORD])
def test_it_is_the_library_that_reading_everything_gives(root: Path, file: str) -> None:
    before = read(root)
    edit(root / file)
    library, paths, problems = with_files(before, root, [file])
    assert (library, paths, problems) == (read(root), [PATH], [])
    assert library != before
    assert library.around(PATH) != before.around(PATH)


@pytest.mark.parametrize(
    "file", ["docs/uk/new.md", "docs/uk/about.po", "docs/map.png", "mkdocs.yml", "overrides/main.html", "docs/uk"]
)
def test_any_other_file_is_passed_over(root: Path, file: str) -> None:
    before = read(root)
    assert with_files(before, root, [file]) == (before, [], [])


def test_what_cannot_be_read_stays_as_it_was(root: Path) -> None:
    before = read(root)
    (root / PAGE).write_bytes("# Про".encode("cp1251"))
    library, _, problems = with_files(before, root, [PAGE])
    assert library.pages == before.pages
    assert [(each.path, each.code) for each in problems] == [(PAGE, "encoding")]
    (root / PAGE).unlink()
    library, _, problems = with_files(before, root, [PAGE])
    assert library.pages == before.pages and [each.code for each in problems] == ["unreadable"]
