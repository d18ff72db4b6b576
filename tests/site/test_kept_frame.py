"""After an edit the pages are put into the frame of the last build, and MkDocs is not run; what changes the frame has it run again."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.edits import PIXEL, small_project
from tests.project import override
from tests.site.test_rebuilding_all import build, from_nothing, output

from tlumach.plugin import mkdocs_runner
from tlumach.plugin.frame.keeping import FrameKeeper


@pytest.fixture(autouse=True)
def _one_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The projects for which MkDocs was run, other than those that are built from nothing."""
    found, own = list[Path](), mkdocs_runner.build_site

    def noted(root: Path, *given: object) -> object:
        if root.parent.name != "copy":
            found.append(root)
        return own(root, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(mkdocs_runner, "build_site", noted)
    return found


def edit(root: Path, path: str, old: str, new: str) -> None:
    for language in ("ru", "uk", "en"):
        file = root / "docs" / language / path
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))


def project(folder: Path) -> Path:
    """Build a small project that passes the checks, and return its folder."""
    root = small_project(folder / "project")
    shutil.copy(root / "docs/ru/first/map.png", root / "docs/ru/second")
    build(root)
    return root


def another_day(root: Path) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = "1700500000"
    edit(root, "first/notes.md", "A note", "A new note")


LEAVE: tuple[Callable[[Path], object], ...] = (
    lambda root: edit(root, "second/index.md", "a fact", "one fact"),
    lambda root: edit(root, "about.md", "Text.", "Text, more of it: [a](glossary/a.md).\n\n??? note\n\n    Folded."),
    lambda root: edit(root, "glossary/a.md", "It is", "It was"),
    lambda root: edit(root, "first/index.md", "# first", "# First of all"),
    another_day,
)
CHANGE: tuple[Callable[[Path], object], ...] = (
    lambda root: edit(root, "about.md", "# About", "# Of this site"),
    lambda root: (root / "docs/ru/first/map.png").write_bytes(PIXEL + b"\0"),
    lambda root: settings(root, "site_name: Tlumach", "site_name: T"),
    lambda root: [(root / f"docs/{each}/second/more.md").write_text("# More\n") for each in ("ru", "uk", "en")],
    lambda root: override(root, "partials/voice.html", lambda text: f"{text}<!-- ours -->\n"),
)


def settings(root: Path, old: str, new: str) -> None:
    text = (root / "mkdocs.yml").read_text()
    assert old in text
    (root / "mkdocs.yml").write_text(text.replace(old, new))


def test_an_edit_of_a_page_is_built_without_mkdocs_to_the_same_bytes(tmp_path: Path, runs: list[Path]) -> None:
    root = project(tmp_path)
    runs.clear()
    for number, change in enumerate(LEAVE):
        change(root)
        build(root)
        assert runs == [], number
        assert output(root) == from_nothing(root), number


def test_what_changes_the_frame_has_mkdocs_run_again(tmp_path: Path, runs: list[Path]) -> None:
    root = project(tmp_path)
    for number, change in enumerate(CHANGE):
        runs.clear()
        change(root)
        build(root)
        assert runs == [root], number
        assert output(root) == from_nothing(root), number


def test_a_file_of_the_frame_that_a_person_changed_is_mended(tmp_path: Path, runs: list[Path]) -> None:
    root = project(tmp_path)
    before, chance = output(root), random.Random(1)
    frame = sorted(file for file in (root / "site").rglob("*") if file.name in ("404.html", "sitemap.xml", "map.png"))
    chance.choice(frame).write_text("by hand")
    build(root)
    assert output(root) == before


def test_a_file_that_nobody_accounts_for_is_not_kept(tmp_path: Path) -> None:
    keeper = FrameKeeper()
    (tmp_path / "extra.txt").write_text("a plugin's")
    assert keeper.names(tmp_path, set()) is None


@pytest.mark.parametrize("kept", [".cache/tlumach.db", ".cache"])
def test_a_clone_with_the_cache_of_another_folder_gives_the_same_bytes(tmp_path: Path, kept: str) -> None:
    root, clone = project(tmp_path), tmp_path / "clone" / "project"
    shutil.copytree(root, clone, ignore=shutil.ignore_patterns("site", "dist", ".cache"))
    if (root / kept).is_dir():
        shutil.copytree(root / kept, clone / kept)
    else:
        (clone / kept).parent.mkdir()
        shutil.copy(root / kept, clone / kept)
    another_day(clone)
    build(clone)
    assert output(clone) == from_nothing(clone)
    edit(clone, "about.md", "Text.", "Another text.")
    build(clone)
    assert output(clone) == from_nothing(clone)
