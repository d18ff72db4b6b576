"""The whole of a build, editions too, from what stands there: the same bytes as one from nothing, whatever was done between."""

import os
import random
import shutil
from pathlib import Path

import pytest
from benchmark.builders.rivals import with_languages
from tests.edits import EDITS_OF_TOOLS, PIXEL, small_project
from tests.project import digest
from tests.site.test_rebuilding import meddle

from tlumach import pipeline
from tlumach.pipeline import Built, build_all
from tlumach.tasks.last_build import FILE as BUILT
from tlumach.tasks.last_build import Seen, seen_now
from tlumach.tasks.placed import FILE as PLACED

ROUNDS = 6


def output(root: Path) -> tuple[dict[str, str], dict[str, str]]:
    return digest(root / "site"), digest(root / "dist")


def build(root: Path) -> None:
    """Build as the command does."""
    if seen_now(root).said is None:
        made = build_all(root, lambda line: None)
        assert isinstance(made, Built), [str(each) for each in made if each.level == "error"]


def from_nothing(root: Path) -> tuple[dict[str, str], dict[str, str]]:
    copy = root.parent / "copy" / root.name
    shutil.rmtree(copy.parent, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".cache", "site", "dist"))
    build(copy)
    return output(copy)


def change(root: Path, chance: random.Random) -> None:
    """Change the project so that it still passes the checks: words, a page, a picture, the settings, the theme, the date, the cache."""
    kind, english = chance.randrange(9), root / "docs/en"
    path = chance.choice(sorted(file.relative_to(english) for file in english.rglob("*.md")))
    if kind < 3:
        number = chance.randrange(99)
        for language in ("ru", "uk", "en"):
            file = root / "docs" / language / path
            file.write_text(file.read_text() + f"\nMore {number} in {language}.\n")
    elif kind == 3:
        number = chance.randrange(9)
        for language in ("ru", "uk", "en"):
            (root / f"docs/{language}/second/more.md").write_text(f"# More {language} {number}\n")
    elif kind == 4:
        picture = root / "docs/ru/first/map.png"
        picture.write_bytes(PIXEL + bytes([chance.randrange(9)]))
    elif kind == 5:
        settings = root / "mkdocs.yml"
        settings.write_text(settings.read_text().replace("site_name: Tlumach", f"site_name: T{chance.randrange(9)}"))
    elif kind == 6:
        os.environ["SOURCE_DATE_EPOCH"] = str(1_700_000_000 + chance.randrange(9) * 86_400)
    elif kind == 7:
        EDITS_OF_TOOLS[1](root, chance)
    else:
        (root / chance.choice([BUILT, PLACED, ".cache/tlumach.db"])).unlink(missing_ok=True)


@pytest.mark.parametrize("seed", [1])
def test_after_random_changes_site_and_editions_are_those_of_a_build_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    chance, root = random.Random(seed), small_project(tmp_path / "project")
    shutil.copy(root / "docs/ru/first/map.png", root / "docs/ru/second")
    build(root)
    for number in range(ROUNDS):
        before = output(root)
        for _ in range(number % 3):
            change(root, chance)
        if number % 2:
            for _ in range(chance.randrange(1, 3)):
                meddle(root, chance)
        build(root)
        assert output(root) == from_nothing(root), number
        assert number % 3 or output(root) == before  # nothing but hands had changed it


def meddle_with_the_spare_tree(root: Path, chance: random.Random) -> None:
    """Change something by hand in the tree that is to be the next one."""
    files = sorted(file for file in (root / ".cache/spare").rglob("*") if file.is_file())
    if not files:
        return
    file, other = chance.choice(files), chance.choice(files)
    kind = chance.randrange(4)
    if kind == 0:
        file.with_name("stranger.html").write_text("x")
    elif kind == 1:
        file.unlink()
    elif kind == 2 and file != other:
        file.unlink()
        os.link(other, file)
    elif kind == 3:
        file.write_text("x")  # the live one too, where they are one file


def cloned(root: Path) -> Path:
    """Return another copy of the project, as a machine has it that fetched it and had the cache restored."""
    there = root.parent / "clone" / root.name
    shutil.copytree(root, there, ignore=shutil.ignore_patterns("site", "dist", "spare", "*.json"))
    return there


@pytest.mark.parametrize("seed", [1])
def test_in_five_languages_in_a_clone_and_whatever_was_done_to_the_spare_tree_it_is_so_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    chance, root = random.Random(seed), small_project(tmp_path / "project")
    shutil.copy(root / "docs/ru/first/map.png", root / "docs/ru/second")
    settings = root / "mkdocs.yml"
    settings.write_text(with_languages(settings.read_text(), ("de", "fr")))
    for number in range(5):
        if number == 3:
            root = cloned(root)
        for _ in range(2):
            build(root)
            change(root, chance)
            meddle_with_the_spare_tree(root, chance)
        build(root)
        assert output(root) == from_nothing(root), number


def test_a_page_that_is_edited_while_it_is_built_is_built_as_it_is_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read when its text is asked for, which is after its stamp was looked at."""
    root, said = small_project(tmp_path / "project"), list[str]()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    shutil.copy(root / "docs/ru/first/map.png", root / "docs/ru/second")
    page = root / "docs/uk/first/index.md"
    assert isinstance(build_all(root, said.append), Built)
    page.write_text(page.read_text().rstrip("\n") + " Changed once.\n")

    def look(root: Path) -> Seen:
        seen = seen_now(root)
        if "Changed twice" not in page.read_text():
            page.write_text(page.read_text().rstrip("\n") + " Changed twice.\n")
        return seen

    monkeypatch.setattr(pipeline, "seen_now", look)
    assert isinstance(build_all(root, said.append), Built)
    assert "docs/uk/first/index.md was edited while it was being built: the build begins again." in said
    assert "Changed twice." in (root / "site/uk/first/index.html").read_text()
