import subprocess
import sys
from pathlib import Path

import pytest

from tlumach.output.staging import clear, old_of, unfinished

FILLING = """
import sys, time
from pathlib import Path
from tlumach.output.staging import unfinished
with unfinished(Path(sys.argv[1])) as folder:
    (folder / "page.html").write_text("new")
    print(folder, flush=True)
    time.sleep(60)
"""


def killed(target: Path, after: bool = True) -> tuple[Path, "subprocess.Popen[str]"]:
    """Let a process begin a folder and kill it there (or leave it at work)."""
    process = subprocess.Popen([sys.executable, "-c", FILLING, str(target)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    folder = Path(process.stdout.readline().strip())
    if after:
        process.kill()
        process.wait()
    return folder, process


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_what_a_killed_build_left_is_gone_after_the_next_one(tmp_path: Path) -> None:
    left, _ = killed(tmp_path / "site")
    assert left.is_dir()
    with unfinished(tmp_path / "site") as folder:
        assert names(tmp_path) == [folder.name]
    assert names(tmp_path) == []


def test_a_folder_that_a_living_build_fills_is_left_alone(tmp_path: Path) -> None:
    at_work, process = killed(tmp_path / "site", after=False)
    try:
        clear(tmp_path / "site")
        assert (at_work / "page.html").read_text() == "new"
    finally:
        process.kill()
        process.wait()
    clear(tmp_path / "site")
    assert names(tmp_path) == []


def test_a_kill_between_two_renames_is_mended(tmp_path: Path) -> None:
    left, _ = killed(tmp_path / "site")
    old_of(left).mkdir()
    (old_of(left) / "page.html").write_text("old")
    clear(tmp_path / "site")
    assert names(tmp_path) == ["site"]
    assert (tmp_path / "site/page.html").read_text() == "old"


def test_an_old_folder_whose_place_was_taken_is_removed(tmp_path: Path) -> None:
    left, _ = killed(tmp_path / "site")
    left.rename(tmp_path / "site")
    old_of(left).mkdir()
    clear(tmp_path / "site")
    assert names(tmp_path) == ["site"]
    assert (tmp_path / "site/page.html").read_text() == "new"


@pytest.mark.parametrize(
    "name", [".site-pictures", ".site-unfinished", ".site-unfinished-notes-of-mine", "site-unfinished-abcdefgh"]
)
def test_what_people_named_so_is_theirs(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    clear(tmp_path / "site")
    assert names(tmp_path) == [name]
