"""A site built with what was made before is the same, byte for byte, as one built from nothing."""

import os
import random
import shutil
from pathlib import Path

import pytest
from tests.edits import EDITS_OF_TOOLS, edit, small_project
from tests.project import digest

from tlumach.library.files import read_library
from tlumach.output.publish import put_in_place
from tlumach.output.staging import unfinished
from tlumach.output.stamps import stamps
from tlumach.plugin.mkdocs_runner import build_site
from tlumach.tasks.cache import FILE
from tlumach.tasks.placed import FILE as PLACED
from tlumach.tasks.placed import forget_placed, last_placed
from tlumach.tasks.tasks import TaskRunner, task_runner_in
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
    make(root, site, task_runner_in(root))
    return digest(site)


def make(root: Path, site: Path, runner: TaskRunner) -> None:
    library, _ = read_library(root, runner)
    assert library is not None
    assert build_site(root, site, tracker_of(library, runner), runner) == []


def rebuilt(root: Path) -> dict[str, str]:
    """Build the project into its own `site/`, from what stands there and what was made before, and return its files' digests."""
    runner = task_runner_in(root, placed=last_placed(root))
    with unfinished(root / "site") as folder:
        make(root, folder, runner)
        with runner.placed.completed(folder):
            forget_placed(root)
            put_in_place({root / "site": folder}, keeps_spares=runner.placed.is_known)
    runner.placed.keep(root, stamps(str(root), ["site"]))
    return digest(root / "site")


def meddle(root: Path, chance: random.Random) -> None:
    """Change something in the built site by hand."""
    file = chance.choice(sorted(file for file in (root / "site").rglob("*") if file.is_file()))
    kind, state = chance.randrange(5), file.stat()
    if kind == 0:
        file.unlink()
    elif kind == 1:
        file.with_name("by-hand.html").write_text("by hand")
    elif kind == 2:
        shutil.copy(file, file.with_name("copy"))
        file.with_name("copy").replace(file)
    else:
        content = file.read_bytes()
        file.write_bytes(content[:-1] + b"x" if content else b"x")
        if kind == 4:
            os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))


def without_cache(root: Path) -> dict[str, str]:
    """Build a copy of the project that nothing was ever made of."""
    copy = root.parent / "copy" / root.name
    shutil.rmtree(copy.parent, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".cache", "site"))
    return site_of(copy, "site-without")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_random_edits_the_site_is_that_of_a_build_from_nothing(tmp_path: Path, seed: int) -> None:
    chance, hands, root = random.Random(f"build {seed}"), random.Random(seed), small_project(tmp_path / "project")
    rebuilt(root)
    for number in range(ROUNDS):
        names = [edit(root, chance) for _ in range(EDITS_A_ROUND)]
        if number % 4 == 3:
            chance.choice(EDITS_OF_TOOLS)(root, chance)
        for _ in range(number % 3):
            meddle(root, hands)
        if number == 5:
            (root / PLACED).unlink()  # another machine's cache may come without it
        assert rebuilt(root) == without_cache(root), names


def test_a_build_makes_again_only_what_an_edit_touches(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    root = small_project(tmp_path / "project")
    site_of(root, "site")
    kept = (root / FILE).stat().st_size
    assert kept
    before = site_of(root, "site")
    file = root / "docs/en/second/notes.md"
    file.write_text(file.read_text() + "\nOne more.\n")
    after = site_of(root, "site")
    changed = {name for name in after if after[name] != before[name] and name.endswith(".html")}
    with_its_version = {name for name in changed if "report/second/" in name or "reuse/second/" in name}
    assert changed - with_its_version == {"en/second/notes.html", "read/second.html"}
    assert len(with_its_version) > 6  # what names the version of the explainer, in every language


def test_a_damaged_cache_costs_time_and_nothing_else(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    whole = site_of(root, "site")
    content = bytearray((root / FILE).read_bytes())
    chance = random.Random(1)
    for _ in range(200):
        content[chance.randrange(100, len(content))] ^= 0xFF
    (root / FILE).write_bytes(bytes(content))
    assert site_of(root, "site") == whole
