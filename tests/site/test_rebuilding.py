"""A site built with what was made before is the same, byte for byte, as one built from nothing."""

import random
import shutil
from pathlib import Path

import pytest
from tests.edits import EDITS_OF_TOOLS, edit, small_project
from tests.project import digest

from tlumach.library.files import read_library
from tlumach.plugin.mkdocs_runner import build_site
from tlumach.tasks.cache import FILE
from tlumach.tasks.tasks import task_runner_in
from tlumach.tracking import tracker_of

ROUNDS, EDITS_A_ROUND = 8, 6


@pytest.fixture(autouse=True)
def _one_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def site_of(root: Path, name: str) -> dict[str, str]:
    """Build the project as it stands, whatever the checks would say of it, and return its files' digests."""
    site = root.parent / name
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir()
    runner = task_runner_in(root)
    library, _ = read_library(root, runner)
    assert library is not None
    assert build_site(root, site, tracker_of(library, runner), runner) == []
    return digest(site)


def without_cache(root: Path) -> dict[str, str]:
    """Build a copy of the project that nothing was ever made of."""
    copy = root.parent / "copy" / root.name
    shutil.rmtree(copy.parent, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".cache"))
    return site_of(copy, "site-without")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_random_edits_the_site_is_that_of_a_build_from_nothing(tmp_path: Path, seed: int) -> None:
    chance, root = random.Random(f"build {seed}"), small_project(tmp_path / "project")
    site_of(root, "site")
    for number in range(ROUNDS):
        names = [edit(root, chance) for _ in range(EDITS_A_ROUND)]
        if number % 4 == 3:
            chance.choice(EDITS_OF_TOOLS)(root, chance)
        assert site_of(root, "site") == without_cache(root), names


def test_a_build_makes_again_only_what_an_edit_touches(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    root = small_project(tmp_path / "project")
    site_of(root, "site")
    kept = (root / FILE).stat().st_size
    assert kept
    before = site_of(root, "site")
    file = root / "docs/en/second/notes.md"
    file.write_text(file.read_text() + "\nOne more.\n")
    after = site_of(root, "site")
    assert {name for name in after if after[name] != before[name] and name.endswith(".html")} == {
        "en/second/notes.html",
        "read/second.html",
    }


def test_a_damaged_cache_costs_time_and_nothing_else(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    whole = site_of(root, "site")
    content = bytearray((root / FILE).read_bytes())
    chance = random.Random(1)
    for _ in range(200):
        content[chance.randrange(100, len(content))] ^= 0xFF
    (root / FILE).write_bytes(bytes(content))
    assert site_of(root, "site") == whole
