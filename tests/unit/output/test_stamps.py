"""A stamp tells that a file is the same; where it cannot tell, it says so."""

import os
import time
from pathlib import Path

import pytest

from tlumach.output.stamps import WITHIN, UncertainError, is_young, stamp_of, stamps


def test_all_files_in_folders_and_files_themselves_have_stamps_and_what_is_not_there_has_none(tmp_path: Path) -> None:
    (tmp_path / "docs/en/__pycache__").mkdir(parents=True)
    for name in ("docs/en/a.md", "docs/b.md", "docs/en/.hidden", "mkdocs.yml", "other", "docs/en/__pycache__/a.pyc"):
        (tmp_path / name).write_text(name)
    found = stamps(str(tmp_path), ["docs", "mkdocs.yml", "words"])
    assert found.keys() == {"docs/en/a.md", "docs/b.md", "docs/en/.hidden", "mkdocs.yml"}
    assert found["docs/b.md"] == stamp_of((tmp_path / "docs/b.md").stat())


@pytest.mark.parametrize("change", ["content", "date", "mode", "another file"])
def test_whatever_is_done_to_a_file_shows_in_its_stamp(tmp_path: Path, change: str) -> None:
    file = tmp_path / "a"
    file.write_text("one")
    before = file.stat()
    time.sleep(0.02)  # one step of the file system's clock
    if change == "content":
        file.write_text("two")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))  # as `touch -r` does
    elif change == "date":
        os.utime(file)
    elif change == "mode":
        file.chmod(0o600)
    else:
        (tmp_path / "b").write_text("two")
        os.utime(tmp_path / "b", ns=(before.st_atime_ns, before.st_mtime_ns))
        (tmp_path / "b").replace(file)
    assert stamp_of(file.stat()) != stamp_of(before)


def test_a_link_to_a_file_has_the_stamp_of_the_file_and_one_to_a_folder_is_uncertain(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.md").write_text("a")
    (tmp_path / "docs/a.md").symlink_to(tmp_path / "elsewhere/a.md")
    assert stamps(str(tmp_path), ["docs"])["docs/a.md"] == stamp_of((tmp_path / "elsewhere/a.md").stat())
    (tmp_path / "docs/more").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UncertainError):
        stamps(str(tmp_path), ["docs"])


def test_a_link_to_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").symlink_to(tmp_path / "nowhere")
    with pytest.raises(OSError):
        stamps(str(tmp_path), ["docs"])


def test_a_file_that_had_just_been_changed_is_young(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    stamp = stamp_of((tmp_path / "a").stat())
    assert is_young(stamp, time.time_ns()) and not is_young(stamp, time.time_ns() + WITHIN)
